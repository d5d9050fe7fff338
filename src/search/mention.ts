/** Names that the content declares, where a text has them. */
import type { Language } from '../knowledge/language.ts';
import type { TermCategory } from '../knowledge/vocabulary.ts';

export type MentionKind = 'entry' | TermCategory | 'attribute' | 'unsupported' | 'concept';

/** Where a text has a name; `start` and `end` count words, `end` is exclusive. */
export interface NamePlace {
  readonly kind: MentionKind;
  readonly id: string;
  /** What the search compares of it. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** The languages whose words matched: a name is often the same in both. */
  readonly languages: readonly Language[];
  /** An everyday word ("digital", "ocean") that also is a name: it hints, it does not prove. */
  readonly weak: boolean;
}

/** A name found in a question. */
export interface Mention extends NamePlace {
  readonly words: string;
}
