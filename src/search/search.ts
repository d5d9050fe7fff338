/** Turns a question into ranked, explained hits with a calibrated confidence. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import type { Section } from '../knowledge/types.ts';
import { clustersFor } from '../knowledge/vocabulary.ts';
import { actorsOf } from './actors.ts';
import { amountAsked } from './amounts.ts';
import { isQuestionWord, isStopWord, type Word } from './analysis.ts';
import { askedType } from './answer-types.ts';
import { answeringSentence, type ReadSections, type SentencePlace } from './answering-sentence.ts';
import { type Miss, missOf, pointOf } from './beside.ts';
import { withConfidence } from './confidence.ts';
import { entryDocuments } from './entry-documents.ts';
import { createEvidence, distinct, type Evidence, type QuestionTokens } from './evidence.ts';
import { createFullText, type FullTextDocument } from './full-text.ts';
import { createGazetteer, type Gazetteer } from './gazetteer.ts';
import { highestOf } from './highest.ts';
import { createKnownQuestions } from './known-questions.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { bodyAsked, type NameWord, names } from './matters.ts';
import type { Mention } from './mention.ts';
import { isOutsideWord } from './outside-words.ts';
import { createPassage, type Target } from './passage.ts';
import { rankingOf } from './ranking.ts';
import { createRarity } from './rarity.ts';
import { readSearchData, type SearchData } from './search-data.ts';
import { sortAsked, wantedIn } from './sort-asked.ts';
import { subjectsOf } from './subjects.ts';
import { termLanguages } from './term-languages.ts';
import { createTermScores } from './term-scores.ts';
import { createTerms, nameTerm } from './terms.ts';
import { createTokenReader, readQuestion, type Token } from './tokens.ts';

export interface Hit extends Target {
  /** The ranking: a weighted sum of the evidence. Comparable within one question. */
  readonly score: number;
  readonly evidence: Evidence;
  /** Whether the question is about this passage, 0 to 1; comparable across questions. */
  readonly confidence: number;
  /** How far it misses what the question is about, whatever it has of its words. */
  readonly miss: Miss;
}

export interface Query {
  readonly words: readonly Word[];
  readonly language: Language;
  /** Whether words of it were read differently from how they were written. */
  readonly repaired: boolean;
  /** Entries the question is about although it does not name them: described, or the place it was asked in. */
  readonly about: readonly string[];
  /** Entries that its thread is about, where the question leans on it. */
  readonly inherited: readonly string[];
  /** What answered the question before, where this one leans on it. */
  readonly previous: Target | undefined;
  /** The words of the earlier question that this one leans on; empty where it stands by itself. */
  readonly earlier: readonly Word[];
}

export interface Search {
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  /** Best first; ties are broken by key, so that the order never depends on chance. */
  find(query: Query): Hit[];
  /** How much the likest known question has in common with this one, 0 to 1: found sooner than what answers it. */
  likest(query: Query): number;
  /** Whether any content has the word, in either language. */
  knows(word: Word): boolean;
  knowsIn(word: Word, language: Language): boolean;
  /** How rare a term is in the content of a language; the rarer, the more it tells. */
  weight(stem: string, language: Language): number;
  /** Whether a word only frames a question: grammar, or everyday speech that the content does not use. */
  frames(word: Word, language: Language): boolean;
  /** The sentence of a section that says what is asked; undefined where its beginning does. */
  answeringSentence(
    question: { readonly words: readonly Word[]; readonly language: Language },
    section: Section,
  ): SentencePlace | undefined;
  /** The one language in which a folded phrase is a term, where the other language calls the same otherwise. */
  languageOfTerm(phrase: string): Language | undefined;
  /** Whether one of the entries is a cluster. */
  namesCluster(entries: readonly string[]): boolean;
  /** The clusters that cover a sector, a technology or a place; none for a mention of another kind. */
  clustersOf(mention: Mention): readonly string[];
  /** The title of an entry without what stands in parentheses. */
  nameOf(entry: string, language: Language): string;
}

/** Passages looked at closely: about as many as a cluster has sections, which its name brings all to the top. */
const candidates = 30;
/** Beside them those with the known questions most like the question: a passage of many has little rank for each. */
const likest = 10;
/** Nothing further down is ever looked at. */
const offered = 20;
const fuzzyWeight = 0.6;
/** More unknown words than this in one question are no slips of ours. */
const mostFuzzy = 40;
const prefixWeight = 0.4;
const nearWeight = 0.5;
/** A near term that more than this share of the passages has is not searched for. */
const mostCommon = 0.3;

const bm25 = { k: 1.2, b: 0.9, d: 0.5 };
const boost = { all: 1, title: 0.5, asks: 1.25 };

/** @param data what the knowledge was read to be; it is read now where nothing was kept of it */
export function createSearch(knowledge: Knowledge, data: SearchData = readSearchData(knowledge)): Search {
  const lexicon = createLexicon(data.lexicon);
  const gazetteer = createGazetteer(data.names, lexicon);
  const reader = createTokenReader(gazetteer, lexicon, createTerms(data.terms));
  const passages = data.passages.map((passage, index) => createPassage(passage, index, reader));
  const read: ReadSections = new WeakMap();
  const whole = entryDocuments(passages);
  const places = new Map(whole.map(({ id }, place) => [id, place]));
  const entryOf = passages.map(({ target }) => places.get(target.entry)!);

  const ofTerms = termLanguages(knowledge.vocabulary.terminology);
  const kinds = new Map(knowledge.all('en').map((entry) => [entry.id, entry.kind]));
  const rarity = createRarity(passages, data.lightTerms);
  const { weight, knows } = rarity;
  const knownQuestions = createKnownQuestions(passages, reader.terms, weight);
  const judgeOf = createEvidence(passages, reader.terms, knownQuestions, rarity);
  /** A near term that stands everywhere tells nothing and costs time. */
  const tells = (term: string) => rarity.count(term) < passages.length * mostCommon;
  const termOf = (word: Word, language: Language) => `${language}:${lexicon.stem(word, language)}`;
  const exact = { boost, bm25 };
  const tolerant = {
    ...exact,
    fuzzy: (term: string) => {
      if (knows(term) || !/^(en|fr):/.test(term)) return false;
      return term.length >= 11 ? 2 : term.length >= 7 ? 1 : false;
    },
    prefix: (term: string) => !knows(term) && term.length >= 7,
    weights: { fuzzy: fuzzyWeight, prefix: prefixWeight },
  };
  const scoresIn = (documents: readonly FullTextDocument[]) =>
    createTermScores(
      createFullText(documents, reader.terms),
      documents.map(({ id }) => id),
      { exact, tolerant },
    );
  const sections = scoresIn(passages.map(({ key, counts }) => ({ id: key, counts })));
  const entries = scoresIn(whole);

  /** A near term explains no more than it tells itself: "project" stands for "venture" in every passage. */
  function byRarity(token: Token): Token {
    const own = weight(token.term);
    const near = token.near.map(({ term, share }) => ({
      term,
      share: share * Math.min(1, weight(term) / own),
    }));
    return { ...token, near };
  }

  /** A word that only the vocabulary has ("dosh") stands for what it means there: it is no unknown word. */
  function byMeaning(token: Token): Token {
    if (token.kind !== 'word' || knows(token.term)) return token;
    const [rarest] = token.near
      .filter(({ term }) => term.startsWith('=') && knows(term))
      .sort((a, b) => weight(b.term) - weight(a.term));
    return rarest ? { ...token, term: rarest.term } : token;
  }

  function tokensOf({ words, language, about, inherited }: Query): Token[] {
    return [
      ...readQuestion(words, { language, knows }, reader).map(byMeaning).map(byRarity),
      ...[...inherited, ...about].map(
        (id): Token => ({ term: nameTerm('entry', id), kind: 'name', near: [] }),
      ),
    ];
  }

  const clustersOf = ({ kind, id }: Mention) =>
    knowledge.vocabulary.terms.find((term) => term.category === kind && term.id === id)?.clusters ?? [];

  /** The clusters that cover all fields and places of a question, or some of them where none covers all. */
  function covering(mentions: readonly Mention[]): Map<string, number> {
    const covered = mentions.map((mention) => ({ clusters: clustersOf(mention) }));
    const meant = clustersFor(covered.filter(({ clusters }) => clusters.length > 0));
    return new Map(meant.map((id) => [id, 1 / meant.length]));
  }

  /** How much of the question each attribute that it names explains, the names of entries included. */
  function attributesIn(
    words: readonly Word[],
    mentions: readonly Mention[],
    language: Language,
  ): Map<string, number> {
    const attributes = mentions.filter((mention) => mention.kind === 'attribute');
    if (attributes.length === 0) return new Map();
    const names = mentions.filter((mention) => mention.kind === 'entry');
    const inside = (index: number, spans: readonly Mention[]) =>
      spans.some((span) => span.start <= index && index < span.end);
    return new Map(
      [...new Set(attributes.map((mention) => mention.id))].map((id) => {
        const spans = [...names, ...attributes.filter((mention) => mention.id === id)];
        let total = 0;
        let explained = 0;
        for (const [index, word] of words.entries()) {
          const grammar = isStopWord(word.folded, language) || isQuestionWord(word.folded, language);
          if (grammar && !inside(index, spans)) continue;
          const rarity = weight(termOf(word, language));
          total += rarity;
          if (inside(index, spans)) explained += rarity;
        }
        return [id, total === 0 ? 0 : explained / total] as const;
      }),
    );
  }

  /** The words that may name a body that is no entry, place or field. */
  function namesIn({ words, language }: Query, mentions: readonly Mention[]): NameWord[] {
    return words
      .filter(
        (_, at) =>
          !mentions.some(
            ({ kind, weak, start, end }) =>
              (kind === 'province' || (kind === 'entry' && !weak)) && start <= at && at < end,
          ),
      )
      .map((word) => ({ folded: word.folded, term: termOf(word, language) }));
  }

  // Looking through the sentences takes long, and a word that the content does not write is no name in them.
  const known = new Map<string, boolean>();
  const isName = (word: NameWord) => {
    if (lexicon.frequency(word.folded) === 0) return false;
    const key = `${word.term} ${word.folded}`;
    const found = known.get(key) ?? passages.some((passage) => names(word, passage));
    known.set(key, found);
    return found;
  };

  return {
    gazetteer,
    lexicon,
    find(query) {
      const tokens = tokensOf(query);
      if (!tokens.some((token) => token.kind !== 'question')) return [];
      const own = new Set(tokens.map((token) => token.term));
      const mentions = gazetteer.find(query.words);
      const question: QuestionTokens = {
        tokens,
        ...subjectsOf(tokens, kinds, query.words),
        covering: covering(mentions),
        inherited: query.inherited,
        previous: query.previous,
        earlier: readQuestion(query.earlier, { language: query.language, knows }, reader).filter(
          (token) => token.kind === 'word' && !own.has(token.term),
        ),
        attributes: attributesIn(query.words, mentions, query.language),
        type: askedType(query.words),
        years: query.words.map((word) => word.folded).filter((word) => /^(19|20)\d\d$/.test(word)),
      };
      // What the thread was about before brings its passages along.
      const also = [...nearTermsOf(tokens), ...question.earlier.map((token) => token.term)];
      const terms = new Map([...own].map((term) => [term, 1]));
      for (const term of also) if (!own.has(term) && tells(term)) terms.set(term, nearWeight);
      const unknown = tokens.filter((token) => token.kind === 'word' && !knows(token.term)).length;
      // The most costly part of a search, once for each of them.
      const isTolerant = unknown <= mostFuzzy;
      const actors = actorsOf(query.words, mentions);
      const sort = sortAsked(query.words);
      const point = pointOf({
        words: query.words,
        tokens,
        things: query.words
          .filter((word) => isOutsideWord(word, query.language))
          .map((word) => termOf(word, query.language)),
        actors: [
          ...actors.countries.map((word) => termOf(word, query.language)),
          ...actors.names.map(({ term }) => term),
        ],
        type: question.type,
        sort: sort && termOf(sort, query.language),
        wanted: wantedIn(query.words).map((word) => termOf(word, query.language)),
        amount: amountAsked({ ...query, tokens, mentions, termOf, strange: rarity.strange }),
        body: bodyAsked(
          namesIn(query, mentions),
          mentions.some(({ kind, weak }) => kind === 'entry' && !weak),
          { count: rarity.count, isName },
        ),
        repaired: query.repaired,
        leans: query.inherited.length > 0 || query.earlier.length > 0,
        light: (term) => rarity.isLight(term) || rarity.isEveryday(term),
        strange: rarity.strange,
        hasName: () => namesIn(query, mentions).some(isName),
        isEntry: (term) => kinds.has(term.slice(1)),
      });
      const judge = judgeOf(question);
      const ofEntries = entries.score(terms, isTolerant);
      const ofSections = sections.score(terms, isTolerant);
      const both = ofSections.map((score, place) => score && score + ofEntries[entryOf[place]!]!);
      const found = new Set(highestOf(both, candidates).map((place) => passages[place]!));
      for (const passage of judge.alike(likest)) if (ofSections[passage.index]! > 0) found.add(passage);
      const best = Math.max(0, ...[...found].map(({ index }) => ofSections[index]!));
      const bestEntry = Math.max(0, ...ofEntries);
      const ranked = [...found]
        .map((passage) => {
          const { index } = passage;
          const ranks = {
            rank: ratio(ofSections[index]!, best),
            entryRank: ratio(ofEntries[entryOf[index]!]!, bestEntry),
          };
          const evidence = judge.weigh(passage, ranks);
          const score = rankingOf(evidence);
          const miss = missOf(point, passage, evidence);
          return { ...passage.target, key: passage.key, score, evidence, miss };
        })
        .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
        .slice(0, offered);
      return withConfidence(ranked);
    },
    likest: (query) => knownQuestions(distinct(tokensOf(query))).highest,
    knows: (word) => languages.some((language) => knows(termOf(word, language))),
    knowsIn: (word, language) => knows(termOf(word, language)),
    weight: (stem, language) => weight(`${language}:${stem}`),
    frames(word, language) {
      const term = termOf(word, language);
      return (
        isStopWord(word.folded, language) ||
        isQuestionWord(word.folded, language) ||
        rarity.isLight(term) ||
        (rarity.isEveryday(term) && !knows(term))
      );
    },
    answeringSentence({ words, language }, section) {
      const tokens = readQuestion(words, { language, knows }, reader);
      return answeringSentence({ words, tokens }, section, { reader, weight, read });
    },
    languageOfTerm: (phrase) => ofTerms.get(phrase),
    namesCluster: (ids) => ids.some((id) => kinds.get(id) === 'cluster'),
    clustersOf,
    nameOf: (id, language) => knowledge.entry(id, language)?.title.replace(/ \([^()]*\)$/, '') ?? '',
  };
}

function nearTermsOf(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.flatMap((token) => token.near.map((near) => near.term)))];
}

function ratio(value: number, best: number): number {
  return best === 0 ? 0 : value / best;
}
