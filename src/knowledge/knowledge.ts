/** What the content says: its entries, sections and vocabulary, read and validated by `read-knowledge.ts`. */
import { type Language, languages } from './language.ts';
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

/** All that knowledge is made of: plain data, which can go from one thread to another. */
export interface KnowledgeData {
  readonly entries: readonly Entry[];
  readonly vocabulary: Vocabulary;
  readonly version: string;
}

export function createKnowledge({ entries, vocabulary, version }: KnowledgeData): Knowledge {
  const byKey = new Map(entries.map((entry) => [`${entry.id}.${entry.language}`, entry]));
  const ids = [...new Set(entries.map(({ id }) => id))].sort();
  const inOrder = (language: Language) => ids.flatMap((id) => byKey.get(`${id}.${language}`) ?? []);
  const all: Readonly<Record<Language, readonly Entry[]>> = { en: inOrder('en'), fr: inOrder('fr') };
  return {
    ids,
    vocabulary,
    version,
    entry: (id, language) => byKey.get(`${id}.${language}`),
    section: (id, section, language) =>
      byKey.get(`${id}.${language}`)?.sections.find((candidate) => candidate.id === section),
    all: (language) => all[language],
  };
}

export function dataOf(knowledge: Knowledge): KnowledgeData {
  const { vocabulary, version } = knowledge;
  return { entries: languages.flatMap((language) => knowledge.all(language)), vocabulary, version };
}

/** `ceta-tariffs#overview` → the section. */
export function sectionAt(knowledge: Knowledge, link: string, language: Language): Section | undefined {
  const [entry = '', section = ''] = link.split('#');
  return knowledge.section(entry, section, language);
}
