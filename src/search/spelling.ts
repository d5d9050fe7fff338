import { languages } from '../knowledge/language.ts';
import { isQuestionWord, isStopWord, lightWordsOf, stem, type Word } from './analysis.ts';
import type { Lexicon } from './lexicon.ts';

export interface Spelling {
  /** Whether the word is in our lexicon, as it is or by its stem. */
  knows(word: Word): boolean;
  /** The word meant, as it is written; undefined when none is near enough or two are equally near. */
  correct(word: Word): string | undefined;
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
  const byLength = new Map<number, string[]>();
  for (const folded of words) {
    if (folded.length < 4 || /\p{N}/u.test(folded)) continue;
    const same = byLength.get(folded.length);
    if (same) same.push(folded);
    else byLength.set(folded.length, [folded]);
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
      for (let length = folded.length - allowed; length <= folded.length + allowed; length++) {
        for (const candidate of byLength.get(length) ?? []) {
          // A slip of the first letter is rare; another first letter is another word.
          if (candidate[0] !== folded[0] && !swappedStart(candidate, folded)) continue;
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
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replace = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replace);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
