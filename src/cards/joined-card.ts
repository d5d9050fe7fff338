/** One card of several answers: each under its title, the sources together. */
import type { Language } from '../knowledge/language.ts';
import type { RichText } from '../knowledge/types.ts';
import {
  type Card,
  type CardAction,
  type CardElement,
  maximumActions,
  plain,
  plainText,
  strong,
} from './card.ts';
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

/** The parts with what each may have of the room; what one does not need, the later ones have. */
function partsWithin(cards: readonly Card[], room: number): CardElement[] {
  let left = room;
  return cards.flatMap((card, at) => {
    const elements = partElements(card, Math.floor(left / (cards.length - at)));
    left -= answerLength({ ...card, elements });
    return elements;
  });
}

/** A part begins with its title in bold; then comes as much as its share allows, tables and lists only whole. */
function partElements(card: Card, share: number): CardElement[] {
  const parts: CardElement[] = [];
  const [title, ...others] = card.elements;
  const heading = title?.type === 'title' ? title.text : '';
  let left = share - heading.length;
  for (const element of title?.type === 'title' ? others : card.elements) {
    if (element.type === 'text' && left > 40) {
      const text = fitted(element.text, left);
      left -= plainText(text).length;
      // On the line of its title, the answer begins with its first sentence.
      const lead = parts.length === 0 && heading !== '';
      parts.push({
        type: 'text',
        text: lead ? [...strong(heading), ...plain(afterTitle(heading, card.language)), ...text] : text,
      });
    } else if (element.type === 'notice') parts.push(element);
    else if (element.type === 'list' || element.type === 'table' || element.type === 'facts') {
      // What a table compares, its title says.
      const part = element.type === 'table' ? { ...element, caption: '' } : element;
      const size = answerLength({ ...card, elements: [part] });
      if (size > left) continue;
      left -= size;
      parts.push(part);
    }
  }
  const told = parts[0]?.type === 'text' || heading === '';
  return told ? parts : [{ type: 'text', text: strong(heading) }, ...parts];
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
