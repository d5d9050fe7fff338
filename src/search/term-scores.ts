/**
 * What the full-text search gives each document, term by term. A score of the library is a sum over the terms of
 * a question, and questions share most of theirs: what a term brought is kept for the next one.
 */
import type MiniSearch from 'minisearch';
import type { SearchOptions, SearchResult } from 'minisearch';

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

/** So many scores are kept, 12 bytes each: those of a content like ours a few times over. */
const mostKept = 1_000_000;
/** What a term and its lists take besides, as scores: people type no end of words that stand nowhere. */
const ofTerm = 30;
const none: Scores = { documents: new Int32Array(), values: new Float64Array() };

/**
 * @param ids of all documents of the index
 * @param most how many scores are kept
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
    const scores = results.length === 0 ? none : listsOf(results);
    // Everything at once: what is asked today comes back soon, and a list of what came last would cost each question.
    if (held + results.length + ofTerm > most) {
      kept.exact.clear();
      kept.tolerant.clear();
      held = 0;
    }
    held += results.length + ofTerm;
    kept[how].set(term, scores);
    return scores;
  }

  function listsOf(results: readonly SearchResult[]): Scores {
    return {
      documents: Int32Array.from(results, ({ id }) => places.get(String(id))!),
      values: Float64Array.from(results, ({ score }) => score),
    };
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
