import { reviewOverdue } from './freshness.ts';
import type { Knowledge } from './knowledge.ts';
import type { PartialDate } from './types.ts';

/** How fresh the content is as a whole, counted in its English half: both halves carry the same dates. */
export interface ContentFreshness {
  readonly entries: number;
  /** Facts and sections. */
  readonly statements: number;
  readonly overdue: number;
  /** The date of the youngest statement; absent without any. */
  readonly newest?: PartialDate;
}

export function contentFreshness(knowledge: Knowledge, now: Date): ContentFreshness {
  const items = knowledge.all('en').flatMap(({ facts, sections }) => [...facts, ...sections]);
  const newest = items
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1);
  return {
    entries: knowledge.ids.length,
    statements: items.length,
    overdue: items.filter((item) => reviewOverdue(item, now)).length,
    ...(newest !== undefined && { newest }),
  };
}
