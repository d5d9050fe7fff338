import type { App } from '@slack/bolt';
import type { Edge } from '../edge.ts';
import * as actions from './actions/index.ts';
import * as commands from './commands/index.ts';
import * as events from './events/index.ts';
import * as functions from './functions/index.ts';
import * as shortcuts from './shortcuts/index.ts';
import * as views from './views/index.ts';

/** Registers everything this edge listens to. */
export function register(app: App, edge: Edge): void {
  events.register(app, edge);
  commands.register(app, edge);
  actions.register(app, edge);
  functions.register(app, edge);
  shortcuts.register(app, edge);
  views.register(app, edge);
}
