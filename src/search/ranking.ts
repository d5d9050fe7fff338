/** Weighs the evidence of a passage: the higher, the likelier it answers. */
import { type Evidence, type EvidenceKind, evidenceKinds } from './evidence.ts';
import { rankingWeights } from './weights.ts';

/** A question that the content knows is answered by what knows it. */
const knownQuestion = 3;

/** @param weights those derived by `npm run tune`, which passes its own while it derives them */
export function rankingOf(
  evidence: Evidence,
  weights: Readonly<Record<EvidenceKind, number>> = rankingWeights,
): number {
  let sum = evidence.known * knownQuestion;
  for (const kind of evidenceKinds) sum += weights[kind] * evidence[kind];
  return sum;
}
