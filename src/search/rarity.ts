/** How much a term tells: the rarer in the content, the more; grammar and everyday speech tell little. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { languages } from '../knowledge/language.ts';
import { lightWordsOf, stem, wordsOf } from './analysis.ts';
import { everydayWords } from './everyday-words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Passage } from './passage.ts';

/** Question words tell questions apart but are never what a question is about. */
const questionWordWeight = 0.8;
/** Everyday words say little about what a question is about. */
const lightWordWeight = 0.6;
/** A word that no content has may be the point of the question or a turn of phrase. */
const unknownWordShare = 0.5;

export interface Rarity {
  /** How rare a term is in the content: the rarer, the more it tells. */
  weight(term: string): number;
  /** The passages that have the term. */
  count(term: string): number;
  knows(term: string): boolean;
  /** A word that neither the content nor everyday speech has may be what the question is about. */
  strange(term: string): boolean;
  /** Everyday words that weigh little although the content has them. */
  isLight(term: string): boolean;
  isEveryday(term: string): boolean;
}

/** @param light everyday words that weigh little, as `readLightTerms` finds them */
export function createRarity(passages: readonly Passage[], light: ReadonlySet<string>): Rarity {
  const frequency = new Map<string, number>();
  for (const passage of passages) {
    for (const term of passage.terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const rarest = idf(passages.length, 0);
  // The content's own words need none of them: the first question makes them.
  let terms: ReadonlySet<string> | undefined;
  const isEveryday = (term: string) => {
    terms ??= everydayTerms();
    return terms.has(term);
  };
  const weights = new Map<string, number>();
  const rarityOf = (term: string) => {
    if (term.startsWith('?')) return questionWordWeight;
    if (light.has(term)) return lightWordWeight;
    const count = frequency.get(term);
    if (count !== undefined) return idf(passages.length, count);
    return isEveryday(term) ? lightWordWeight : rarest * unknownWordShare;
  };
  return {
    weight(term) {
      const known = weights.get(term);
      if (known !== undefined) return known;
      const found = rarityOf(term);
      // Only terms of the content recur for sure; what people type must not fill the memory.
      if (frequency.has(term)) weights.set(term, found);
      return found;
    },
    count: (term) => frequency.get(term) ?? 0,
    knows: (term) => frequency.has(term),
    strange: (term) => !frequency.has(term) && !light.has(term) && !isEveryday(term),
    isLight: (term) => light.has(term),
    isEveryday,
  };
}

/** Everyday words, but for those by which the vocabulary asks ("who leads", "date"): they carry meaning here. */
export function readLightTerms(knowledge: Knowledge, lexicon: Lexicon): ReadonlySet<string> {
  const { attributes, terms } = knowledge.vocabulary;
  return new Set(
    languages.flatMap((language) => {
      const meant = new Set(
        [...attributes, ...terms]
          .flatMap((item) => [item.label[language], ...item.words[language]])
          .flatMap((phrase) => wordsOf(phrase).map((word) => lexicon.stem(word, language))),
      );
      return [...lightWordsOf(language)]
        .map((word) => stem(word, language))
        .filter((term) => !meant.has(term))
        .map((term) => `${language}:${term}`);
    }),
  );
}

function everydayTerms(): Set<string> {
  return new Set(
    languages.flatMap((language) =>
      [...everydayWords[language]].map((word) => `${language}:${stem(word, language)}`),
    ),
  );
}

function idf(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}
