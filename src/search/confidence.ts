/** How sure it is that a passage answers a question: the evidence weighed once more, with what else was near. */
import type { Evidence } from './evidence.ts';
import { signalKinds, signalsOf } from './signals.ts';
import { confidenceWeights } from './weights.ts';

/** The lead of a hit without a rival. */
const alone = 3;

/**
 * How sure each hit is, given how far it leads; what ranks lower is never surer.
 *
 * @param ranked best first
 */
export function withConfidence<Hit extends { readonly score: number; readonly evidence: Evidence }>(
  ranked: readonly Hit[],
): (Hit & { readonly confidence: number })[] {
  let most = 1;
  return ranked.map((hit, index) => {
    const rival = ranked[index === 0 ? 1 : 0];
    const margin = rival ? hit.score - rival.score : alone;
    most = Math.min(most, confidenceOf(hit.evidence, hit.score, margin));
    return { ...hit, confidence: most };
  });
}

/**
 * @param margin how far the passage's ranking is ahead of the best other one; negative where it is behind
 * @returns 0 to 1: the share of such questions that the passage answers; a question that the content knows
 *   is as sure as it is alike
 */
function confidenceOf(evidence: Evidence, score: number, margin: number): number {
  const signals = signalsOf(evidence, score, margin);
  let sum = confidenceWeights.constant;
  for (const kind of signalKinds) sum += confidenceWeights[kind] * signals[kind];
  const probability = 1 / (1 + Math.exp(-sum));
  return evidence.known ? Math.max(probability, evidence.likeness) : probability;
}
