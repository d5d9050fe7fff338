/** Replies of a word or two that stand for a whole question: "since?", "such as?", "per year?". */
import { foldPhrase } from '../knowledge/fold.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { passages } from './follow-up.ts';
import type { Turn } from './types.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** "Construction works, though?": "and construction works?". */
const though = /^(?:but |and )?(\S.{1,60}?),? (?:though|tho)\s*\?*$/i;
/** A question that has a verb or a question word is one by itself. */
const opensClause =
  /^(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|has|have|will|would|should|must|it|they|that|this|there)\b/i;

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
/** "Name a few of the firms", « cite-m’en deux » : examples of what was told. */
const names: Readonly<Record<Language, readonly [ReadonlySet<string>, ReadonlySet<string>]>> = {
  en: [
    words('name list cite give drop tell mention show'),
    words(
      'me us a an any some few couple one two three 2 3 several of from the those these them its their names name firms firm companies company partners partner members member projects project clusters cluster backers examples example ones please involved among',
    ),
  ],
  fr: [
    words('cite citez nomme nommez donne donnez liste listez'),
    words(
      'moi m nous en des les quelques quelque un une deux trois 2 3 noms nom d de ces membres membre entreprises entreprise firmes partenaires partenaire projets projet grappes connus connues exemples exemple unes uns svp stp',
    ),
  ],
};
const mostNaming = 9;
const politely = /^(?:and|ok|please|can you|could you|et|svp|peux tu|pouvez vous) /;

function asksForSome(phrase: string, language: Language): boolean {
  const [verb = '', ...rest] = phrase.replace(politely, '').split(' ');
  const [verbs, others] = names[language];
  return (
    verbs.has(verb) && rest.length > 1 && rest.length <= mostNaming && rest.every((word) => others.has(word))
  );
}

const perWhat =
  /^(?:and |et )?(?:per (?:year|annum|month|project|member|head)|par (?:an|annee|mois|projet|membre|tete))$/;
const fromWhom = /^(?:and |et )?(?:from (?:whom|who)|paid by (?:whom|who)|de qui|paye par qui)$/;
const whoFunds: Readonly<Record<Language, string>> = { en: 'who funds it', fr: 'qui la finance' };

export const otherWay =
  /^(?:and |et )?(?:(?:the )?other way (?:a?round)?|in the other direction|the reverse|the opposite(?: direction)?|(?:and )?vice versa|conversely|dans l autre sens|l inverse|inversement|en sens inverse)$/;
/** The direction that a question tells, and the one against it. */
const directions: readonly (readonly [RegExp, string])[] = [
  [/\b(?:from canada )?(?:in)?to (?:the )?(?:eu|europe|european union)\b/i, 'from the EU to Canada'],
  [/\b(?:from (?:the )?(?:eu|europe) )?(?:in)?to canada\b/i, 'from Canada to the EU'],
  [
    /(?:du canada )?(?:vers|en|à|dans) (?:l['’ ]?)?(?:ue|europe|union européenne)(?!\p{L})/iu,
    'de l’UE vers le Canada',
  ],
  [/(?:de l['’ ]?(?:ue|europe) )?(?:vers le|au) canada(?!\p{L})/iu, 'du Canada vers l’UE'],
];

/** Whether it goes one way; where both sides stand in what is left, each of them takes the other's place. */
function isOneWay(told: RegExp, meaning: string): boolean {
  return told.test(meaning) && !/canadi|europ(?:ean|é)/i.test(meaning.replace(told, ''));
}

/** @returns the question in more words; the text as it is where it says enough itself */
export function spelledOut(text: string, last: Turn | undefined): string {
  if (!last) return text;
  const phrase = foldPhrase(text);
  const [, another] = text.match(though) ?? [];
  if (another !== undefined && !opensClause.test(another)) return `and ${another}?`;
  const word = wholeWords.find(([short]) => short.test(phrase));
  if (word) return word[1];
  const { args, intent, meaning } = last;
  const answered = passages.has(intent) || intent === 'attribute';
  if (answered && perWhat.test(phrase)) return `${meaning} ${phrase}`;
  const way = otherWay.test(phrase) ? directions.find(([told]) => isOneWay(told, meaning)) : undefined;
  if (answered && way) return meaning.replace(...way);
  const language = languages.find((one) => examples[one].test(phrase) || asksForSome(phrase, one));
  if (answered && language) return `${language === 'en' ? 'examples' : 'exemples'} ${meaning}`;
  const ofMoney = args.attribute === 'funding' || args.section === 'money';
  return ofMoney && fromWhom.test(phrase) ? whoFunds[last.language] : text;
}
