import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import type { Entry, RichText, Section } from '../knowledge/types.ts';
import { isQuestionWord, isStopWord, type Word, wordsOf } from './analysis.ts';
import type { Gazetteer, Mention } from './gazetteer.ts';
import { blockText, type Lexicon } from './lexicon.ts';

/** How much a term tells about a passage, by where it stands: its questions and headings say what it is about. */
const placeWeight = { asks: 1, heading: 1, title: 1, lead: 0.85, details: 0.6 } as const;

/** A section made ready for search: its terms with their weight, and its questions as term sets. */
export interface Passage {
  readonly entry: string;
  readonly section: string;
  /** Term → weight (0 to 1) of the best place in which it stands. */
  readonly terms: ReadonlyMap<string, number>;
  readonly asks: readonly ReadonlySet<string>[];
  /** Pairs of terms that follow each other in one of its questions. */
  readonly neighbours: ReadonlySet<string>;
  readonly texts: { readonly all: string; readonly title: string; readonly asks: string };
}

/** A term that stands for a name, whatever words or language it was written in. */
export function nameTerm(kind: string, id: string): string {
  return `@${kind === 'entry' ? id : `${kind}:${id}`}`;
}

/** What turns words into terms. */
export interface Reader {
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
}

export interface TermOptions {
  /** Whether question words ("who", "when") are kept. */
  readonly questionWords: boolean;
  /** Whether an entry's own words stand beside its name term (for indexing) or are replaced by it. */
  readonly nameWords: boolean;
}

/** A text as its terms in order: names as name terms, other words stemmed, stop words gone. */
export function termsOf(
  words: readonly Word[],
  language: Language,
  reader: Reader,
  options: TermOptions,
): string[] {
  return termsOfNamed({ words, names: reader.gazetteer.names(words) }, language, reader, options);
}

/** A text whose names are found already: finding them costs more than all that follows. */
interface NamedText {
  readonly words: readonly Word[];
  readonly names: readonly Mention[];
}

function termsOfNamed(
  { words, names }: NamedText,
  language: Language,
  reader: Reader,
  options: TermOptions,
): string[] {
  const terms: string[] = [];
  for (const [index, word] of words.entries()) {
    for (const name of names) if (name.start === index) terms.push(nameTerm(name.kind, name.id));
    // An entry is the same thing by any name; a vocabulary word says more than its term ("beef", "livestock").
    const named = names.some(
      (name) => name.kind === 'entry' && !name.weak && name.start <= index && index < name.end,
    );
    if (named && !options.nameWords) continue;
    if (isQuestionWord(word.folded, language)) {
      if (options.questionWords) terms.push(`?${word.folded}`);
    } else if (!isStopWord(word.folded, language)) terms.push(reader.lexicon.stem(word, language));
  }
  return terms;
}

export function readPassages(knowledge: Knowledge, language: Language, reader: Reader): Passage[] {
  return knowledge.all(language).flatMap((entry) => {
    const names = wordsOf([entry.title, ...entry.aliases].join(' . '));
    const title = [nameTerm('entry', entry.id), ...termsOf(names, language, reader, indexed)];
    return entry.sections.map((section) => readPassage(entry, title, section, language, reader));
  });
}

const indexed: TermOptions = { questionWords: false, nameWords: true };

function readPassage(
  entry: Entry,
  title: readonly string[],
  section: Section,
  language: Language,
  reader: Reader,
): Passage {
  const named = (text: string): NamedText => {
    const words = wordsOf(text);
    return { words, names: reader.gazetteer.names(words) };
  };
  const analyse = (text: NamedText, options = indexed) => termsOfNamed(text, language, reader, options);
  const asks = section.asks.map(named);
  const heading = named(section.heading);
  const places = {
    asks: asks.flatMap((ask) => analyse(ask)),
    heading: analyse(heading),
    title,
    lead: analyse(named(richText(section.lead))),
    details: analyse(named(section.details.map(blockText).join(' . '))),
  };
  const terms = new Map<string, number>();
  for (const [place, list] of Object.entries(places)) {
    const weight = placeWeight[place as keyof typeof placeWeight];
    for (const term of list) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  }
  const questions = [...asks, heading].map((ask) => analyse(ask, { questionWords: true, nameWords: false }));
  return {
    entry: entry.id,
    section: section.id,
    terms,
    asks: questions.map((terms) => new Set(terms)),
    neighbours: new Set(
      questions.flatMap((list) => list.slice(1).map((term, index) => `${list[index]} ${term}`)),
    ),
    texts: {
      all: [...places.heading, ...places.lead, ...places.details].join(' '),
      title: places.title.join(' '),
      asks: asks.flatMap((ask) => analyse(ask, { questionWords: true, nameWords: true })).join(' '),
    },
  };
}

function richText(text: RichText): string {
  return text.map((run) => run.value).join('');
}
