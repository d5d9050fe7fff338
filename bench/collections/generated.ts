/**
 * A second collection, made by a script, with relevance known by construction: 400 institutes that do not
 * exist, each with six sections in both languages. Nobody wrote its questions with our search in mind, but
 * its language is poorer than people's: it shows how a system copes with many similar texts, not how it
 * copes with people.
 *
 * Half of the questions name the institute; the others describe it by its field and city, and several
 * sections may be right. Questions use words of which the texts have only some ("who runs" for « directed
 * by »). There is no vocabulary, so our search has no synonyms either.
 */
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { type Bilingual, type Language, languages } from '../../src/knowledge/language.ts';
import type { Entry, Section } from '../../src/knowledge/types.ts';
import { type Random, seeded } from '../random.ts';
import { type Collection, documentsOf, type Question } from './collection.ts';
import { cities, fields, topics } from './generated-phrases.ts';

const institutes = 400;
const questionsPerHalf = 300;

interface Institute {
  readonly id: string;
  readonly name: string;
  readonly city: Bilingual;
  readonly field: Bilingual;
  readonly values: Readonly<Record<string, string>>;
}

export function generatedCollection(): Collection {
  const random = seeded(1_867);
  const made = makeInstitutes(random);
  const entries = new Map(
    made.flatMap((institute) =>
      languages.map(
        (language) => [`${institute.id}.${language}`, entryOf(institute, made, language, random)] as const,
      ),
    ),
  );
  const ids = made.map(({ id }) => id).sort();
  const knowledge: Knowledge = {
    ids,
    vocabulary: {
      terms: [],
      attributes: [],
      synonyms: [],
      terminology: [],
      unsupported: [],
      smallTalk: [],
    },
    version: 'generated',
    entry: (id, language) => entries.get(`${id}.${language}`),
    section: (id, section, language) =>
      entries.get(`${id}.${language}`)?.sections.find((candidate) => candidate.id === section),
    all: (language) => ids.map((id) => entries.get(`${id}.${language}`)!),
  };
  const questions = Array.from({ length: 2 * questionsPerHalf }, (_, number) =>
    questionOf(number, made, random),
  );
  return {
    name: 'generated collection',
    knowledge,
    documents: documentsOf(knowledge),
    tuning: questions.slice(0, questionsPerHalf),
    test: questions.slice(questionsPerHalf),
  };
}

const syllables =
  'ba cor del fen gal har jun kel lor mar nev ost pel quin ros sil tam ul ver wen yor zel'.split(' ');

function makeInstitutes(random: Random): Institute[] {
  const names = new Set<string>();
  while (names.size < institutes) {
    const name = random.sample(syllables, 2 + random.below(2)).join('');
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  const people = [...names];
  return [...names].map((name) => ({
    id: name.toLowerCase(),
    name,
    city: random.pick(cities),
    field: random.pick(fields),
    values: {
      money: String(2 + random.below(300)),
      people: String(10 + random.below(900)),
      year: String(1950 + random.below(75)),
      leader: `${random.pick(people)}a ${random.pick(people)}sen`,
      month: String(1 + random.below(12)),
    },
  }));
}

function entryOf(institute: Institute, all: readonly Institute[], language: Language, random: Random): Entry {
  const title = language === 'en' ? `${institute.name} Institute` : `Institut ${institute.name}`;
  const sections = topics.map((topic): Section => {
    const { heading, asks, texts, details } = topic[language];
    const neighbour = random.pick(all);
    const written = (phrase: string) => fill(phrase, institute, language);
    return {
      entry: institute.id,
      id: topic.id,
      language,
      heading: written(heading),
      lead: [{ type: 'text', value: written(random.pick(texts)) }],
      // Other institutes are mentioned, as real texts do: a name alone proves nothing.
      details: [
        {
          type: 'paragraph',
          text: [
            {
              type: 'text',
              value: [
                written(random.pick(details)),
                written(where[language]),
                mention(neighbour, language),
              ].join(' '),
            },
          ],
        },
      ],
      asks: random.sample(asks, 2).map(written),
      asOf: '2025',
      sources: [],
      basis: [],
      line: 1,
    };
  });
  return {
    id: institute.id,
    kind: 'organisation',
    language,
    title,
    shortTitle: institute.name,
    aliases: [institute.name],
    provinces: [],
    sectors: [],
    technologies: [],
    counterparts: [],
    related: [],
    facts: [],
    sections,
    file: `${institute.id}.${language}.md`,
  };
}

/** Every section says where it belongs, so that no system needs to know the others of the entry. */
const where: Bilingual = {
  en: 'The institute studies {field} in {city}.',
  fr: 'L’institut étudie ce domaine à {city} : {field}.',
};

function mention({ name, city, field }: Institute, language: Language): string {
  return language === 'en'
    ? `It works with ${name} of ${city.en} on ${field.en}.`
    : `Il collabore avec ${name}, de ${city.fr}, en ${field.fr}.`;
}

function fill(phrase: string, institute: Institute, language: Language): string {
  const { name, city, field, values } = institute;
  const known: Readonly<Record<string, string>> = {
    ...values,
    name,
    city: city[language],
    field: field[language],
  };
  return phrase.replace(/\{(\w+)\}/g, (_whole, key: string) => known[key]!);
}

function questionOf(number: number, all: readonly Institute[], random: Random): Question {
  const language: Language = random.below(4) === 0 ? 'fr' : 'en';
  const topic = random.pick(topics);
  const institute = random.pick(all);
  const named = random.below(2) === 0;
  const text = fill(
    random.pick(named ? topic[language].named : topic[language].described),
    institute,
    language,
  );
  const right = named
    ? [institute]
    : all.filter(({ city, field }) => city === institute.city && field === institute.field);
  return {
    id: `generated-${number}`,
    language,
    text,
    relevant: new Map(right.map(({ id }) => [`${id}#${topic.id}`, 1])),
  };
}
