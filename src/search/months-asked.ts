/** "In February 2023": a question that names a month of a year wants what tells of that month. */
import type { Word } from './analysis.ts';

/** What each month is called in both languages, folded; the first letters of either are short for it. */
const months: readonly RegExp[] = [
  /^jan(?:v|uary|vier)?$/,
  /^f(?:e[bv]|evr|ebruary|evrier)$/,
  /^mar(?:ch|s)$/,
  /^(?:apr|avr)(?:il)?$/,
  /^(?:may|mai)$/,
  /^(?:june?|juin)$/,
  /^(?:july?|juill?(?:et)?)$/,
  /^(?:aug(?:ust)?|aout)$/,
  /^sept?(?:ember|embre)?$/,
  /^oct(?:ober|obre)?$/,
  /^nov(?:ember|embre)?$/,
  /^dec(?:ember|embre)?$/,
];
const written: readonly RegExp[] = [
  /\bjan(?:uary|vier)\b/i,
  /\bfebruary\b|\bfévrier\b/i,
  /\bmarch\b|\bmars\b/i,
  /\bapril\b|\bavril\b/i,
  /\bmay\b|\bmai\b/i,
  /\bjune\b|\bjuin\b/i,
  /\bjuly\b|\bjuillet\b/i,
  /\baugust\b|\baoût\b/i,
  /\bseptemb(?:er|re)\b/i,
  /\boctob(?:er|re)\b/i,
  /\bnovemb(?:er|re)\b/i,
  /\bd[eé]cemb(?:er|re)\b/i,
];
const year = /^(?:19|20)\d\d$/;
/** Words between: "in September of 2024". */
const between = 2;

export interface MonthAsked {
  /** From 0. */
  readonly month: number;
  readonly year: string;
}

/** @returns undefined where no month of a year is named, or several are */
export function monthAsked(words: readonly Pick<Word, 'folded'>[]): MonthAsked | undefined {
  const found = words.flatMap(({ folded }, at) => {
    const month = months.findIndex((names) => names.test(folded));
    const after = words.slice(at + 1, at + 1 + between).find((word) => year.test(word.folded));
    return month < 0 || !after ? [] : [{ month, year: after.folded }];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a sentence tells of that month of that year. */
export function tellsOfMonth(text: string, { month, year: asked }: MonthAsked): boolean {
  return text.includes(asked) && written[month]!.test(text);
}
