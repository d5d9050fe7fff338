import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { findCommand, questionOf } from '../../../intents/commands.ts';
import { ask, type Edge, privateMessage, slackPlace, tell } from '../../edge.ts';
import { describeError } from '../../log.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { rememberRecent } from '../../recents.ts';
import { respondWith } from '../../send.ts';
import { strings } from '../../strings.ts';
import { plainUtterance } from '../../utterance.ts';

type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/supercluster …` and `/ceta …`: answered to the person who typed it, who may share the answer. */
export function slashCommand(edge: Edge) {
  return async ({ ack, respond, command: typed }: Command): Promise<void> => {
    await ack();
    const command = findCommand(typed.command);
    if (!command) return tell(edge, respond, strings.unknownCommand);
    const question = questionOf(command, plainUtterance(typed.text ?? ''));
    try {
      const place = slackPlace(typed.team_id, typed.channel_id, typed.user_id);
      const language = await preferredLanguage(edge, typed.team_id, typed.user_id);
      const reply = await ask(edge, place, question, { about: command.about, language });
      const message = await privateMessage(edge, typed.team_id, reply, question);
      await respondWith(respond, message, { response_type: 'ephemeral' }, edge.log);
      await rememberRecent(edge, typed.team_id, typed.user_id, reply);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: command not answered');
      await tell(edge, respond, strings.failed);
    }
  };
}
