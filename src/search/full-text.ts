/** The full-text index, from terms that were counted before. */
import MiniSearch, { type Options } from 'minisearch';
import { type Inverted, invert } from './inverted.ts';
import type { TermCounts } from './tally.ts';
import { termLists } from './term-lists.ts';
import type { Terms } from './terms.ts';

const fields = ['all', 'title', 'asks'] as const;

/** How often each term stands in each field of a document. */
export type FieldCounts = Readonly<Record<(typeof fields)[number], TermCounts>>;

export interface FullTextDocument {
  readonly id: string;
  readonly counts: FieldCounts;
}

const options: Options = {
  fields: [...fields],
  idField: 'id',
  // Questions come as terms already.
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term || null,
};

/**
 * An index as `addAll` makes it of texts in which each term stands as often as it was counted. It is put together
 * here, since a start waits for it: `addAll` looks each repeat of each term up anew, and `loadJS` turns objects into
 * the maps that are wanted.
 */
class CountedIndex extends MiniSearch {
  constructor(documents: readonly FullTextDocument[], terms: Terms) {
    super(options);
    this._documentCount = documents.length;
    this._nextId = documents.length;
    for (const [number, { id, counts }] of documents.entries()) {
      this._documentIds.set(number, id);
      this._idToShortId.set(id, number);
      // The library counts an empty text as one term.
      this._fieldLength.set(
        number,
        fields.map((field) => Math.max(1, counts[field].terms.length)),
      );
    }
    this._avgFieldLength = fields.map(
      (_, field) =>
        documents.reduce((sum, _, number) => sum + this._fieldLength.get(number)![field]!, 0) /
        documents.length,
    );
    // Field by field, so that a term's entry comes out in the order of the fields.
    const counted = fields.flatMap((field) => documents.map(({ counts }) => counts[field]));
    const postings = invert(termLists(counted.map((counts) => counts.terms)), terms.size);
    for (let term = 0; term < terms.size; term++) {
      const entry = entryOf(term, postings, counted);
      if (entry.size > 0) this._index.set(terms.text(term), entry);
    }
  }
}

export function createFullText(documents: readonly FullTextDocument[], terms: Terms): MiniSearch {
  return new CountedIndex(documents, terms);
}

/** A term's part of the index: field → document → count. */
function entryOf(
  term: number,
  { starts, lists, places }: Inverted,
  counted: readonly TermCounts[],
): Map<number, Map<number, number>> {
  const documents = counted.length / fields.length;
  const entry = new Map<number, Map<number, number>>();
  for (let at = starts[term]!; at < starts[term + 1]!; at++) {
    const list = lists[at]!;
    const field = Math.floor(list / documents);
    let counts = entry.get(field);
    if (!counts) {
      counts = new Map();
      entry.set(field, counts);
    }
    counts.set(list % documents, counted[list]!.counts[places[at]!]!);
  }
  return entry;
}
