import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerEdited, answerMessage, withdrawAnswer } from '../../answer-message.ts';
import { readDeleted, readEdited } from '../../changed-message.ts';
import type { Edge } from '../../edge.ts';
import { readIncoming, readTeam } from '../../incoming.ts';

type Message = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** Somebody writes to the bot directly, or edits or deletes what they wrote. */
export function directMessage(edge: Edge) {
  return async ({ client, body, event }: Message): Promise<void> => {
    const incoming = readIncoming(body, event);
    if (incoming?.isDirect) return answerMessage(edge, client, body, incoming);
    const edited = readEdited(body, event);
    if (edited?.isDirect) return answerEdited(edge, client, body, edited);
    const deleted = readDeleted(event);
    const team = readTeam(body);
    if (deleted?.isDirect && team !== undefined) await withdrawAnswer(edge, client, { ...deleted, team });
  };
}
