/** Confidence against the share of right answers, in bins. */
import type { Result } from './run.ts';

export interface Bin {
  readonly from: number;
  readonly to: number;
  /** The mean of its answers. */
  readonly confidence: number;
  readonly answers: number;
  readonly right: number;
}

const count = 10;

/**
 * What was answered, in bins of equal width; empty bins are left out. Questions that got no answer claim
 * nothing, so they are not counted. An answer to a question that must be refused is wrong.
 */
export function binsOf(results: readonly Pick<Result, 'answered' | 'confidence' | 'verdict'>[]): Bin[] {
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index / count, (index + 1) / count];
    const inside = results.filter(
      ({ answered, confidence }) =>
        answered && confidence >= from && (confidence < to || (index === count - 1 && confidence <= 1)),
    );
    return {
      from,
      to,
      confidence: inside.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, inside.length),
      answers: inside.length,
      right: inside.filter(({ verdict }) => verdict === 'right').length,
    };
  }).filter(({ answers }) => answers > 0);
}

/** The mean gap between confidence and share right, weighted by answers (Naeini and others, 2015). */
export function expectedError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { answers }) => sum + answers, 0);
  const gaps = bins.map(({ confidence, answers, right }) => answers * Math.abs(confidence - right / answers));
  return total === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / total;
}
