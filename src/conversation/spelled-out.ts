/** Replies of a word or two that stand for a whole question: "since?", "such as?", "per year?". */
import { foldPhrase } from '../knowledge/fold.ts';
import type { Language } from '../knowledge/language.ts';
import { passages } from './follow-up.ts';
import type { Turn } from './types.ts';

/** The question word that is meant. */
const wholeWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:and )?since$/, 'since when'],
  [/^(?:and )?by$/, 'by whom'],
  [/^(?:and |but )?(?:how come|how so|why so|why is (?:that|it|this)(?: so)?)$/, 'why'],
  [/^(?:et )?depuis$/, 'depuis quand'],
  [/^(?:et |mais )?(?:comment ca se fait|comment cela|pourquoi (?:ca|cela|donc))$/, 'pourquoi'],
];
const examples: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:and|any|some|give me|show me|got any) )*examples?(?: please)?$|^(?:such as|like what|like which|for (?:example|instance))$/,
  fr: /^(?:(?:et|des|un|as tu|avez vous|donnez moi|donne moi) )*exemples?(?: svp| stp)?$|^(?:par exemple|comme quoi)$/,
};
const perWhat =
  /^(?:and |et )?(?:per (?:year|annum|month|project|member|head)|par (?:an|annee|mois|projet|membre|tete))$/;
const fromWhom = /^(?:and |et )?(?:from (?:whom|who)|paid by (?:whom|who)|de qui|paye par qui)$/;
const whoFunds: Readonly<Record<Language, string>> = { en: 'who funds it', fr: 'qui la finance' };

/** @returns the question in more words; the text as it is where it says enough itself */
export function spelledOut(text: string, last: Turn | undefined): string {
  if (!last) return text;
  const phrase = foldPhrase(text);
  const word = wholeWords.find(([short]) => short.test(phrase));
  if (word) return word[1];
  const { args, intent, meaning } = last;
  const answered = passages.has(intent) || intent === 'attribute';
  if (answered && perWhat.test(phrase)) return `${meaning} ${phrase}`;
  const language = (['en', 'fr'] as const).find((one) => examples[one].test(phrase));
  if (answered && language) return `${language === 'en' ? 'examples' : 'exemples'} ${meaning}`;
  const ofMoney = args.attribute === 'funding' || args.section === 'money';
  return ofMoney && fromWhom.test(phrase) ? whoFunds[last.language] : text;
}
