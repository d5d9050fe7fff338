/** How sure it is that a passage answers a question: evidence of several kinds, weighed once. */

export interface Evidence {
  /** IDF-weighted share of the question's terms that the passage explains, 0 to 1. */
  readonly coverage: number;
  /** Likeness to the nearest of the passage's alternate questions, 0 to 1. */
  readonly likeness: number;
  /** The ranking score as a share of the best passage's, 0 to 1. */
  readonly rank: number;
  /** Share of the question in words that no content of the language has, 0 to 1. */
  readonly unknown: number;
  /** Sum of the rarities of the question's terms that the passage has. */
  readonly matched: number;
  /** 1: a named entry agrees; -1: the question names other entries; 0: it names none. */
  readonly named: number;
  /** Share of neighbouring terms that are neighbours in a known question, 0 to 1. */
  readonly neighbours: number;
}

export function confidenceOf({ coverage, likeness }: Evidence): number {
  return Math.max(likeness * likeness, 0.5 * likeness + 0.5 * coverage);
}
