import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import type { Block, RichText } from '../knowledge/types.ts';
import { stem, type Word, wordsOf } from './analysis.ts';

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
  stem(word: Pick<Word, 'surface' | 'folded'>, language: Language): string;
}

/** Names and questions are what people type; running text only shows how a word is written. */
const weights = { name: 20, vocabulary: 10, synonym: 5, ask: 3, unsupported: 2, text: 1 };

export function createLexicon(knowledge: Knowledge): Lexicon {
  const counts: Record<Language, Map<string, Count>> = { en: new Map(), fr: new Map() };
  for (const language of languages) {
    const add = (texts: readonly string[], weight: number) => {
      for (const text of texts) {
        for (const { folded, surface } of wordsOf(text)) {
          const known = counts[language].get(surface);
          if (known) known.count += weight;
          else counts[language].set(surface, { folded, count: weight });
        }
      }
    };
    for (const entry of knowledge.all(language)) {
      add([entry.title, ...entry.aliases], weights.name);
      for (const section of entry.sections) {
        add([...section.asks, section.heading], weights.ask);
        add([plain(section.lead), ...section.details.map(blockText)], weights.text);
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
    for (const { folded, count } of counts[language].values()) {
      totals.set(folded, (totals.get(folded) ?? 0) + count);
    }
  }
  const written = { en: mostFrequent(counts.en), fr: mostFrequent(counts.fr) };
  // All of the content asks several times for each of its words at every start.
  const stems: Record<Language, Map<string, string>> = { en: new Map(), fr: new Map() };
  return {
    words: [...totals.keys()],
    frequency: (folded) => totals.get(folded) ?? 0,
    writtenIn: (folded, language) => written[language].has(folded),
    surface: (folded) => written.en.get(folded) ?? written.fr.get(folded) ?? folded,
    stem({ folded }, language) {
      const known = stems[language].get(folded);
      if (known !== undefined) return known;
      const surface = written[language].get(folded);
      const result = stem(surface ?? folded, language);
      // What people type must not fill the memory.
      if (surface !== undefined) stems[language].set(folded, result);
      return result;
    },
  };
}

/** How often a word stands in the content as it is written, weighted. */
interface Count {
  readonly folded: string;
  count: number;
}

/** Folded form → how it is written most often; the first in the alphabet of equals. */
function mostFrequent(counts: ReadonlyMap<string, Count>): Map<string, string> {
  const best = new Map<string, string>();
  for (const [surface, { folded, count }] of counts) {
    const leader = best.get(folded);
    const lead = leader === undefined ? -1 : counts.get(leader)!.count;
    if (count > lead || (count === lead && surface < leader!)) best.set(folded, surface);
  }
  return best;
}

function plain(text: RichText): string {
  return text.map((run) => run.value).join('');
}

/** The words of a block; the separators keep neighbouring cells from forming a name. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items.map(plain).join(' . ');
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' . ')).join(' . ');
  }
}
