/** What reading the content for the search comes to: plain data, which can be kept for the next start. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createGazetteer } from './gazetteer.ts';
import { createLexicon, type LexiconData, readLexicon } from './lexicon.ts';
import { type NameIndex, readNames } from './name-index.ts';
import type { PassageData } from './passage.ts';
import { readPassages } from './passages.ts';
import { readLightTerms } from './rarity.ts';
import { createWordReader } from './section-texts.ts';
import { createTokenReader } from './tokens.ts';

export interface SearchData {
  readonly lexicon: LexiconData;
  readonly names: NameIndex;
  /** The terms of the content, in the order of their numbers. */
  readonly terms: readonly string[];
  readonly passages: readonly PassageData[];
  /** Everyday words that weigh little, as terms. */
  readonly lightTerms: ReadonlySet<string>;
}

export function readSearchData(knowledge: Knowledge): SearchData {
  const words = createWordReader();
  const lexicon = readLexicon(knowledge, words);
  const known = createLexicon(lexicon);
  const names = readNames(knowledge, known, words);
  const reader = createTokenReader(createGazetteer(names, known), known);
  const passages = readPassages(knowledge, reader, words);
  return {
    lexicon,
    names,
    terms: reader.terms.all(),
    passages,
    lightTerms: readLightTerms(knowledge, known),
  };
}
