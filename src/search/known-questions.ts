/** How like a question is to those that the passages are known to answer. */
import type { Passage } from './passages.ts';
import { createSpans } from './spans.ts';
import type { Terms } from './terms.ts';
import type { Token } from './tokens.ts';

/** The known questions beside one that is asked; they are numbered passage by passage. */
export interface Likeness {
  /** The first known question of a passage, and the first of the next one. */
  span(passage: number): readonly [number, number];
  /** The weight of the words that are asked in each known question, names left out. */
  readonly words: Float64Array;
  /** How much each known question has in common with the one that is asked, 0 to 1. */
  readonly likeness: Float64Array;
  /** The passages with the likest known questions, the likest first. */
  alike(most: number): readonly Passage[];
}

/** @returns a function of the tokens of a question, each once, and those of its words */
export function createKnownQuestions(
  passages: readonly Passage[],
  terms: Terms,
  weight: (term: string) => number,
): (tokens: readonly Token[], words: readonly Token[]) => Likeness {
  const known = createSpans(
    passages.map((passage) => passage.asks.map((ask) => ask.terms)),
    terms,
  );
  const weights = Float64Array.from({ length: terms.size }, (_, term) => weight(terms.text(term)));
  const lengths = Float64Array.from(
    passages.flatMap(({ asks }) => asks.map(({ own }) => own.reduce((sum, term) => sum + weights[term]!, 0))),
  );

  return (tokens, words) => {
    const length = tokens.reduce((sum, token) => sum + weight(token.term), 0);
    const heldWords = known.held(words, weight);
    const likeness = known.held(
      tokens.filter((token) => token.kind !== 'word'),
      weight,
      heldWords,
    );
    for (let ask = 0; ask < likeness.length; ask++) {
      const held = likeness[ask]!;
      if (held > 0) likeness[ask] = Math.min(1, (2 * held) / (length + lengths[ask]!));
    }
    const likest = (passage: Passage) => {
      const [first, last] = known.span(passage.index);
      let best = 0;
      for (let ask = first; ask < last; ask++) if (likeness[ask]! > best) best = likeness[ask]!;
      return best;
    };
    return {
      span: known.span,
      words: heldWords,
      likeness,
      alike: (most) =>
        passages
          .map((passage) => ({ passage, likeness: likest(passage) }))
          .filter((found) => found.likeness > 0)
          .sort((a, b) => b.likeness - a.likeness)
          .slice(0, most)
          .map(({ passage }) => passage),
    };
  };
}
