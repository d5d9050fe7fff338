/** The cards of a question that goes to a person, each with what can be done next. Pure. */
import { type Card, type CardElement, plain } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { Language } from '../knowledge/language.ts';
import type { CardItem, ExecuteAction, InputText, Verb } from './adaptive-card-types.ts';
import { expertStrings as strings, withName } from './expert-strings.ts';
import type { ExpertRequest } from './services.ts';

/** As long as a question may be at all. */
export const longestQuestion = 1_000;
export const longestAnswer = 2_500;

interface CardWithFooter {
  readonly card: Card;
  readonly footer: readonly CardItem[];
}

/** The button under a reply, or none when there is no question to send. */
export function askPersonAction(question: string, language: Language): ExecuteAction[] {
  const asked = shorten(question.trim(), longestQuestion);
  if (asked === '') return [];
  return [execute('ask-person', strings.askPerson[language], { v: 1, language, question: asked })];
}

/** Asks once more before the words and the name leave the conversation. */
export function confirmCard(question: string, language: Language): CardWithFooter {
  return {
    card: cardOf(language, strings.confirmTitle[language], [text(strings.confirmText[language])]),
    footer: [
      input(
        'question',
        strings.questionLabel[language],
        strings.noWords[language],
        longestQuestion,
        question,
      ),
      actions([execute('ask-person-send', strings.send[language], { v: 1, language }, 'positive')]),
    ],
  };
}

/** What stays of that card once it is sent, so that it is not sent twice. */
export function sentCard(question: string, language: Language): CardWithFooter {
  const elements = [text(question), notice(strings.sent[language])];
  return { card: cardOf(language, strings.askPerson[language], elements), footer: [] };
}

/** The card in the experts' channel, as the question stands. @param by whoever brought it there */
export function requestCard(request: ExpertRequest, by: string): CardWithFooter {
  const { id, language, state, question, answer } = request;
  const stands = state === 'open' ? strings.open[language] : withName(strings[state][language], by);
  const card = cardOf(language, strings.cardTitle[language], [
    ...(state === 'open' ? [context(withName(strings.askedBy[language], by))] : []),
    text(question ?? strings.notKept[language]),
    ...(answer === undefined ? [] : [text(answer)]),
    notice(stands),
  ]);
  const send = execute('expert-answer', strings.answer[language], { v: 1, id }, 'positive');
  const take = withoutField(execute('expert-take', strings.take[language], { v: 1, id }));
  const close = withoutField(execute('expert-close', strings.close[language], { v: 1, id }));
  const field = input('answer', strings.answerLabel[language], strings.noAnswer[language], longestAnswer);
  switch (state) {
    case 'open':
      return { card, footer: [field, actions([take, send, close])] };
    case 'taken':
      return { card, footer: [field, actions([send, close])] };
    case 'answered':
      return { card, footer: [actions([close])] };
    case 'closed':
      return { card, footer: [] };
  }
}

/** The answer as the person who asked gets it; `undefined`: there will be none. */
export function answerCard(request: ExpertRequest, by: string, answer: string | undefined): CardWithFooter {
  const { language, question } = request;
  const sentence = answer === undefined ? strings.closedUnanswered : strings.answers;
  const elements = [
    ...(question === undefined ? [] : [context(question)]),
    ...(answer === undefined ? [] : [text(answer)]),
  ];
  return { card: cardOf(language, withName(sentence[language], by), elements), footer: [] };
}

function cardOf(language: Language, title: string, elements: readonly CardElement[]): Card {
  return { language, summary: title, elements: [{ type: 'title', text: title }, ...elements] };
}

function text(words: string): CardElement {
  return { type: 'text', text: plain(words) };
}

function context(words: string): CardElement {
  return { type: 'context', text: plain(words) };
}

function notice(words: string): CardElement {
  return { type: 'notice', tone: 'info', text: plain(words) };
}

function actions(shown: readonly ExecuteAction[]): CardItem {
  return { type: 'ActionSet', actions: shown };
}

function execute(verb: Verb, title: string, data: object, style?: 'positive'): ExecuteAction {
  // A submit carries no verb: it could not be told from a question.
  return { type: 'Action.Execute', title, verb, data, ...(style && { style }), fallback: 'drop' };
}

function withoutField(action: ExecuteAction): ExecuteAction {
  return { ...action, associatedInputs: 'none' };
}

function input(id: string, label: string, missing: string, maxLength: number, value?: string): InputText {
  return {
    type: 'Input.Text',
    id,
    label,
    isRequired: true,
    errorMessage: missing,
    isMultiline: true,
    maxLength,
    ...(value && { value }),
  };
}
