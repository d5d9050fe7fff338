import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerMessage } from '../../answer-message.ts';
import type { Edge } from '../../edge.ts';
import { readIncoming } from '../../incoming.ts';

type Message = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** Somebody writes to the bot directly. Channel messages that do not mention it are none of its business. */
export function directMessage(edge: Edge) {
  return async ({ client, body, event }: Message): Promise<void> => {
    const incoming = readIncoming(body, event);
    if (incoming?.isDirect) await answerMessage(edge, client, body, incoming);
  };
}
