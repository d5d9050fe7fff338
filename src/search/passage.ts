/** A section, or an attribute of an entry, made ready for search: what it says in both languages, and what can be asked of it. */
import type { Language } from '../knowledge/language.ts';
import type { EntryKind } from '../knowledge/types.ts';
import { type AnswerType, shows } from './answer-types.ts';
import type { FieldCounts } from './full-text.ts';
import { numberedTerms } from './numbered.ts';
import { hasPair } from './pairs.ts';
import { remembered } from './section-texts.ts';
import { listAt, listsWith, type TermLists } from './term-lists.ts';
import type { Terms } from './terms.ts';
import { type Reader, termsOfWord } from './tokens.ts';

/** What can answer: a section of an entry, or the statements about one of its attributes. */
export interface Target {
  readonly entry: string;
  readonly section?: string;
  readonly attribute?: string;
}

/** What a sentence, a list item or a table row says. */
export interface Sentence {
  readonly text: string;
  readonly language: Language;
}

/** What the texts of a section, or of an attribute of an entry, were read to be: plain data. */
export interface PassageData {
  readonly target: Target;
  readonly kind: EntryKind;
  /** Attributes whose question it answers: its own, or those that name the section. */
  readonly attributes: readonly string[];
  /** Entries whose subject this is: its own and the one it is a topic of. */
  readonly subjects: ReadonlySet<string>;
  /** Entries that its heading names. */
  readonly headed: ReadonlySet<string>;
  /** The questions that it is known to answer, and its headings: the terms of each, each once. */
  readonly asks: TermLists;
  /** Those that make the length of each: each word or name once. */
  readonly asksOwn: TermLists;
  /** Which terms follow which in them (`pairs.ts`). */
  readonly pairs: Int32Array;
  /** Each sentence, list item and table row. */
  readonly sentences: readonly Sentence[];
  /** The terms of each of them, each once. */
  readonly sentenceTerms: TermLists;
  /** The years its text names. */
  readonly years: ReadonlySet<string>;
  /** What the full-text search indexes. */
  readonly counts: FieldCounts;
}

export interface Passage extends Omit<PassageData, 'pairs'> {
  /** Its place among all passages. */
  readonly index: number;
  readonly key: string;
  /** Term → weight (0 to 1) of the best place in which it stands. */
  readonly terms: ReadonlyMap<string, number>;
  /** Whether two terms follow each other in one of its questions. */
  neighbours(first: string, second: string): boolean;
  /** Its questions and sentences that have a term; each tells what others it has. */
  linesWith(term: string): readonly ((other: string) => boolean)[];
  /** Whether one of some terms stands beside a number. */
  numbers(any: readonly string[]): boolean;
  /** Whether a sentence has so many of some words, each by one of its terms, and its text is as asked. */
  tells(words: readonly (readonly string[])[], text: (text: string) => boolean, least?: number): boolean;
  /** Whether any of them shows a thing of the kind. */
  shows(type: AnswerType): boolean;
}

/** `ngen#join` or, for the statements about an attribute, `ngen@leader`. */
export function keyOf({ entry, section, attribute }: Target): string {
  return attribute ? `${entry}@${attribute}` : `${entry}#${section}`;
}

/**
 * @param index its place among all passages
 * @param reader what its terms are numbered in
 */
export function createPassage({ pairs, ...data }: PassageData, index: number, reader: Reader): Passage {
  const { target, asks, sentences, sentenceTerms, counts } = data;
  const { terms: known } = reader;
  // Found out when first asked: a start does not wait for what few questions need.
  let numbered: ReadonlySet<number> | undefined;
  let following: ReadonlySet<number> | undefined;
  return {
    ...data,
    index,
    key: keyOf(target),
    terms: weightsOf(counts, known),
    neighbours(first, second) {
      following ??= new Set(pairs);
      return hasPair(following, [first, second], known);
    },
    numbers(any) {
      numbered ??= numberedTerms(sentences, (word, language) => termsOfWord(word, language, reader));
      return any.some((term) => numbered?.has(known.find(term) ?? -1));
    },
    tells(words, isAsked, least = 1) {
      const numbers = words.map((any) => any.map((term) => known.find(term)));
      return sentences.some(({ text }, sentence) => {
        const terms = listAt(sentenceTerms, sentence);
        const told = numbers.filter((any) =>
          any.some((number) => number !== undefined && terms.includes(number)),
        );
        return told.length >= least && isAsked(text);
      });
    },
    linesWith(term) {
      const number = known.find(term);
      if (number === undefined) return [];
      return [...listsWith(asks, number), ...listsWith(sentenceTerms, number)].map(
        (terms) => (other) => terms.includes(known.find(other) ?? -1),
      );
    },
    shows: remembered((type: AnswerType) => sentences.some(({ text }) => shows(text, type))),
  };
}

/** Each term with the weight of the best place in which it stands. */
function weightsOf({ all, title, asks }: FieldCounts, known: Terms): Map<string, number> {
  const weights = new Map<string, number>();
  for (let at = 0; at < all.terms.length; at++) weights.set(known.text(all.terms[at]!), all.weights[at]!);
  // Titles and questions tell as much as any.
  for (let at = 0; at < title.terms.length; at++) weights.set(known.text(title.terms[at]!), 1);
  for (let at = 0; at < asks.terms.length; at++) weights.set(known.text(asks.terms[at]!), 1);
  return weights;
}
