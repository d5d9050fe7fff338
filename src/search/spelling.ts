import { type Language, languages } from '../knowledge/language.ts';
import { isQuestionWord, isStopWord, lightWordsOf, stem, type Word } from './analysis.ts';
import { isPlaceInEurope } from './european-places.ts';
import { everydayWords } from './everyday-words.ts';
import type { Lexicon } from './lexicon.ts';
import { isOrdinary } from './ordinary-words.ts';
import { isOutsideWord } from './outside-words.ts';
import { soundOf } from './sounds.ts';
import { withSpaces } from './unspaced.ts';
import {
  createWordTables,
  type KnownWord,
  lettersOf,
  longEnough,
  startKey,
  type WordTables,
} from './word-tables.ts';

export interface Spelling {
  /** Whether the word is in our lexicon, as it is or by its stem. */
  knows(word: Word): boolean;
  /**
   * What was meant, as it is written: a word, or several that were written as one; undefined when none is
   * near enough or two are equally near.
   *
   * @param spoken the language of the words around, where they tell it
   */
  correct(word: Word, spoken?: Language): string | undefined;
}

/** A word that may be meant. */
interface Guess {
  readonly word: string;
  readonly distance: number;
  /** 1 for a word of the language that is not spoken. */
  readonly foreign: number;
  /** How often it is written, weighted by how easily fingers make the slip. */
  readonly likelihood: number;
}

/** How much likelier than any other slip: a wrong first letter is the rarest. */
const likelihoods = {
  swapped: 4,
  doubled: 4,
  heard: 4,
  besideKey: 2,
  leftOut: 2,
  other: 1,
  firstLetter: 0.3,
} as const;
type Slip = keyof typeof likelihoods;

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** A word that the content writes so often is what most people mean. */
const oftenWritten = 50;
/** From so many letters on a word may have two slips. */
const longWord = 8;
/**
 * A word is right when the content, the vocabulary, everyday life or the grammar of either language has it.
 *
 * @param also folded words that are right although no content has them
 */
export function createSpelling(lexicon: Lexicon, also: ReadonlySet<string> = new Set()): Spelling {
  // Made when the first strange word comes: a start does not wait for it.
  let made: WordTables | undefined;
  const tables = () => (made ??= createWordTables(lexicon));
  let everyday: Readonly<Record<Language, ReadonlySet<string>>> | undefined;
  const everydayStems = () => (everyday ??= { en: stemsOfEveryday('en'), fr: stemsOfEveryday('fr') });

  /** A slip of the first letter is rare; another first letter is another word. */
  function candidates(folded: string, length: number): readonly KnownWord[] {
    const alike = tables().byStart.get(startKey(length, folded[0]!)) ?? [];
    if (folded[1] === folded[0]) return alike;
    const swapped = (tables().byStart.get(startKey(length, folded[1]!)) ?? []).filter((known) =>
      swappedStart(known.folded, folded),
    );
    // In the order of the content, whichever way they were found.
    return swapped.length === 0 ? alike : [...alike, ...swapped].sort((a, b) => a.order - b.order);
  }

  /** Words of which only the first letter is wrong: a key beside it, left out, or one too many. */
  function otherwiseBegun(folded: string): string[] {
    if (folded.length < longEnough) return [];
    const beside = (tables().byRest.get(folded.slice(1)) ?? []).filter((known) =>
      areNeighbours(known[0]!, folded[0]!),
    );
    const rest = folded.slice(1);
    const extra = rest.length >= longEnough && lexicon.frequency(rest) > 0 ? [rest] : [];
    return [...beside, ...(tables().byRest.get(folded) ?? []), ...extra];
  }

  /** Two letters are left of too much: of "yaer" as of « y a ». */
  const hasStem = (stemmed: string, language: Language) =>
    stemmed.length > 2 && (everydayStems()[language].has(stemmed) || tables().stems[language].has(stemmed));
  const knows = (word: Word) =>
    lexicon.frequency(word.folded) > 0 ||
    also.has(word.folded) ||
    isOrdinary(word.folded) ||
    isPlaceInEurope(word) ||
    languages.some(
      (language) =>
        isStopWord(word.folded, language) ||
        isQuestionWord(word.folded, language) ||
        isOutsideWord(word, language) ||
        lightWordsOf(language).has(word.folded) ||
        hasStem(lexicon.stem(word, language), language),
    );

  function nearest(
    folded: string,
    allowed: number,
    spoken: Language | undefined,
  ): Guess | 'tied' | undefined {
    const guess = (word: string, distance: number, slip: Slip): Guess => {
      const foreign = spoken && !lexicon.writtenIn(word, spoken) ? 1 : 0;
      return { word, distance, foreign, likelihood: lexicon.frequency(word) * likelihoods[slip] };
    };
    let best: Guess | undefined;
    let tied = false;
    const consider = (next: Guess) => {
      const order = best ? compare(next, best) : -1;
      if (order < 0) {
        best = next;
        tied = false;
      } else if (order === 0 && best) {
        tied ||= next.word !== best.word && stem(next.word, 'en') !== stem(best.word, 'en');
      }
    };
    const letters = lettersOf(folded);
    for (let length = folded.length - allowed; length <= folded.length + allowed; length++) {
      for (const { folded: candidate, letters: itsLetters } of candidates(folded, length)) {
        // An edit changes at most two letters of the set: most words are too far at a glance.
        if (bitCount(letters ^ itsLetters) > 2 * allowed) continue;
        const distance = editDistance(folded, candidate, allowed);
        if (distance <= allowed) consider(guess(candidate, distance, slipOf(folded, candidate)));
      }
    }
    if (allowed === 1)
      for (const candidate of otherwiseBegun(folded)) consider(guess(candidate, 1, 'firstLetter'));
    return tied ? 'tied' : best;
  }

  function soundingAlike(folded: string, spoken: Language | undefined): string | undefined {
    if (folded.length < longEnough) return undefined;
    const ranked = (tables().bySound.get(soundOf(folded)) ?? [])
      .filter((word) => Math.abs(word.length - folded.length) <= 3)
      .filter((word) => !spoken || lexicon.writtenIn(word, spoken))
      .sort((a, b) => lexicon.frequency(b) - lexicon.frequency(a));
    return ranked[0];
  }

  /** « Les grapes » : what another language has is a slip where its double letter makes a word of this one. */
  function undoubled(folded: string, spoken: Language): string | undefined {
    if (lexicon.writtenIn(folded, spoken) || isStopWord(folded, spoken) || lightWordsOf(spoken).has(folded))
      return undefined;
    const meant = Array.from(folded, (letter, at) => folded.slice(0, at) + letter + folded.slice(at)).find(
      (word) => lexicon.writtenIn(word, spoken) && lexicon.frequency(word) >= oftenWritten,
    );
    return meant && lexicon.surface(meant);
  }

  /** "Singed" has a known stem, and nobody writes it here: two letters of "signed" have changed places. */
  function unswapped(word: Word): string | undefined {
    const { folded } = word;
    if (folded.length < longEnough || lexicon.frequency(folded) > 0 || !isKnownByStem(word)) return undefined;
    for (let at = 1; at < folded.length - 1; at++) {
      if (folded[at] === folded[at + 1]) continue;
      const meant = folded.slice(0, at) + folded[at + 1] + folded[at] + folded.slice(at + 2);
      if (lexicon.frequency(meant) >= oftenWritten) return lexicon.surface(meant);
    }
    return undefined;
  }

  /** Known by nothing but its stem. */
  function isKnownByStem(word: Word): boolean {
    const { folded } = word;
    return (
      !also.has(folded) &&
      !isOrdinary(folded) &&
      !isPlaceInEurope(word) &&
      !languages.some(
        (language) =>
          isStopWord(folded, language) ||
          isQuestionWord(folded, language) ||
          isOutsideWord(word, language) ||
          lightWordsOf(language).has(folded) ||
          everydayWords[language].has(folded),
      )
    );
  }

  return {
    knows,
    correct(word, spoken) {
      const { folded } = word;
      if (folded.length < 4 || folded.length > 40 || /\p{N}/u.test(folded)) return undefined;
      if (knows(word)) return (spoken && undoubled(folded, spoken)) ?? unswapped(word);
      const one = nearest(folded, 1, spoken);
      if (one === 'tied') return undefined;
      if (one) return lexicon.surface(one.word);
      const heard = soundingAlike(folded, spoken);
      if (heard) return lexicon.surface(heard);
      const spaced = withSpaces(folded, lexicon);
      if (spaced) return spaced;
      const two = folded.length >= longWord ? nearest(folded, 2, spoken) : undefined;
      return two && two !== 'tied' ? lexicon.surface(two.word) : undefined;
    },
  };
}

/** "Maintain" is no slip of anything, though no content need have it. */
function stemsOfEveryday(language: Language): ReadonlySet<string> {
  return new Set([...everydayWords[language]].map((word) => stem(word, language)));
}

function compare(a: Guess, b: Guess): number {
  return a.distance - b.distance || a.foreign - b.foreign || b.likelihood - a.likelihood;
}

/** Keys side by side on the keyboards of English and of French Canada, and where they are above each other. */
const besideKeys = new Set(
  'qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa aw ws se ed dr rf ft tg gy yh hu uj ji ik ko ol lp az zs sx xd dc cf fv vg gb bh hn nj jm mk'.split(
    ' ',
  ),
);

function areNeighbours(a: string, b: string): boolean {
  return besideKeys.has(a + b) || besideKeys.has(b + a);
}

/** The first slip between two words. */
function slipOf(written: string, meant: string): Slip {
  let at = 0;
  while (at < written.length && written[at] === meant[at]) at++;
  if (written.length === meant.length) {
    if (written[at] === meant[at + 1] && written[at + 1] === meant[at]) return 'swapped';
    if (soundOf(written) === soundOf(meant)) return 'heard';
    return areNeighbours(written[at] ?? '', meant[at] ?? '') ? 'besideKey' : 'other';
  }
  const longer = written.length < meant.length ? meant : written;
  if (longer[at] === longer[at - 1]) return 'doubled';
  return longer === meant ? 'leftOut' : 'other';
}

function swappedStart(a: string, b: string): boolean {
  return a[0] === b[1] && a[1] === b[0];
}

/**
 * Edits (insert, delete, replace, swap of neighbours) from one word to another; anything above
 * `limit` is reported as `limit + 1`, so that far words cost little.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // Only cells near the diagonal can stay within the limit; what lies beyond counts as too far.
  const far = limit + 1;
  let beforeLast = new Array<number>(b.length + 1).fill(far);
  let last = Array.from(beforeLast, (_, index) => Math.min(index, far));
  let row = new Array<number>(b.length + 1).fill(far);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? Math.min(i, far) : far;
    let least = row[from - 1]!;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (to < b.length) row[to + 1] = far;
    if (least > limit) return far;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length]!, far);
}
