/** One card of several answers: each under its title, the sources together. */
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
import { actionsElement, languageAction, uniqueSources } from './parts.ts';
import { shorten } from './shorten.ts';

export interface JoinedCardInput {
  readonly title: string;
  /** The answers, in the order of the question. */
  readonly cards: readonly [Card, ...Card[]];
  readonly call: { readonly intent: string; readonly args: Readonly<Record<string, string>> };
}

/** Characters for all parts together: a plain answer has 1,200, titles and blank lines included. */
const room = 950;

export function joinedCard({ title, cards, call }: JoinedCardInput): Card {
  const { language } = cards[0];
  const share = Math.floor(room / cards.length);
  const actions = uniqueActions(cards.flatMap((card) => answerActions(card).slice(0, 2)));
  return {
    language,
    summary: shorten(cards.map((card) => card.summary).join(' '), 200),
    elements: [
      { type: 'title', text: title },
      ...cards.flatMap((card) => partElements(card, share)),
      ...sources(cards),
      ...actionsElement([...actions.slice(0, maximumActions - 1), languageAction({ ...call, language })]),
    ],
  };
}

/** A part's title in bold and as much of its answer as its share allows; tables and lists only whole. */
function partElements(card: Card, share: number): CardElement[] {
  let left = share;
  const title = card.elements.find((element) => element.type === 'title');
  const parts: CardElement[] = title ? [{ type: 'text', text: strong(title.text) }] : [];
  for (const element of card.elements) {
    if (element.type === 'text' && left > 40) {
      const text = fitted(element.text, left);
      left -= plainText(text).length;
      parts.push({ type: 'text', text });
    } else if (element.type === 'notice') parts.push(element);
    else if (element.type === 'list' || element.type === 'table' || element.type === 'facts') {
      const size = JSON.stringify(element).length / 2;
      if (size > left) continue;
      left -= size;
      parts.push(element);
    }
  }
  return parts;
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
