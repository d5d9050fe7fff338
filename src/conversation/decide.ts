import type { Candidate } from '../intents/intent.ts';
import { type Thresholds, thresholds as tuned } from './thresholds.ts';

export type Decision =
  | { readonly kind: 'answer'; readonly candidate: Candidate; readonly because: string }
  | { readonly kind: 'did-you-mean'; readonly choices: readonly Candidate[]; readonly because: string }
  | { readonly kind: 'no-answer'; readonly nearest: readonly Candidate[]; readonly because: string };

const mostChoices = 3;

/**
 * The ladder: sure enough and clearly better than the runner-up → answer; a close call → "did you
 * mean"; otherwise no answer, with what is nearest.
 *
 * @param candidates in the order in which ties are broken
 */
export function decide(candidates: readonly Candidate[], thresholds: Thresholds = tuned): Decision {
  const ranked = distinct(candidates.toSorted((a, b) => b.score - a.score));
  const [best, second] = ranked;
  const show = (value: number) => value.toFixed(2);
  if (!best || best.score < thresholds.answer) {
    const choices = ranked.filter((candidate) => candidate.score >= thresholds.offer).slice(0, mostChoices);
    if (choices.length > 1) {
      const because = `the best is ${show(choices[0]!.score)}, below ${thresholds.answer}, but near`;
      return { kind: 'did-you-mean', choices, because };
    }
    const nearest = ranked
      .filter((candidate) => candidate.intent === 'section' && candidate.score >= thresholds.near)
      .slice(0, mostChoices);
    const because = best ? `the best is ${show(best.score)}, below ${thresholds.answer}` : 'nothing fits';
    return { kind: 'no-answer', nearest, because };
  }
  // Two sections of one entry are near each other anyway: the card offers the other as related.
  const rivals = ranked.filter(
    (candidate) =>
      candidate.score > best.score - thresholds.margin && subjectOf(candidate) !== subjectOf(best),
  );
  const [rival] = rivals;
  if (rival && best.score < thresholds.certain) {
    const because = `${show(best.score)} and ${show(rival.score)} are too close`;
    return { kind: 'did-you-mean', choices: [best, ...rivals].slice(0, mostChoices), because };
  }
  const runnerUp = second ? `; the runner-up has ${show(second.score)}` : '';
  return {
    kind: 'answer',
    candidate: best,
    because: `${show(best.score)} is at least ${thresholds.answer}${runnerUp}`,
  };
}

/** What a candidate is about: the entry where there is one, else the candidate itself. */
function subjectOf({ intent, args }: Candidate): string {
  return args.entry ?? `${intent} ${JSON.stringify(args)}`;
}

/** Two intents may offer the same answer; only the surer one counts as a rival. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    const key = `${candidate.intent} ${JSON.stringify(candidate.args)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
