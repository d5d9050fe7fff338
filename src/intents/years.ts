/** Whether a statement tells of a year: a figure of another year is no answer to a question about this one. */
import type { Fact } from '../knowledge/types.ts';
import type { Word } from '../search/analysis.ts';

/** The years that a question names. */
export function yearsOf(words: readonly Pick<Word, 'folded'>[]): string[] {
  return [...new Set(words.map((word) => word.folded).filter((word) => /^(?:19|20)\d\d$/.test(word)))];
}

type Dated = Pick<Fact, 'text' | 'value' | 'asOf' | 'effective' | 'until'>;

const since = /\b(?:since|from|depuis)\b[^.;]{0,30}?\b((?:19|20)\d\d)\b/giu;
const span =
  /\b((?:19|20)\d\d)\s?(?:[–-]|to|until|à|au|jusqu['’](?:à|au))\s?(?:\d{1,2}(?:er)?\s)?(?:\p{L}+\s)?((?:19|20)\d\d)\b/giu;

/** Whether a text names a year or spans it: "from October 2018 to 31 July 2024" tells of 2022. */
export function spans(text: string, year: string): boolean {
  return (
    new RegExp(`\\b${year}\\b`).test(text) ||
    [...text.matchAll(span)].some((match) => match[1]! <= year && year <= match[2]!)
  );
}

/** A year counts as told of where the statement names it, was made in it, or spans it. */
export function tellsOf(fact: Dated, year: string): boolean {
  const text = fact.text.map((run) => run.value).join('');
  const made = fact.asOf.slice(0, 4);
  if (made === year || spans(text, year)) return true;
  if (fact.value.type === 'date' && fact.value.date.startsWith(year)) return true;
  if (fact.effective && fact.effective.slice(0, 4) <= year && year <= (fact.until ?? made).slice(0, 4))
    return true;
  return [...text.matchAll(since)].some((match) => match[1]! <= year && year <= made);
}
