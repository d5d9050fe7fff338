/** A piece of news as cards show it: one change of the content, or an announcement. */
import type { Language } from '../knowledge/language.ts';
import type { Block, PartialDate, Source } from '../knowledge/types.ts';
import { type CardElement, type IntentCall, plain, strong } from './card.ts';
import { formatDate, labelled } from './format.ts';
import {
  actionsElement,
  blockElement,
  callAction,
  type Dated,
  firstSource,
  sourcesElement,
} from './parts.ts';
import { shorten } from './shorten.ts';
import { string } from './strings.ts';

export interface News {
  readonly kind: 'added' | 'changed' | 'corrected' | 'removed' | 'begins' | 'announcement';
  readonly title: string;
  /** What holds now, or what is announced; empty when something was removed. */
  readonly blocks: readonly Block[];
  /** What was told before. */
  readonly before?: string;
  /** The day on which it begins to hold. */
  readonly date?: PartialDate;
  /** Where the statements come from. */
  readonly reference?: Dated & { readonly sources: readonly Source[] };
  /** Opens the whole answer. */
  readonly call?: Omit<IntentCall, 'language'>;
}

/** Characters of what was told before: enough to recognise it. */
const longestBefore = 300;

/** "Corrected: Money of NGen"; an announcement has its own title. */
export function newsHeading({ kind, title, date }: News, language: Language): string {
  switch (kind) {
    case 'announcement':
      return title;
    case 'begins': {
      const begins = string('newsBegins', language, { date: date ? formatDate(date, language) : '' });
      return `${labelled(begins.trim(), language)}${title}`;
    }
    default:
      return `${labelled(string(kindStrings[kind], language), language)}${title}`;
  }
}

const kindStrings = {
  added: 'newsAdded',
  changed: 'newsChanged',
  corrected: 'newsCorrected',
  removed: 'newsRemoved',
} as const;

/** What is said now, in full, and what was said before. */
export function newsBody(news: News, language: Language): CardElement[] {
  const before = news.before === undefined ? [] : [beforeText(news.before, language)];
  const now = news.blocks.length > 0 ? news.blocks.map(blockElement) : goneText(news, language);
  return [...now, ...before];
}

function goneText({ kind }: News, language: Language): CardElement[] {
  return kind === 'removed' ? [{ type: 'text', text: plain(string('newsGone', language)) }] : [];
}

function beforeText(before: string, language: Language): CardElement {
  const text = string('newsBefore', language, { text: shorten(before, longestBefore) });
  return { type: 'context', text: plain(text) };
}

/** A heading of its own inside a card. */
export function headingElement(text: string): CardElement {
  return { type: 'text', text: strong(text) };
}

/** The sources of several news: all of one, the first of each of many. */
export function newsSources(news: readonly News[], language: Language, now: Date): CardElement[] {
  const references = news.flatMap((one) => one.reference ?? []).filter((one) => one.sources.length > 0);
  if (references.length === 0) return [];
  return [sourcesElement(references.length > 1 ? references.map(firstSource) : references, language, now)];
}

/** One button for each answer that the news opens. */
export function newsActions(news: readonly News[], language: Language): CardElement[] {
  const actions = news.flatMap(({ call, title }) => (call ? [callAction(title, { ...call, language })] : []));
  return actionsElement(actions.slice(0, 5));
}

/** Says why the channel gets this, and how to change it. */
/** Where a channel's subscriptions are changed: by a word to the bot, or where nobody can write to it, not. */
export type SubscriptionsChanged = 'in-channel' | 'by-operator';

export function whyElement(
  topics: readonly string[],
  changed: SubscriptionsChanged,
  language: Language,
): CardElement[] {
  if (topics.length === 0) return [];
  const why = changed === 'in-channel' ? 'newsWhy' : 'newsWhyByOperator';
  return [{ type: 'context', text: plain(string(why, language, { topics: topics.join(', ') })) }];
}
