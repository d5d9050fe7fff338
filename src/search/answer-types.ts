/** What kind of thing a question asks for, and which kinds a passage has: "when" wants a date. */
import { phraseOf, type Word } from './analysis.ts';

export const answerTypes = ['money', 'count', 'percent', 'date', 'person', 'place'] as const;
export type AnswerType = (typeof answerTypes)[number];

/** Over the folded words of a question, joined by single spaces; the first that fits counts. */
const asked: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'percent',
    /\b(percent|percentage|per cent|proportion|pourcentage|taux)\b|\b(what|which|quelle) (share|part)\b/,
  ],
  ['money', /\b(how much|how big|what amount)\b/],
  ['money', /\bcombien (d argent|coute|a t|ont|a recu|est ce)\b|\bquel montant\b/],
  ['count', /\b(how many|number of|count of|combien|nombre de|nombre d)\b/],
  [
    'date',
    /\b(when|since when|until when|what year|which year|what date|how long|quand|quelle annee|quelle date|en quelle)\b/,
  ],
  ['person', /\b(who|whom|whose|qui)\b/],
  ['place', /\b(where|which city|what city|quelle ville|dans quelle)\b|^ou\b|\bou (est|se|sont)\b/],
  // A question word tells more: "when does the funding end" asks for no amount.
  ['money', /\b(budget|funding|cost|costs|price|fee|fees|dollars|euros|cotisation|enveloppe)\b/],
];

/** The kind of thing that a question asks for; undefined where it asks for none in particular. */
export function askedType(words: readonly Word[]): AnswerType | undefined {
  const phrase = phraseOf(words);
  return asked.find(([, pattern]) => pattern.test(phrase))?.[0];
}

const month =
  'january|february|march|april|may|june|july|august|september|october|november|december|' +
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

const shown: Readonly<Record<AnswerType, RegExp>> = {
  money: /(C\$|US\$|\$|€)\s?\d|\d[\s.,]*(million|billion|milliard|dollar|euro|\$|€)|\b(free|gratuit)/i,
  count: /\d/,
  percent: /\d\s?%|\bper cent\b|\bpour cent\b/i,
  date: new RegExp(`\\b(19|20)\\d\\d\\b|\\b(${month})\\b`, 'i'),
  // Two capitalised words in a row: a person or an organisation.
  person: /[ -](?<=\p{Lu}\p{L}+[ -])\p{Lu}/u,
  place:
    /\b(Ontario|Qu[ée]bec|Vancouver|Montr[ée]al|Regina|Hamilton|St\. John|Halifax|Ottawa|Toronto|Brussels|Bruxelles|Prairies|Atlantic|Atlantique|British Columbia|Colombie)/i,
};

/** Whether a thing of the kind stands in a text. */
export function shows(text: string, type: AnswerType): boolean {
  return shown[type].test(text);
}
