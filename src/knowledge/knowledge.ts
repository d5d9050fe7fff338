/** What the content says: its entries, sections and vocabulary, read and validated by `read-knowledge.ts`. */
import type { Language } from './language.ts';
import type { Entry, Section } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Knowledge {
  /** Sorted, so that the order of files never changes an answer. */
  readonly ids: readonly string[];
  readonly vocabulary: Vocabulary;
  /** Changes whenever a content file does. */
  readonly version: string;
  entry(id: string, language: Language): Entry | undefined;
  section(entry: string, section: string, language: Language): Section | undefined;
  /** Every entry in both languages, in the order of `ids`. */
  all(language: Language): readonly Entry[];
}

/** `ceta-tariffs#overview` → the section. */
export function sectionAt(knowledge: Knowledge, link: string, language: Language): Section | undefined {
  const [entry = '', section = ''] = link.split('#');
  return knowledge.section(entry, section, language);
}
