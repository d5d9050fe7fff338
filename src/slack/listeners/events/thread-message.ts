import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerEdited, answerMessage, answerOverheard, withdrawAnswer } from '../../answer-message.ts';
import { readDeleted, readEdited } from '../../changed-message.ts';
import { botOf } from '../../compose-answer.ts';
import type { Edge } from '../../edge.ts';
import { readIncoming, readTeam } from '../../incoming.ts';
import { mentions } from '../../utterance.ts';

type Message = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/**
 * Somebody writes into a channel or a group direct message, or edits or deletes what they wrote. Only threads in which the bot is
 * engaged concern it; of everything else nothing is kept.
 */
export function threadMessage(edge: Edge) {
  return async ({ client, body, event }: Message): Promise<void> => {
    const incoming = readIncoming(body, event);
    if (incoming) {
      if (incoming.isDirect) return;
      // Whether Slack raises `app_mention` in a group direct message is not documented; twice is told once.
      const isGroup = event.channel_type === 'mpim';
      if (isGroup && mentions(incoming.text, await botOf(edge, client, body))) {
        return answerMessage(edge, client, body, incoming);
      }
      if (incoming.thread === undefined) return;
      return answerOverheard(edge, client, body, incoming);
    }
    const edited = readEdited(body, event);
    if (edited && !edited.isDirect) return answerEdited(edge, client, body, edited);
    const deleted = readDeleted(event);
    const team = readTeam(body);
    if (deleted && !deleted.isDirect && team !== undefined) {
      await withdrawAnswer(edge, client, { ...deleted, team });
    }
  };
}
