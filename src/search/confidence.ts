/** How sure it is that a passage answers a question: the evidence weighed once more, with what else was near. */
import { type Evidence, evidenceKinds } from './evidence.ts';
import { confidenceWeights } from './weights.ts';

export const signalKinds = [
  ...evidenceKinds,
  'margin',
  'score',
  'close',
  'coverageSquared',
  'likenessSquared',
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** A lead over the runner-up beyond this tells nothing more. */
const mostMargin = 3;

/** What the confidence is made of: the evidence, how far the passage leads, and a few products of both. */
export function signalsOf(
  evidence: Evidence,
  score: number,
  margin: number,
): Readonly<Record<SignalKind, number>> {
  return {
    ...evidence,
    margin: Math.max(-mostMargin, Math.min(mostMargin, margin)),
    score: score / 10,
    close: evidence.focus * evidence.likeness,
    coverageSquared: evidence.coverage ** 2,
    likenessSquared: evidence.likeness ** 2,
  };
}

/**
 * @param margin how far the passage's ranking is ahead of the best other one; negative where it is behind
 * @returns 0 to 1: the share of such questions that the passage answers; a question that the content knows
 *   is as sure as it is alike
 */
export function confidenceOf(evidence: Evidence, score: number, margin: number): number {
  const signals = signalsOf(evidence, score, margin);
  let sum = confidenceWeights.constant;
  for (const kind of signalKinds) sum += confidenceWeights[kind] * signals[kind];
  const probability = 1 / (1 + Math.exp(-sum));
  return evidence.known ? Math.max(probability, evidence.likeness) : probability;
}
