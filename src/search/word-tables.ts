/** The words of the content by what a slip leaves of them, for the spelling. */
import type { Language } from '../knowledge/language.ts';
import type { Lexicon } from './lexicon.ts';
import { soundOf } from './sounds.ts';

/** A word that may be meant, and where it comes in the content. */
export interface KnownWord {
  readonly folded: string;
  readonly letters: number;
  readonly order: number;
}

export interface WordTables {
  /** The stems of a language's own words. */
  readonly stems: Readonly<Record<Language, ReadonlySet<string>>>;
  /** By `startKey`, in the order of the content. */
  readonly byStart: ReadonlyMap<string, readonly KnownWord[]>;
  /** By all letters but the first. */
  readonly byRest: ReadonlyMap<string, readonly string[]>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
}

/** The first letter is doubted, and the sound listened to, only where enough letters are left. */
export const longEnough = 5;

export function createWordTables(lexicon: Lexicon): WordTables {
  const words = [...lexicon.words];
  const byStart = new Map<string, KnownWord[]>();
  const byRest = new Map<string, string[]>();
  const bySound = new Map<string, string[]>();
  for (const [order, folded] of words.entries()) {
    if (folded.length < 4 || /\p{N}/u.test(folded)) continue;
    addTo(byStart, startKey(folded.length, folded[0]!), { folded, letters: lettersOf(folded), order });
    if (folded.length < longEnough) continue;
    addTo(byRest, folded.slice(1), folded);
    addTo(bySound, soundOf(folded), folded);
  }
  // A stem counts in its own language only: by the French one, "gathe(ing)" would be a form of "gather".
  const stemsOf = (language: Language) =>
    new Set(
      words
        .filter((folded) => lexicon.writtenIn(folded, language))
        .map((folded) => lexicon.stem({ folded, surface: lexicon.surface(folded) }, language)),
    );
  return { stems: { en: stemsOf('en'), fr: stemsOf('fr') }, byStart, byRest, bySound };
}

/** The letters of a word as a set of 32 bits; letters that share a bit only make words look nearer. */
export function lettersOf(folded: string): number {
  let letters = 0;
  for (let index = 0; index < folded.length; index++) letters |= 1 << (folded.charCodeAt(index) & 31);
  return letters;
}

export function startKey(length: number, letter: string): string {
  return `${length}${letter}`;
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const same = map.get(key);
  if (same) same.push(value);
  else map.set(key, [value]);
}
