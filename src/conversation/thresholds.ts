/** Where the decisions are drawn; the only place, so that they can be tuned together. */
export const thresholds = {
  /**
   * At least this sure, or no answer. On the tuning half of the labelled questions 0.60 answers 1 point
   * more of what can be answered and 5 points more of what must be refused.
   */
  answer: 0.36,
  /** The runner-up must be this much less sure, or we ask which was meant. */
  margin: 0.02,
  /** Surer than this, a close runner-up does not matter. */
  certain: 0.6,
  /** At least this sure to be offered under "did you mean". */
  offer: 0.35,
  /** At least this sure to be shown as the nearest under a no-answer. */
  near: 0.3,
} as const;
