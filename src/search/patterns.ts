/** Phrases with gaps: `how much … earn`, `^book me`; what is refused is matched word for word. */
import { type Word, wordsOf } from './analysis.ts';

export interface Pattern {
  /** The runs of words, in order. */
  readonly runs: readonly (readonly string[])[];
  /** Whether the first run must begin the text. */
  readonly first: boolean;
  /** Whether the last run must end the text. */
  readonly last: boolean;
}

/** Words between two runs; more would join what does not belong together. */
const widestGap = 6;

/** A word without its plural ending, so that one form in the content stands for both. */
export function singular(word: Pick<Word, 'folded'>): string {
  return word.folded.length > 3 && word.folded.endsWith('s') ? word.folded.slice(0, -1) : word.folded;
}

/** @returns undefined where the phrase has neither a gap (`…`) nor an anchor (`^` at the start, `$` at the end) */
export function readPattern(phrase: string): Pattern | undefined {
  const first = phrase.startsWith('^');
  const last = phrase.endsWith('$');
  if (!first && !last && !phrase.includes('…')) return undefined;
  const runs = phrase
    .split('…')
    .map((run) => wordsOf(run).map(singular))
    .filter((run) => run.length > 0);
  return { runs, first, last };
}

/** @param words each as `singular` gives it */
export function findPattern(
  { runs, first, last }: Pattern,
  words: readonly string[],
): { readonly start: number; readonly end: number } | undefined {
  const starts = first ? [0] : words.keys();
  for (const start of starts) {
    const end = endOf(0, start, start);
    if (end !== undefined) return { start, end };
  }
  return undefined;

  /** Where the runs from `run` on end, the first of them standing at or after `from`. */
  function endOf(run: number, from: number, latest: number): number | undefined {
    const wanted = runs[run];
    if (!wanted) return undefined;
    for (let at = from; at <= latest && at + wanted.length <= words.length; at++) {
      if (!wanted.every((word, index) => words[at + index] === word)) continue;
      const end = at + wanted.length;
      if (run === runs.length - 1) {
        if (!last || end === words.length) return end;
        continue;
      }
      const found = endOf(run + 1, end, end + widestGap);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
