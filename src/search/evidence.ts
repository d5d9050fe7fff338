/** What speaks for and against a passage as the answer to a question: figures between 0 and 1. */
import { type AnswerType, shows } from './answer-types.ts';
import { Highest } from './highest.ts';
import type { KnownQuestions } from './known-questions.ts';
import type { Passage, Target } from './passage.ts';
import { createSpans } from './spans.ts';
import { Sums } from './sums.ts';
import { nameTerm, type Terms } from './terms.ts';
import type { Token } from './tokens.ts';

/** A question as the evidence is weighed against it. */
export interface QuestionTokens {
  /** In the order of the question, question words included. */
  readonly tokens: readonly Token[];
  /** Entries the question names or, in a thread, is about; a general term ("supercluster") is none. */
  readonly named: readonly string[];
  /** Entries that an everyday word may name ("digital"). */
  readonly hinted: readonly string[];
  /** Whether one of them is a cluster. */
  readonly namesCluster: boolean;
  /** Whether it speaks of clusters in general. */
  readonly general: boolean;
  /** Cluster id → how surely the fields and places of the question mean it, 0 to 1: one of two clusters, a half. */
  readonly covering: ReadonlyMap<string, number>;
  /** Entries the thread is about, where this question leans on it. */
  readonly inherited: readonly string[];
  /** The passage that answered before it, where this question leans on it. */
  readonly previous: Target | undefined;
  /** What was asked before in the thread, where this question leans on it. */
  readonly earlier: readonly Token[];
  /** Attribute id → how much of the question it explains together with the names, 0 to 1. */
  readonly attributes: ReadonlyMap<string, number>;
  readonly type: AnswerType | undefined;
  readonly years: readonly string[];
}

export const evidenceKinds = [
  'coverage',
  'focus',
  'likeness',
  'known',
  'nearest',
  'asked',
  'sentence',
  'typedSentence',
  'cohesion',
  'rank',
  'entryRank',
  'neighbours',
  'agrees',
  'disagrees',
  'mentioned',
  'unnamedCluster',
  'generalCluster',
  'programme',
  'covered',
  'elsewhere',
  'earlier',
  'inherited',
  'strayed',
  'sameEntry',
  'sameSection',
  'typeShown',
  'typeMissing',
  'missing',
  'unknown',
  'matched',
  'yearShown',
  'yearMissing',
  'fact',
  'attribute',
  'otherAttribute',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export type Evidence = Readonly<Record<EvidenceKind, number>>;

export interface Ranks {
  /** The passage's score in the full-text search as a share of the best one's. */
  readonly rank: number;
  /** The same of its entry. */
  readonly entryRank: number;
}

export interface Weighing {
  /** How rare a term is in the content; the rarer, the more it tells. */
  weight(term: string): number;
  /** Whether neither the content nor everyday speech has the term. */
  strange(term: string): boolean;
}

/** Weighs the passages at hand against one question, until the next one comes. */
export interface Judge {
  weigh(passage: Passage, ranks: Ranks): Evidence;
  /** The passages with the known questions most like it, each once. */
  alike(most: number): readonly Passage[];
}

/** More matched meaning than this adds nothing. */
const mostMatched = 15;
/** From here a question counts as one that the content knows. */
const sameQuestion = 0.99;
/** Known questions that are like this one: several of a passage prove more than one. */
const mostNearest = 4;
/** A passage of so many known questions is as broad as any. */
const mostAsked = 150;
/** What a name counts that may be an everyday word. */
const hint = 0.6;
/** A missing word of this rarity or more counts in full. */
const rareWord = 5;

const shown = 1;
const notShown = 2;

/** @returns a function that makes a judge for each question */
export function createEvidence(
  passages: readonly Passage[],
  terms: Terms,
  knownQuestions: KnownQuestions,
  { weight, strange }: Weighing,
): (question: QuestionTokens) => Judge {
  const sentences = createSpans(
    passages.map((passage) => passage.sentenceTerms),
    terms,
  );
  const inSentences = new Sums(sentences.count);
  const showing = new Map<AnswerType, Uint8Array>();
  /** Whether a sentence shows a thing of the kind: looked for when first asked, and remembered. */
  const showsIn = (line: number, text: string, type: AnswerType) => {
    const known = showing.get(type) ?? new Uint8Array(sentences.count);
    showing.set(type, known);
    known[line] ||= shows(text, type) ? shown : notShown;
    return known[line] === shown;
  };

  return (question) => {
    const tokens = distinct(question.tokens);
    const meaning = tokens.filter((token) => token.kind !== 'question');
    const focus = meaning.filter((token) => token.kind === 'word');
    const names = meaning.filter((token) => token.kind === 'name');
    const focusWeight = sumOf(focus, weight);
    const total = focusWeight + sumOf(names, weight);
    const unknown = sumOf(
      focus.filter((token) => strange(token.term)),
      weight,
    );
    const asks = knownQuestions(tokens);
    inSentences.clear();
    sentences.hold(focus, weight, inSentences);
    const { named, type, years, covering, inherited, previous } = question;

    return { weigh, alike: asks.alike };

    function weigh(passage: Passage, ranks: Ranks): Evidence {
      let explained = 0;
      let missing = 0;
      for (const token of focus) {
        const rarity = weight(token.term);
        const match = matchIn(token, passage.terms);
        explained += rarity * match;
        missing = Math.max(missing, rarity * (1 - match));
      }
      const focusExplained = explained;
      let namesHeld = 0;
      for (const token of names) {
        const rarity = weight(token.term);
        explained += rarity * (passage.terms.get(token.term) ?? 0);
        if (passage.terms.has(token.term)) namesHeld += rarity;
      }
      const likest = new Highest(mostNearest);
      let inAsk = 0;
      const [firstAsk, lastAsk] = asks.span(passage.index);
      for (let ask = firstAsk; ask < lastAsk; ask++) {
        inAsk = Math.max(inAsk, asks.words[ask]!);
        likest.add(asks.likeness(ask));
      }
      let inSentence = 0;
      const [firstSentence, lastSentence] = sentences.span(passage.index);
      let inTyped = 0;
      for (let line = firstSentence; line < lastSentence; line++) {
        const held = inSentences.values[line]!;
        inSentence = Math.max(inSentence, held);
        if (type && held > inTyped && showsIn(line, passage.sentences[line - firstSentence]!.text, type))
          inTyped = held;
      }
      const likeness = likest.values[0] ?? 0;
      const agrees = named.some((id) => passage.subjects.has(id));
      const covered = Math.max(0, ...[...passage.subjects].map((id) => covering.get(id) ?? 0));
      const leans = inherited.some((id) => passage.subjects.has(id));
      const sameEntry = previous?.entry === passage.target.entry;
      const { attribute } = passage.target;
      const isOther = attribute !== undefined && !question.attributes.has(attribute);
      const unnamed = passage.kind === 'cluster' && !question.namesCluster;
      return {
        coverage: share(explained, total),
        focus: focusWeight === 0 ? 1 : focusExplained / focusWeight,
        likeness,
        // "Until when?" is as much like "when?", but for a word of grammar that names another attribute.
        known: likeness >= sameQuestion && !(isOther && question.attributes.size > 0) ? 1 : 0,
        nearest: share(sum(likest.values), likest.values.length),
        asked: Math.min(1, Math.log1p(lastAsk - firstAsk) / Math.log1p(mostAsked)),
        sentence: share(inSentence, focusWeight),
        typedSentence: share(inTyped, focusWeight),
        cohesion: share(Math.max(inAsk, inSentence) + namesHeld, total),
        rank: ranks.rank,
        entryRank: ranks.entryRank,
        neighbours: neighboursShare(question.tokens, passage),
        agrees: agrees ? 1 : question.hinted.some((id) => passage.subjects.has(id)) ? hint : 0,
        disagrees: named.length > 0 && !agrees && !named.some((id) => passage.headed.has(id)) ? 1 : 0,
        mentioned: mentionedShare(named, passage),
        unnamedCluster: unnamed ? 1 : 0,
        generalCluster: unnamed && question.general ? 1 : 0,
        programme: passage.kind === 'programme' && question.general && !question.namesCluster ? 1 : 0,
        covered,
        elsewhere: passage.kind === 'cluster' && covering.size > 0 && covered === 0 ? 1 : 0,
        inherited: leans ? 1 : 0,
        strayed: inherited.length > 0 && !leans ? 1 : 0,
        sameEntry: sameEntry ? 1 : 0,
        sameSection: sameEntry && previous.section === passage.target.section ? 1 : 0,
        earlier: coverageOf(question.earlier, passage, weight),
        typeShown: type && passage.shows(type) ? 1 : 0,
        typeMissing: type && !passage.shows(type) ? 1 : 0,
        missing: Math.min(1, missing / rareWord),
        unknown: share(unknown, total),
        matched: Math.min(1, explained / mostMatched),
        yearShown: years.some((year) => passage.years.has(year)) ? 1 : 0,
        yearMissing: years.length > 0 && !years.some((year) => passage.years.has(year)) ? 1 : 0,
        fact: passage.target.attribute ? 1 : 0,
        attribute: Math.max(0, ...passage.attributes.map((id) => question.attributes.get(id) ?? 0)),
        otherAttribute: isOther ? 1 : 0,
      };
    }
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function sumOf(tokens: readonly Token[], weight: Weighing['weight']): number {
  return tokens.reduce((sum, token) => sum + weight(token.term), 0);
}

/** How much of a token's meaning stands in a set of weighted terms, 0 to 1. */
function matchIn(token: Token, terms: ReadonlyMap<string, number>): number {
  let best = terms.get(token.term) ?? 0;
  for (const { term, share } of token.near) {
    // No place counts for more than 1.
    if (share > best) best = Math.max(best, (terms.get(term) ?? 0) * share);
  }
  return best;
}

function mentionedShare(named: readonly string[], passage: Passage): number {
  if (named.length === 0) return 0;
  const found = named.filter((id) => passage.subjects.has(id) || passage.terms.has(nameTerm('entry', id)));
  return found.length / named.length;
}

function coverageOf(tokens: readonly Token[], passage: Passage, weight: Weighing['weight']): number {
  let total = 0;
  let held = 0;
  for (const token of tokens) {
    total += weight(token.term);
    held += weight(token.term) * matchIn(token, passage.terms);
  }
  return share(held, total);
}

/** Share of the question's neighbouring terms that are neighbours in a known question too. */
function neighboursShare(tokens: readonly Token[], passage: Passage): number {
  if (tokens.length < 2) return 0;
  let found = 0;
  for (let index = 1; index < tokens.length; index++) {
    if (passage.neighbours(tokens[index - 1]!.term, tokens[index]!.term)) found += 1;
  }
  return found / (tokens.length - 1);
}

export function distinct(tokens: readonly Token[]): Token[] {
  return [...new Map(tokens.map((token) => [token.term, token])).values()];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
