import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { findCommand, questionOf } from '../../../intents/commands.ts';
import { toSlackMessage } from '../../blocks.ts';
import { ask, type Edge, privateMessage, slackPlace, tell } from '../../edge.ts';
import { describeError } from '../../log.ts';
import { respondWith } from '../../send.ts';
import { strings } from '../../strings.ts';
import { subscriptionCard } from '../../subscriptions.ts';
import { plainUtterance } from '../../utterance.ts';

type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/supercluster …` and `/ceta …`: answered to the person who typed it, who may share the answer. */
export function slashCommand(edge: Edge) {
  return async ({ ack, respond, client, command: typed }: Command): Promise<void> => {
    await ack();
    const command = findCommand(typed.command);
    if (!command) return tell(edge, respond, strings.unknownCommand);
    const question = questionOf(command, plainUtterance(typed.text ?? ''));
    try {
      const { team_id: team, channel_id: channel, user_id: person } = typed;
      const isDirect = channel.startsWith('D');
      const asked = { team, channel, person, text: question, isThere: isDirect, isDirect };
      const subscribed = command.verbs.some((verb) => verb.id === 'subscribe')
        ? await subscriptionCard(edge, client, asked)
        : undefined;
      const message = subscribed
        ? toSlackMessage(subscribed, { asked: question })
        : await privateMessage(
            edge,
            team,
            await ask(edge, slackPlace(team, channel, person), question, command.about),
            question,
          );
      await respondWith(respond, message, { response_type: 'ephemeral' }, edge.log);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: command not answered');
      await tell(edge, respond, strings.failed);
    }
  };
}
