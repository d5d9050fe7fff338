/** Two passages that fit a question about as well: both are shown, where one alone would be a toss-up. */
import { eitherCandidate } from '../intents/either.ts';
import type { Candidate } from '../intents/intent.ts';
import type { Hit } from '../search/search.ts';
import type { Decision } from './decide.ts';
import type { Thresholds } from './thresholds.ts';

/** Up to this confidence an answer is worth a second one beside it; declared intents are surer. */
const fairlySure = 0.9;
/** Rankings nearer than this say little about which of two passages is meant; another entry must be nearer. */
const nearRanking = { sameEntry: 2, otherEntry: 1 };

/**
 * Where the best passage is not sure and hardly ahead of the next, both are shown. The two are likelier to
 * hold the answer together than the first alone, so that less is asked of it.
 */
export function nearTie(
  decision: Decision,
  candidates: readonly Candidate[],
  [first, second]: readonly Hit[],
  thresholds: Thresholds,
  withFocus: (candidate: Candidate) => Candidate,
): Decision | undefined {
  if (!first?.section || !second?.section) return undefined;
  // What misses the point is no better for a second answer.
  if (first.miss !== 'none') return undefined;
  const sameEntry = first.entry === second.entry;
  if (first.score - second.score > nearRanking[sameEntry ? 'sameEntry' : 'otherEntry']) return undefined;
  const shown = (hit: Hit) =>
    candidates.find(
      ({ intent, args }) => intent === 'section' && args.entry === hit.entry && args.section === hit.section,
    );
  const best = shown(first);
  const next = shown(second);
  if (!best || !next) return undefined;
  const isBest = ({ intent, args }: Candidate) =>
    intent === 'section' && args.entry === first.entry && args.section === first.section;
  const answers =
    decision.kind === 'answer' &&
    isBest(decision.candidate) &&
    best.score < fairlySure &&
    // An intent that is surer of the passage than the search has other reasons than the search.
    decision.candidate.score <= first.confidence;
  const together = decision.kind !== 'answer' && best.score >= thresholds.together;
  if (!answers && !together) return undefined;
  // Which sentence answers was looked for only in those that were likely to be shown.
  const focused = (one: Candidate) => (one.args.focus === undefined ? withFocus(one) : one);
  const candidate = eitherCandidate(focused(best), focused(next));
  return { kind: 'answer', candidate, because: `${candidate.score.toFixed(2)}, and the next is as near` };
}
