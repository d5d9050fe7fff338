/** Which sentence of a section says what is asked. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Section } from '../knowledge/types.ts';
import { formsIn, type Word } from './analysis.ts';
import { askedType, shows } from './answer-types.ts';
import { linesOf, plain } from './section-texts.ts';
import { nameTerm } from './terms.ts';
import { type Reader, readContent, type Token } from './tokens.ts';

/** Where a sentence stands: the number of a sentence of the first paragraph, or of a line of the details. */
export type SentencePlace = { readonly lead: number } | { readonly block: number; readonly line: number };

interface Line {
  readonly text: string;
  readonly place: SentencePlace;
  readonly terms: ReadonlySet<string>;
}

/** The sentences of the sections that were shown: the content is bounded, and goes with its sections. */
export type ReadSections = WeakMap<Section, readonly Line[]>;

/** The first two sentences are read anyway: another one must fit better by this much to be brought forward. */
const clearlyBetter = 0.15;
/** A sentence that holds less of the question than this is no answer to it. */
const leastHeld = 0.4;
/** What a date, an amount … is worth where one is asked for. */
const typeShare = 0.25;

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
  { reader, weight, read }: SentenceReading,
): SentencePlace | undefined {
  // The section is about its own entry throughout; another name is part of what is asked.
  const own = nameTerm('entry', section.entry);
  const focus = question.tokens.filter(
    (token) => token.kind === 'word' || (token.kind === 'name' && token.term !== own),
  );
  const total = focus.reduce((sum, token) => sum + weight(token.term), 0);
  if (total === 0) return undefined;
  const type = askedType(question.words);
  const known = read.get(section) ?? linesOfSection(section, reader);
  read.set(section, known);
  const lines = known.map((line) => {
    const typed = type !== undefined && shows(line.text, type);
    return { ...line, share: heldIn(line.terms) + (typed ? typeShare : 0) };
  });
  const first = lines.slice(0, 2);
  const held = Math.max(...first.map(({ share }) => share));
  // A single word in other words is the same word: it tells no sentence from another.
  if (focus.length === 1 && held > 0) return undefined;
  const best = lines.reduce((a, b) => (b.share > a.share ? b : a));
  if (first.includes(best) || best.share < leastHeld || best.share < held + clearlyBetter) return undefined;
  return best.place;

  function heldIn(terms: ReadonlySet<string>): number {
    let sum = 0;
    for (const token of focus) {
      const near = token.near.filter(({ term }) => terms.has(term)).map(({ share }) => share);
      sum += weight(token.term) * (terms.has(token.term) ? 1 : Math.max(0, ...near));
    }
    return sum / total;
  }
}

function linesOfSection(section: Section, reader: Reader): Line[] {
  const line = (text: string, place: SentencePlace) => {
    const { all } = readContent(formsIn(text), section.language, reader);
    const terms = new Set(all.map(reader.terms.text));
    return { text, place, terms };
  };
  return [
    ...sentencesOf(plain(section.lead)).map((text, lead) => line(text, { lead })),
    ...section.details.flatMap((block, number) =>
      // A table is read as a whole.
      block.type === 'table' ? [] : linesOf(block).map((text, at) => line(text, { block: number, line: at })),
    ),
  ];
}
