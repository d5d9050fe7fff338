/**
 * Text → terms. The recipe (words of letters or of digits, lower case, Snowball stem of the text's
 * language, accents folded *after* stemming) is the one that measured best on ten public collections
 * in English and French.
 */
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stem as stemEnglish } from 'porter2';
import { fold } from '../knowledge/fold.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { irregularPast } from './english-verbs.ts';
import { infinitiveOf } from './french-verbs.ts';
import { lightWords, questionWords, stopWords } from './stop-words.ts';

const snowball = { en: stemEnglish, fr: stemFrench };

/**
 * What a stemmer would take for a form of another word: « l'AECG (CETA) » is no « cet », ISDE no ISDS, what is
 * called no call, a response no responsibility, « la ventilation des fonds » no « ventilateur ».
 */
const unstemmed = new Set(
  'acia cae called ceta cleer cove isde isds ised response rosa ventilation'.split(' '),
);

/** Words recur: results are kept, up to a bound. */
const stems: Record<Language, Map<string, string>> = { en: new Map(), fr: new Map() };
const keptWords = 50_000;

/** The forms of each word as it was met, up to the same bound: normalising costs more than a look-up. */
const forms = new Map<string, Form>();
const longestKept = 40;

/** A word as it is compared. */
export interface Form {
  /** As written, lower case, in Unicode's composed form. */
  readonly surface: string;
  /** Without accents. */
  readonly folded: string;
}

/** A word in its place; `start` and `end` count characters, `end` is exclusive. */
export interface Word extends Form {
  readonly start: number;
  readonly end: number;
}

const wordPattern = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:(?:st|nd|rd|th|er|e)(?![\p{L}\p{N}]))?/giu;

/**
 * Words of letters or of digits: `C$950M` gives c, 950 and m, so that « 950 M$ » gives the same. An ordinal
 * ("8th", « 8e ») is one word.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = 0;
  // A third faster than `matchAll`; all of the content goes through here at every start.
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const { surface, folded } = formOf(match[0]);
    words.push({ surface, folded, start: match.index, end: wordPattern.lastIndex });
  }
  return words;
}

/**
 * The words without their places, for all of the content at every start: one object for all places of a
 * word, however its capitals are written.
 */
export function formsIn(text: string): Form[] {
  // Without the places it needs no object for each match.
  return text.match(wordPattern)?.map(formOf) ?? [];
}

function formOf(written: string): Form {
  const known = forms.get(written);
  if (known) return known;
  const surface = written.normalize('NFC').toLowerCase();
  const result = forms.get(surface) ?? { surface, folded: fold(surface) };
  if (forms.size < keptWords && written.length <= longestKept) forms.set(written, result);
  return result;
}

/** The words as one text, folded, with a space between them: what expressions are matched against. */
export function phraseOf(words: readonly Pick<Form, 'folded'>[]): string {
  // Faster than a list to be joined: every question is matched against many expressions.
  let phrase = '';
  for (const { folded } of words) phrase += phrase === '' ? folded : ` ${folded}`;
  return phrase;
}

/** @param surface one word, lower case, in composed form */
export function stem(surface: string, language: Language): string {
  const known = stems[language].get(surface);
  if (known !== undefined) return known;
  const result = unstemmed.has(surface) ? surface : stemOf(surface, language);
  if (stems[language].size < keptWords) stems[language].set(surface, result);
  return result;
}

function stemOf(surface: string, language: Language): string {
  // A word beyond any real length is cut: what stemmers and fuzzy search cost grows with it, and folding
  // makes eighteen letters of an Arabic ligature.
  if (surface.length > longestKept) return fold(surface.slice(0, longestKept)).slice(0, longestKept);
  const verb = language === 'fr' ? infinitiveOf(surface) : irregularPast.get(surface);
  return fold(snowball[language](verb ?? surface));
}

export function isStopWord(folded: string, language: Language): boolean {
  return stopWords[language].has(folded);
}

export function isQuestionWord(folded: string, language: Language): boolean {
  return questionWords[language].has(folded);
}

/** Whether a word is one of grammar, a question word included, in either language. */
export function isGrammar(folded: string): boolean {
  return languages.some((language) => isStopWord(folded, language) || isQuestionWord(folded, language));
}

/** Folded everyday words that weigh little. */
export function lightWordsOf(language: Language): ReadonlySet<string> {
  return lightWords[language];
}
