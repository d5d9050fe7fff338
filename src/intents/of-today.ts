/** Which of two sections of an entry is meant where they hold at different times: the one of the time that is asked for. */
import { type Stage, stageOf } from '../knowledge/freshness.ts';
import type { Section } from '../knowledge/types.ts';
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

/** Whether a question asks of another time than today without saying which. */
export function asksOfAnotherTime(words: readonly Pick<Word, 'folded'>[]): boolean {
  return yearsOf(words).length > 1 || asksFormer(words) || words.some(({ folded }) => pastWords.has(folded));
}

/** Where a section stands at the time of which a question asks: the one year that it names, or today. */
export function stageAsked(
  section: Pick<Section, 'effective' | 'until'>,
  words: readonly Pick<Word, 'folded'>[],
  now: Date,
): Stage {
  const [year, ...others] = yearsOf(words);
  if (year === undefined || others.length > 0) return stageOf(section, now);
  if (section.effective && section.effective.slice(0, 4) > year) return 'future';
  return section.until && section.until.slice(0, 4) < year ? 'past' : 'current';
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
