/**
 * What the full-text search gives each document, term by term. A score of the library is a sum over the terms of
 * a question, and questions share most of theirs: what a term brought is kept for the next one.
 */
import type MiniSearch from 'minisearch';
import type { SearchOptions } from 'minisearch';

/** Documents with a term and what it gives each of them. */
interface Scores {
  readonly documents: Int32Array;
  readonly values: Float64Array;
}

export interface TermScores {
  /**
   * @param terms those of a question, each once, and the share of its score that each counts
   * @param tolerant whether a term may stand for those that are spelt like it or begin with it
   * @returns a figure for each document in the order of `ids`; nought for one with none of the terms
   */
  score(terms: ReadonlyMap<string, number>, tolerant: boolean): Float64Array;
}

/** Scores of so many documents are kept, 12 bytes each: those of a content like ours a few times over. */
const mostKept = 1_000_000;

/**
 * @param ids of all documents of the index
 * @param most how many scores of documents are kept
 */
export function createTermScores(
  index: MiniSearch,
  ids: readonly string[],
  { exact, tolerant }: Readonly<Record<'exact' | 'tolerant', SearchOptions>>,
  most = mostKept,
): TermScores {
  const places = new Map(ids.map((id, place) => [id, place]));
  const kept = { exact: new Map<string, Scores>(), tolerant: new Map<string, Scores>() };
  let held = 0;

  function scoresOf(term: string, how: 'exact' | 'tolerant'): Scores {
    const known = kept[how].get(term);
    if (known) return known;
    const results = index.search(term, how === 'exact' ? exact : tolerant);
    const scores = {
      documents: Int32Array.from(results, ({ id }) => places.get(String(id))!),
      values: Float64Array.from(results, ({ score }) => score),
    };
    // Everything at once: what is asked today comes back soon, and a list of what came last would cost each question.
    if (held + results.length + 1 > most) {
      kept.exact.clear();
      kept.tolerant.clear();
      held = 0;
    }
    // One for the term itself: many that are typed stand nowhere.
    held += results.length + 1;
    kept[how].set(term, scores);
    return scores;
  }

  return {
    score(terms, isTolerant) {
      const sums = new Float64Array(ids.length);
      for (const [term, share] of terms) {
        const { documents, values } = scoresOf(term, isTolerant ? 'tolerant' : 'exact');
        for (let at = 0; at < documents.length; at++) sums[documents[at]!]! += share * values[at]!;
      }
      return sums;
    },
  };
}
