/** How like a question is to those that the passages are known to answer. */
import { highestOf } from './highest.ts';
import type { Passage } from './passage.ts';
import { createSpans } from './spans.ts';
import { Sums } from './sums.ts';
import { countOf, joined, type TermLists } from './term-lists.ts';
import type { Terms } from './terms.ts';
import type { Token } from './tokens.ts';

/** The known questions beside one that is asked; they are numbered passage by passage. */
export interface Likeness {
  /** The first known question of a passage, and the first of the next one. */
  span(passage: number): readonly [number, number];
  /** The weight of the words that are asked in each known question, names left out. */
  readonly words: Float64Array;
  /** How much a known question has in common with the one that is asked, 0 to 1. */
  likeness(ask: number): number;
  /** How much the likest of all has in common with it. */
  readonly highest: number;
  /** The passages with the likest known questions, the likest first. */
  alike(most: number): readonly Passage[];
}

/** A function of the tokens of a question, each once; what it returns is good until it is called again. */
export type KnownQuestions = (tokens: readonly Token[]) => Likeness;

export function createKnownQuestions(
  passages: readonly Passage[],
  terms: Terms,
  weight: (term: string) => number,
): KnownQuestions {
  const known = createSpans(
    passages.map((passage) => passage.asks),
    terms,
  );
  const passageOf = new Int32Array(known.count);
  for (const { index } of passages) passageOf.fill(index, ...known.span(index));
  const weights = Float64Array.from({ length: terms.size }, (_, term) => weight(terms.text(term)));
  const lengths = lengthsOf(joined(passages.map(({ asksOwn }) => asksOwn)), weights);
  const ofWords = new Sums(known.count);
  const ofAll = new Sums(known.count);

  return (tokens) => {
    const words = tokens.filter((token) => token.kind === 'word');
    const length = tokens.reduce((sum, token) => sum + weight(token.term), 0);
    ofWords.clear();
    known.hold(words, weight, ofWords);
    ofAll.copy(ofWords);
    known.hold(
      tokens.filter((token) => token.kind === 'name'),
      weight,
      ofAll,
    );
    // Question words alone make no question like another, and nearly every one has some.
    const telling = ofAll.touched;
    known.hold(
      tokens.filter((token) => token.kind === 'question'),
      weight,
      ofAll,
    );
    const likeness = (ask: number) => Math.min(1, (2 * ofAll.values[ask]!) / (length + lengths[ask]!));
    const likest = new Float64Array(passages.length);
    let highest = 0;
    for (const ask of telling) {
      const like = likeness(ask);
      const passage = passageOf[ask]!;
      if (like > likest[passage]!) likest[passage] = like;
      if (like > highest) highest = like;
    }
    return {
      span: known.span,
      words: ofWords.values,
      likeness,
      highest,
      alike: (most) => highestOf(likest, most).map((place) => passages[place]!),
    };
  };
}

/** What the terms of each list weigh together. */
function lengthsOf(lists: TermLists, weights: Float64Array): Float64Array {
  const lengths = new Float64Array(countOf(lists));
  for (let list = 0; list < lengths.length; list++) {
    for (let at = lists.starts[list]!; at < lists.starts[list + 1]!; at++)
      lengths[list]! += weights[lists.terms[at]!]!;
  }
  return lengths;
}
