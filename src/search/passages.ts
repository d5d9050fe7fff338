/** Sections and facts made ready for search: their terms by place, their questions and their sentences, in both languages. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Entry, EntryKind } from '../knowledge/types.ts';
import type { Form } from './analysis.ts';
import { type AnswerType, shows } from './answer-types.ts';
import { countTerms, type TermCounts } from './full-text.ts';
import { linesOf, plain } from './section-texts.ts';
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
 * @param forms `formsIn`, or what remembers it
 */
export function readPassages(
  knowledge: Knowledge,
  reader: Reader,
  forms: (text: string) => readonly Form[],
): Passage[] {
  const answering = ({ section, attribute }: Target) =>
    attribute
      ? [attribute]
      : knowledge.vocabulary.attributes.filter((item) => item.section === section).map(({ id }) => id);
  const drafts = new Map<string, Draft>();
  const pairs = createPairs();
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      const read = (text: string) => readContent(forms(text), language, reader);
      const title = [nameOf(entry), ...read([entry.title, ...entry.aliases].join(' . '))];
      for (const section of entry.sections) {
        const draft = draftOf(drafts, { entry: entry.id, section: section.id }, entry, pairs);
        draft.title(title);
        draft.question(read(section.heading), 'heading');
        for (const ask of section.asks) draft.question(read(ask), 'asks');
        draft.statements(sentencesOf(plain(section.lead)), read, 'lead');
        draft.statements(section.details.flatMap(linesOf), read, 'details');
      }
      for (const fact of entry.facts) {
        const attribute = knowledge.vocabulary.attributes.find(({ id }) => id === fact.attribute);
        if (!attribute) continue;
        const draft = draftOf(drafts, { entry: entry.id, attribute: attribute.id }, entry, pairs);
        if (!draft.begun(language)) {
          draft.title(title);
          const names = [attribute.label[language], ...attribute.words[language]];
          // People ask for an attribute of an entry by the names of both.
          for (const name of names) draft.question([...read(name), nameOf(entry)], 'asks');
        }
        draft.statements(sentencesOf(plain(fact.text)), read, 'lead');
      }
    }
  }
  return [...drafts.values()].map((draft, index) => ({ ...draft.passage(answering), index }));
}

interface Draft {
  /** True from the second call with a language on. */
  begun(language: Language): boolean;
  title(tokens: readonly Token[]): void;
  question(tokens: readonly Token[], place: 'asks' | 'heading'): void;
  statements(texts: readonly string[], read: (text: string) => Token[], place: 'lead' | 'details'): void;
  passage(answering: (target: Target) => readonly string[]): Omit<Passage, 'index'>;
}

function draftOf(drafts: Map<string, Draft>, target: Target, entry: Entry, pairs: Pairs): Draft {
  const key = keyOf(target);
  const known = drafts.get(key);
  if (known) return known;
  const draft = createDraft(key, target, entry, pairs);
  drafts.set(key, draft);
  return draft;
}

function createDraft(key: string, target: Target, entry: Entry, pairs: Pairs): Draft {
  const subjects = new Set([entry.id, ...(entry.parent ? [entry.parent] : [])]);
  const terms = new Map<string, number>();
  const asks: KnownQuestion[] = [];
  const sentences: Sentence[] = [];
  const neighbours = new Set<number>();
  const years = new Set<string>();
  const counts = { all: countTerms([]), title: countTerms([]), asks: countTerms([]) };
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
    title(tokens) {
      const list = allTerms(tokens);
      add(list, 'title');
      countTerms(list, counts.title);
    },
    question(tokens, place) {
      const list = allTerms(tokens);
      if (place !== 'asks') add(list, place);
      const terms = unique(list);
      const plain = list.length === tokens.length && !tokens.some(({ beside }) => beside);
      asks.push({ terms, own: plain ? terms : ownTerms(tokens) });
      for (let index = 1; index < tokens.length; index++) {
        neighbours.add(pairs.of(tokens[index - 1]!.term, tokens[index]!.term));
      }
      countTerms(list, counts[place === 'heading' ? 'all' : 'asks']);
    },
    statements(lines, read, place) {
      for (const line of lines) {
        const list = allTerms(read(line));
        add(list, place);
        sentences.push({ terms: unique(list), text: line });
        countTerms(list, counts.all);
        for (const year of line.match(/\b(?:19|20)\d\d\b/g) ?? []) years.add(year);
      }
    },
    passage(answering) {
      // At the end and once each: they are most of what there is to count.
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
        counts,
      };
    },
  };
}

/** Each word or name once. */
function ownTerms(tokens: readonly Token[]): readonly string[] {
  return unique(tokens.filter(({ beside }) => !beside).map(({ term }) => term));
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
  of(first: string, second: string): number;
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
    of: (first, second) => numberOf(first) * mostTerms + numberOf(second),
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
