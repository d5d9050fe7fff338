import type { App } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { answerThis } from './answer-this.ts';
import { askGuide } from './ask-guide.ts';
import { unknown } from './unknown.ts';

/** The manifest's shortcuts; a test holds the manifest against them. */
export const handledShortcuts = [
  { type: 'message', callback_id: 'answer_this' },
  { type: 'global', callback_id: 'ask_guide' },
] as const;

export function register(app: App, edge: Edge): void {
  const [message, global] = handledShortcuts;
  app.shortcut({ type: 'message_action', callback_id: message.callback_id }, answerThis(edge));
  app.shortcut({ type: 'shortcut', callback_id: global.callback_id }, askGuide(edge));
  app.shortcut(/^(?!(?:answer_this|ask_guide)$)/, unknown());
}
