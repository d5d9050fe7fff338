/** Reads sections and facts for the search: their terms by place, their questions and their sentences, in both languages. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Entry, Fact, Section } from '../knowledge/types.ts';
import type { Attribute } from '../knowledge/vocabulary.ts';
import { formsIn } from './analysis.ts';
import { addPairs } from './pairs.ts';
import type { PassageData, Sentence, Target } from './passage.ts';
import { type Line, lineOf, plain, type SectionWords, type WordReader } from './section-texts.ts';
import { createTally, type Tally, type TermCounts } from './tally.ts';
import { termLists } from './term-lists.ts';
import { entryOf, nameTerm } from './terms.ts';
import { type ContentText, type Reader, readContent } from './tokens.ts';

/** How much a term tells about a passage, by where it stands: its questions and headings say what it is about. */
const placeWeight = { asks: 1, heading: 1, title: 1, lead: 0.85, details: 0.6 } as const;

/** One passage for each section and each attribute of an entry, made of both languages' texts. */
export function readPassages(knowledge: Knowledge, reader: Reader, words: WordReader): PassageData[] {
  const { attributes } = knowledge.vocabulary;
  const desk: Desk = { reader, all: createTally(), asks: createTally() };
  const namesOf = rememberedNames(reader);
  const passages: PassageData[] = [];
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
      passages.push(readPassage({ target, entry, answers, title, texts }, desk));
    }
    const facts = entries.flatMap((sibling) => sibling.facts.map((fact) => ({ ...fact, of: sibling })));
    for (const [name, told] of Map.groupBy(facts, (fact) => fact.attribute)) {
      const attribute = attributes.find((item) => item.id === name);
      if (!attribute) continue;
      const target = { entry: id, attribute: name };
      const texts = [...Map.groupBy(told, (fact) => fact.of.language)].map(([language, own]) =>
        textsOfFacts(namesOf(attribute, language), own, language, reader),
      );
      passages.push(readPassage({ target, entry, answers: [name], title, texts }, desk));
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
  readonly entry: Entry;
  readonly answers: readonly string[];
  readonly title: TermCounts;
  readonly texts: readonly Texts[];
}

function readPassage({ target, entry, answers, title, texts }: Draft, desk: Desk): PassageData {
  const { terms: known } = desk.reader;
  const asks: (readonly number[])[] = [];
  const asksOwn: (readonly number[])[] = [];
  const sentences: Sentence[] = [];
  const sentenceTerms: (readonly number[])[] = [];
  const pairs = new Set<number>();
  const years = new Set<string>();
  const headed = new Set<string>();
  const question = ({ line, all, own }: ContentText, tally: Tally) => {
    const terms = unique(all);
    asks.push(terms);
    asksOwn.push(own.length === all.length ? terms : unique(own));
    addPairs(line, pairs);
    tally.add(all, placeWeight.asks);
  };
  const statements = (lines: readonly Line[], language: Language, weight: number) => {
    for (const { text, words } of lines) {
      const { all } = readContent(words, language, desk.reader);
      sentences.push({ text, language });
      sentenceTerms.push(unique(all));
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
  return {
    target,
    kind: entry.kind,
    attributes: answers,
    subjects: new Set([entry.id, ...(entry.parent ? [entry.parent] : [])]),
    headed,
    asks: termLists(asks),
    asksOwn: termLists(asksOwn),
    pairs: Int32Array.from(pairs),
    sentences,
    sentenceTerms: termLists(sentenceTerms),
    years,
    counts: { all: desk.all.take(), title, asks: desk.asks.take() },
  };
}

/** Each once, in their order, in a list of just that length; most are too short for a set to be worth its memory. */
function unique(terms: readonly number[]): readonly number[] {
  if (terms.length > 20) return [...new Set(terms)];
  for (let at = 1; at < terms.length; at++) {
    if (terms.indexOf(terms[at]!) < at) return terms.filter((term, place) => terms.indexOf(term) === place);
  }
  return terms.slice();
}
