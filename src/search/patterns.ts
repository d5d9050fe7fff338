/**
 * Phrases with gaps, choices and anchors, for what is refused: it is matched word for word, so that one
 * phrase of the content must stand for a whole class of questions.
 *
 * - `how much … earn`: up to six words between;
 * - `buy|sell shares`: one word or the other;
 * - `^book me`: starts what is asked, courtesies aside; `… tomorrow$` ends it.
 */
import { phraseOf, type Word, wordsOf } from './analysis.ts';

/** One place of a phrase: the words that may stand there. */
type Place = readonly string[];

interface Pattern<Value> {
  readonly value: Value;
  /** The runs of places, in order; between two of them is a gap. */
  readonly runs: readonly (readonly Place[])[];
  /** Whether the first run must begin the text. */
  readonly first: boolean;
  /** Whether the last run must end the text. */
  readonly last: boolean;
}

/** Where a phrase was found; `start` and `end` count words, `end` is exclusive. */
export interface PatternMatch<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

export interface Patterns<Value> {
  /** @returns false where the phrase has neither gap, choice nor anchor: it is a plain phrase */
  add(phrase: string, value: Value): boolean;
  /** Each phrase once, where it first stands. */
  find(words: readonly Pick<Word, 'folded'>[]): PatternMatch<Value>[];
}

/** Words between two runs; more would join what does not belong together. */
const widestGap = 6;

/** A word without its plural ending, so that one form in the content stands for both. */
export function singular(word: Pick<Word, 'folded'>): string {
  return word.folded.length > 4 && word.folded.endsWith('s') ? word.folded.slice(0, -1) : word.folded;
}

/** The phrases by each word that can begin one, since most need not be tried at all: plain data. */
export type PatternIndex<Value> = Map<string, Pattern<Value>[]>;

/** @param byWord those that are known; new ones are added to it */
export function createPatterns<Value>(byWord: PatternIndex<Value> = new Map()): Patterns<Value> {
  return {
    add(phrase, value) {
      if (!/^\^|[…|]|\$$/u.test(phrase)) return false;
      const runs = phrase
        .split('…')
        .map(placesOf)
        .filter((run) => run.length > 0);
      const pattern = { value, runs, first: phrase.startsWith('^'), last: phrase.endsWith('$') };
      for (const word of runs[0]?.[0] ?? []) {
        const known = byWord.get(word);
        if (known) known.push(pattern);
        else byWord.set(word, [pattern]);
      }
      return true;
    },
    find(words) {
      const folded = words.map(singular);
      // Few phrases ask where the text begins or ends, courtesies aside.
      let begin: number | undefined;
      let end: number | undefined;
      const found = new Map<Pattern<Value>, PatternMatch<Value>>();
      for (const [start, word] of folded.entries()) {
        for (const pattern of byWord.get(word) ?? []) {
          if (found.has(pattern)) continue;
          if (pattern.first && start !== 0) {
            begin ??= afterCourtesies(words);
            if (start !== begin) continue;
          }
          if (pattern.last) end ??= beforeCourtesies(words);
          const at = endOf(pattern, folded, start, end);
          if (at !== undefined) found.set(pattern, { value: pattern.value, start, end: at });
        }
      }
      return [...found.values()];
    },
  };
}

/** `buy|sell l'action` → [buy, sell], [l], [action]. */
function placesOf(run: string): Place[] {
  return run
    .split(/\s+/)
    .flatMap((token) =>
      token.includes('|')
        ? [token.split('|').flatMap((choice) => wordsOf(choice).map(singular))]
        : wordsOf(token).map((word) => [singular(word)]),
    );
}

/**
 * @param start where the first run begins
 * @param close where the text ends, courtesies aside; needed only for a phrase at the end
 * @returns where the last run ends; undefined where the phrase does not stand there
 */
function endOf(
  { runs, last }: Pattern<unknown>,
  words: readonly string[],
  start: number,
  close: number | undefined,
): number | undefined {
  const step = (run: number, from: number, latest: number): number | undefined => {
    const places = runs[run]!;
    for (let at = from; at <= latest && at + places.length <= words.length; at++) {
      if (!places.every((place, index) => place.includes(words[at + index]!))) continue;
      const end = at + places.length;
      if (run < runs.length - 1) {
        const found = step(run + 1, end, end + widestGap);
        if (found !== undefined) return found;
      } else if (!last || end === words.length || end === close) return end;
    }
    return undefined;
  };
  return step(0, start, start);
}

const greetings =
  /^(?:(?:hi|hello|hey|dear|please|pls|kindly|ok|okay|so|now|then|and|also|bot|chatbot|guide|assistant|bonjour|salut|alors|maintenant|et|svp|stp|merci de|s il (?:te|vous) plait) )*/;
const requests =
  /^(?:(?:can|could|would|will) you |i (?:want|need) you to |i (?:would|d) like you to |(?:peux|pourrais) tu |(?:pouvez|pourriez) vous |tu (?:peux|pourrais) |vous (?:pouvez|pourriez) |est ce que (?:tu peux|vous pouvez) |veuillez )?(?:(?:me|m|nous) )?(?:(?:please|kindly|just|also|now|simply|svp|stp|maintenant|s il (?:te|vous) plait) )*/;
const thanks = /(?: (?:please|pls|thanks|thank you|now|svp|stp|merci|maintenant|s il (?:te|vous) plait))+$/;

/** How many words of courtesy stand before what is asked: "please", "could you kindly". */
function afterCourtesies(words: readonly Pick<Word, 'folded'>[]): number {
  const text = `${phraseOf(words)} `;
  const greeting = greetings.exec(text)?.[0] ?? '';
  const request = requests.exec(text.slice(greeting.length))?.[0] ?? '';
  return (greeting + request).split(' ').length - 1;
}

/** Where the courtesies after what is asked begin. */
function beforeCourtesies(words: readonly Pick<Word, 'folded'>[]): number {
  const text = phraseOf(words);
  return words.length - ((thanks.exec(text)?.[0] ?? '').split(' ').length - 1);
}
