/** Many short lists of terms, one after the other: lists of their own would take more memory than what is in them. */

/** The terms of a list are those from `starts[list]` up to `starts[list + 1]`. */
export interface TermLists {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
}

export function termLists(lists: readonly ArrayLike<number>[]): TermLists {
  const starts = new Int32Array(lists.length + 1);
  for (let list = 0; list < lists.length; list++) starts[list + 1] = starts[list]! + lists[list]!.length;
  const terms = new Int32Array(starts[lists.length]!);
  for (let list = 0; list < lists.length; list++) terms.set(lists[list]!, starts[list]!);
  return { starts, terms };
}

export function countOf({ starts }: TermLists): number {
  return starts.length - 1;
}

/** @returns the lists of all of them, in their order */
export function joined(all: readonly TermLists[]): TermLists {
  const starts = new Int32Array(1 + all.reduce((sum, lists) => sum + countOf(lists), 0));
  const terms = new Int32Array(all.reduce((sum, lists) => sum + lists.terms.length, 0));
  let list = 0;
  for (const one of all) {
    const before = starts[list]!;
    terms.set(one.terms, before);
    for (let at = 1; at < one.starts.length; at++) starts[++list] = before + one.starts[at]!;
  }
  return { starts, terms };
}

/** The terms of one list: a view of them. */
export function listAt({ starts, terms }: TermLists, list: number): Int32Array {
  return terms.subarray(starts[list], starts[list + 1]);
}

/** The lists that have a term. */
export function listsWith(lists: TermLists, term: number): Int32Array[] {
  const found: Int32Array[] = [];
  for (let list = 0; list < countOf(lists); list++) {
    const terms = listAt(lists, list);
    if (terms.includes(term)) found.push(terms);
  }
  return found;
}
