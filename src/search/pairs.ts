/** Which terms follow which: pairs as numbers, because as texts they take more memory than all questions. */
import type { Terms } from './terms.ts';

/** More different terms than the content will ever have; the square stays a small integer. */
const mostTerms = 32_768;

/** Adds the pairs of a line. */
export function addPairs(line: readonly number[], to: Set<number>): void {
  for (let at = 1; at < line.length; at++) to.add(line[at - 1]! * mostTerms + line[at]!);
}

/** Whether two terms follow each other in one of the lines. */
export function hasPair(
  pairs: ReadonlySet<number>,
  [first, second]: readonly [string, string],
  terms: Terms,
): boolean {
  const [before, after] = [terms.find(first), terms.find(second)];
  return before !== undefined && after !== undefined && pairs.has(before * mostTerms + after);
}
