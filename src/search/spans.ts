/** The lines of all passages in one index. */
import { createLines, type Lines } from './lines.ts';
import { countOf, joined, type TermLists } from './term-lists.ts';
import type { Terms } from './terms.ts';

export interface Spans extends Lines {
  /** The first line of a passage, and the first of the next one. */
  span(passage: number): readonly [number, number];
}

/** @param lists the lines of each passage */
export function createSpans(lists: readonly TermLists[], terms: Terms): Spans {
  const starts = [0];
  for (const list of lists) starts.push(starts.at(-1)! + countOf(list));
  return {
    ...createLines(joined(lists), terms),
    span: (passage) => [starts[passage]!, starts[passage + 1]!],
  };
}
