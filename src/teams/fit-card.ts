/** Makes a card small enough for Teams: long parts are shortened at sentence ends, never cut blindly. */
import type { Card, CardAction, CardElement } from '../cards/card.ts';
import { maximumActions, plainText } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { RichText } from '../knowledge/types.ts';
import type { AdaptiveCardPayload, CardItem } from './adaptive-card-types.ts';
import { limits, sizeOf } from './limits.ts';

type RenderElement = (element: CardElement) => CardItem[];
type Assemble = (card: Card, body: readonly CardItem[]) => AdaptiveCardPayload;

/** An element with what became of it and the bytes that takes. */
interface Part {
  readonly element: CardElement;
  readonly items: readonly CardItem[];
  readonly bytes: number;
}

/** Below this a text is no longer worth its place: the next step drops the element. */
const shortestText = 80;

/** Below this a part of the answer is let alone, and titles, sources and buttons are shortened too. */
const smallPart = 400;

/**
 * Renders the card, halving its largest element until it fits; a card that lost something offers
 * its `more` action.
 */
export function fitCard(card: Card, render: RenderElement, assemble: Assemble): AdaptiveCardPayload {
  const toPart = (element: CardElement): Part => {
    const items = render(element);
    return { element, items, bytes: items.length === 0 ? 0 : sizeOf(items) - 1 };
  };
  const whole = limitActions(card.elements).map(toPart);
  const payload = assemble(card, bodyOf(whole));
  if (sizeOf(payload) <= limits.cardBytes.maximum) return payload;

  let parts = card.more ? limitActions(withMore(card.elements, card.more)).map(toPart) : whole;
  const room = limits.cardBytes.maximum - sizeOf(assemble(card, []));
  while (parts.reduce((sum, part) => sum + part.bytes, 0) > room) {
    const chosen = partToShrink(parts);
    // Every halving takes at least one character, item or element away, so this ends.
    parts = parts.flatMap((part) => (part === chosen ? halve(part.element).map(toPart) : [part]));
  }
  return assemble(card, bodyOf(parts));
}

function bodyOf(parts: readonly Part[]): CardItem[] {
  return parts.flatMap((part) => part.items);
}

/** Titles, sources and buttons go last: without them the rest is neither understood nor believed. */
function partToShrink(parts: readonly Part[]): Part | undefined {
  const answer = parts.filter(
    (part) => !['title', 'sources', 'actions'].includes(part.element.type) && part.bytes > smallPart,
  );
  return (answer.length > 0 ? answer : parts).toSorted((a, b) => b.bytes - a.bytes)[0];
}

/** The element with about half its content, or nothing where there is nothing left to halve. */
function halve(element: CardElement): CardElement[] {
  switch (element.type) {
    case 'title':
      return element.text.length > shortestText
        ? [{ ...element, text: shorten(element.text, element.text.length >> 1) }]
        : [];
    case 'context':
    case 'text':
    case 'notice': {
      const text = halfText(element.text);
      return text ? [{ ...element, text }] : [];
    }
    case 'facts':
      return element.facts.length > 1
        ? [{ ...element, facts: element.facts.slice(0, element.facts.length >> 1) }]
        : element.facts.flatMap((fact) => {
            const value = halfText(fact.value);
            return value ? [{ ...element, facts: [{ ...fact, value }] }] : [];
          });
    case 'table':
      return element.rows.length > 1
        ? [{ ...element, rows: element.rows.slice(0, element.rows.length >> 1) }]
        : [];
    case 'list':
      return element.items.length > 1
        ? [{ ...element, items: element.items.slice(0, element.items.length >> 1) }]
        : element.items.flatMap((item) => {
            const text = halfText(item);
            return text ? [{ ...element, items: [text] }] : [];
          });
    case 'sources':
      return element.sources.length > 1
        ? [{ ...element, sources: element.sources.slice(0, element.sources.length >> 1) }]
        : [];
    case 'actions':
      return element.actions.length > 1
        ? [{ ...element, actions: element.actions.slice(0, element.actions.length - 1) }]
        : [];
    case 'image':
      return [];
  }
}

/** The first half of a rich text with its markup, ended by a whole sentence where there is one. */
function halfText(text: RichText): RichText | undefined {
  const length = plainText(text).length;
  const kept = shorten(plainText(text), length >> 1);
  if (length < shortestText || kept.length <= 1) return undefined;
  // The shortened text is a prefix of the whole with ` …` or `…` after it.
  let room = kept.replace(/ ?…$/u, '').length;
  const runs: RichText[number][] = [];
  for (const run of text) {
    if (room === 0) break;
    const value = run.value.slice(0, room);
    room -= value.length;
    runs.push({ ...run, value });
  }
  return [...runs, { type: 'text', value: ' …' }];
}

/** Adds `more` in front of the last buttons. */
function withMore(elements: readonly CardElement[], more: CardAction): CardElement[] {
  const last = elements.findLastIndex((element) => element.type === 'actions');
  if (last < 0) return [...elements, { type: 'actions', actions: [more] }];
  return elements.map((element, index) =>
    index === last && element.type === 'actions'
      ? { ...element, actions: [more, ...element.actions] }
      : element,
  );
}

/** Keeps the last `actions` element whole before earlier ones: it holds `more` and the way to a person. */
function limitActions(elements: readonly CardElement[]): CardElement[] {
  let room = maximumActions;
  return elements
    .toReversed()
    .map((element): CardElement => {
      if (element.type !== 'actions') return element;
      const actions = element.actions.slice(0, room);
      room -= actions.length;
      return { ...element, actions };
    })
    .reverse();
}
