/** Counts the terms of one text after the other, up to the number of repeats that tells anything. */

/** Terms, each once; the lists go side by side. */
export interface TermCounts {
  readonly terms: Int32Array;
  readonly counts: Uint8Array;
  /** How much each tells where it stands best, 0 to 1. */
  readonly weights: Float64Array;
}

export interface Tally {
  /** Counts terms that stand where they tell so much. */
  add(terms: readonly number[], weight: number): void;
  /** The sum of what was counted elsewhere. */
  addAll(counted: TermCounts): void;
  /** What was counted since the last time. */
  take(): TermCounts;
}

/** BM25 hardly tells more repeats of a term apart. */
const mostRepeats = 3;

export function createTally(): Tally {
  // By the number of the term, for all that are ever counted: emptying them costs less than maps for each text.
  let counts = new Uint8Array(1_024);
  let weights = new Float64Array(1_024);
  let terms: number[] = [];

  function count(term: number, times: number, weight: number): void {
    if (term >= counts.length) grow(term);
    const before = counts[term]!;
    if (before === 0) terms.push(term);
    if (before < mostRepeats) counts[term] = Math.min(mostRepeats, before + times);
    if (weights[term]! < weight) weights[term] = weight;
  }

  function grow(term: number): void {
    const [before, weightsBefore] = [counts, weights];
    counts = new Uint8Array(2 * (term + 1));
    counts.set(before);
    weights = new Float64Array(counts.length);
    weights.set(weightsBefore);
  }

  return {
    add(list, weight) {
      for (let at = 0; at < list.length; at++) count(list[at]!, 1, weight);
    },
    addAll(counted) {
      for (let at = 0; at < counted.terms.length; at++) {
        count(counted.terms[at]!, counted.counts[at]!, counted.weights[at]!);
      }
    },
    take() {
      const taken = {
        terms: new Int32Array(terms),
        counts: new Uint8Array(terms.length),
        weights: new Float64Array(terms.length),
      };
      for (let at = 0; at < terms.length; at++) {
        taken.counts[at] = counts[terms[at]!]!;
        taken.weights[at] = weights[terms[at]!]!;
      }
      for (const term of terms) {
        counts[term] = 0;
        weights[term] = 0;
      }
      terms = [];
      return taken;
    },
  };
}
