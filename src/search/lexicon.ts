import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { type Form, formsIn, stem } from './analysis.ts';
import { blockText, type WordReader } from './section-texts.ts';

/** Every word of the content and the vocabulary, by its folded form. */
export interface Lexicon {
  /** Folded forms, in the order of the content. */
  readonly words: Iterable<string>;
  /** How often a folded form stands in the content, names and questions counting more; 0 if never. */
  frequency(folded: string): number;
  /** Whether a language's content or vocabulary has the word. */
  writtenIn(folded: string, language: Language): boolean;
  /** How the word is written, accents included, where it is most frequent. */
  surface(folded: string): string;
  /**
   * The stem of a word however its accents are typed: stems depend on accents (« ratifié » is no
   * « ratifie »), so a word is stemmed as the content writes it.
   */
  stem(word: Form, language: Language): string;
}

/** The words of the content and the vocabulary, counted: plain data. */
export interface LexiconData {
  /** Folded form → how often it stands there, in the order of the content. */
  readonly totals: ReadonlyMap<string, number>;
  /** Folded form → how a language writes it. */
  readonly written: Readonly<Record<Language, ReadonlyMap<string, string>>>;
}

/** Endings of a participle without its accent. */
const inflected = ['ees', 'ee', 'es'];

/** Counted in place: a start counts all words of the content. */
type Counts = Map<Form, { count: number }>;

/** Names and questions are what people type; running text only shows how a word is written. */
const weights = { name: 20, vocabulary: 10, synonym: 5, ask: 3, unsupported: 2, text: 1 };

export function readLexicon(knowledge: Knowledge, words: WordReader): LexiconData {
  const counts: Record<Language, Counts> = { en: new Map(), fr: new Map() };
  for (const language of languages) {
    const known = counts[language];
    const count = (forms: readonly Form[], weight: number) => {
      for (let at = 0; at < forms.length; at++) {
        const word = forms[at]!;
        const found = known.get(word);
        if (found) found.count += weight;
        else known.set(word, { count: weight });
      }
    };
    const add = (texts: readonly string[], weight: number) => {
      for (const text of texts) count(words.phrase(text), weight);
    };
    for (const entry of knowledge.all(language)) {
      add([entry.title, ...entry.aliases], weights.name);
      for (const section of entry.sections) {
        const { heading, asks, lead, details } = words.section(section);
        for (const ask of asks) count(ask, weights.ask);
        count(heading, weights.ask);
        for (const line of lead) count(line.words, weights.text);
        for (const [index, block] of section.details.entries()) {
          // The passages read a table's columns with each of its rows: they count once.
          if (block.type === 'table') count(formsIn(blockText(block)), weights.text);
          else for (const line of details[index] ?? []) count(line.words, weights.text);
        }
      }
    }
    const { terms, attributes, unsupported, synonyms, smallTalk } = knowledge.vocabulary;
    for (const term of terms) add([term.label[language], ...term.words[language]], weights.vocabulary);
    for (const item of attributes) add([item.label[language], ...item.words[language]], weights.vocabulary);
    for (const topic of [...unsupported, ...smallTalk]) add(topic.words[language], weights.unsupported);
    for (const concept of synonyms) add(concept[language], weights.synonym);
  }
  const totals = new Map<string, number>();
  for (const language of languages) {
    for (const [{ folded }, { count }] of counts[language]) {
      totals.set(folded, (totals.get(folded) ?? 0) + count);
    }
  }
  return { totals, written: { en: mostFrequent(counts.en), fr: mostFrequent(counts.fr) } };
}

export function createLexicon({ totals, written }: LexiconData): Lexicon {
  // All of the content asks several times for each of its words at every start.
  const stems: Record<Language, Map<string, string>> = { en: new Map(), fr: new Map() };
  /** « Lancées », typed with or without its accents, where only « lancée » or « lancé » is written. */
  const writtenOtherwise = (folded: string, language: Language): string | undefined => {
    const ending = language === 'fr' ? inflected.find((one) => folded.endsWith(one)) : undefined;
    if (ending === undefined) return undefined;
    for (let cut = 1; cut <= ending.length - 1; cut++) {
      const found = written.fr.get(folded.slice(0, -cut));
      if (found?.endsWith('é') || found?.endsWith('ée')) return found;
    }
    return undefined;
  };
  return {
    words: [...totals.keys()],
    frequency: (folded) => totals.get(folded) ?? 0,
    writtenIn: (folded, language) => written[language].has(folded),
    surface: (folded) => written.en.get(folded) ?? written.fr.get(folded) ?? folded,
    stem({ folded }, language) {
      const known = stems[language].get(folded);
      if (known !== undefined) return known;
      const surface = written[language].get(folded);
      const result = stem(surface ?? writtenOtherwise(folded, language) ?? folded, language);
      // What people type must not fill the memory.
      if (surface !== undefined) stems[language].set(folded, result);
      return result;
    },
  };
}

/** Folded form → how it is written most often; the first in the alphabet of equals. */
function mostFrequent(counts: Counts): ReadonlyMap<string, string> {
  const best = new Map<string, { readonly surface: string; readonly count: number }>();
  for (const [{ surface, folded }, { count }] of counts) {
    const leader = best.get(folded);
    if (!leader || count > leader.count || (count === leader.count && surface < leader.surface)) {
      best.set(folded, { surface, count });
    }
  }
  return new Map([...best].map(([folded, { surface }]) => [folded, surface]));
}
