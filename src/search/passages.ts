import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import type { Entry, RichText, Section } from '../knowledge/types.ts';
import { isQuestionWord, isStopWord, type Word, wordsOf } from './analysis.ts';
import type { Gazetteer } from './gazetteer.ts';
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
  const names = reader.gazetteer
    .find(words)
    .filter((m) => m.kind !== 'attribute' && m.kind !== 'unsupported');
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
  return knowledge
    .all(language)
    .flatMap((entry) => entry.sections.map((section) => readPassage(entry, section, language, reader)));
}

function readPassage(entry: Entry, section: Section, language: Language, reader: Reader): Passage {
  const analyse = (text: string, questions = false) =>
    termsOf(wordsOf(text), language, reader, { questionWords: questions, nameWords: true });
  const places = {
    asks: section.asks.flatMap((ask) => analyse(ask)),
    heading: analyse(section.heading),
    title: [nameTerm('entry', entry.id), ...analyse([entry.title, ...entry.aliases].join(' . '))],
    lead: analyse(richText(section.lead)),
    details: analyse(section.details.map(blockText).join(' . ')),
  };
  const terms = new Map<string, number>();
  for (const [place, list] of Object.entries(places)) {
    const weight = placeWeight[place as keyof typeof placeWeight];
    for (const term of list) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  }
  const questions = [...section.asks, section.heading].map((ask) =>
    termsOf(wordsOf(ask), language, reader, { questionWords: true, nameWords: false }),
  );
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
      asks: section.asks.flatMap((ask) => analyse(ask, true)).join(' '),
    },
  };
}

function richText(text: RichText): string {
  return text.map((run) => run.value).join('');
}
