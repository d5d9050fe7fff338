import type { Language } from './language.ts';

/** Where a statement comes from. `url` is always an absolute https or http address. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Publication date as far as it is known: `2019`, `2019-06` or `2019-06-06`. */
  readonly date?: string;
}

/** A run of text inside a paragraph; links are absolute addresses. */
export type Inline =
  | {
      readonly type: 'text';
      readonly value: string;
      readonly strong?: boolean;
      readonly emphasis?: boolean;
    }
  | { readonly type: 'link'; readonly value: string; readonly url: string };

export type RichText = readonly Inline[];

/** What stands under a heading, in reading order. */
export type Block =
  | { readonly type: 'paragraph'; readonly text: RichText }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly RichText[] }
  | { readonly type: 'table'; readonly columns: readonly string[]; readonly rows: readonly string[][] };

/** A date known to the year, the month or the day: `2019`, `2019-06`, `2019-06-06`. */
export type PartialDate = string;

export type FactValue =
  | { readonly type: 'money'; readonly amount: number; readonly currency: string; readonly upTo: boolean }
  | { readonly type: 'count'; readonly count: number; readonly unit: string; readonly moreThan: boolean }
  | { readonly type: 'percent'; readonly percent: number; readonly upTo: boolean }
  | { readonly type: 'date'; readonly date: PartialDate }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'person'; readonly name: string }
  | { readonly type: 'link'; readonly url: string };

/** One structured statement about an entry: the answer to "who / where / when / how much". */
export interface Fact {
  readonly entry: string;
  /** An attribute id of `content/vocabulary/attributes.yaml`. */
  readonly attribute: string;
  readonly value: FactValue;
  /** A full sentence that answers the attribute question by itself. */
  readonly text: RichText;
  readonly asOf: PartialDate;
  readonly reviewBy?: PartialDate;
  /** First and last day on which the statement holds. */
  readonly effective?: PartialDate;
  readonly until?: PartialDate;
  readonly sources: readonly Source[];
  readonly basis: readonly string[];
}

/** One answer: a heading, a paragraph that stands alone, and details. */
export interface Section {
  readonly entry: string;
  readonly id: string;
  readonly language: Language;
  readonly heading: string;
  readonly lead: RichText;
  readonly details: readonly Block[];
  readonly asks: readonly string[];
  readonly asOf: PartialDate;
  readonly reviewBy?: PartialDate;
  readonly effective?: PartialDate;
  readonly until?: PartialDate;
  readonly sources: readonly Source[];
  readonly basis: readonly string[];
  readonly line: number;
}

export const entryKinds = [
  'cluster',
  'programme',
  'agreement',
  'topic',
  'platform',
  'organisation',
  'event',
  'term',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One thing the product knows about, in one language. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly language: Language;
  readonly title: string;
  /** Fits on a button (at most 30 characters). */
  readonly shortTitle: string;
  readonly aliases: readonly string[];
  /** The entry this one is a topic of, when it is one. */
  readonly parent?: string;
  readonly provinces: readonly string[];
  readonly sectors: readonly string[];
  readonly technologies: readonly string[];
  readonly related: readonly string[];
  /** `entry#section` of who works on the same in Europe, the nearest first. */
  readonly counterparts: readonly string[];
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly file: string;
}
