/** Which of two sections of an entry is meant where one holds no more: the other, unless a time was named. */
import type { Stage } from '../knowledge/freshness.ts';
import type { Word } from '../search/analysis.ts';
import { asksFormer } from './leadership.ts';
import { yearsOf } from './years.ts';

interface Dated {
  readonly entry: string;
  readonly stage: Stage;
  readonly score: number;
}

/** Less than this share of its rival's score, and a section of today is about something else. */
const near = 0.7;

const pastWords = new Set(
  'was were did had until till then ended last etait etaient avait avaient fut jusqu dernier derniere'.split(
    ' ',
  ),
);

/** Whether a question asks of another time than today. */
export function asksOfAnotherTime(words: readonly Pick<Word, 'folded'>[]): boolean {
  return yearsOf(words).length > 0 || asksFormer(words) || words.some(({ folded }) => pastWords.has(folded));
}

/**
 * "What is the threshold?" asks for the one of today, although the words are more like those of an earlier
 * one: the two change places.
 *
 * @param ranked the best first
 */
export function holdingFirst<Item extends Dated>(ranked: readonly Item[]): Item[] {
  const [first] = ranked;
  if (!first || first.stage === 'current') return [...ranked];
  const today = ranked.find(
    (item) => item.entry === first.entry && item.stage === 'current' && item.score >= near * first.score,
  );
  if (!today) return [...ranked];
  return ranked.map((item) => {
    if (item === first) return { ...item, score: Math.min(today.score, first.score) };
    return item === today ? { ...item, score: Math.max(today.score, first.score) } : item;
  });
}
