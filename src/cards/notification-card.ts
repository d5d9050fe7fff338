/** The card that tells a channel at once: changes of the content, or an announcement. */
import type { Language } from '../knowledge/language.ts';
import { type Card, type CardElement, plain } from './card.ts';
import {
  headingElement,
  type News,
  newsActions,
  newsBody,
  newsHeading,
  newsSources,
  type SubscriptionsChanged,
  whyElement,
} from './news.ts';
import { string } from './strings.ts';

export interface NotificationCardInput {
  readonly language: Language;
  /** At least one. */
  readonly news: readonly News[];
  /** A sentence of the editors about all of it. */
  readonly note?: string;
  /** The names of the topics through which the channel gets it. */
  readonly topics: readonly string[];
  readonly changed: SubscriptionsChanged;
  readonly now: Date;
}

/** More than these are named only: a card that nobody reads tells nothing. */
const toldInFull = 8;

export function notificationCard({
  language,
  news,
  note,
  topics,
  changed,
  now,
}: NotificationCardInput): Card {
  const headings = news.map((one) => newsHeading(one, language));
  const [only] = headings;
  const isOne = news.length === 1;
  const full = news.slice(0, toldInFull);
  const more = headings.slice(toldInFull);
  return {
    language,
    summary: headings.join(' · '),
    elements: [
      { type: 'title', text: isOne ? only! : string('newsTitle', language) },
      ...(note === undefined ? [] : [noteElement(note, language)]),
      ...full.flatMap((one, index) => [
        ...(isOne ? [] : [headingElement(headings[index]!)]),
        ...newsBody(one, language),
      ]),
      ...(more.length > 0 ? moreElements(more, language) : []),
      ...newsSources(full, language, now),
      ...newsActions(news, language),
      ...whyElement(topics, changed, language),
    ],
  };
}

function noteElement(note: string, language: Language): CardElement {
  return { type: 'notice', tone: 'info', text: plain(string('newsNote', language, { text: note })) };
}

function moreElements(headings: readonly string[], language: Language): CardElement[] {
  return [
    headingElement(string('newsMore', language)),
    { type: 'list', ordered: false, items: headings.map(plain) },
  ];
}
