/** Sections and facts made ready for search: their terms by place, their questions and their sentences, in both languages. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Entry, EntryKind } from '../knowledge/types.ts';
import { type Form, formsIn } from './analysis.ts';
import { type AnswerType, shows } from './answer-types.ts';
import { countTerms, type TermCounts } from './full-text.ts';
import { type Line, lineOf, plain, type ReadWords } from './section-texts.ts';
import { allTerms, nameTerm, type Reader, readContent, type Token } from './tokens.ts';

/** How much a term tells about a passage, by where it stands: its questions and headings say what it is about. */
const placeWeight = { asks: 1, heading: 1, title: 1, lead: 0.85, details: 0.6 } as const;
type PlaceName = keyof typeof placeWeight;

/** What can answer: a section of an entry, or the statements about one of its attributes. */
export interface Target {
  readonly entry: string;
  readonly section?: string;
  readonly attribute?: string;
}

/** What a sentence, a list item or a table row says. */
export interface Sentence {
  /** Each once. */
  readonly terms: readonly string[];
  readonly text: string;
}

/** A question that a passage is known to answer. */
export interface KnownQuestion {
  /** Each once. */
  readonly terms: readonly string[];
  /** Those that make its length: each word or name once. */
  readonly own: readonly string[];
}

export interface Passage {
  /** Its place among all passages. */
  readonly index: number;
  readonly key: string;
  readonly target: Target;
  readonly kind: EntryKind;
  /** Entries whose subject this is: its own and the one it is a topic of. */
  readonly subjects: ReadonlySet<string>;
  /** Term → weight (0 to 1) of the best place in which it stands. */
  readonly terms: ReadonlyMap<string, number>;
  /** Its questions and headings, each as its terms. */
  readonly asks: readonly KnownQuestion[];
  /** Whether two terms follow each other in one of its questions. */
  neighbours(first: string, second: string): boolean;
  /** Each sentence, list item and table row with its terms. */
  readonly sentences: readonly Sentence[];
  /** Whether any of them shows a thing of the kind. */
  shows(type: AnswerType): boolean;
  /** Attributes whose question it answers: its own, or those that name the section. */
  readonly attributes: readonly string[];
  /** The years its text names. */
  readonly years: ReadonlySet<string>;
  /** What the full-text search indexes. */
  readonly counts: TermCounts;
}

/** `ngen#join` or, for the statements about an attribute, `ngen@leader`. */
export function keyOf({ entry, section, attribute }: Target): string {
  return attribute ? `${entry}@${attribute}` : `${entry}#${section}`;
}

/**
 * One passage for each section and each attribute of an entry, made of both languages' texts.
 *
 * @param wordsIn `wordsOfSection`, or what remembers it
 */
export function readPassages(knowledge: Knowledge, reader: Reader, wordsIn: ReadWords): Passage[] {
  const answering = ({ section, attribute }: Target) =>
    attribute
      ? [attribute]
      : knowledge.vocabulary.attributes.filter((item) => item.section === section).map(({ id }) => id);
  const drafts = new Map<string, Draft>();
  const pairs = createPairs();
  // All passages of an entry share the terms of its title.
  const titles = new Map<string, Map<string, number>>();
  const draftOf = (target: Target, entry: Entry) => {
    const key = keyOf(target);
    const draft = drafts.get(key) ?? createDraft(key, target, entry, pairs);
    drafts.set(key, draft);
    return draft;
  };
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      const read = (words: readonly Form[]) => readContent(words, language, reader);
      const readText = (text: string) => read(formsIn(text));
      const title = [nameOf(entry), ...readText([entry.title, ...entry.aliases].join(' . '))];
      titles.set(entry.id, countTerms(allTerms(title), titles.get(entry.id)));
      for (const section of entry.sections) {
        const draft = draftOf({ entry: entry.id, section: section.id }, entry);
        const words = wordsIn(section);
        draft.question(read(words.heading), 'heading');
        for (const ask of words.asks) draft.question(read(ask), 'asks');
        draft.statements(words.lead, read, 'lead');
        for (const lines of words.details) draft.statements(lines, read, 'details');
      }
      for (const fact of entry.facts) {
        const attribute = knowledge.vocabulary.attributes.find(({ id }) => id === fact.attribute);
        if (!attribute) continue;
        const draft = draftOf({ entry: entry.id, attribute: attribute.id }, entry);
        if (!draft.begun(language)) {
          const names = [attribute.label[language], ...attribute.words[language]];
          // People ask for an attribute of an entry by the names of both.
          for (const name of names) draft.question([...readText(name), nameOf(entry)], 'asks');
        }
        draft.statements(sentencesOf(plain(fact.text)).map(lineOf), read, 'lead');
      }
    }
  }
  return [...drafts.values()].map((draft, index) => ({ ...draft.passage(titles, answering), index }));
}

interface Draft {
  /** True from the second call with a language on. */
  begun(language: Language): boolean;
  question(tokens: readonly Token[], place: 'asks' | 'heading'): void;
  statements(
    lines: readonly Line[],
    read: (words: readonly Form[]) => Token[],
    place: 'lead' | 'details',
  ): void;
  passage(
    titles: ReadonlyMap<string, ReadonlyMap<string, number>>,
    answering: (target: Target) => readonly string[],
  ): Omit<Passage, 'index'>;
}

function createDraft(key: string, target: Target, entry: Entry, pairs: Pairs): Draft {
  const subjects = new Set([entry.id, ...(entry.parent ? [entry.parent] : [])]);
  const terms = new Map<string, number>();
  const asks: KnownQuestion[] = [];
  const sentences: Sentence[] = [];
  const neighbours = new Set<number>();
  const years = new Set<string>();
  const counts = { all: countTerms([]), asks: countTerms([]) };
  const begun = new Set<Language>();
  const add = (list: Iterable<string>, place: PlaceName) => {
    const weight = placeWeight[place];
    for (const term of list) if ((terms.get(term) ?? 0) < weight) terms.set(term, weight);
  };
  return {
    begun(language) {
      if (begun.has(language)) return true;
      begun.add(language);
      return false;
    },
    question(tokens, place) {
      const list = allTerms(tokens);
      if (place !== 'asks') add(list, place);
      const terms = unique(list);
      const plain = list.length === tokens.length && !tokens.some(({ beside }) => beside);
      asks.push({ terms, own: plain ? terms : ownTerms(tokens) });
      pairs.addAll(tokens, neighbours);
      countTerms(list, counts[place === 'heading' ? 'all' : 'asks']);
    },
    statements(lines, read, place) {
      for (const { text, words } of lines) {
        const list = allTerms(read(words));
        add(list, place);
        sentences.push({ terms: unique(list), text });
        countTerms(list, counts.all);
        for (const year of text.match(/\b(?:19|20)\d\d\b/g) ?? []) years.add(year);
      }
    },
    passage(titles, answering) {
      const title = titles.get(entry.id) ?? countTerms([]);
      // At the end and once each: they are most of what there is to count.
      add(title.keys(), 'title');
      add(counts.asks.keys(), 'asks');
      return {
        key,
        target,
        kind: entry.kind,
        attributes: answering(target),
        subjects,
        terms,
        asks,
        neighbours: (first, second) => neighbours.has(pairs.find(first, second)),
        sentences,
        shows: rememberedByType((type) => sentences.some(({ text }) => shows(text, type))),
        years,
        counts: { ...counts, title },
      };
    },
  };
}

/** Each word or name once. */
function ownTerms(tokens: readonly Token[]): readonly string[] {
  const kept: string[] = [];
  for (const { term, beside } of tokens) if (!beside && !kept.includes(term)) kept.push(term);
  return kept;
}

/** Each once, in their order; most questions are too short for a set to be worth its memory. */
function unique(terms: readonly string[]): readonly string[] {
  if (terms.length > 20) return [...new Set(terms)];
  const kept: string[] = [];
  for (const term of terms) if (!kept.includes(term)) kept.push(term);
  return kept;
}

/** Numbers pairs of terms: as strings they take more memory than all questions. */
interface Pairs {
  /** Adds the numbers of all neighbours. */
  addAll(tokens: readonly Token[], to: Set<number>): void;
  /** -1 where a term stands in no pair. */
  find(first: string, second: string): number;
}

/** More different terms than the content will ever have; the square stays a small integer. */
const mostTerms = 32_768;

function createPairs(): Pairs {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  return {
    addAll(tokens, to) {
      let before = -1;
      for (const { term } of tokens) {
        const number = numberOf(term);
        if (before >= 0) to.add(before * mostTerms + number);
        before = number;
      }
    },
    find(first, second) {
      const a = numbers.get(first);
      const b = numbers.get(second);
      return a === undefined || b === undefined ? -1 : a * mostTerms + b;
    },
  };
}

/** Found out when first asked: a start does not wait for what few questions need. */
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

function nameOf(entry: Entry): Token {
  return { term: nameTerm('entry', entry.id), kind: 'name', near: [] };
}
