import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerMessage } from '../../answer-message.ts';
import type { Edge } from '../../edge.ts';
import { readIncoming } from '../../incoming.ts';

type Mention = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/** Somebody mentions the bot in a channel. Bolt has acknowledged the event already. */
export function appMention(edge: Edge) {
  return async ({ client, body, event }: Mention): Promise<void> => {
    const incoming = readIncoming(body, event);
    if (incoming) await answerMessage(edge, client, body, incoming);
  };
}
