/** The lines of all passages in one index. */
import { createLines } from './lines.ts';
import type { Terms } from './terms.ts';
import type { Token } from './tokens.ts';

/** @param lists the lines of each passage; `span` tells which of all are its own */
export function createSpans(lists: readonly (readonly (readonly number[])[])[], terms: Terms) {
  const starts = [0];
  for (const list of lists) starts.push(starts.at(-1)! + list.length);
  const lines = createLines(lists.flat(), terms);
  return {
    span: (index: number) => [starts[index]!, starts[index + 1]!] as const,
    /** @param others what each line holds already; stays as it is */
    held(tokens: readonly Token[], weight: (term: string) => number, others?: Float64Array): Float64Array {
      const sums = others ? others.slice() : new Float64Array(lines.count);
      lines.hold(tokens, weight, sums);
      return sums;
    },
  };
}
