/** Sections and facts made ready for search: their terms by place, their questions and their sentences, in both languages. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Entry, EntryKind, Fact, Section } from '../knowledge/types.ts';
import type { Attribute } from '../knowledge/vocabulary.ts';
import { formsIn } from './analysis.ts';
import { type AnswerType, shows } from './answer-types.ts';
import type { FieldCounts } from './full-text.ts';
import { numberedTerms } from './numbered.ts';
import { addPairs, hasPair } from './pairs.ts';
import { type Line, lineOf, plain, type SectionWords, type WordReader } from './section-texts.ts';
import { createTally, type Tally, type TermCounts } from './tally.ts';
import { entryOf, nameTerm, type Terms } from './terms.ts';
import { type ContentText, type Reader, readContent, termsOfWord } from './tokens.ts';

/** How much a term tells about a passage, by where it stands: its questions and headings say what it is about. */
const placeWeight = { asks: 1, heading: 1, title: 1, lead: 0.85, details: 0.6 } as const;

/** What can answer: a section of an entry, or the statements about one of its attributes. */
export interface Target {
  readonly entry: string;
  readonly section?: string;
  readonly attribute?: string;
}

/** What a sentence, a list item or a table row says. */
export interface Sentence {
  /** Each once. */
  readonly terms: readonly number[];
  readonly text: string;
  readonly language: Language;
}

/** A question that a passage is known to answer. */
export interface KnownQuestion {
  /** Each once. */
  readonly terms: readonly number[];
  /** Those that make its length: each word or name once. */
  readonly own: readonly number[];
}

export interface Passage {
  /** Its place among all passages. */
  readonly index: number;
  readonly key: string;
  readonly target: Target;
  readonly kind: EntryKind;
  /** Entries whose subject this is: its own and the one it is a topic of. */
  readonly subjects: ReadonlySet<string>;
  /** Entries that its heading names. */
  readonly headed: ReadonlySet<string>;
  /** Term → weight (0 to 1) of the best place in which it stands. */
  readonly terms: ReadonlyMap<string, number>;
  /** Its questions and headings, each as its terms. */
  readonly asks: readonly KnownQuestion[];
  /** Whether two terms follow each other in one of its questions. */
  neighbours(first: string, second: string): boolean;
  /** Each sentence, list item and table row with its terms. */
  readonly sentences: readonly Sentence[];
  /** Its questions and sentences that have a term; each tells what others it has. */
  linesWith(term: string): readonly ((other: string) => boolean)[];
  /** Whether one of some terms stands beside a number. */
  numbers(any: readonly string[]): boolean;
  /** Whether a sentence has so many of some words, each by one of its terms, and its text is as asked. */
  tells(words: readonly (readonly string[])[], text: (text: string) => boolean, least?: number): boolean;
  /** Whether any of them shows a thing of the kind. */
  shows(type: AnswerType): boolean;
  /** Attributes whose question it answers: its own, or those that name the section. */
  readonly attributes: readonly string[];
  /** The years its text names. */
  readonly years: ReadonlySet<string>;
  /** What the full-text search indexes. */
  readonly counts: FieldCounts;
}

/** `ngen#join` or, for the statements about an attribute, `ngen@leader`. */
export function keyOf({ entry, section, attribute }: Target): string {
  return attribute ? `${entry}@${attribute}` : `${entry}#${section}`;
}

/** One passage for each section and each attribute of an entry, made of both languages' texts. */
export function readPassages(knowledge: Knowledge, reader: Reader, words: WordReader): Passage[] {
  const { attributes } = knowledge.vocabulary;
  const desk: Desk = { reader, all: createTally(), asks: createTally() };
  const namesOf = rememberedNames(reader);
  const passages: Passage[] = [];
  for (const id of knowledge.ids) {
    const entries = languages.flatMap((language) => knowledge.entry(id, language) ?? []);
    const [entry] = entries;
    if (!entry) continue;
    const title = titleOf(entries, desk);
    const sections = entries.flatMap((sibling) => sibling.sections);
    for (const [section, siblings] of Map.groupBy(sections, (one) => one.id)) {
      const target = { entry: id, section };
      const answers = attributes.filter((item) => item.section === section).map((item) => item.id);
      const texts = siblings.map((sibling) => textsOf(sibling, words.section(sibling), reader));
      passages.push(readPassage({ target, index: passages.length, entry, answers, title, texts }, desk));
    }
    const facts = entries.flatMap((sibling) => sibling.facts.map((fact) => ({ ...fact, of: sibling })));
    for (const [name, told] of Map.groupBy(facts, (fact) => fact.attribute)) {
      const attribute = attributes.find((item) => item.id === name);
      if (!attribute) continue;
      const target = { entry: id, attribute: name };
      const texts = [...Map.groupBy(told, (fact) => fact.of.language)].map(([language, own]) =>
        textsOfFacts(namesOf(attribute, language), own, language, reader),
      );
      passages.push(
        readPassage({ target, index: passages.length, entry, answers: [name], title, texts }, desk),
      );
    }
  }
  return passages;
}

/** What all passages are read with. */
interface Desk {
  readonly reader: Reader;
  readonly all: Tally;
  readonly asks: Tally;
}

/** What a passage says in a language. */
interface Texts {
  readonly language: Language;
  readonly heading?: ContentText;
  readonly asks: readonly ContentText[];
  readonly lead: readonly Line[];
  readonly details: readonly Line[];
}

/** How an entry is called, which all of its passages share. */
function titleOf(entries: readonly Entry[], { reader, all }: Desk): TermCounts {
  for (const entry of entries) {
    const words = formsIn([entry.title, ...entry.aliases].join(' . '));
    all.add([reader.terms.add(nameTerm('entry', entry.id))], placeWeight.title);
    all.add(readContent(words, entry.language, reader).all, placeWeight.title);
  }
  return all.take();
}

function textsOf({ language }: Section, words: SectionWords, reader: Reader): Texts {
  return {
    language,
    heading: readContent(words.heading, language, reader),
    asks: words.asks.map((ask) => readContent(ask, language, reader)),
    lead: words.lead,
    details: words.details.flat(),
  };
}

/** How an attribute is called, read once for all entries that have it. */
function rememberedNames(
  reader: Reader,
): (attribute: Attribute, language: Language) => readonly ContentText[] {
  const known = new Map<string, readonly ContentText[]>();
  return ({ id, label, words }, language) => {
    const key = `${language}:${id}`;
    const found = known.get(key);
    if (found) return found;
    const names = [label[language], ...words[language]];
    const read = names.map((name) => readContent(formsIn(name), language, reader));
    known.set(key, read);
    return read;
  };
}

/** People ask for an attribute of an entry by the names of both. */
function textsOfFacts(
  names: readonly ContentText[],
  facts: readonly Fact[],
  language: Language,
  { terms }: Reader,
): Texts {
  const entry = terms.add(nameTerm('entry', facts[0]!.entry));
  return {
    language,
    asks: names.map(({ line, all, own }) => ({
      line: [...line, entry],
      all: [...all, entry],
      own: [...own, entry],
    })),
    lead: facts.flatMap((fact) => sentencesOf(plain(fact.text)).map(lineOf)),
    details: [],
  };
}

interface Draft {
  readonly target: Target;
  readonly index: number;
  readonly entry: Entry;
  readonly answers: readonly string[];
  readonly title: TermCounts;
  readonly texts: readonly Texts[];
}

function readPassage({ target, index, entry, answers, title, texts }: Draft, desk: Desk): Passage {
  const { terms: known } = desk.reader;
  const asks: KnownQuestion[] = [];
  const sentences: Sentence[] = [];
  const pairs = new Set<number>();
  const years = new Set<string>();
  const headed = new Set<string>();
  const question = ({ line, all, own }: ContentText, tally: Tally) => {
    const terms = unique(all);
    asks.push({ terms, own: own.length === all.length ? terms : unique(own) });
    addPairs(line, pairs);
    tally.add(all, placeWeight.asks);
  };
  const statements = (lines: readonly Line[], language: Language, weight: number) => {
    for (const { text, words } of lines) {
      const { all } = readContent(words, language, desk.reader);
      sentences.push({ terms: unique(all), text, language });
      desk.all.add(all, weight);
      for (const year of text.match(/\b(?:19|20)\d\d\b/g) ?? []) years.add(year);
    }
  };
  for (const { language, heading, asks: asked, lead, details } of texts) {
    if (heading) {
      question(heading, desk.all);
      for (const term of heading.line) {
        const id = entryOf(known.text(term));
        if (id) headed.add(id);
      }
    }
    for (const ask of asked) question(ask, desk.asks);
    statements(lead, language, placeWeight.lead);
    statements(details, language, placeWeight.details);
  }
  const counts = { all: desk.all.take(), title, asks: desk.asks.take() };
  // Found out when first asked: a start does not wait for what few questions need.
  let numbered: ReadonlySet<number> | undefined;
  return {
    index,
    key: keyOf(target),
    target,
    kind: entry.kind,
    attributes: answers,
    subjects: new Set([entry.id, ...(entry.parent ? [entry.parent] : [])]),
    headed,
    terms: weightsOf(counts, known),
    asks,
    neighbours: (first, second) => hasPair(pairs, [first, second], known),
    sentences,
    numbers(any) {
      numbered ??= numberedTerms(sentences, (word, language) => termsOfWord(word, language, desk.reader));
      return any.some((term) => numbered?.has(known.find(term) ?? -1));
    },
    tells(words, isAsked, least = 1) {
      const numbers = words.map((any) => any.map((term) => known.find(term)));
      return sentences.some(
        ({ terms, text }) =>
          numbers.filter((any) => any.some((number) => number !== undefined && terms.includes(number)))
            .length >= least && isAsked(text),
      );
    },
    linesWith(term) {
      const number = known.find(term);
      if (number === undefined) return [];
      return [...asks, ...sentences]
        .filter(({ terms }) => terms.includes(number))
        .map(
          ({ terms }) =>
            (other) =>
              terms.includes(known.find(other) ?? -1),
        );
    },
    shows: rememberedByType((type) => sentences.some(({ text }) => shows(text, type))),
    years,
    counts,
  };
}

/** Each term with the weight of the best place in which it stands. */
function weightsOf({ all, title, asks }: FieldCounts, known: Terms): Map<string, number> {
  const weights = new Map<string, number>();
  for (let at = 0; at < all.terms.length; at++) weights.set(known.text(all.terms[at]!), all.weights[at]!);
  // These tell as much as any.
  for (let at = 0; at < title.terms.length; at++)
    weights.set(known.text(title.terms[at]!), placeWeight.title);
  for (let at = 0; at < asks.terms.length; at++) weights.set(known.text(asks.terms[at]!), placeWeight.asks);
  return weights;
}

/** Each once, in their order, in a list of just that length; most are too short for a set to be worth its memory. */
function unique(terms: readonly number[]): readonly number[] {
  if (terms.length > 20) return [...new Set(terms)];
  for (let at = 1; at < terms.length; at++) {
    if (terms.indexOf(terms[at]!) < at) return terms.filter((term, place) => terms.indexOf(term) === place);
  }
  return terms.slice();
}

/** Found out when first asked, too. */
function rememberedByType(find: (type: AnswerType) => boolean): (type: AnswerType) => boolean {
  const found = new Map<AnswerType, boolean>();
  return (type) => {
    const known = found.get(type);
    if (known !== undefined) return known;
    const result = find(type);
    found.set(type, result);
    return result;
  };
}
