import type { App } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { slashCommand } from './slash-command.ts';

export function register(app: App, edge: Edge): void {
  // All of them, so that a command left in Slack's settings gets a sentence instead of an error.
  app.command(/^\//, slashCommand(edge));
}
