/** Dates that lie ahead, as a list: the day, and what begins, ends or falls on it. */
import { dayOf } from '../knowledge/freshness.ts';
import type { Language } from '../knowledge/language.ts';
import type { Entry, Fact, PartialDate, RichText, Section } from '../knowledge/types.ts';
import type { Attribute } from '../knowledge/vocabulary.ts';
import { type CardElement, plain, plainText, strong } from './card.ts';
import { formatDate, labelled } from './format.ts';
import { shorten } from './shorten.ts';
import { enumerate, string } from './strings.ts';

/** Characters at most of what is said of a date. */
const longestSentence = 320;

/** A change that lies ahead; facts of several clusters that state the same are one change. */
export interface AheadDate {
  readonly date: PartialDate;
  readonly change: 'begins' | 'ends' | 'falls';
  readonly statements: readonly { readonly entry: Entry; readonly item: Fact | Section }[];
  /** The attribute where the statements are facts. */
  readonly attribute?: Attribute;
}

export function dateElements(dates: readonly AheadDate[], language: Language, now: Date): CardElement[] {
  if (dates.length === 0) {
    const date = formatDate(dayOf(now), language);
    return [{ type: 'text', text: plain(string('briefNoDates', language, { date })) }];
  }
  const items = dates.map(
    (date): RichText => [
      ...strong(formatDate(date.date, language)),
      { type: 'text', value: ` – ${changeText(date, language)}` },
    ],
  );
  return [{ type: 'list', ordered: false, items }];
}

function changeText({ change, statements, attribute }: AheadDate, language: Language): string {
  const [{ entry, item }] = statements as [AheadDate['statements'][number]];
  const verb =
    change === 'falls'
      ? ''
      : labelled(string(change === 'begins' ? 'briefBegins' : 'briefEnds', language), language);
  if (statements.length > 1 && attribute) {
    const names = statements.map((statement) => statement.entry.shortTitle);
    return `${verb}${labelled(attribute.label[language], language)}${enumerate(names, language)}`;
  }
  if ('heading' in item) return `${verb}${item.heading} (${entry.shortTitle})`;
  return `${verb}${shorten(plainText(item.text), longestSentence)}`;
}
