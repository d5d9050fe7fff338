/** What a command, a shortcut, a button or a modal is answered with; nothing here writes to Slack. */
import type { WebClient } from '@slack/web-api';
import type { Reply } from '../conversation/types.ts';
import { findCommand, questionOf } from '../intents/commands.ts';
import type { Bilingual, Language } from '../knowledge/language.ts';
import { announcingChange, mayChange } from './announce-change.ts';
import { botOf } from './compose-answer.ts';
import { ask, type Edge, slackPlace } from './edge.ts';
import { failureSentence } from './failure.ts';
import type { Interaction } from './interaction.ts';
import type { SlackMessage } from './limits.ts';
import { decisionMessage, lineMessage } from './line-commands.ts';
import { describeError } from './log.ts';
import { preferredLanguage } from './preferred-language.ts';
import { rememberRecent } from './recents.ts';
import { strings } from './strings.ts';
import { plainUtterance, withoutOwnMention } from './utterance.ts';

export type InteractionAnswer =
  /** `asked` is empty where a button asked: the reply knows its question. */
  | { readonly type: 'reply'; readonly reply: Reply; readonly asked: string }
  /** One sentence of this edge, in both languages where none is known. */
  | { readonly type: 'sentence'; readonly text: Bilingual; readonly language?: Language | undefined }
  /** Of a line that is no question. */
  | { readonly type: 'message'; readonly message: SlackMessage; readonly language?: Language | undefined };

/** Never throws: what fails is the answer. */
export async function composeInteraction(
  edge: Edge,
  client: WebClient,
  interaction: Interaction,
): Promise<InteractionAnswer> {
  try {
    return await compose(edge, client, interaction);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: question not answered');
    const { asked } = interaction;
    const language =
      asked.type === 'call' ? asked.call.language : asked.type === 'question' ? asked.language : undefined;
    return { type: 'sentence', text: failureSentence(error), language };
  }
}

async function compose(edge: Edge, client: WebClient, interaction: Interaction): Promise<InteractionAnswer> {
  const { team, person, asked } = interaction;
  switch (asked.type) {
    case 'command':
      return commandAnswer(edge, client, interaction, asked);
    case 'message': {
      const language = await preferredLanguage(edge, team, person);
      const text = plainUtterance(withoutOwnMention(asked.markup, await botOf(edge, client, undefined)));
      if (text === '') return { type: 'sentence', text: strings.nothingToAnswer, language };
      return remembered(edge, interaction, await ask(edge, placeOf(interaction), text, { language }), text);
    }
    case 'question': {
      const reply = await inLanguage(edge, interaction, asked);
      return remembered(edge, interaction, reply, asked.text);
    }
    case 'call': {
      const { intent, args, language } = asked.call;
      const reply = await edge.answering.call({ intent, args, language }, placeOf(interaction));
      return { type: 'reply', reply, asked: '' };
    }
  }
}

async function commandAnswer(
  edge: Edge,
  client: WebClient,
  interaction: Interaction,
  { name, typed }: { readonly name: string; readonly typed: string },
): Promise<InteractionAnswer> {
  const command = findCommand(name);
  if (!command) return { type: 'sentence', text: strings.unknownCommand };
  const { team, channel, person } = interaction;
  const text = questionOf(command, plainUtterance(typed));
  const language = await preferredLanguage(edge, team, person);
  if (command.verbs.some((verb) => verb.id === 'subscribe')) {
    const isDirect = channel.startsWith('D');
    const line = { team, channel, person, text, isThere: isDirect, isDirect };
    const answer = () => lineMessage(edge, client, { ...line, markup: typed, language }, { asked: text });
    const changing = { team, channel, person, language: language ?? edge.answering.defaultLanguage };
    const message =
      (await decisionMessage(edge, client, line)) ??
      (await (mayChange(text) ? announcingChange(edge, client, changing, answer) : answer()));
    if (message) return { type: 'message', message, language };
  }
  const reply = await ask(edge, placeOf(interaction), text, { about: command.about, language });
  return remembered(edge, interaction, reply, text);
}

/** In the language that was chosen, also where the words are in the other. */
async function inLanguage(
  edge: Edge,
  interaction: Interaction,
  { text, language }: { readonly text: string; readonly language?: Language | undefined },
): Promise<Reply> {
  const place = placeOf(interaction);
  const reply = await edge.answering.ask({ place, text, ...(language && { language }) });
  if (language === undefined || reply.language === language || !reply.call) return reply;
  return edge.answering.call({ ...reply.call, language }, place);
}

async function remembered(
  edge: Edge,
  { team, person }: Interaction,
  reply: Reply,
  asked: string,
): Promise<InteractionAnswer> {
  await rememberRecent(edge, team, person, reply);
  return { type: 'reply', reply, asked };
}

/** What everybody sees is remembered per thread, everything else per person. */
function placeOf({ team, channel, person, to }: Interaction) {
  return slackPlace(team, channel, to.type === 'conversation' ? to.thread : person);
}
