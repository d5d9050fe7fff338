/** The card of a question in the experts' channel, and what comes back to the person who asked. Pure. */
import type { Button, KnownBlock, RichTextElement } from '@slack/types';
import type { Language } from '../knowledge/language.ts';
import type { ExpertRequest } from '../workspace.ts';
import { clean, escapeText } from './clean.ts';
import { expertStrings as strings } from './expert-strings.ts';
import { limits, type SlackMessage } from './limits.ts';
import { strings as common } from './strings.ts';

/** The card as the question stands; each state offers what can be done next. */
export function expertMessage(request: ExpertRequest): SlackMessage {
  const { language } = request;
  const asked: RichTextElement[] = [
    text(strings.askedBy[language]),
    { type: 'user', user_id: request.asker },
    ...(isPublic(request.channel)
      ? [text(strings.askedIn[language]), { type: 'channel' as const, channel_id: request.channel }]
      : []),
  ];
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: strings.cardTitle[language], emoji: false } },
    paragraph(asked),
    quote(request.question ?? strings.notKept[language]),
    ...(request.answer === undefined ? [] : [quote(request.answer)]),
    paragraph(stateOf(request)),
    ...actions(request),
  ];
  const lines = [
    strings.cardTitle[language],
    plain(asked),
    quoted(request.question ?? strings.notKept[language]),
    ...(request.answer === undefined ? [] : [quoted(request.answer)]),
    plain(stateOf(request)),
  ];
  return { text: lines.join('\n\n'), blocks };
}

/** The answer as the person who asked gets it. */
export function answerMessage(request: ExpertRequest, expert: string, answer: string): SlackMessage {
  return fromExpert(request, expert, strings.answers[request.language], answer);
}

/** That there will be no answer. */
export function closedMessage(request: ExpertRequest, expert: string): SlackMessage {
  return fromExpert(request, expert, strings.closedUnanswered[request.language]);
}

/** Said under the card: the person who asked could not be reached. */
export function undeliveredMessage({ asker, language }: ExpertRequest): SlackMessage {
  const elements: RichTextElement[] = [text(strings.undelivered[language]), { type: 'user', user_id: asker }];
  return { text: plain(elements), blocks: [paragraph(elements)] };
}

function fromExpert(request: ExpertRequest, expert: string, does: string, answer?: string): SlackMessage {
  const first: RichTextElement[] = [
    { type: 'user', user_id: request.asker },
    text(' – '),
    { type: 'user', user_id: expert },
    text(does),
  ];
  const question = request.question === undefined ? [] : [request.question];
  const said = answer === undefined ? [] : [answer];
  return {
    text: [plain(first), ...question.map(quoted), ...said.map((words) => escapeText(clean(words)))].join(
      '\n\n',
    ),
    blocks: [paragraph(first), ...question.map(quote), ...said.map((words) => paragraph([text(words)]))],
  };
}

function stateOf({ state, expert, language }: ExpertRequest): RichTextElement[] {
  if (state === 'open' || expert === undefined) return [text(strings.open[language], true)];
  return [text(strings[state][language], true), { type: 'user', user_id: expert }];
}

function actions({ id, state, language }: ExpertRequest): KnownBlock[] {
  const button = (action: 'take' | 'answer' | 'close'): Button => ({
    type: 'button',
    action_id: `expert:${action}`,
    text: { type: 'plain_text', text: strings[action][language], emoji: false },
    value: id,
    ...(action === 'answer' && { style: 'primary' }),
  });
  switch (state) {
    case 'open':
      return [{ type: 'actions', elements: [button('take'), button('answer'), button('close')] }];
    case 'taken':
      return [{ type: 'actions', elements: [button('answer'), button('close')] }];
    case 'answered':
      return [{ type: 'actions', elements: [button('close')] }];
    case 'closed':
      return [];
  }
}

/** The button under an answer, or `undefined` when there is no question to send. */
export function askPersonButton(question: string, language: Language): Button | undefined {
  const asked = clean(question).trim();
  const value = JSON.stringify({ v: 1, language, question: asked.slice(0, longestQuestion) });
  if (asked === '' || value.length > limits.buttonValue) return undefined;
  const plainText = (words: string) => ({ type: 'plain_text' as const, text: words, emoji: false });
  return {
    type: 'button',
    action_id: 'ask-person',
    text: plainText(strings.askPerson[language]),
    value,
    confirm: {
      title: plainText(strings.confirmTitle[language]),
      text: plainText(strings.confirmText[language]),
      confirm: plainText(strings.askPerson[language]),
      deny: plainText(common.cancel[language]),
    },
  };
}

/** As long as a question may be at all. */
export const longestQuestion = 1_000;

/** A direct message is nobody else's, and its name tells nothing. */
function isPublic(channel: string): boolean {
  return /^[CG]/.test(channel);
}

function text(words: string, bold = false): RichTextElement {
  return { type: 'text', text: clean(words), ...(bold && { style: { bold: true } }) };
}

function paragraph(elements: RichTextElement[]): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

function quote(words: string): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [text(words)] }] };
}

function quoted(words: string): string {
  return escapeText(clean(words)).replaceAll(/^/gm, '> ');
}

/** For the text that Slack parses: mentions by id, everything else escaped. */
function plain(elements: readonly RichTextElement[]): string {
  return elements
    .map((element) => {
      if (element.type === 'user') return `<@${element.user_id}>`;
      if (element.type === 'channel') return `<#${element.channel_id}>`;
      return element.type === 'text' ? escapeText(element.text) : '';
    })
    .join('');
}
