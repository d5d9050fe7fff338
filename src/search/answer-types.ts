/** What kind of thing a question asks for, and which kinds a passage has: "when" wants a date. */
import { phraseOf, type Word } from './analysis.ts';

export const answerTypes = ['money', 'count', 'percent', 'date', 'person', 'place'] as const;
export type AnswerType = (typeof answerTypes)[number];

/** Over the folded words of a question, joined by single spaces; the first that fits counts. */
const asked: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'percent',
    /\b(percent|percentage|per cent|proportion|pourcentage|fraction|taux)\b|\b(what|which|quelle) (share|part)\b/,
  ],
  ['money', /\b(how much|how big|(what|which) (amount|sum)|worth)\b/],
  [
    'money',
    /\b(combien (d argent|coute|coutait|coutaient|coutent|valent|valaient|valait|vaut|a t|ont|a recu|est ce)|quel montant|quelle somme|a quel prix)\b/,
  ],
  ['count', /\b(how many|number of|count of|combien|nombre de|nombre d)\b/],
  [
    'date',
    /\b(when|since when|until when|what year|which year|what date|how long|quand|quelle annee|quelle date|en quelle|quel jour|what day|deadline|date limite)\b/,
  ],
  ['person', /\b(who|whom|whose|qui)\b/],
  [
    'place',
    /\b(where|(?:which|what) (?:city|town|building|venue|place|hotel|country)|quel (?:lieu|endroit|batiment|pays)|quelle ville|dans quelle)\b|^ou\b|\bou (est|se|sont)\b/,
  ],
  // A question word tells more: "when does the funding end" asks for no amount.
  // The officer of the budget is no amount.
  [
    'money',
    /\b((?<!parlementaire du )budget(?! (?:officer|watchdog|office|hawk)\b)|funding|cost|costs|price|fee|fees|dollars|euros|cotisation|enveloppe)\b/,
  ],
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
  money: /(C\$|US\$|\$|€)\s?\d|\d[\s.,]*(million|billion|milliard|dollar|euros?\b|\$|€)|\b(free|gratuit)/i,
  count: /\d/,
  percent: /\d\s?%|\bper cent\b|\bpour cent\b/i,
  date: new RegExp(`\\b(19|20)\\d\\d\\b|\\b(${month})\\b`, 'i'),
  // Two capitalised words in a row, a short form between them maybe: a person or an organisation.
  person: /[ -](?<=\p{Lu}\p{L}+(?: \(\p{L}{1,20}\))?[ -])\p{Lu}/u,
  place:
    /\b(Ontario|Qu[ée]bec|Vancouver|Montr[ée]al|Regina|Hamilton|St\. John|Halifax|Ottawa|Toronto|Winnipeg|Mississauga|Moncton|Windsor|Dartmouth|Brussels|Bruxelles|Paris|Lyon|Strasbourg|Lisbon(?:ne)?|Berlin|Hamb(?:ur|our)g|Hann?ov(?:er|re)|Prague|Rome|Nicosi[ae]|London|Londres|Prairies|Atlantic|Atlantique|British Columbia|Colombie)/i,
};

/** Whether a thing of the kind stands in a text. */
export function shows(text: string, type: AnswerType): boolean {
  return shown[type].test(text);
}

const between = /, and |, | and | et | with | avec /;
const inNames = new Set('of de du des the la'.split(' '));

/** Whether a text lists names: one after another with a comma or a conjunction between them. */
function listsNames(text: string): boolean {
  const parts = text.split(between).map(withoutRemark);
  return parts.some((part, at) => {
    const before = parts[at - 1]?.split(' ').at(-1) ?? '';
    return at < parts.length - 1 && isNamed(before) && isName(part);
  });
}

/** "Wagralim (Belgium)" is Wagralim. */
function withoutRemark(text: string): string {
  return text.endsWith(')') ? text.slice(0, Math.max(0, text.lastIndexOf(' ('))) : text;
}

function isName(text: string): boolean {
  return (
    isNamed(text) && text.split(' ').every((word) => /^\d/.test(word) || isNamed(word) || inNames.has(word))
  );
}

function isNamed(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** What is asked of a sentence besides: nearly every passage has it, so that it tells no passage from another. */
const askedOfSentence: readonly { readonly asked: RegExp; readonly shown: (text: string) => boolean }[] = [
  {
    asked:
      /\b(which|what|quels|quelles) (\w+ ){0,2}(companies|firms|businesses|partners|pairs|organizations|universities|projects|examples|entreprises|societes|partenaires|organismes|universites|projets|exemples)\b|\bwho (are|were)\b|\bqui (sont|etaient)\b/,
    shown: listsNames,
  },
  {
    asked:
      /\b(website|web site|web address|url|e?mail|e mail|phone|site web|site internet|adresse|courriel|telephone)\b|\b(who|whom) (do|can|should) (i|we) (write|contact|ask|email|e mail)\b|\ba qui (ecrire|m adresser|demander|(dois|puis) je)\b/,
    shown: (text) => /[\w-]\.(ca|com|eu|org|int|net)\b/.test(text),
  },
  {
    // Public money comes from a body, which is no name of two words.
    asked:
      /\b(who|whom|qui) (?:(?:is|are|has|really|actually|all|else|est ce qui) ){0,3}(pays?|paid|paying|funds?|funded|funding|finances?|financed|financing|bankrolls?|bankrolled|bankrolling|foots|footing|paie|paye|paient|payent|finance|financent)\b/,
    shown: (text) =>
      /\b(governments?|department|ministry|Commission|gouvernements?|minist[eè]re)\b/i.test(text),
  },
];

/** Whether a sentence has the kind of thing that a question asks for. */
export function kindAsked(words: readonly Word[]): (text: string) => boolean {
  const phrase = phraseOf(words);
  const type = askedType(words);
  const also = askedOfSentence.filter(({ asked }) => asked.test(phrase));
  if (also.length > 0) return (text) => also.some(({ shown: has }) => has(text));
  return (text) => type !== undefined && shows(text, type);
}

/** Over the folded words of a question. */
const why = /\b(why|how come|for what reasons?|pourquoi|comment se fait il|pour quelles? raisons?)\b/;

const reason =
  /(?<!\p{L})(?:because|reasons?|owing to|due to|explain(?:s|ed)?|mainly|parce qu[e'’]|raisons?|en raison d[eu]|à cause d[eu]|faute d[e'’]|expliqu(?:e|ent|ait|é)|surtout)(?!\p{L})/iu;

export function asksWhy(words: readonly Word[]): boolean {
  return why.test(phraseOf(words));
}

/** Whether a sentence says why something is so. */
export function givesReason(text: string): boolean {
  return reason.test(text);
}
