import type { Bilingual, Language } from '../../src/knowledge/language.ts';
import { stopWords as ownStopWords } from '../../src/search/stop-words.ts';
import { type Document, type Field, fields } from '../collections/collection.ts';

/** What can be set in a search library; the tuning questions choose. */
export interface Settings {
  readonly boost: Readonly<Record<Field, number>>;
  /** The list that comes with the library (or none, where none does), or ours. */
  readonly stopWords: 'package' | 'ours';
  /** Whether words that are nearly the same, or begin alike, match too. */
  readonly tolerant: boolean;
}

export interface PeerIndex {
  /** Ids of at most ten documents, best first. */
  search(question: string): string[];
  /** The index as it would be kept on disk; absent where the library has no such form. */
  serialised?(): string | Promise<string>;
  /** Bytes outside of the JavaScript heap. */
  readonly outside?: () => number;
}

/** A search library, set up as its documentation recommends for the language. */
export interface Peer {
  readonly name: string;
  readonly setup: string;
  readonly settings: readonly Settings[];
  build(
    documents: readonly Document[],
    language: Language,
    settings: Settings,
  ): PeerIndex | Promise<PeerIndex>;
  load?(
    serialised: string,
    documents: readonly Document[],
    language: Language,
    settings: Settings,
  ): PeerIndex | Promise<PeerIndex>;
}

export const mostResults = 10;

const boosts: readonly Settings['boost'][] = [
  { title: 1, heading: 1, asks: 1, body: 1 },
  { title: 1, heading: 1, asks: 2, body: 1 },
  { title: 2, heading: 2, asks: 4, body: 1 },
  { title: 4, heading: 3, asks: 2, body: 1 },
];

/** Every combination of field boosts, stop words and tolerance. */
export const allSettings: readonly Settings[] = boosts.flatMap((boost) =>
  (['package', 'ours'] as const).flatMap((stopWords) =>
    [false, true].map((tolerant) => ({ boost, stopWords, tolerant })),
  ),
);

export const defaultSettings: Settings = { boost: boosts[0]!, stopWords: 'package', tolerant: false };

export const ourStopWords: Bilingual<readonly string[]> = {
  en: [...ownStopWords.en],
  fr: [...ownStopWords.fr],
};

export function describeSettings({ boost, stopWords, tolerant }: Settings): string {
  const numbers = fields.map((field) => `${field} ${boost[field]}`).join(', ');
  return `${numbers}; ${stopWords === 'ours' ? 'our' : 'its own'} stop words; ${tolerant ? 'tolerant' : 'exact'}`;
}
