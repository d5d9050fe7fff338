import { languages } from '../knowledge/language.ts';
import { isQuestionWord, isStopWord, lightWordsOf, stem, type Word } from './analysis.ts';
import type { Lexicon } from './lexicon.ts';

export interface Spelling {
  /** Whether the word is in our lexicon, as it is or by its stem. */
  knows(word: Word): boolean;
  /** The word meant, as it is written; undefined when none is near enough or two are equally near. */
  correct(word: Word): string | undefined;
}

/** A word that may be meant, and where it comes in the content. */
interface Known {
  readonly folded: string;
  readonly letters: number;
  readonly order: number;
}

/** The letters of a word as a set of 32 bits; letters that share a bit only make words look nearer. */
function lettersOf(folded: string): number {
  let letters = 0;
  for (let index = 0; index < folded.length; index++) letters |= 1 << (folded.charCodeAt(index) & 31);
  return letters;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

function startKey(length: number, letter: string): string {
  return `${length}${letter}`;
}

/**
 * A word is right when the content, the vocabulary or the grammar of either language has it.
 *
 * @param also folded words that are right although no content has them
 */
export function createSpelling(lexicon: Lexicon, also: ReadonlySet<string> = new Set()): Spelling {
  const words = [...lexicon.words];
  const stems = new Set(
    words.flatMap((folded) =>
      languages.map((language) => lexicon.stem({ folded, surface: lexicon.surface(folded) }, language)),
    ),
  );
  const byStart = new Map<string, Known[]>();
  for (const [order, folded] of words.entries()) {
    if (folded.length < 4 || /\p{N}/u.test(folded)) continue;
    const key = startKey(folded.length, folded[0]!);
    const known = { folded, letters: lettersOf(folded), order };
    const same = byStart.get(key);
    if (same) same.push(known);
    else byStart.set(key, [known]);
  }

  /** A slip of the first letter is rare; another first letter is another word. */
  function candidates(folded: string, length: number): readonly Known[] {
    const alike = byStart.get(startKey(length, folded[0]!)) ?? [];
    if (folded[1] === folded[0]) return alike;
    const swapped = (byStart.get(startKey(length, folded[1]!)) ?? []).filter((known) =>
      swappedStart(known.folded, folded),
    );
    // In the order of the content, whichever way they were found.
    return swapped.length === 0 ? alike : [...alike, ...swapped].sort((a, b) => a.order - b.order);
  }

  const knows = (word: Word) =>
    lexicon.frequency(word.folded) > 0 ||
    also.has(word.folded) ||
    languages.some(
      (language) =>
        isStopWord(word.folded, language) ||
        isQuestionWord(word.folded, language) ||
        lightWordsOf(language).has(word.folded) ||
        stems.has(lexicon.stem(word, language)),
    );
  return {
    knows,
    correct(word) {
      const { folded } = word;
      if (folded.length < 4 || folded.length > 30 || /\p{N}/u.test(folded) || knows(word)) return undefined;
      const allowed = folded.length >= 8 ? 2 : 1;
      let best: { word: string; distance: number; frequency: number } | undefined;
      let tied = false;
      const letters = lettersOf(folded);
      for (let length = folded.length - allowed; length <= folded.length + allowed; length++) {
        for (const { folded: candidate, letters: itsLetters } of candidates(folded, length)) {
          // An edit changes at most two letters of the set: most words are too far at a glance.
          if (bitCount(letters ^ itsLetters) > 2 * allowed) continue;
          const distance = editDistance(folded, candidate, allowed);
          if (distance > allowed) continue;
          const count = lexicon.frequency(candidate);
          if (!best || distance < best.distance || (distance === best.distance && count > best.frequency)) {
            best = { word: candidate, distance, frequency: count };
            tied = false;
          } else if (distance === best.distance && count === best.frequency) {
            tied = stem(candidate, 'en') !== stem(best.word, 'en');
          }
        }
      }
      return tied || !best ? undefined : lexicon.surface(best.word);
    },
  };
}

function swappedStart(a: string, b: string): boolean {
  return a[0] === b[1] && a[1] === b[0];
}

/**
 * Edits (insert, delete, replace, swap of neighbours) from one word to another; anything above
 * `limit` is reported as `limit + 1`, so that far words cost little.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // Only cells near the diagonal can stay within the limit; what lies beyond counts as too far.
  const far = limit + 1;
  let beforeLast = new Array<number>(b.length + 1).fill(far);
  let last = Array.from(beforeLast, (_, index) => Math.min(index, far));
  let row = new Array<number>(b.length + 1).fill(far);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? Math.min(i, far) : far;
    let least = row[from - 1]!;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (to < b.length) row[to + 1] = far;
    if (least > limit) return far;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length]!, far);
}
