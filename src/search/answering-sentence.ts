/** Which sentence of a section says what is asked. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Section } from '../knowledge/types.ts';
import { formsIn, type Word } from './analysis.ts';
import { kindAsked } from './answer-types.ts';
import { linesOf, plain } from './section-texts.ts';
import { allTerms, nameTerm, type Reader, readContent, type Token } from './tokens.ts';

/** Where a sentence stands: the number of a sentence of the first paragraph, or of a line of the details. */
export type SentencePlace = { readonly lead: number } | { readonly block: number; readonly line: number };

interface Line {
  readonly text: string;
  readonly place: SentencePlace;
  readonly terms: ReadonlySet<string>;
  /** Years and places in an order: `2021`, `3` for the third. */
  readonly order: readonly string[];
}

interface ReadSection {
  readonly lines: readonly Line[];
  /** What the section is about throughout: its entry and the words of its heading. */
  readonly topic: ReadonlySet<string>;
  /** Terms of a line of middle length. */
  readonly usual: number;
}

/** The sections that were shown, read: the content is bounded, and what was read goes with its section. */
export type ReadSections = WeakMap<Section, ReadSection>;

/**
 * The first two sentences are read anyway: another one must fit better by this much to be brought forward.
 * It takes the place of the second.
 */
const clearlyBetter = { thanFirst: 0.1, thanSecond: 0.2 };
/** A sentence that fits the question less than this is no answer to it. */
const leastFit = 0.3;
/** What a date, an amount … is worth where one is asked for. */
const kindShare = 0.25;
/** What the year is worth that is asked about, or the place in an order. */
const placeShare = 0.25;
/** What a word counts that all of the section is about. */
const topicShare = 0.3;
/** A sentence is told from its neighbours by the very words: those of near meaning count to this power. */
const strictness = 3;
/** Of two sentences that hold as much, the shorter one is about it: how far length counts, from 0 to 1. */
const lengthCounts = 0.2;

export interface SentenceReading {
  readonly reader: Reader;
  readonly weight: (term: string) => number;
  readonly read: ReadSections;
}

/**
 * @param tokens the question, as `readQuestion` gives it
 * @param read where what was read stays for the next question
 * @returns undefined where the first two sentences say it as well as any
 */
export function answeringSentence(
  question: { readonly words: readonly Word[]; readonly tokens: readonly Token[] },
  section: Section,
  { reader, weight, read: sections }: SentenceReading,
): SentencePlace | undefined {
  const known = sections.get(section) ?? readSection(section, reader);
  sections.set(section, known);
  const own = nameTerm('entry', section.entry);
  const focus = question.tokens
    .filter(
      (token) => token.kind === 'word' || (token.kind === 'name' && token.term !== own && !token.beside),
    )
    .map((token) => ({
      token,
      weight: weight(token.term) * (heldBy(token, known.topic) >= sameWord ? topicShare : 1),
    }));
  const total = focus.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const isKind = kindAsked(question.words);
  const places = orderIn(question.words);
  const read = known.lines.map(({ text, place, terms, order }) => {
    const held =
      focus.reduce((sum, { token, weight }) => sum + weight * heldBy(token, terms) ** strictness, 0) / total;
    const length = 1 - lengthCounts + (lengthCounts * terms.size) / known.usual;
    const placed = places.some((place) => order.includes(place));
    const fit = held / length + (isKind(text) ? kindShare : 0) + (placed ? placeShare : 0);
    return { place, held, fit };
  });
  const [first = 0, second = 0] = read.map(({ fit }) => fit);
  // A single word in other words is the same word: it tells no sentence from another.
  if (focus.length === 1 && Math.max(first, second) > 0) return undefined;
  const best = read.reduce((a, b) => (b.fit > a.fit ? b : a));
  const isClear =
    best.fit >= leastFit &&
    best.fit >= first + clearlyBetter.thanFirst &&
    best.fit >= second + clearlyBetter.thanSecond;
  // A date alone does not answer when this or that was.
  return isClear && best.held > 0 ? best.place : undefined;
}

/** From here a near term is the word itself: a name, or the same word of the other language. */
const sameWord = 0.9;

/** How much of a word's meaning is among terms, 0 to 1. */
function heldBy(token: Token, terms: ReadonlySet<string>): number {
  if (terms.has(token.term)) return 1;
  return Math.max(0, ...token.near.filter(({ term }) => terms.has(term)).map(({ share }) => share));
}

const ordinals = new Map(
  Object.entries({
    1: 'first 1st premier premiere 1er 1re 1ere',
    2: 'second 2nd deuxieme seconde 2e',
    3: 'third 3rd troisieme 3e',
    4: 'fourth 4th quatrieme 4e',
    5: 'fifth 5th cinquieme 5e',
  }).flatMap(([place, words]) => words.split(' ').map((word) => [word, place] as const)),
);

function orderIn(words: readonly { readonly folded: string }[]): string[] {
  return words.flatMap(({ folded }) =>
    /^(19|20)\d\d$/.test(folded) ? folded : (ordinals.get(folded) ?? []),
  );
}

function readSection(section: Section, reader: Reader): ReadSection {
  const tokensOf = (text: string) => readContent(formsIn(text), section.language, reader);
  const line = (text: string, place: SentencePlace): Line => ({
    text,
    place,
    terms: new Set(allTerms(tokensOf(text))),
    order: orderIn(formsIn(text)),
  });
  const lines = [
    ...sentencesOf(plain(section.lead)).map((text, lead) => line(text, { lead })),
    ...section.details.flatMap((block, number) =>
      linesOf(block).map((text, at) => line(text, { block: number, line: at })),
    ),
  ];
  return {
    lines,
    topic: new Set([nameTerm('entry', section.entry), ...tokensOf(section.heading).map(({ term }) => term)]),
    usual: Math.max(1, lines.reduce((sum, { terms }) => sum + terms.size, 0) / lines.length),
  };
}
