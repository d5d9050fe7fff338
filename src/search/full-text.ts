/** The full-text index, from terms that were counted before. */
import MiniSearch, { type Options } from 'minisearch';

const fields = ['all', 'title', 'asks'] as const;

/** How often each term stands in each field of a document. */
export type TermCounts = Readonly<Record<(typeof fields)[number], ReadonlyMap<string, number>>>;

export interface FullTextDocument {
  readonly id: string;
  readonly counts: TermCounts;
}

/** BM25 hardly tells more repeats of a term apart. */
const mostRepeats = 3;

/**
 * Of documents. The form has objects with these numbers for keys; V8 keeps one whose first is as high as this
 * as a small table, but one from nought on as an array with room for every number below.
 */
const firstId = 5_000;

const options: Options = {
  fields: [...fields],
  idField: 'id',
  // Questions come as terms already.
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term || null,
};

/** Counts the terms, up to the number of repeats that tells anything. */
export function countTerms(terms: Iterable<string>, counts = new Map<string, number>()): Map<string, number> {
  for (const term of terms) {
    const count = counts.get(term) ?? 0;
    if (count < mostRepeats) counts.set(term, count + 1);
  }
  return counts;
}

/** The sum of counts, as `countTerms` counts. */
export function addCounts(all: Iterable<ReadonlyMap<string, number>>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) {
    counts.forEach((count, term) => {
      sum.set(term, Math.min(mostRepeats, (sum.get(term) ?? 0) + count));
    });
  }
  return sum;
}

/**
 * An index as `addAll` makes it of texts in which each term stands as often as it was counted, loaded in the
 * library's form for stored indexes: `addAll` looks each repeat of each term up anew, and a start waits for it.
 */
export function createFullText(documents: readonly FullTextDocument[]): MiniSearch {
  // Term → place among all fields of all documents, count, place, count …
  const postings = new Map<string, number[]>();
  const lengths = documents.map(({ counts }, document) =>
    fields.map((field, fieldId) => {
      const place = fieldId * documents.length + document;
      // Where `for … of` makes an array of each pair, this does not: the content has a hundred thousand of them.
      counts[field].forEach((count, term) => {
        const known = postings.get(term);
        if (known) known.push(place, count);
        else postings.set(term, [place, count]);
      });
      // The library counts an empty text as one term.
      return Math.max(1, counts[field].size);
    }),
  );
  return MiniSearch.loadJS(
    {
      documentCount: documents.length,
      nextId: firstId + documents.length,
      documentIds: Object.fromEntries(documents.map(({ id }, document) => [firstId + document, id])),
      fieldIds: Object.fromEntries(fields.map((field, fieldId) => [field, fieldId])),
      fieldLength: Object.fromEntries(lengths.map((one, document) => [firstId + document, one])),
      averageFieldLength: fields.map(
        (_, fieldId) => lengths.reduce((sum, one) => sum + (one[fieldId] ?? 0), 0) / documents.length,
      ),
      storedFields: {},
      index: [...postings].map(([term, places]) => [term, entryOf(places, documents.length)]),
      serializationVersion: 2,
    },
    options,
  );
}

/** A term's part of the index in the library's form: field → document → count. */
function entryOf(places: readonly number[], documents: number): Record<string, Record<string, number>> {
  const entry: Record<number, Record<number, number>> = {};
  for (let at = 0; at < places.length; at += 2) {
    const place = places[at]!;
    const fieldId = Math.floor(place / documents);
    entry[fieldId] ??= {};
    entry[fieldId][firstId + (place % documents)] = places[at + 1]!;
  }
  return entry;
}
