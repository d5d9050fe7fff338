import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { findCommand, questionOf } from '../../../intents/commands.ts';
import { ask, type Edge, privateMessage, slackPlace, tell } from '../../edge.ts';
import { failureSentence } from '../../failure.ts';
import { decisionMessage, lineMessage } from '../../line-commands.ts';
import { describeError } from '../../log.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { rememberRecent } from '../../recents.ts';
import { respondWith } from '../../send.ts';
import { strings } from '../../strings.ts';
import { openSubscriptionForm } from '../../subscription-form.ts';
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
      const takesSubscriptions = command.verbs.some((verb) => verb.id === 'subscribe');
      const formLanguage = takesSubscriptions ? edge.subscriptions.wantsForm(question) : undefined;
      if (formLanguage) {
        const place = { language: formLanguage, from: 'channel', channel } as const;
        const visitor = { team, person };
        const outcome = await openSubscriptionForm(edge, client, typed.trigger_id, visitor, place);
        if (outcome === 'too-late') await tell(edge, respond, strings.formTooLate, formLanguage);
        return;
      }
      const language = await preferredLanguage(edge, team, person);
      const asked = { team, channel, person, text: question, isThere: isDirect, isDirect };
      const line = takesSubscriptions
        ? ((await decisionMessage(edge, client, asked)) ??
          (await lineMessage(
            edge,
            client,
            { ...asked, markup: typed.text ?? '', language },
            { asked: question },
          )))
        : undefined;
      if (line) return await respondWith(respond, line, { response_type: 'ephemeral' }, edge.log);
      const place = slackPlace(team, channel, person);
      const reply = await ask(edge, place, question, { about: command.about, language });
      const message = await privateMessage(edge, team, reply, question);
      await respondWith(respond, message, { response_type: 'ephemeral' }, edge.log);
      await rememberRecent(edge, team, person, reply);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: command not answered');
      await tell(edge, respond, failureSentence(error));
    }
  };
}
