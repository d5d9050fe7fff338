/** What the confidence is made of: the evidence, how far a passage leads, and a few products of both. */
import { type Evidence, evidenceKinds } from './evidence.ts';

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
