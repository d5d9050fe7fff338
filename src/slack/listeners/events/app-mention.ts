import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerEdited, answerMessage } from '../../answer-message.ts';
import { readEditedMention } from '../../changed-message.ts';
import type { Edge } from '../../edge.ts';
import { readIncoming } from '../../incoming.ts';

type Mention = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/** Somebody mentions the bot in a channel. Bolt has acknowledged the event already. */
export function appMention(edge: Edge) {
  return async ({ client, body, event }: Mention): Promise<void> => {
    const incoming = readIncoming(body, event);
    if (incoming) return answerMessage(edge, client, body, incoming);
    const edited = readEditedMention(body, event);
    if (edited) await answerEdited(edge, client, body, edited);
  };
}
