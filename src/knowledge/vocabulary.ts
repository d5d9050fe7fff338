import type { z } from 'zod';
import type { Bilingual, Language } from './language.ts';
import type { Problem } from './problems.ts';
import {
  attributesSchema,
  reactionsSchema,
  synonymsSchema,
  terminologySchema,
  termsSchema,
} from './schema.ts';
import type { PartialDate, Source } from './types.ts';
import { readYaml } from './yaml.ts';

export type TermCategory = 'sector' | 'technology' | 'province';

/** A word people use instead of a cluster's name: an industry, a technology or a place. */
export interface Term {
  readonly id: string;
  readonly category: TermCategory;
  readonly label: Bilingual;
  readonly words: Bilingual<readonly string[]>;
  /** The clusters that cover it, the closest first; may be empty. */
  readonly clusters: readonly string[];
  /** `entry#section` of what the agreement says about it, the most telling first. */
  readonly topics: readonly string[];
  /** `entry#section` of who works on it in Europe, where that is nearer than the clusters' counterparts. */
  readonly counterparts: readonly string[];
}

/** Clusters that cover every term where there are any, else those that cover one of them. */
export function clustersFor(terms: readonly Pick<Term, 'clusters'>[]): string[] {
  const all = [...new Set(terms.flatMap((term) => term.clusters))];
  const every = all.filter((cluster) => terms.every((term) => term.clusters.includes(cluster)));
  return every.length > 0 ? every : all;
}

export interface Attribute {
  readonly id: string;
  readonly label: Bilingual;
  readonly words: Bilingual<readonly string[]>;
  /** The section that answers where an entry has no such fact. */
  readonly section?: string;
}

/** Words with an answer of their own: a topic that is not covered, or a message that is no question. */
export interface Reaction {
  readonly id: string;
  readonly words: Bilingual<readonly string[]>;
  readonly answer: Bilingual;
}

/** What something is called in both languages. */
export interface NamedTerm {
  /** The term first, then its abbreviation and other forms. */
  readonly forms: Bilingual<readonly string[]>;
  readonly asOf: PartialDate;
  /** Where the French was seen; none where it is the wording of this guide alone. */
  readonly source?: Bilingual<Source>;
}

export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly attributes: readonly Attribute[];
  /** Words and phrases of equal meaning: one item is one concept, in both languages. */
  readonly synonyms: readonly Bilingual<readonly string[]>[];
  readonly terminology: readonly NamedTerm[];
  /** Topics that the product does not answer although their words are near. */
  readonly unsupported: readonly Reaction[];
  /** What people say to a bot beside their questions: whole messages. */
  readonly smallTalk: readonly Reaction[];
}

/** The files of `content/vocabulary/`, in the order in which they are read. */
export const vocabularyFiles = [
  'sectors.yaml',
  'technologies.yaml',
  'provinces.yaml',
  'attributes.yaml',
  'synonyms.yaml',
  'terminology.yaml',
  'unsupported.yaml',
  'small-talk.yaml',
] as const;

/** @param texts content of each vocabulary file by its name */
export function readVocabulary(
  texts: ReadonlyMap<string, string>,
  directory: string,
): { vocabulary: Vocabulary; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(name: (typeof vocabularyFiles)[number], schema: S) => {
    const file = `${directory}/${name}`;
    const text = texts.get(name);
    if (text === undefined) {
      problems.push({ file, line: 0, message: 'expected this file to exist', severity: 'error' });
      return undefined;
    }
    const result = readYaml(text, schema, file, 1);
    problems.push(...result.problems);
    return result.value;
  };
  const terms = (name: (typeof vocabularyFiles)[number], category: TermCategory): Term[] =>
    (read(name, termsSchema) ?? []).map(({ id, en, fr, clusters, topics, counterparts }) => ({
      id,
      category,
      label: { en: en.label, fr: fr.label },
      words: { en: en.words, fr: fr.words },
      clusters,
      topics,
      counterparts,
    }));
  const reactions = (name: (typeof vocabularyFiles)[number]): Reaction[] =>
    (read(name, reactionsSchema) ?? []).map(({ id, en, fr }) => ({
      id,
      words: { en: en.words, fr: fr.words },
      answer: { en: en.answer, fr: fr.answer },
    }));
  return {
    vocabulary: {
      terms: [
        ...terms('sectors.yaml', 'sector'),
        ...terms('technologies.yaml', 'technology'),
        ...terms('provinces.yaml', 'province'),
      ],
      attributes: (read('attributes.yaml', attributesSchema) ?? []).map(({ id, section, en, fr }) => ({
        id,
        ...(section && { section }),
        label: { en: en.label, fr: fr.label },
        words: { en: en.words, fr: fr.words },
      })),
      synonyms: read('synonyms.yaml', synonymsSchema) ?? [],
      terminology: (read('terminology.yaml', terminologySchema) ?? []).flatMap(namedTerms),
      unsupported: reactions('unsupported.yaml'),
      smallTalk: reactions('small-talk.yaml'),
    },
    problems,
  };
}

/** The terms of one group, each with the source that all of them have. */
function namedTerms(
  { as_of, source, terms }: z.infer<typeof terminologySchema>[number],
  group: number,
): NamedTerm[] {
  const sourceIn = (language: Language): Source | undefined =>
    source && {
      id: `terminology-${group}`,
      title: source.title[language],
      publisher: source.publisher[language],
      url: source.url,
      ...(source.date && { date: source.date }),
    };
  const [en, fr] = [sourceIn('en'), sourceIn('fr')];
  return terms.map((forms) => ({ forms, asOf: as_of, ...(en && fr && { source: { en, fr } }) }));
}
