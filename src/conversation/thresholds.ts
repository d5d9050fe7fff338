import { answerThreshold } from './answer-threshold.ts';

/** Where the decisions are drawn; the only place, so that they move together. All are confidences. */
export interface Thresholds {
  /** At least this sure, or no answer. */
  readonly answer: number;
  /** At least this sure to be shown beside a second section that fits about as well. */
  readonly together: number;
  /** The runner-up must be this much less sure, or we ask which was meant. */
  readonly margin: number;
  /** Surer than this, a close runner-up does not matter. */
  readonly certain: number;
  /** At least this sure to be offered under "did you mean". */
  readonly offer: number;
  /** At least this sure to be shown as the nearest under a no-answer. */
  readonly near: number;
}

/** @param answer what the others hang on */
export function thresholdsAt(answer: number): Thresholds {
  return {
    answer,
    together: answer * 0.72,
    margin: 0.02,
    certain: Math.max(answer, 0.6),
    offer: answer * 0.7,
    near: answer * 0.3,
  };
}

export const thresholds = thresholdsAt(answerThreshold);
