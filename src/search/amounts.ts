/**
 * What a question about an amount needs a passage to tell beside the words that they share: what is measured, in
 * which place or of which country, what is counted, and a sum of money with what it pays for.
 */
import type { Language } from '../knowledge/language.ts';
import { isNation, isOfMemberState } from './actors.ts';
import { phraseOf, type Word } from './analysis.ts';
import { askedType, shows } from './answer-types.ts';
import { type Measure, measures } from './measures.ts';
import type { Mention } from './mention.ts';
import { hasNumber } from './numbered.ts';
import type { Passage } from './passage.ts';
import type { Token } from './tokens.ts';

const asksDuration =
  /\b(?:how many|combien d[e]?) (?:minutes?|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans|annees)\b/;
/** "How long does it take?": a time, or since or until when. */
const asksHowLong =
  /\bhow fast (?:is|are|was|were)\b|\bhow long (?:does|do|did|will|would|is|are|was|were|can|may|must|should|until|before)\b|\bcombien de temps\b|\bquels? (?:est|sont|etait|sera) (?:le |les )?delais?\b/;
/** A time in any unit, or its two ends. */
const duration =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze)[\s-](?:minutes?|hours?|days?|weeks?|months?|quarters?|years?|heures?|jours?|semaines?|mois|trimestres?|ans?|années?)\b|(?:19|20)\d\d.{1,80}(?:19|20)\d\d/i;
const sinceOrUntil =
  /\b(?:19|20)\d\d\b|\b(?:permanent|indefinite|unlimited|no (?:limit|end)|illimité|sans limite)/i;
/** What names the time and not what takes it. */
const ofDuration =
  /^(?:en|fr):(?:minut|hour|day|week|month|year|heur|jour|semain|mois|an|anne|how|mani|take|need|last|long|fast|prend|fau|dur|delai|obten|(?:temps?|time|get)$)/;

const asksPrice: readonly RegExp[] = [
  /\bset (?:\w{1,30} ){1,4}back\b/,
  /\bsold for\b/,
  /\b(?:price|prix|cost|tab) (?:of|for|to|du|des|de|d|pour)\b/,
  /(?<!in )\bcharge for\b/,
  /\b(?:what|how (?:much|big|high|large)) (?:is|was|were|are) (?:the|its|their) (?:\w{1,30} ){0,3}(?:bill|tab)\b/,
  /\bhow much (?:did|does|do|was|were|is|has|have) (?:\w{1,30} ){1,8}(?:cost|pay|paid|spend|spent|charge|charged)\b/,
  /\bhow much (?:is|are|was|were|s) (?:the|a|an) (?:\w{1,30} ){0,5}(?:fees?|charges?|bill|ticket|booth|stand|deposit|premium|permit|licen[cs]e)\b/,
  /\bwhat (?:did|does|do) (?:\w{1,30} ){1,8}cost\b/,
  /\bwhat (?:is|was|s|are|were) the (?:\w{1,30} ){0,3}(?:fees?|charges?|bill|price|cost) (?:of|for|at|to|per)\b/,
  /\bwho paid\b/,
  /\bcombien (?:a coute|ont coute|coute(?:nt|ra)?|coutait|paient?|paie|facture\w*)\b/,
  /\bcombien (?:\w{1,30} ){1,10}(?:coutee?|payee?|depensee?|debourse|paie|paye|verse)\b/,
  /\bc est combien\b(?! d[e]? )/,
  /\b(?:frais|droits) de (?:dossier|traitement|gestion|notaire|visa|permis)\b/,
];
/** What names the sum and not what it pays for. */
const ofPrice =
  /^(?:en|fr):(?:price|cost|pay|paid|spend|spent|charg|bill|fee|fees|how|much|amount|money|dollar|euro|total|includ|expens|prix|cout|pai|payer|pay|depens|frais|factur|montant|argent|dollar|compris|inclu)/;
const free = /\b(?:free|no (?:fee|charge|cost)|nothing|gratuit\w*|sans frais|rien)\b/i;

/** What is so already, and not what may be: a statistic. */
const mayBe =
  /\b(?:can|could|may|might|must|should|would|shall|we|our|my|i|us|need|needs|required|allowed|peut|peuvent|pourrait|doit|doivent|puis|pouvons|nous|notre|nos|mon|ma|mes|je|j|faut|dut(?:y|ies)|tariffs?|tax\w*|customs|douanes?|droits?|quotas?|contingents?)\b/;
const counting =
  /\b(?:how many|number of|what (?:share|part|proportion|percentage)|combien d[e]?|nombre d[e]?|quelle (?:part|proportion))\b/;
const happened =
  /\b(?:did|was|were|has|have|had|ont|a ete|avait|avaient|etait|etaient|a t (?:il|elle|on)|a (?:recu|coute|importe|exporte|vendu|achete|donne|cree|paye|depense|verse|gagne|apporte)|19\d\d|20\d\d)\b/;
const ofTrade =
  /\b(?:trade|trades|exports?|exported|imports?|imported|sales|sold|sell|bought|buys?|ship|shipped|ships|entered|came|went|gdp|pib|population|firms?|companies|smes?|startups?|clusters?|commerce|echanges|exportations?|exporte\w*|importations?|importe\w*|ventes|vendu\w*|achete\w*|entre(?:s|es)|pme|entreprises)\b/;

const ofGathering =
  /\b(?:went|came|come|attend\w*|attendance|held|took place|met|travel\w*|flew|flown|showed up|turned up|visited|took part|were (?:in|at)|etai(?:t|ent) a|event|summit|fair|matchmaking|venue?s|assist\w*|particip\w*|rencontre|jumelage|sommet|foire|evenement|rendu\w*)\b/;

const units =
  /^(?:tonne|ton|tonnes|tons|kilo|kilos|kilograms?|kg|litre|litres|liters?|hectolitres?|bottles?|cases|pounds|barrels?|bushels|heads?|pieces|units|crates|bouteilles?|caisses|livres|barils?|tetes|pieces|unites)$/;
/** Before a count: "and how many", "roughly how many". */
const mostBefore = 3;
const mostCounted = 3;
const mostOfName = 5;
const of = new Set('of de d'.split(' '));
const ends = new Set(
  'is are was were do does did has have had can could will would may must est sont a ont peut peuvent took take takes joined attended participated visited voted signed there exist y entered enter came come went go cross crosses to into in from under per each a an this last que le la l les du au aux en dans vers par pour sous sur entrent entre'.split(
    ' ',
  ),
);

export interface Amount {
  readonly measure: Measure | undefined;
  /** Terms of what is paid for, near ones included; undefined where no price is asked. */
  readonly priced: readonly string[] | undefined;
  /** Words of what takes a time that is asked in days or weeks. */
  readonly lasting: readonly (readonly string[])[] | undefined;
  /** Whether since or until when would do. */
  readonly howLong: boolean;
  /** Whether it has a word that nobody knows. */
  readonly strange: boolean;
  /** Names of provinces that a statistic is asked for. */
  readonly places: readonly string[];
  /** Whether a share is asked. */
  readonly share: boolean;
  /** Whether somebody met there: all of the passage tells of that place. */
  readonly gathering: boolean;
  /** Countries and nations that one is asked for. */
  readonly nations: readonly (readonly string[])[];
  /** Words of what is counted: "how many network members". */
  readonly counted: readonly (readonly string[])[];
  /** Words of what is weighed or counted by the piece: "tonnes of pork". */
  readonly goods: readonly (readonly string[])[];
}

export interface AmountInput {
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Clusters that are described by their place: "the cluster in Ontario". */
  readonly about: readonly string[];
  readonly language: Language;
  termOf(word: Word, language: Language): string;
  /** Whether neither the content nor everyday speech has a term. */
  strange(term: string): boolean;
}

/** @returns undefined where no amount is asked */
export function amountAsked({
  words,
  tokens,
  language,
  mentions,
  about,
  termOf,
  strange,
}: AmountInput): Amount | undefined {
  const phrase = phraseOf(words);
  const type = askedType(words);
  const measure = measures.find(({ asked }) => asked.test(phrase));
  const meant = (list: readonly Word[]) => {
    const terms = new Set(list.map((word) => termOf(word, language)));
    return tokens.filter(({ term }) => terms.has(term)).map(withNear);
  };
  // A word that no content has is read by its meaning, and "Swiss" by that of "cheese".
  const nation = (word: Word) => {
    const own = termOf(word, language);
    const token = tokens.find(({ term }) => term === own);
    return token
      ? withNear(token).filter((term) => isOfMemberState(word) || /^(?:en|fr):/.test(term))
      : [own];
  };
  const isStatistic =
    (type === 'count' ||
      type === 'money' ||
      type === 'percent' ||
      counting.test(phrase) ||
      /\b(?:value|valeur) (?:of|de|des|du)\b/.test(phrase)) &&
    !mayBe.test(phrase) &&
    (counting.test(phrase) || happened.test(phrase));
  const nations = isStatistic && ofTrade.test(phrase) ? words.filter(isNation).map(nation) : [];
  const amount = {
    measure,
    priced: asksPrice.some((form) => form.test(phrase))
      ? tokens
          .filter(({ kind, term }) => kind === 'word' && !ofPrice.test(term) && !/\d/.test(term))
          .flatMap(withNear)
      : undefined,
    lasting:
      asksDuration.test(phrase) || asksHowLong.test(phrase)
        ? tokens.filter(({ kind, term }) => kind === 'word' && !ofDuration.test(term)).map(withNear)
        : undefined,
    howLong: asksHowLong.test(phrase),
    places: isStatistic && about.length === 0 && !isOfCluster(words, mentions) ? placesIn(tokens) : [],
    strange: tokens.some(({ kind, term }) => kind === 'word' && strange(term)),
    share: type === 'percent',
    gathering: ofGathering.test(phrase),
    nations,
    counted: meant(countedIn(words, mentions)),
    goods: meant(goodsMeasured(words)),
  };
  const isAsked =
    measure ||
    amount.priced ||
    amount.lasting ||
    amount.counted ||
    amount.places.length + amount.nations.length + amount.goods.length > 0;
  return isAsked ? amount : undefined;
}

/** A time is told in any unit, or by its two ends; a share in per cent by a sign. */
const ofTime =
  /^(?:minute|hour|day|week|month|year|heure|jour|semaine|annee|percent)s?$|^(?:mois|ans?|temps|per|pour)$/;
const union = /^(?:eu|ue)$/;
/** How many took part is told in many ways. */
export const anybody = new Set('people persons folks personnes gens monde'.split(' '));

/** "How many network members did …": what stands between the count and what was done. */
function countedIn(words: readonly Word[], mentions: readonly Mention[]): readonly Word[] {
  const at = words.findIndex(
    ({ folded }, index) =>
      index > 0 &&
      index <= mostBefore &&
      ((folded === 'many' && words[index - 1]!.folded === 'how') ||
        (of.has(folded) && words[index - 1]!.folded === 'combien')),
  );
  if (at < 0) return [];
  const named = mentions.find(
    ({ kind, start }) => (kind === 'entry' || kind === 'province') && start > at + 1,
  );
  const counted = upToVerb(words.slice(at + 1, Math.min(at + 1 + mostCounted, named?.start ?? words.length)));
  // "How many EU exporters": those of the EU are no other thing.
  const things = counted.filter((word) => !isNation(word) && !union.test(word.folded));
  return things.some(({ folded }) => anybody.has(folded) || ofTime.test(folded)) ? [] : things;
}

function upToVerb(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({ folded }) => ends.has(folded));
  return end < 0 ? words : words.slice(0, end);
}

/** "How many tonnes of Swiss cheese did …": what stands between the unit and what was done with it. */
function goodsMeasured(words: readonly Word[]): readonly Word[] {
  const unit = words.findIndex(({ folded }) => units.test(folded));
  if (unit < 0 || !of.has(words[unit + 1]?.folded ?? '')) return [];
  return upToVerb(words.slice(unit + 2));
}

/** It gives and decides more often than it is a place. */
const government = /^(?:en|fr):ottawa$/;
/** The ocean between the two sides. */
const ocean = '@province:atlantic';

/** « La grappe numérique de la Colombie-Britannique » is called so, wherever its members are. */
function isOfCluster(words: readonly Word[], mentions: readonly Mention[]): boolean {
  return mentions.some(({ kind, start }) => {
    const before = phraseOf(words.slice(Math.max(0, start - mostOfName), start));
    return (
      kind === 'province' &&
      /\b(?:(?:super)?(?:cluster|grappe)|hub|pole) (?:\w{1,30} ){0,2}(?:of|from|de|du|d)(?: la| l)?$/.test(
        before,
      )
    );
  });
}

/** The provinces that words stand for. */
function placesIn(tokens: readonly Token[]): readonly string[] {
  const near = tokens.filter(({ term }) => !government.test(term)).flatMap(withNear);
  return [...new Set(near.filter((term) => term.startsWith('@province:') && term !== ocean))];
}

function withNear({ term, near }: Token): readonly string[] {
  return [term, ...near.map((other) => other.term)];
}

/** @param otherBody whether the question names a body that the passage is not about */
export function tellsNoAmount(
  { measure, priced, lasting, howLong, strange, places, share, gathering, nations, counted, goods }: Amount,
  passage: Passage,
  otherBody: boolean,
): boolean {
  const lacks = (list: readonly string[]) => list.every((term) => !passage.terms.has(term));
  const isFigure = (text: string) => (share ? shows(text, 'percent') : hasNumber(text));
  const isTime = (text: string) => duration.test(text) || (howLong && sinceOrUntil.test(text));
  return (
    (measure !== undefined && !passage.sentences.some(({ text }) => measure.told.test(text))) ||
    (lasting !== undefined &&
      lasting.length > 0 &&
      !passage.tells(lasting, isTime, lasting.length > 2 ? 2 : 1)) ||
    (priced !== undefined && (strange || !paysFor(priced, passage))) ||
    (places.length > 0 &&
      !(gathering
        ? places.some((place) => passage.terms.has(place))
        : passage.tells([places], isFigure) && !otherBody)) ||
    (counted.length > 0 && !passage.numbers(counted.flat())) ||
    nations.some(lacks) ||
    goods.some(lacks)
  );
}

function paysFor(priced: readonly string[], passage: Passage): boolean {
  return priced.length > 0
    ? passage.tells([priced], isSum)
    : passage.sentences.some(({ text }) => isSum(text));
}

function isSum(text: string): boolean {
  return shows(text, 'money') || shows(text, 'percent') || free.test(text);
}
