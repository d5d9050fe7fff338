import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Bilingual, Language } from '../../src/knowledge/language.ts';
import type { Entry, Section } from '../../src/knowledge/types.ts';
import { blockText } from '../../src/search/section-texts.ts';
import type { Grades } from '../measures.ts';

/** A section as the other search libraries get it: plain text in four fields, all we have ourselves. */
export interface Document {
  /** `entry#section`, the same in both languages. */
  readonly id: string;
  /** The entry's names. */
  readonly title: string;
  readonly heading: string;
  /** The alternate questions. */
  readonly asks: string;
  readonly body: string;
}

export const fields = ['title', 'heading', 'asks', 'body'] as const;
export type Field = (typeof fields)[number];

export interface Question {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly relevant: Grades;
}

export interface Collection {
  readonly name: string;
  readonly knowledge: Knowledge;
  readonly documents: Bilingual<readonly Document[]>;
  /** To choose each system's settings with. */
  readonly tuning: readonly Question[];
  /** To compare the systems with. */
  readonly test: readonly Question[];
}

export function documentsOf(knowledge: Knowledge): Bilingual<readonly Document[]> {
  const documents = (language: Language) =>
    knowledge.all(language).flatMap((entry) => entry.sections.map((section) => documentOf(entry, section)));
  return { en: documents('en'), fr: documents('fr') };
}

function documentOf(entry: Entry, section: Section): Document {
  const lead = section.lead.map((run) => run.value).join('');
  return {
    id: `${entry.id}#${section.id}`,
    title: [entry.title, ...entry.aliases].join(' . '),
    heading: section.heading,
    asks: section.asks.join(' '),
    body: [lead, ...section.details.map(blockText)].join('\n'),
  };
}
