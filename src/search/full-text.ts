/** The full-text index, from terms that were counted before. */
import MiniSearch, { type Options } from 'minisearch';
import { type Inverted, invert } from './inverted.ts';
import type { TermCounts } from './tally.ts';
import type { Terms } from './terms.ts';

const fields = ['all', 'title', 'asks'] as const;

/** How often each term stands in each field of a document. */
export type FieldCounts = Readonly<Record<(typeof fields)[number], TermCounts>>;

export interface FullTextDocument {
  readonly id: string;
  readonly counts: FieldCounts;
}

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

/**
 * An index as `addAll` makes it of texts in which each term stands as often as it was counted, loaded in the
 * library's form for stored indexes: `addAll` looks each repeat of each term up anew, and a start waits for it.
 */
export function createFullText(documents: readonly FullTextDocument[], terms: Terms): MiniSearch {
  // Field by field, so that a term's entry comes out in the order of the fields.
  const counted = fields.flatMap((field) => documents.map(({ counts }) => counts[field]));
  const postings = invert(
    counted.map((counts) => counts.terms),
    terms.size,
  );
  const lengthOf = (field: number, document: number) =>
    // The library counts an empty text as one term.
    Math.max(1, counted[field * documents.length + document]!.terms.length);
  const index: [string, Record<string, Record<string, number>>][] = [];
  for (let term = 0; term < terms.size; term++) {
    const entry = entryOf(term, postings, counted, documents.length);
    if (entry) index.push([terms.text(term), entry]);
  }
  return MiniSearch.loadJS(
    {
      documentCount: documents.length,
      nextId: firstId + documents.length,
      documentIds: Object.fromEntries(documents.map(({ id }, document) => [firstId + document, id])),
      fieldIds: Object.fromEntries(fields.map((field, fieldId) => [field, fieldId])),
      fieldLength: Object.fromEntries(
        documents.map((_, document) => [
          firstId + document,
          fields.map((_, field) => lengthOf(field, document)),
        ]),
      ),
      averageFieldLength: fields.map(
        (_, field) =>
          documents.reduce((sum, _, document) => sum + lengthOf(field, document), 0) / documents.length,
      ),
      storedFields: {},
      index,
      serializationVersion: 2,
    },
    options,
  );
}

/** A term's part of the index in the library's form: field → document → count. Undefined where it stands nowhere. */
function entryOf(
  term: number,
  { starts, lists, places }: Inverted,
  counted: readonly TermCounts[],
  documents: number,
): Record<string, Record<string, number>> | undefined {
  const end = starts[term + 1]!;
  if (starts[term] === end) return undefined;
  const entry: Record<number, Record<number, number>> = {};
  for (let at = starts[term]!; at < end; at++) {
    const list = lists[at]!;
    const field = Math.floor(list / documents);
    entry[field] ??= {};
    entry[field][firstId + (list % documents)] = counted[list]!.counts[places[at]!]!;
  }
  return entry;
}
