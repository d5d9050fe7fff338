/** Turns a question into ranked, explained hits with a calibrated confidence. */
import MiniSearch from 'minisearch';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages, otherLanguage } from '../knowledge/language.ts';
import { isQuestionWord, isStopWord, lightWordsOf, stem, type Word, wordsOf } from './analysis.ts';
import { confidenceOf, type Evidence } from './confidence.ts';
import { createGazetteer, type Gazetteer } from './gazetteer.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { nameTerm, type Passage, type Reader, readPassages, termsOf } from './passages.ts';

export interface Hit {
  readonly entry: string;
  readonly section: string;
  /** The ranking score: MiniSearch's BM25+, passage and entry half and half. Comparable within one query only. */
  readonly score: number;
  /** IDF-weighted share of the question's terms that the passage explains, 0 to 1. */
  readonly coverage: number;
  /** Likeness to the nearest of the passage's alternate questions, 0 to 1. */
  readonly likeness: number;
  /** What the confidence is made of; see `confidence.ts`. */
  readonly evidence: Evidence;
  /** Whether the question is about this passage, 0 to 1; comparable across questions. */
  readonly confidence: number;
}

export interface Query {
  readonly words: readonly Word[];
  readonly language: Language;
  /** Entries the question is about although it does not name them: a follow-up's. */
  readonly about: readonly string[];
}

export interface Search {
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  /** Best first; ties are broken by id, so that the order never depends on chance. */
  find(query: Query): Hit[];
  /** Whether any content has the word, in either language. */
  knows(word: Word): boolean;
  knowsIn(word: Word, language: Language): boolean;
  /** How rare a term is in the content of a language; the rarer, the more it tells. */
  weight(term: string, language: Language): number;
}

/** Passages looked at closely: more than the sections of one entry, which its name brings all to the top. */
const candidates = 40;
/** A question whose words match the other language's content counts a little less. */
const otherLanguageFactor = 0.9;
/** Question words tell questions apart but are never what a question is about. */
const questionWordWeight = 0.8;
/** Everyday words say little about what a question is about. */
const lightWordWeight = 0.6;
/** A word that no content has may be the point of the question or a turn of phrase. */
const unknownWordShare = 0.7;
const fuzzyWeight = 0.6;
const prefixWeight = 0.4;
const synonymWeight = 0.5;

export function createSearch(knowledge: Knowledge): Search {
  const lexicon = createLexicon(knowledge);
  const gazetteer = createGazetteer(knowledge, lexicon);
  const reader = { gazetteer, lexicon };
  const indexes = {
    en: createIndex(knowledge, 'en', reader),
    fr: createIndex(knowledge, 'fr', reader),
  };
  return {
    gazetteer,
    lexicon,
    find(query) {
      const best = new Map<string, Hit>();
      for (const language of [query.language, otherLanguage(query.language)]) {
        const factor = language === query.language ? 1 : otherLanguageFactor;
        // Grammar of the question's own language is no content of the other one.
        const words = query.words.filter(
          (word) =>
            language === query.language ||
            !(isStopWord(word.folded, query.language) || isQuestionWord(word.folded, query.language)),
        );
        for (const hit of indexes[language].find({ ...query, words })) {
          const scaled = { ...hit, confidence: hit.confidence * factor, score: hit.score * factor };
          const key = `${hit.entry}#${hit.section}`;
          const known = best.get(key);
          if (!known || known.confidence < scaled.confidence) best.set(key, scaled);
        }
      }
      return [...best.values()].sort(compareHits);
    },
    knows: (word) => languages.some((language) => indexes[language].knows(lexicon.stem(word, language))),
    knowsIn: (word, language) => indexes[language].knows(lexicon.stem(word, language)),
    weight: (term, language) => indexes[language].weight(term),
  };
}

function compareHits(a: Hit, b: Hit): number {
  const keys = [`${a.entry}#${a.section}`, `${b.entry}#${b.section}`] as const;
  return b.confidence - a.confidence || b.score - a.score || (keys[0] < keys[1] ? -1 : 1);
}

interface LanguageIndex {
  find(query: Query): Hit[];
  knows(term: string): boolean;
  weight(term: string): number;
}

const bm25 = { k: 1.2, b: 0.9, d: 0.5 };
const fields = ['all', 'title', 'asks'];
const boost = { all: 1, title: 0.5, asks: 1.25 };

function createIndex(knowledge: Knowledge, language: Language, reader: Reader): LanguageIndex {
  const passages = readPassages(knowledge, language, reader);
  const byKey = new Map(passages.map((passage) => [`${passage.entry}#${passage.section}`, passage]));
  const sections = newMiniSearch();
  sections.addAll([...byKey].map(([id, passage]) => ({ id, ...passage.texts })));
  const entries = newMiniSearch();
  entries.addAll(entryTexts(passages));
  const synonyms = readSynonyms(knowledge, language, reader.lexicon);

  const frequency = new Map<string, number>();
  for (const passage of passages) {
    for (const term of passage.terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const rarest = idf(passages.length, 0);
  // What the vocabulary asks by ("who leads", "date") carries meaning here.
  const { attributes, terms: vocabularyTerms } = knowledge.vocabulary;
  const meant = new Set(
    [...attributes, ...vocabularyTerms]
      .flatMap((item) => [item.label[language], ...item.words[language]])
      .flatMap((phrase) => wordsOf(phrase).map((word) => reader.lexicon.stem(word, language))),
  );
  const light = new Set(
    [...lightWordsOf(language)].map((word) => stem(word, language)).filter((term) => !meant.has(term)),
  );
  const weight = (term: string) => {
    if (term.startsWith('?')) return questionWordWeight;
    if (light.has(term)) return lightWordWeight;
    const count = frequency.get(term);
    return count === undefined ? rarest * unknownWordShare : idf(passages.length, count);
  };
  const knows = (term: string) => frequency.has(term);

  const searchOptions = {
    boost,
    bm25,
    fuzzy: (term: string) => {
      if (knows(term) || term.startsWith('@') || term.startsWith('?')) return false;
      return term.length >= 8 ? 2 : term.length >= 4 ? 1 : false;
    },
    prefix: (term: string) => !knows(term) && term.length >= 4,
    weights: { fuzzy: fuzzyWeight, prefix: prefixWeight },
  };
  return {
    knows,
    weight,
    find({ words, about }) {
      const terms = [
        ...termsOf(words, language, reader, { questionWords: true, nameWords: false }),
        ...about.map((id) => nameTerm('entry', id)),
      ];
      const meaning = [...new Set(terms.filter((term) => !term.startsWith('?')))];
      if (meaning.length === 0) return [];
      const alternatives = meaning.flatMap((term) => (synonyms.get(term) ?? []).map((other) => other));
      const text = [...terms, ...alternatives].join(' ');
      const weak = new Set(alternatives.filter((term) => !terms.includes(term)));
      const options = { ...searchOptions, boostTerm: (term: string) => (weak.has(term) ? synonymWeight : 1) };
      const entryScores = new Map(
        entries.search(text, options).map((result) => [String(result.id), undoTermCount(result)]),
      );
      return sections
        .search(text, options)
        .map((result) => {
          const passage = byKey.get(String(result.id))!;
          const score = (undoTermCount(result) + (entryScores.get(passage.entry) ?? 0)) / 2;
          return { passage, score };
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, candidates)
        .map(({ passage, score }, _index, all) => judge(passage, score, all[0]!.score, terms, meaning));
    },
  };

  function judge(
    passage: Passage,
    score: number,
    best: number,
    terms: readonly string[],
    meaning: readonly string[],
  ): Hit {
    const question = new Set(terms);
    const evidence: Evidence = {
      coverage: coverageOf(meaning, passage),
      likeness: Math.max(...passage.asks.map((ask) => likenessOf(question, ask))),
      rank: best === 0 ? 0 : score / best,
      unknown: unknownShare(meaning),
      matched: matchedWeight(meaning, passage),
      named: namedAgreement(meaning, passage),
      neighbours: neighboursShare(terms, passage),
    };
    const { coverage, likeness } = evidence;
    const confidence = confidenceOf(evidence);
    return {
      entry: passage.entry,
      section: passage.section,
      score,
      coverage,
      likeness,
      evidence,
      confidence,
    };
  }

  /** Share of the question's weight in words that this language's content does not have. */
  function unknownShare(meaning: readonly string[]): number {
    const total = meaning.reduce((sum, term) => sum + weight(term), 0);
    const unknown = meaning.filter((term) => !knows(term)).reduce((sum, term) => sum + weight(term), 0);
    return total === 0 ? 0 : unknown / total;
  }

  /** How much rare meaning stands in the passage in all: one rare word or several common ones. */
  function matchedWeight(meaning: readonly string[], passage: Passage): number {
    return meaning.reduce((sum, term) => sum + weight(term) * (passage.terms.get(term) ?? 0), 0);
  }

  /** 1 where the passage belongs to or asks of a named entry, -1 where the question names others only. */
  function namedAgreement(meaning: readonly string[], passage: Passage): number {
    const names = meaning.filter((term) => /^@[^:]+$/.test(term));
    if (names.length === 0) return 0;
    return names.some((name) => (passage.terms.get(name) ?? 0) >= 1) ? 1 : -1;
  }

  /** Share of the question's neighbouring terms that are neighbours in one of the passage's questions too. */
  function neighboursShare(terms: readonly string[], passage: Passage): number {
    const pairs = terms.slice(1).map((term, index) => `${terms[index]} ${term}`);
    if (pairs.length === 0) return 0;
    return pairs.filter((pair) => passage.neighbours.has(pair)).length / pairs.length;
  }

  function coverageOf(meaning: readonly string[], passage: Passage): number {
    let explained = 0;
    let total = 0;
    for (const term of meaning) {
      const rarity = weight(term);
      const direct = passage.terms.get(term) ?? 0;
      const similar = Math.max(
        0,
        ...(synonyms.get(term) ?? []).map((other) => passage.terms.get(other) ?? 0),
      );
      total += rarity;
      explained += rarity * Math.max(direct, similar * 0.9);
    }
    return total === 0 ? 0 : explained / total;
  }

  function likenessOf(question: ReadonlySet<string>, ask: ReadonlySet<string>): number {
    let common = 0;
    let total = 0;
    for (const term of question) {
      const rarity = weight(term);
      total += rarity;
      if (ask.has(term)) common += 2 * rarity;
      else if ((synonyms.get(term) ?? []).some((other) => ask.has(other))) common += 1.8 * rarity;
    }
    for (const term of ask) total += weight(term);
    return total === 0 ? 0 : Math.min(1, common / total);
  }
}

function newMiniSearch() {
  return new MiniSearch({
    fields,
    idField: 'id',
    // Texts come as terms already.
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
}

function entryTexts(passages: readonly Passage[]) {
  const texts = new Map<string, { id: string; all: string; title: string; asks: string }>();
  for (const passage of passages) {
    const known = texts.get(passage.entry);
    texts.set(passage.entry, {
      id: passage.entry,
      all: `${known?.all ?? ''} ${passage.texts.all}`,
      title: passage.texts.title,
      asks: `${known?.asks ?? ''} ${passage.texts.asks}`,
    });
  }
  return [...texts.values()];
}

/** MiniSearch multiplies a score by the number of matched terms, which drowns rare words; this undoes it. */
function undoTermCount(result: { score: number; queryTerms: string[] }): number {
  return result.score / Math.max(1, result.queryTerms.length);
}

function idf(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/** Term → terms of equal meaning. Only single words: phrases are names and live in the other vocabularies. */
function readSynonyms(knowledge: Knowledge, language: Language, lexicon: Lexicon): Map<string, string[]> {
  const synonyms = new Map<string, string[]>();
  for (const group of knowledge.vocabulary.synonyms[language]) {
    const terms = group.flatMap((phrase) => {
      const words = wordsOf(phrase);
      return words.length === 1 ? [lexicon.stem(words[0]!, language)] : [];
    });
    for (const term of terms) {
      const others = terms.filter((other) => other !== term);
      if (others.length > 0) synonyms.set(term, [...new Set([...(synonyms.get(term) ?? []), ...others])]);
    }
  }
  return synonyms;
}
