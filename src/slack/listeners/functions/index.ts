import type { App } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { foreignFunction } from './foreign-function.ts';
import { search } from './search.ts';

/** The `callback_id` in the manifest of an app that takes part in Slack's search. */
export const searchFunction = 'search_guide';

export function register(app: App, edge: Edge): void {
  app.function(searchFunction, { autoAcknowledge: false }, search(edge));
  app.event('function_executed', foreignFunction(searchFunction));
}
