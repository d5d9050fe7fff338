/**
 * What makes a passage beside the point however many words it shares with a question: the question has something
 * that an answer to it would have to tell of, and the passage does not.
 */
import { peopleId } from '../knowledge/people.ts';
import { isMemberState } from './actors.ts';
import { type Amount, tellsNoAmount } from './amounts.ts';
import { phraseOf, type Word } from './analysis.ts';
import type { AnswerType } from './answer-types.ts';
import type { Evidence } from './evidence.ts';
import { type BodyAsked, isGiven, isSilent } from './matters.ts';
import { type MonthAsked, monthAsked, tellsOfMonth } from './months-asked.ts';
import type { Passage } from './passage.ts';
import { anyTellsSuperlative, asksSuperlative } from './superlatives.ts';
import type { Token } from './tokens.ts';

/**
 * How far a passage misses the point: it is unlike whatever is known to be asked of it; it is beside the point for
 * sure; or something is asked that it would tell in so many words: an amount, an address, what comes first.
 */
export type Miss = 'none' | 'unlike' | 'beside' | 'untold';

/** What a question asks, as far as a passage can miss it. */
export interface Point {
  /** Terms of the things of everyday life and the countries that it asks about. */
  readonly things: readonly string[];
  /** What else it says, names included: each its term and those of near meaning. */
  readonly others: readonly (readonly string[])[];
  /** Terms of the countries and entries that did what it asks about. */
  readonly actors: readonly string[];
  /** Whether it is short and has a word that nobody knows: that word is what it is about. */
  readonly strange: boolean;
  /** Whether it asks for a reason. */
  readonly reason: boolean;
  /** Whether it asks what a thing is, and nothing else about it. */
  readonly definition: boolean;
  /** Whether it asks what a thing without a name is, in a word or two. */
  readonly plainThing: boolean;
  /** Whether it may ask for what a portrait does not have. */
  readonly personal: boolean;
  /** How many words it has besides names; 0 where it leans on its thread. */
  readonly length: number;
  /** The last of them, where it is asked whether: what is said of the rest; its term and those of near meaning. */
  readonly predicate: readonly string[] | undefined;
  /** What sort of thing it asks for ("which software …"): its term and those of near meaning. */
  readonly sort: readonly string[] | undefined;
  /** Each word of the phrase for what it asks to be told ("which hall", "what daily allowance"), likewise. */
  readonly wanted: readonly (readonly string[])[];
  /** Whether it counts that sort of thing. */
  readonly counts: boolean;
  /** What it needs told of an amount. */
  readonly amount: Amount | undefined;
  /** Whether it asks who or what comes first among things of a sort. */
  readonly superlative: boolean;
  /** Whether it asks for a number or an address to write to. */
  readonly address: boolean;
  /** Whether it asks how many people work for somebody, or who they are. */
  readonly staff: boolean;
  /** What it asks of a body that may be named in passing. */
  readonly body: BodyAsked | undefined;
  /** The month that it asks about. */
  readonly month: MonthAsked | undefined;
  /** How an answer names the house that did what it asks about. */
  readonly house: RegExp | undefined;
}

const opensReason = /^(?:(?:but|and|so|mais|et|alors) )?(?:why|how come|pourquoi)\b/;
const opensDefinition =
  /^(?:(?:what|who) (?:is|are|s|was|were) (?:(?:an?|the) )?|(?:qu est ce que?|c est quoi) (?:(?:une?|l|la|le|les|des) )?)/;
/** "What is planned after 2028?" */
const inRelation =
  /\b(?:after|before|since|from|on|at|by|with|without|about|apres|avant|depuis|sur|avec|sans|par|dans|chez)\b/;
/** "What are pulses?"; whoever asks what the thresholds are knows what a threshold is. */
const opensPlain =
  /^(?:what (?:is|are|s) (?:an? )?(?!(?:the|my|our|its|their|his|her|this|these|those) )|(?:qu est ce qu(?:e|)|c est quoi) (?:une?|la|le|l) )/;
/** What is asked of a thing rather than what it is: "what is the budget of …". */
const ofAnother = /\b(?:of|for|in|de|du|des|d|a|au|en|pour|to|between|under|and|et)\b/;
const opensQuestion =
  /^(?:who|what|when|where|which|why|how|is|are|does|do|did|can|qui|que|quand|ou|quel|quelle|quels|quelles|pourquoi|comment|combien|est|qu)\b/;
const opensWhether =
  /^(?:is|are|was|were|does|do|did|can|could|has|have|will|would|should|must|est ce que|est|sont|faut il|peut on|doit on)\b|\b(?:est|sont) (?:ils?|elles?)\b/;
const opensWhetherIs = /^(?:is|are|was|were|est|sont)\b|\b(?:est|sont) (?:ils?|elles?)\b/;
/** Words besides names; in a longer question one unknown word may be told about in passing. */
const fewWords = 4;

const asksCount = /^(?:\w+ )?(?:how many|combien de) /;

const asksAddress =
  /\b(?:phone|telephone|fax|e ?mail|mailing|postal|street) (?:number|address)\b|\b(?:numero de (?:telephone|telecopieur)|adresse (?:courriel|postale|e ?mail|electronique))\b|\b(?:phone|telephone|fax|e ?mail|courriel) (?:of|for|de|du|des|d)\b/;
/** A place on the web or a mailbox; or that none is known. */
const address = /[\w-]\.(?:ca|com|eu|org|int|net)\b|\b(?:address|telephone|adresse|téléphone)\b/i;

const asksStaff =
  /\bhow many (?:people|persons|folks|staff|employees|workers) (?:\w{1,30} )?(?:work|works|working|are employed) (?:at|for|with|by)\b|\bhow many (?:people|persons|folks|staff|employees|workers) (?:do|does|did|has) (?:\w{1,30} ){1,5}(?:have|employ|got)\b|\bhow many (?:people|persons|folks|staff|employees|workers) (?:\w{1,30} )?(?:work|works|working|are employed) (?:in|out of) (?:\w{1,30} ){1,5}(?:office|headquarters|hq)\b|\b(?:staff|team|workforce) (?:size|count|numbers?)\b|\b(?:size of|how big is|how large is) the (?:staff|team|workforce)\b|\bcombien de (?:personnes|gens|employes|salaries|monde) (?:travaillent|travaille|emploie|compte|sont employees?)\b|\bcombien de (?:personnes|gens|employes|salaries|monde) travaillent (?:au|a la|dans l[ea]) (?:bureau|siege)\b|\bcombien d employes\b|\bnombre d employes\b|\btaille de l (?:equipe|effectif)\b|\bwho (?:is|are|s|works) (?:in|on) the (?:\w{1,30} ){0,3}team\b|\bqui (?:est|sont|fait partie|travaille) (?:dans|de) l equipe\b/;
/** How many people a firm may have to count as a small one is told of small firms. */
const ofSmallFirms = /\b(?:smes?|pme|small|medium|petites?|moyennes?)\b/;
/** Jobs of an industry, people who were trained and an upper limit are nobody's staff. */
const staff =
  /\b(?:staff|team)\b.{0,40}\d|(?<![\d,.]|(?:fewer|less|more) than |under )\d[\d,.]{0,8} (?:staff|employees)\b|(?:effectif|équipe|personnel).{0,40}\d|(?<![\d\s]|moins de )\d[\d\s]{0,8} (?:employés|salariés)/iu;

/** What a portrait is made of, whatever it is called. */
const portraitWords = new Set(
  'role roles position job function title background biography bio career work works profile portrait poste fonction titre parcours biographie carriere metier profil'.split(
    ' ',
  ),
);

/** Below this a known question is another one. */
const leastLikeness = 0.6;
/** From here a known question asks the same of the same body. */
const sameMatter = 0.85;
/** From here a known question is this one, but for a word of grammar. */
const sameQuestion = 0.97;
/** Words besides names: a question of so few, all of them in a known question, is like it. */
const fewestWords = 2;
/** A known question less like it than this asks something else of a thing. */
const ofThing = 0.82;
const unlike = { likeness: 0.58, sentence: 0.5 };
/** What has less of the question than this lacks a word of it. */
const mostOfIt = 0.8;
/** What has as much of it as this has every word that tells, by another name maybe. */
const wholeOfIt = 0.97;

export interface PointInput {
  readonly words: readonly Pick<Word, 'folded'>[];
  readonly tokens: readonly Token[];
  readonly things: readonly string[];
  readonly actors: readonly string[];
  readonly type: AnswerType | undefined;
  /** The term of the sort of thing that it asks for. */
  readonly sort: string | undefined;
  /** The terms of the phrase for what it asks to be told. */
  readonly wanted: readonly string[];
  readonly body: BodyAsked | undefined;
  readonly amount: Amount | undefined;
  /** Whether a spelling was repaired: what is left unknown may be a slip as well. */
  readonly repaired: boolean;
  /** Whether neither the content nor everyday speech has a term. */
  strange(term: string): boolean;
  /** Whether it is read together with what its thread said before. */
  readonly leans: boolean;
  /** Whether a term is everyday speech. */
  light(term: string): boolean;
  /** Whether the content writes one of its words as a name. */
  hasName(): boolean;
  /** Whether a term is the name of an entry. */
  isEntry(term: string): boolean;
}

/** What a question asks that a passage may lack. */
export function pointOf({
  words,
  tokens,
  things,
  actors,
  type,
  sort,
  wanted,
  body,
  amount,
  ...input
}: PointInput): Point {
  const phrase = phraseOf(words);
  const asked = phrase.replace(opensDefinition, '');
  const content = tokens.filter(
    ({ kind, near }) => kind === 'word' && !near.some(({ term }) => input.isEntry(term)),
  );
  const last = content.at(-1);
  // "Did exports grow?" is told by other verbs, too; "is he honest?" is not.
  const whether = last && input.light(last.term) ? opensWhetherIs : opensWhether;
  // What holds in the EU holds in each of its members: "is CETA in force in Germany?"
  const final = words.at(-1);
  const ofSort = content.find(({ term }) => term === sort && !input.light(term));
  const ofMember = final !== undefined && isMemberState(final);
  return {
    things,
    others: tokens.filter(({ kind, term }) => kind !== 'question' && !things.includes(term)).map(termsOf),
    actors,
    strange:
      !input.repaired &&
      opensQuestion.test(phrase) &&
      content.length <= fewWords &&
      content.some(({ term }) => input.strange(term)),
    reason: opensReason.test(phrase),
    definition: asked !== phrase && !ofAnother.test(asked),
    plainThing:
      opensPlain.test(phrase) &&
      !ofAnother.test(asked) &&
      !inRelation.test(asked) &&
      !input.leans &&
      content.length <= fewestWords &&
      tokens.every((token) => token.kind === 'question' || content.includes(token)) &&
      !input.hasName(),
    personal: type !== 'person' && !words.some((word) => portraitWords.has(word.folded)),
    length: input.leans ? 0 : content.length,
    predicate:
      last && !ofMember && !input.leans && !input.repaired && whether.test(phrase)
        ? termsOf(last)
        : undefined,
    sort: ofSort && !input.repaired ? termsOf(ofSort) : undefined,
    wanted: wordsWanted(
      wanted,
      content,
      // Where a slip was repaired, what nobody knows may be another one.
      (term) => input.light(term) || (input.repaired && input.strange(term)),
    ),
    counts: asksCount.test(phrase),
    amount,
    superlative: asksSuperlative(words),
    address: asksAddress.test(phrase),
    staff: asksStaff.test(phrase) && !ofSmallFirms.test(phrase),
    body,
    month: monthAsked(words),
    house: euParliament.test(phrase) ? parliament : undefined,
  };
}

/** What it did is not told by what a national parliament did. */
const euParliament = /\b(?:european parliament|parlement europeen|meps|eurodeputes?)\b/;
const parliament = /European Parliament|Parlement européen|\bMEPs\b|eurodéputé/u;

function termsOf({ term, near }: Token): readonly string[] {
  return [term, ...near.map((other) => other.term)];
}

/** Its words up to the first that says nothing by itself: that may be a verb already ("which satellite spots"). */
function wordsWanted(
  wanted: readonly string[],
  content: readonly Token[],
  saysNothing: (term: string) => boolean,
): readonly (readonly string[])[] {
  const found = wanted.map((term) => content.find((token) => token.term === term && !saysNothing(term)));
  const end = found.indexOf(undefined);
  return found.slice(0, end < 0 ? undefined : end).flatMap((token) => (token ? [termsOf(token)] : []));
}

/** How far a passage misses what a question is about, whatever words they share. */
export function missOf(point: Point, passage: Passage, evidence: Evidence): Miss {
  if (isUntold(point, passage, evidence)) return 'untold';
  if (isBeside(point, passage, evidence)) return 'beside';
  return isUnlike(point, passage, evidence) ? 'unlike' : 'none';
}

/** Whether what is asked would be told in so many words, and is not. */
function isUntold(
  { amount, superlative, body, address: asksWhere, staff: asksWhom, month, house }: Point,
  passage: Passage,
  { likeness, disagrees }: Evidence,
): boolean {
  const tells = (told: (text: string) => boolean) => passage.sentences.some(({ text }) => told(text));
  const otherBody = disagrees > 0 && passage.kind !== 'programme';
  return (
    (amount !== undefined && likeness < sameQuestion && tellsNoAmount(amount, passage, otherBody)) ||
    (superlative && likeness < sameMatter && !anyTellsSuperlative(passage.sentences)) ||
    (body !== undefined && isGiven(body) && likeness < sameMatter && isSilent(body, passage)) ||
    (month !== undefined && likeness < sameQuestion && !tells((text) => tellsOfMonth(text, month))) ||
    (house !== undefined && likeness < sameQuestion && !tells((text) => house.test(text))) ||
    (asksWhere && !tells((text) => address.test(text))) ||
    (asksWhom && !tells((text) => staff.test(text)))
  );
}

/** Whether hardly anything of the question stands in what is known to be asked of a passage. */
function isUnlike(
  { length, predicate, sort, reason }: Point,
  passage: Passage,
  { likeness, sentence, coverage }: Evidence,
): boolean {
  // Why something happened is not told by the words for it.
  if (coverage > wholeOfIt && !reason) return false;
  if (lacks(predicate, passage) || lacks(sort, passage)) return true;
  return length > 0 && length <= fewestWords && likeness <= unlike.likeness && sentence < unlike.sentence;
}

/** Whether a passage has neither a word nor one of near meaning. */
function lacks(terms: readonly string[] | undefined, passage: Passage): boolean {
  return terms?.every((term) => !passage.terms.has(term)) ?? false;
}

/** Whether a passage lacks what the question is about. */
function isBeside(point: Point, passage: Passage, evidence: Evidence): boolean {
  const { coverage, likeness, neighbours } = evidence;
  const has = (term: string) => passage.terms.has(term) || passage.subjects.has(term.slice(1));
  return (
    point.strange ||
    point.things.some((thing) => !tellsOf(thing, point.others, passage)) ||
    !point.actors.every(has) ||
    (point.wanted.length > 0 &&
      likeness < sameMatter &&
      point.wanted.every((term) => lacks(term, passage))) ||
    (point.counts && likeness < leastLikeness && lacks(point.sort, passage)) ||
    (point.body !== undefined && likeness < sameMatter && isSilent(point.body, passage)) ||
    (point.reason && coverage < mostOfIt && (likeness < leastLikeness || !passage.terms.has('?why'))) ||
    // "What is photonics?": a passage that merely has the thing does not say what it is.
    (point.plainThing && likeness < ofThing) ||
    // "What is the Atlantic Fisheries Fund?": the words of a name stand here and there, the name nowhere.
    (point.definition && neighbours === 0 && likeness < leastLikeness) ||
    // A portrait tells who somebody is in the programme, and nothing private.
    (passage.target.entry === peopleId && point.personal && coverage < mostOfIt)
  );
}

/** Whether a line of a passage brings a thing together with something else of the question. */
function tellsOf(thing: string, others: Point['others'], passage: Passage): boolean {
  if (!passage.terms.has(thing)) return false;
  const isSubject = ([term = '']: readonly string[]) => passage.subjects.has(term.slice(1));
  if (others.length === 0 || others.some(isSubject)) return true;
  return passage.linesWith(thing).some((line) => others.some((near) => near.some(line)));
}
