/** Words written without the space or the apostrophe between them: "ngenfunding", "rulesof", « laecg ». */
import { type Language, languages } from '../knowledge/language.ts';
import { isGrammar, isQuestionWord, isStopWord } from './analysis.ts';
import type { Lexicon } from './lexicon.ts';

/** What French elides before a vowel. */
const elided = /^(?:[cdjlmnst]|qu)$/;
const vowel = /^[aeiouyh]/;
/** Below this a pair of words is rather a name that nobody told us. */
const shortest = 7;
const shortestElided = 5;
const longest = 40;
const mostWords = 3;
/** A short word is meant only where it is a name or a term; of a long one, once is enough. */
const leastFrequency = [Infinity, Infinity, 100, 30, 15, 5];

interface Reading {
  readonly words: readonly string[];
  /** Words that carry meaning; the fewer, the likelier. */
  readonly telling: number;
  readonly frequency: number;
}

/**
 * @param folded a word that nobody wrote
 * @returns the words it is made of, as they are written; undefined where it is not made of words
 */
export function withSpaces(folded: string, lexicon: Lexicon): string | undefined {
  if (folded.length < shortestElided || folded.length > longest || !/^\p{L}+$/u.test(folded))
    return undefined;
  const best = readingOf(folded, true, mostWords, lexicon);
  if (!best || best.words.length < 2) return undefined;
  if (folded.length < shortest && !elided.test(best.words[0]!)) return undefined;
  // "Innosuisse" is a name: nobody writes English words and a French one together.
  if (!languages.some((language) => best.words.every((word) => isWordOf(word, language, lexicon))))
    return undefined;
  // "howmany", « cestquoi »: of grammar alone, more words than two are rather a name that nobody told us.
  const whole = best.words.filter((word) => !elided.test(word)).length;
  if (best.telling === 0 && whole > 2) return undefined;
  return best.words
    .map((word, index) => {
      const elides = index === 0 && elided.test(word);
      return elides ? `${word}’` : `${lexicon.surface(word)} `;
    })
    .join('')
    .trim();
}

function isWordOf(word: string, language: Language, lexicon: Lexicon): boolean {
  const grammar = isStopWord(word, language) || isQuestionWord(word, language);
  return grammar || lexicon.writtenIn(word, language) || (language === 'fr' && elided.test(word));
}

function readingOf(rest: string, first: boolean, left: number, lexicon: Lexicon): Reading | undefined {
  let best = wholeWord(rest, lexicon);
  if (left === 1) return best;
  for (let at = 1; at <= rest.length - 2; at++) {
    const start = rest.slice(0, at);
    const after = rest.slice(at);
    const head =
      first && elided.test(start) && vowel.test(after)
        ? { words: [start], telling: 0, frequency: Infinity }
        : wholeWord(start, lexicon);
    if (!head) continue;
    const tail = readingOf(after, false, left - 1, lexicon);
    if (!tail) continue;
    const reading = {
      words: [...head.words, ...tail.words],
      telling: head.telling + tail.telling,
      frequency: Math.min(head.frequency, tail.frequency),
    };
    if (!best || isLikelier(reading, best)) best = reading;
  }
  return best;
}

function isLikelier(one: Reading, other: Reading): boolean {
  return (
    one.words.length < other.words.length ||
    (one.words.length === other.words.length && one.frequency > other.frequency)
  );
}

function wholeWord(folded: string, lexicon: Lexicon): Reading | undefined {
  if (folded.length < 2) return undefined;
  if (isGrammar(folded)) return { words: [folded], telling: 0, frequency: Infinity };
  const frequency = lexicon.frequency(folded);
  const least = leastFrequency[Math.min(folded.length, leastFrequency.length - 1)]!;
  return frequency >= least ? { words: [folded], telling: 1, frequency } : undefined;
}
