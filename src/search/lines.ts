/** Many short texts (questions, sentences) at once: how much of a question each of them holds. */
import { invert } from './inverted.ts';
import type { Sums } from './sums.ts';
import { countOf, type TermLists } from './term-lists.ts';
import type { Terms } from './terms.ts';
import type { Token } from './tokens.ts';

export interface Lines {
  readonly count: number;
  /** Adds to each line's sum the weight of every token that it holds; a near term counts by its share. */
  hold(tokens: readonly Token[], weight: (term: string) => number, sums: Sums): void;
}

/** @param lines the terms of each line, near ones included, each once */
export function createLines(lines: TermLists, terms: Terms): Lines {
  const postings = invert(lines, terms.size);
  // Which token a line was last counted for: a line that holds a word needs none of its near terms.
  const count = countOf(lines);
  const counted = new Int32Array(count);
  let stamp = 0;
  return {
    count,
    hold(tokens, weight, sums) {
      for (const token of tokens) {
        const rarity = weight(token.term);
        stamp += 1;
        add(token.term, rarity, sums);
        if (token.near.length === 0) continue;
        const near = token.near.length > 1 ? token.near.toSorted((a, b) => b.share - a.share) : token.near;
        for (const { term, share } of near) add(term, rarity * share, sums);
      }
    },
  };

  function add(term: string, value: number, sums: Sums): void {
    const number = terms.find(term);
    if (number === undefined || value === 0) return;
    const end = postings.starts[number + 1] ?? 0;
    for (let at = postings.starts[number] ?? 0; at < end; at++) {
      const line = postings.lists[at]!;
      if (counted[line] === stamp) continue;
      counted[line] = stamp;
      sums.add(line, value);
    }
  }
}
