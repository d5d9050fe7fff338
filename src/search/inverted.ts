/** Lists of numbers, turned round: in which lists does a number stand? */

/** What stands at `starts[number]` up to `starts[number + 1]` belongs to a number. */
export interface Inverted {
  readonly starts: Int32Array;
  /** The lists that have it, in their order. */
  readonly lists: Int32Array;
  /** Its place in each of them. */
  readonly places: Int32Array;
}

/** @param size one more than the highest number */
export function invert(lists: readonly (readonly number[])[], size: number): Inverted {
  const starts = new Int32Array(size + 1);
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) starts[list[at]! + 1]! += 1;
  }
  for (let number = 0; number < size; number++) starts[number + 1]! += starts[number]!;
  const next = starts.slice();
  const inverted = { starts, lists: new Int32Array(starts[size]!), places: new Int32Array(starts[size]!) };
  for (let index = 0; index < lists.length; index++) {
    const list = lists[index]!;
    for (let at = 0; at < list.length; at++) {
      const to = next[list[at]!]!++;
      inverted.lists[to] = index;
      inverted.places[to] = at;
    }
  }
  return inverted;
}
