/** Which sentence of a section says what is asked. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Section } from '../knowledge/types.ts';
import { formsIn, type Word } from './analysis.ts';
import { asksWhy, givesReason, kindAsked } from './answer-types.ts';
import { linesOf, plain } from './section-texts.ts';
import { nameTerm } from './terms.ts';
import { type Reader, readContent, type Token } from './tokens.ts';

/** Where a sentence stands: the number of a sentence of the first paragraph, or of a line of the details. */
export type SentencePlace = { readonly lead: number } | { readonly block: number; readonly line: number };

interface Line {
  readonly text: string;
  readonly place: SentencePlace;
  readonly terms: ReadonlySet<string>;
  /** Years and places in an order: `2021`, `3` for the third. */
  readonly order: readonly string[];
  /** The place in an order that a line of a list begins with: `8` of "8th, 26 September 2022: Prague". */
  readonly number?: string;
  /** What a row of a table is about: its first cell. */
  readonly row?: { readonly terms: ReadonlySet<string>; readonly order: readonly string[] };
  /** What a line of a list says at its beginning that it is about: `Spain: …`. */
  readonly label?: ReadonlySet<string>;
}

interface ReadSection {
  readonly lines: readonly Line[];
  /** What the section is about throughout: its entry and the words of its heading. */
  readonly topic: ReadonlySet<string>;
}

/** The sections that were shown, read: the content is bounded, and what was read goes with its section. */
export type ReadSections = WeakMap<Section, ReadSection>;

/** A sentence as far as it answers. */
interface Fit {
  readonly line: Line;
  /** How much of the question it holds, 0 to 1. */
  readonly held: number;
  /** The same with what else speaks for it. */
  readonly fit: number;
  /** What it has of the question to the letter: words, years, the kind of thing that is asked for. */
  readonly has: readonly string[];
}

/**
 * What a sentence has of what answers, weighed (and rounded) as a regression over half of the labelled questions and
 * others like them has it: which line of the section that was shown has the fact? Judged by the other half it comes
 * first in 85 of 100 sections; by the part of the question that it holds alone in 82, by its place alone in 70.
 */
const weights = {
  /** The part of the question that it holds. */
  held: 1,
  /** Each thing that it has of it to the letter. */
  has: 0.2,
  /** The rarest word of the question that it holds, for each unit of rarity. */
  rarest: 0.17,
  /** A date, an amount … where one is asked for. */
  kind: 0.85,
  /** A line of a list begins with what is asked about. */
  label: 0.4,
  /** The year that is asked about, or the place in an order. */
  order: 0.3,
  /** A row of a table, of what is asked about. */
  row: 1,
  /** "A newer survey was not found" answers only who asks for that, or for its year. */
  unknown: -0.35,
  /** What is brought forward must be better by this much than what stands there. */
  first: 0.45,
  second: 0.35,
};
/** What that counts beside words that are only near those of the question. */
const nearKind = 0.5;
/** What a word counts that all of the section is about. */
const topicShare = 0.3;
/** A sentence is told from its neighbours by the very words: those of near meaning count to this power. */
const strictness = 3;
const unknown =
  /\b(?:no|not|nor|pas|ni|aucune?)\b.{0,40}\b(?:verified|found|known|confirmed|v[ée]rifi[ée]e?s?|trouv[ée]e?s?|connue?s?)\b/iu;
/** From here a near term is the word itself: a name, or the same word of the other language. */
const sameWord = 0.9;
/** Stand for the kind of thing that is asked for, and for the label of a line, among what a sentence has. */
const kind = '*';
const label = ':';
/** Of bounded length, so that no text makes the expression dear. */
const labelled = /^([^:.;,]{2,40}?)[\u00a0 ]?: /u;

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
    .filter((token) => token.kind === 'word' || (token.kind === 'name' && token.term !== own))
    .map((token) => {
      const isTopic = heldBy(token, known.topic) >= sameWord;
      return { token, isTopic, weight: weight(token.term) * (isTopic ? topicShare : 1) };
    });
  const total = focus.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const isKind = kindAsked(question.words);
  const order = orderIn(question.words);
  const fits = known.lines.map((line, number): Fit => {
    const shares = focus.map(({ token }) => heldBy(token, line.terms) ** strictness);
    const told = focus.map(({ weight }, at) => weight * shares[at]!);
    const held = told.reduce((sum, one) => sum + one, 0) / total;
    const words = focus.filter(({ isTopic }, at) => !isTopic && shares[at]! >= sameWord ** strictness);
    const places = order.filter((place) => line.order.includes(place));
    const kinds = isKind(line.text) ? [kind] : [];
    const labels = isLabelMeant(line) ? [label] : [];
    const has = [...words.map(({ token }) => token.term), ...places, ...kinds, ...labels];
    const fit =
      weights.held * held +
      weights.has * has.length +
      weights.rarest * Math.max(0, ...told.filter((_, at) => !focus[at]!.isTopic)) +
      (kinds.length > 0 ? weights.kind * (words.length > 0 ? 1 : nearKind) : 0) +
      (labels.length > 0 ? weights.label : 0) +
      (places.length > 0 ? weights.order : 0) +
      (line.row ? weights.row : 0) +
      (places.length === 0 && unknown.test(line.text) ? weights.unknown : 0) +
      (number === 0 ? weights.first : number === 1 ? weights.second : 0);
    return { line, held, fit, has };
  });
  const readAnyway = fits.slice(0, 2);
  const numbered = theOnly(({ line: { number } }) => number !== undefined && order.includes(number));
  const isTold = readAnyway.some(({ line }) =>
    numbered?.line.order.some((place) => line.order.includes(place)),
  );
  if (numbered && !isTold) return numbered.line.place;
  const why = asksWhy(question.words) && theOnly(({ line }) => givesReason(line.text));
  if (why && why.held > 0) return why.line.place;
  // A single word in other words is the same word: it tells no sentence from another.
  if (focus.length === 1 && readAnyway.some(({ held }) => held > 0)) return undefined;
  // What only introduces a table or a list says nothing without it; asked of all, a row is no answer.
  const offered = fits.filter(({ line }) => isRowMeant(line) && !line.text.endsWith(':'));
  const best = offered.reduce<Fit | undefined>((a, b) => (a && a.fit >= b.fit ? a : b), undefined);
  // A date alone does not answer when this or that was.
  if (!best || best === fits[0] || best.held === 0) return undefined;
  // « Qui mène le bal ? » : who led something else is no better an answer, however near the words.
  const before = best === fits[1] ? fits.slice(0, 1) : readAnyway;
  if (best.has.every((what) => before.some(({ has }) => has.includes(what)))) return undefined;
  return best.line.place;

  /** The one sentence that has what it takes, where the first two have not. */
  function theOnly(has: (fit: Fit) => boolean): Fit | undefined {
    const found = fits.filter(has);
    return found.length === 1 && !readAnyway.includes(found[0]!) ? found[0] : undefined;
  }

  /** Whether it begins with what tells this question from others. */
  function isLabelMeant({ label: terms }: Line): boolean {
    return (
      terms !== undefined && focus.some(({ token, isTopic }) => !isTopic && heldBy(token, terms) >= sameWord)
    );
  }

  /** Asked of all, one row of a table is no answer, whatever its figures. */
  function isRowMeant({ row }: Line): boolean {
    return (
      row === undefined ||
      order.some((place) => row.order.includes(place)) ||
      focus.some(({ token }) => heldBy(token, row.terms) >= sameWord)
    );
  }
}

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
    6: 'sixth 6th sixieme 6e',
    7: 'seventh 7th septieme 7e',
    8: 'eighth 8th huitieme 8e',
    9: 'ninth 9th neuvieme 9e',
    10: 'tenth 10th dixieme 10e',
  }).flatMap(([place, words]) => words.split(' ').map((word) => [word, place] as const)),
);

function orderIn(words: readonly { readonly folded: string }[]): string[] {
  return words.flatMap(({ folded }) =>
    /^(19|20)\d\d$/.test(folded) ? folded : (ordinals.get(folded) ?? []),
  );
}

/** What a line of a list says at its beginning that it is about. */
function beginningOf(text: string, termsOf: (text: string) => ReadonlySet<string>) {
  const about = labelled.exec(text)?.[1];
  const number = ordinals.get(formsIn(text)[0]?.folded ?? '');
  return { ...(about !== undefined && { label: termsOf(about) }), ...(number && { number }) };
}

function readSection(section: Section, reader: Reader): ReadSection {
  const read = (text: string) => readContent(formsIn(text), section.language, reader);
  const texts = (terms: readonly number[]) => new Set(terms.map(reader.terms.text));
  const termsOf = (text: string) => texts(read(text).all);
  const line = (text: string, place: SentencePlace): Line => ({
    text,
    place,
    terms: termsOf(text),
    order: orderIn(formsIn(text)),
  });
  const lines = [
    ...sentencesOf(plain(section.lead)).map((text, lead) => line(text, { lead })),
    ...section.details.flatMap((block, number) =>
      block.type === 'table'
        ? // What a column is called, all its rows are about; of which year it is, each row tells.
          block.rows.map((row, at) => ({
            ...line(row.join(' . '), { block: number, line: at }),
            order: orderIn(formsIn([...block.columns, ...row].join(' . '))),
            row: { terms: termsOf(row[0] ?? ''), order: orderIn(formsIn(row[0] ?? '')) },
          }))
        : linesOf(block).map((text, at) => {
            const read = line(text, { block: number, line: at });
            return block.type === 'list' ? { ...read, ...beginningOf(text, termsOf) } : read;
          }),
    ),
  ];
  return {
    lines,
    topic: texts(read(section.heading).line).add(nameTerm('entry', section.entry)),
  };
}
