/** One card of several answers: what answers each, then what else each tells, the sources together. */
import type { Language } from '../knowledge/language.ts';
import type { Inline, RichText } from '../knowledge/types.ts';
import {
  type Card,
  type CardAction,
  type CardElement,
  maximumActions,
  plain,
  plainText,
  strong,
} from './card.ts';
import { joinRich, splitRich } from './focus.ts';
import { labelled } from './format.ts';
import { actionsElement, languageAction, uniqueSources } from './parts.ts';
import { shorten } from './shorten.ts';
import { answerLength, longestAnswer } from './text.ts';

export interface JoinedCardInput {
  readonly title: string;
  /** The answers, in the order of the question. */
  readonly cards: readonly [Card, ...Card[]];
  readonly call: { readonly intent: string; readonly args: Readonly<Record<string, string>> };
}

/** Characters for all parts together; less where blank lines and notices take too much besides. */
const wholeRoom = 1150;

export function joinedCard({ title, cards, call }: JoinedCardInput): Card {
  const { language } = cards[0];
  const actions = uniqueActions(cards.flatMap((card) => answerActions(card).slice(0, 2)));
  const cardOf = (room: number): Card => ({
    language,
    summary: shorten(cards.map((card) => card.summary).join(' '), 200),
    elements: [
      { type: 'title', text: title },
      ...partsWithin(cards, room),
      ...sources(cards),
      ...actionsElement([...actions.slice(0, maximumActions - 1), languageAction({ ...call, language })]),
    ],
  });
  let room = wholeRoom;
  for (;;) {
    const shown = cardOf(room);
    const excess = answerLength(shown) - longestAnswer;
    if (excess <= 0 || room === 0) return shown;
    // What is cut at a sentence end frees more than the excess, a blank line or a notice less.
    room = Math.max(0, room - excess);
  }
}

/** What is shown of a card, its title aside; empty where it has none. */
interface Part {
  readonly heading: string;
  readonly elements: readonly CardElement[];
  readonly language: Language;
}

interface Opened {
  readonly heading: string;
  readonly opening: readonly CardElement[];
  readonly rest: readonly CardElement[];
}

/**
 * The parts with what each may have of the room; what one does not need, the later ones have. The first
 * sentence of each comes before the rest of any: whoever reads two lines has every answer.
 */
function partsWithin(cards: readonly Card[], room: number): CardElement[] {
  let left = room;
  const parts = cards.map((card, at) => {
    const part = partOf(card, Math.floor(left / (cards.length - at)));
    const opened = openingOf(part);
    left -= answerLength({ ...card, elements: [...opened.opening, ...continued(opened)] });
    return opened;
  });
  return [...parts.flatMap(({ opening }) => opening), ...parts.flatMap(continued)];
}

/** A part up to the first sentence of its answer, which begins on the line of its title, and what is left of it. */
function openingOf({ heading, elements, language }: Part): Opened {
  const at = elements.findIndex((element) => element.type === 'text');
  const answer = elements[at];
  const title: CardElement = { type: 'text', text: strong(heading) };
  if (answer?.type !== 'text') return { heading, opening: heading ? [title] : [], rest: elements };
  const [first, others] = firstSentence(answer.text);
  const rest = others.length === 0 ? [] : [{ ...answer, text: others }];
  const onOneLine = at === 0 && heading !== '';
  const text = onOneLine ? [...strong(heading), ...plain(afterTitle(heading, language)), ...first] : first;
  return {
    heading,
    opening: [...(onOneLine || !heading ? [] : [title]), ...elements.slice(0, at), { type: 'text', text }],
    rest: [...rest, ...elements.slice(at + 1)],
  };
}

/** Up to the sentence in bold, which was brought forward, or the first one; a semicolon ends none that stands by itself. */
function firstSentence(text: RichText): readonly [RichText, RichText] {
  const sentences = splitRich(text);
  const answering = sentences.findLastIndex((sentence) => sentence.some(isStrong));
  const end = sentences.findIndex((one, at) => at >= answering && !plainText(one).endsWith(';')) + 1;
  return [joinRich(sentences.slice(0, end || undefined)), joinRich(end ? sentences.slice(end) : [])];
}

function isStrong(run: Inline): boolean {
  return run.type === 'text' && run.strong === true;
}

/** What is left of a part, under its title once more. */
function continued({ heading, rest }: Opened): CardElement[] {
  const [first, ...others] = rest;
  if (!first || heading === '') return [...rest];
  if (first.type !== 'text') return [{ type: 'text', text: [...strong(heading), ...plain(' …')] }, ...rest];
  return [{ type: 'text', text: [...strong(heading), ...plain(' … '), ...first.text] }, ...others];
}

function headingOf(card: Card): string {
  const [title] = card.elements;
  return title?.type === 'title' ? title.text : '';
}

/** As much of a card as its share allows, tables and lists only whole. */
function partOf(card: Card, share: number): Part {
  const elements: CardElement[] = [];
  const heading = headingOf(card);
  // The title stands above the rest of the part once more.
  let left = share - 2 * heading.length;
  for (const element of card.elements) {
    if (element.type === 'text' && left > 40) {
      const text = fitted(element.text, left);
      left -= plainText(text).length;
      elements.push({ type: 'text', text });
    } else if (element.type === 'notice') elements.push(element);
    else if (element.type === 'list' || element.type === 'table' || element.type === 'facts') {
      // What a table compares, its title says.
      const part = element.type === 'table' ? { ...element, caption: '' } : element;
      const size = answerLength({ ...card, elements: [part] });
      if (size > left) continue;
      left -= size;
      elements.push(part);
    }
  }
  return { heading, elements, language: card.language };
}

/** A title may end with a mark of its own, or have a dash already. */
function afterTitle(title: string, language: Language): string {
  if (/[?!…]$/u.test(title)) return ' ';
  return title.includes(' – ') ? labelled('', language) : ' – ';
}

function fitted(text: RichText, maximum: number): RichText {
  const whole = plainText(text);
  return whole.length <= maximum ? text : plain(shorten(whole, maximum));
}

function sources(cards: readonly Card[]): CardElement[] {
  const found = cards.flatMap((card) => card.elements.filter((element) => element.type === 'sources'));
  const [first] = found;
  if (!first) return [];
  return [
    {
      ...first,
      asOf: [...new Set(found.map((element) => element.asOf))].join(' · '),
      sources: uniqueSources(found.flatMap((element) => element.sources)),
    },
  ];
}

function uniqueActions(actions: readonly CardAction[]): CardAction[] {
  return [...new Map(actions.map((action) => [JSON.stringify(action), action])).values()];
}

function answerActions(card: Card): CardAction[] {
  return card.elements
    .flatMap((element) => (element.type === 'actions' ? element.actions : []))
    .filter((action) => action.type === 'call' && action.call.language === card.language);
}
