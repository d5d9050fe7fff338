/** What a passage tells the number of: the words that stand beside one. */
import type { Language } from '../knowledge/language.ts';
import { type Form, formsIn } from './analysis.ts';

/** In figures or in words; "none" and "all" tell a number, too. */
const number = new RegExp(
  `^(?:\\d.*|${[
    'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen',
    'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|half|both|none|all|no|single',
    'une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante',
    'cinquante|soixante|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|cent|mille|milliers?|moitie|aucune?|tous|toutes',
  ].join('|')})$`,
);
/** "44 industry-led projects", "C$15 million into 16 projects"; "members: 300". */
const mostAfter = 5;
const mostBefore = 3;

/**
 * @param sentences each in its language
 * @param termsOf the terms of a word, near ones included
 */
export function numberedTerms(
  sentences: readonly { readonly text: string; readonly language: Language }[],
  termsOf: (word: Form, language: Language) => readonly number[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { text, language } of sentences) {
    const words = formsIn(text);
    for (let at = 0; at < words.length; at++) {
      if (!number.test(words[at]!.folded)) continue;
      for (const word of words.slice(Math.max(0, at - mostBefore), at + 1 + mostAfter)) {
        for (const term of termsOf(word, language)) found.add(term);
      }
    }
  }
  return found;
}

/** Whether a text has any number, in figures or in words. */
export function hasNumber(text: string): boolean {
  return formsIn(text).some(({ folded }) => number.test(folded));
}
