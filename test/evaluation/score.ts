/** What one reply is worth against its label. */
import type { Item } from './items.ts';

/** The part of a reply that is scored. */
export interface Answer {
  readonly answered: boolean;
  readonly language: string;
  readonly entries: readonly string[];
  /** The plain text of the answer. */
  readonly text: string;
}

export const verdicts = [
  'right',
  'wrong entry',
  'missing fact',
  'wrong language',
  'not answered',
  'false answer',
] as const;
export type Verdict = (typeof verdicts)[number];

export interface Score {
  readonly verdict: Verdict;
  /** Fact patterns that the text does not match. */
  readonly missing: readonly string[];
  /** Fact patterns that the text matches, but not its first two sentences. */
  readonly late: readonly string[];
}

export function score(item: Item, answer: Answer): Score {
  const { answered, either = false, entries = [], facts = [] } = item.expect;
  if (!answer.answered) {
    const fine = !answered || either;
    return { verdict: fine ? 'right' : 'not answered', missing: [], late: [] };
  }
  if (!answered && !either) return { verdict: 'false answer', missing: [], late: [] };
  const text = plain(answer.text);
  const start = firstSentences(text, 2);
  const missing = facts.filter((fact) => !pattern(fact).test(text));
  const late = facts.filter((fact) => pattern(fact).test(text) && !pattern(fact).test(start));
  return { verdict: verdictOf(item, answer, entries, missing), missing, late };
}

function verdictOf(
  item: Item,
  answer: Answer,
  entries: readonly string[],
  missing: readonly string[],
): Verdict {
  if (entries.length > 0 && !entries.some((wanted) => answer.entries.some((id) => isPartOf(id, wanted)))) {
    return 'wrong entry';
  }
  if (item.kind !== 'mixed' && answer.language !== item.language) return 'wrong language';
  return missing.length > 0 ? 'missing fact' : 'right';
}

function isPartOf(id: string, wanted: string): boolean {
  return id === wanted || id.startsWith(`${wanted}#`);
}

export function pattern(fact: string): RegExp {
  return new RegExp(fact, 'iu');
}

/** Typography that carries no meaning here: kinds of spaces, dashes and apostrophes. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replace(/[\u2010-\u2014]/g, '-')
    .replace(/[\u2018\u2019]/g, "'");
}

/** The first sentences of a text; every line break ends a sentence, "St. John's" does not. */
export function firstSentences(text: string, count: number): string {
  return text
    .split(/\n+|(?<=[.!?]["»)]?)(?<!\bSt\.|\b[A-Z]\.) +(?=[\p{Lu}\d«"(])/u)
    .filter((sentence) => sentence.trim() !== '')
    .slice(0, count)
    .join(' ');
}
