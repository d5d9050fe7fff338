/** Whole entries as documents of the full-text search, beside their passages. */
import type { FullTextDocument } from './full-text.ts';
import type { Passage } from './passage.ts';
import { createTally, type TermCounts } from './tally.ts';

export function entryDocuments(passages: readonly Passage[]): FullTextDocument[] {
  const tally = createTally();
  const sumOf = (all: readonly TermCounts[]) => {
    for (const counted of all) tally.addAll(counted);
    return tally.take();
  };
  const byEntry = Map.groupBy(passages, ({ target }) => target.entry);
  return [...byEntry].map(([id, own]) => ({
    id,
    counts: {
      all: sumOf(own.map(({ counts }) => counts.all)),
      title: own.at(-1)!.counts.title,
      asks: sumOf(own.map(({ counts }) => counts.asks)),
    },
  }));
}
