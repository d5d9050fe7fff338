/**
 * How good a ranking is. Definitions: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR
 * techniques" (2002), with the gain 2^grade − 1; reciprocal rank and precision as TREC defines them.
 */
import { seeded } from './random.ts';

/** Document id → how relevant it is, 1 or more; what is absent is not relevant. */
export type Grades = ReadonlyMap<string, number>;

export interface Measured {
  readonly ndcg: number;
  readonly reciprocalRank: number;
  readonly first: number;
}

const depth = 10;

/** @param ranking ids, best first; what comes after the tenth is not looked at */
export function measure(ranking: readonly string[], grades: Grades): Measured {
  const top = ranking.slice(0, depth);
  const ideal = gain([...grades.values()].sort((a, b) => b - a).slice(0, depth));
  const rank = top.findIndex((id) => grades.has(id));
  return {
    ndcg: ideal === 0 ? 0 : gain(top.map((id) => grades.get(id) ?? 0)) / ideal,
    reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1),
    first: rank === 0 ? 1 : 0,
  };
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param sorted ascending */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const resamples = 10_000;

/** The 95 % interval of the mean difference of two systems on the same questions, by paired bootstrap. */
export function differenceInterval(ours: readonly number[], theirs: readonly number[]): Interval {
  const random = seeded(2026);
  const differences = ours.map((value, index) => value - theirs[index]!);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let index = 0; index < differences.length; index++)
      sum += differences[random.below(differences.length)]!;
    return sum / differences.length;
  }).sort((a, b) => a - b);
  return { low: percentile(means, 2.5), high: percentile(means, 97.5) };
}
