/** The cards that answer subscription lines. Pure. */
import { type Card, plain } from '../cards/card.ts';
import { messageCard } from '../cards/message-card.ts';
import type { Language } from '../knowledge/language.ts';
import { printSubscription } from './print-subscription.ts';
import type { Subscription } from './subscription.ts';
import type { LineContext } from './subscription-line.ts';
import { say } from './subscription-strings.ts';

/** A sentence, and the lines that a channel has now. */
export function linesCard(
  title: 'subscribedTitle' | 'unsubscribedTitle' | 'notSubscribedTitle' | 'listTitle',
  text: string,
  lines: readonly Subscription[],
  language: Language,
  context: LineContext,
): Card {
  const items = lines.map((line) => plain(printSubscription(line, language, context)));
  const heading =
    title === 'listTitle' ? [] : [{ type: 'text' as const, text: plain(say('lines', language)) }];
  const list = items.length > 0 ? [...heading, { type: 'list' as const, ordered: false, items }] : [];
  return messageCard(language, say(title, language), text, list);
}

/** Says first what has to be done before anything can arrive. */
export function withWarning(card: Card, words: string): Card {
  const [title, ...rest] = card.elements;
  return { ...card, elements: [title!, { type: 'notice', tone: 'warning', text: plain(words) }, ...rest] };
}

/** A line that works with the content in service. */
export function exampleLine(language: Language, { topics, verbs }: LineContext): string {
  const [first] = topics.all;
  return `${verbs.subscribe[language][0]} ${first ? topics.nameOf(first.id, language) : ''}`;
}
