import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { findCommand, questionOf } from '../../../intents/commands.ts';
import type { Language } from '../../../knowledge/language.ts';
import { answerInteraction } from '../../answer-interaction.ts';
import { type Edge, tell } from '../../edge.ts';
import { failureSentence } from '../../failure.ts';
import { describeError } from '../../log.ts';
import { strings } from '../../strings.ts';
import { openSubscriptionForm } from '../../subscription-form.ts';
import { plainUtterance } from '../../utterance.ts';

type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/supercluster …` and `/ceta …`: answered to the person who typed it, who may share the answer. */
export function slashCommand(edge: Edge) {
  return async (given: Command): Promise<void> => {
    const { ack, respond, client, command: typed } = given;
    const language = formLanguage(edge, typed);
    if (language) {
      await ack();
      return openForm(edge, given, language);
    }
    const { team_id: team, channel_id: channel, user_id: person, command: name, text = '' } = typed;
    const asked = { type: 'command', name, typed: text } as const;
    const to = { type: 'person' } as const;
    await answerInteraction(edge, { team, channel, person, asked, to }, { ack, client, respond });
  };
}

/** Of the form that a line without words wants; undefined where it wants none. */
function formLanguage(edge: Edge, typed: Command['command']) {
  const command = findCommand(typed.command);
  if (!command?.verbs.some((verb) => verb.id === 'subscribe')) return undefined;
  return edge.subscriptions.wantsForm(questionOf(command, plainUtterance(typed.text ?? '')));
}

async function openForm(edge: Edge, { respond, client, command: typed }: Command, language: Language) {
  const { team_id: team, channel_id: channel, user_id: person } = typed;
  try {
    const place = { language, from: 'channel', channel } as const;
    const outcome = await openSubscriptionForm(edge, client, typed.trigger_id, { team, person }, place);
    if (outcome === 'too-late') await tell(edge, respond, strings.formTooLate, language);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: subscription form not shown');
    await tell(edge, respond, failureSentence(error), language);
  }
}
