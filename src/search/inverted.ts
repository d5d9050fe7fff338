/** Lists of terms, turned round: in which lists does a term stand? */
import type { TermLists } from './term-lists.ts';

/** What stands at `starts[term]` up to `starts[term + 1]` belongs to a term. */
export interface Inverted {
  readonly starts: Int32Array;
  /** The lists that have it, in their order. */
  readonly lists: Int32Array;
  /** Its place in each of them. */
  readonly places: Int32Array;
}

/** @param size one more than the highest term */
export function invert({ starts: ofList, terms }: TermLists, size: number): Inverted {
  const starts = new Int32Array(size + 1);
  for (let at = 0; at < terms.length; at++) starts[terms[at]! + 1]! += 1;
  for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const inverted = { starts, lists: new Int32Array(terms.length), places: new Int32Array(terms.length) };
  for (let list = 0; list + 1 < ofList.length; list++) {
    for (let at = ofList[list]!; at < ofList[list + 1]!; at++) {
      const to = next[terms[at]!]!++;
      inverted.lists[to] = list;
      inverted.places[to] = at - ofList[list]!;
    }
  }
  return inverted;
}
