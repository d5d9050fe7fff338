/** The goods whose customs duty a question asks for. */
import { phraseOf } from '../search/analysis.ts';
import type { Understanding } from './intent.ts';

/** Where they stand in the question; `start` and `end` count words, `end` is exclusive. */
export interface Goods {
  /** As they were written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is a duty at the border for sure: "duty of care" and « droits d'auteur » are none. */
  readonly atCustoms: boolean;
}

const duty = '(?:(?:customs |import |export |border )?(?:duty|duties|tariffs?|levy|levies)|import tax)';
const droit =
  '(?:(?:droits?|tarifs?|frais|taxes?)(?: (?:de|d) (?:douanes?|importation|entree)| douaniers?)?)';
const rest = '([\\p{L}\\p{N} ]+)';
/** Over the folded words; the group has the goods and what follows them. */
const questions: readonly RegExp[] = [
  new RegExp(`\\b${duty} (?:(?:is|are|was|applies|apply|charged|there|payable) )*(?:on|for|of) ${rest}`, 'u'),
  new RegExp(`^(?:is|are|was|were|will|can) ${rest} (?:duty|tariff|customs) free\\b`, 'u'),
  new RegExp(`^(?:what is the |whats the |what are the |any |the )?${rest} ${duty}$`, 'u'),
  new RegExp(
    `\\b${droit} (?:(?:est|sont|paie|payer|appliques?|y a t il) )*(?:sur|pour|de|d|des|du) ${rest}`,
    'u',
  ),
];
/** Where the goods come from, go to, and under which agreement is no part of their name. */
const ends =
  /\b(?:from|to|into|in|under|going|coming|sold|sent|when|if|with|entering|between|vers|en|au|aux|dans|sous|avec|entre|exporte\p{L}*|importe\p{L}*|made|bound|(?<= )a)\b/u;
const articles = /^(?:the|a|an|my|our|your|les?|la|l|des?|du|d|un|une|mes|mon|ma|nos|notre) /u;
/** "Did they drop their tariffs for us as well?" is for whom, not on what. */
const nobodysGoods =
  /^(?:us|me|you|them|it|him|her|everyone|everybody|anyone|anybody|all|both|(?:eu|european|canadian|small|foreign|our|my|your) (?:firms?|compan(?:y|ies)|exporters?|producers?|farmers?|makers?|goods)|firms|companies|exporters|nous|vous|eux|elles|tous)(?: (?:as well|too|also|alone|all|aussi|egalement))?$/;
const asksForMore =
  /\bhow (?:do|can|could|should|would|to) (?!(?:i |we |you |one )?(?:find|look|know|see|check|learn|get to know))|\bcomment (?!trouver|savoir|connaitre|verifier)/;
const customs =
  /\b(?:customs|import|export|border|tariffs?|(?:duty|duties|levy|levies) (?:(?:is|are|was|applies|apply|charged|there|payable) )*on|(?:duty|customs) free|douanes?|douaniers?|tarifs?|importation)\b/;

/** @returns undefined where a question asks for no duty, or for more than the duty ("how do I avoid …?") */
export function goodsAsked({ text, words }: Understanding): Goods | undefined {
  const phrase = phraseOf(words);
  if (asksForMore.test(phrase)) return undefined;
  for (const question of questions) {
    const asked = question.exec(phrase)?.[1] ?? '';
    const found = asked.slice(0, ends.exec(asked)?.index).replace(articles, '').trim();
    if (found === '' || nobodysGoods.test(found)) continue;
    const start = phrase.slice(0, phrase.lastIndexOf(asked) + asked.indexOf(found)).split(' ').length - 1;
    const end = start + found.split(' ').length;
    // As it is said, not as loudly: the same question in capitals gets the same card.
    const written = text.slice(words[start]!.start, words[end - 1]!.end).toLowerCase();
    return { text: written, start, end, atCustoms: customs.test(phrase) };
  }
  return undefined;
}
