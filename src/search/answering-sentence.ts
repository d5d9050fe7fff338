/** Which sentence of a section says what is asked. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Section } from '../knowledge/types.ts';
import { formsIn, type Word } from './analysis.ts';
import { askedType, shows } from './answer-types.ts';
import { linesOf, plain } from './section-texts.ts';
import { nameTerm, type Reader, readContent, type Token } from './tokens.ts';

/** Where a sentence stands: the number of a sentence of the first paragraph, or of a line of the details. */
export type SentencePlace = { readonly lead: number } | { readonly block: number; readonly line: number };

interface Line {
  readonly text: string;
  readonly place: SentencePlace;
}

/** The first two sentences are read anyway: another one must fit better by this much to be brought forward. */
const clearlyBetter = 0.15;
/** A sentence that holds less of the question than this is no answer to it. */
const leastHeld = 0.4;
/** What a date, an amount … is worth where one is asked for. */
const typeShare = 0.25;

/**
 * @param tokens the question, as `readQuestion` gives it
 * @returns undefined where the first two sentences say it as well as any
 */
export function answeringSentence(
  question: { readonly words: readonly Word[]; readonly tokens: readonly Token[] },
  section: Section,
  reader: Reader,
  weight: (term: string) => number,
): SentencePlace | undefined {
  // The section is about its own entry throughout; another name is part of what is asked.
  const own = nameTerm('entry', section.entry);
  const focus = question.tokens.filter(
    (token) => token.kind === 'word' || (token.kind === 'name' && token.term !== own && !token.beside),
  );
  const total = focus.reduce((sum, token) => sum + weight(token.term), 0);
  if (total === 0) return undefined;
  const type = askedType(question.words);
  const lines = linesOfSection(section).map((line) => {
    const typed = type !== undefined && shows(line.text, type);
    return { ...line, share: heldIn(line.text) + (typed ? typeShare : 0) };
  });
  const first = lines.slice(0, 2);
  const read = Math.max(...first.map(({ share }) => share));
  // A single word in other words is the same word: it tells no sentence from another.
  if (focus.length === 1 && read > 0) return undefined;
  const best = lines.reduce((a, b) => (b.share > a.share ? b : a));
  if (first.includes(best) || best.share < leastHeld || best.share < read + clearlyBetter) return undefined;
  return best.place;

  function heldIn(text: string): number {
    const terms = new Set(
      readContent(formsIn(text), section.language, reader).flatMap((token) => [
        token.term,
        ...token.near.map((near) => near.term),
      ]),
    );
    let held = 0;
    for (const token of focus) {
      const near = token.near.filter(({ term }) => terms.has(term)).map(({ share }) => share);
      held += weight(token.term) * (terms.has(token.term) ? 1 : Math.max(0, ...near));
    }
    return held / total;
  }
}

function linesOfSection(section: Section): Line[] {
  return [
    ...sentencesOf(plain(section.lead)).map((text, lead) => ({ text, place: { lead } })),
    ...section.details.flatMap((block, number) =>
      // A table is read as a whole.
      block.type === 'table'
        ? []
        : linesOf(block).map((text, line) => ({ text, place: { block: number, line } })),
    ),
  ];
}
