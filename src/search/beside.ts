/**
 * What makes a passage beside the point however many words it shares with a question: the question has something
 * that an answer to it would have to tell of, and the passage does not.
 */
import { peopleId } from '../knowledge/people.ts';
import type { Word } from './analysis.ts';
import type { AnswerType } from './answer-types.ts';
import type { Evidence } from './evidence.ts';
import type { Passage } from './passages.ts';
import type { Token } from './tokens.ts';

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
  /** Whether it may ask for what a portrait does not have. */
  readonly personal: boolean;
}

const opensReason = /^(?:(?:but|and|so|mais|et|alors) )?(?:why|how come|pourquoi)\b/;
const opensDefinition =
  /^(?:(?:what|who) (?:is|are|s|was|were) (?:(?:an?|the) )?|(?:qu est ce que?|c est quoi) (?:(?:une?|l|la|le|les|des) )?)/;
/** What is asked of a thing rather than what it is: "what is the budget of …". */
const ofAnother = /\b(?:of|for|in|de|du|des|d|a|au|en|pour|to|between|under|and|et)\b/;
const opensQuestion =
  /^(?:who|what|when|where|which|why|how|is|are|does|do|did|can|qui|que|quand|ou|quel|quelle|quels|quelles|pourquoi|comment|combien|est|qu)\b/;
/** Words besides names; in a longer question one unknown word may be told about in passing. */
const fewWords = 4;

/** What a portrait is made of, whatever it is called. */
const portraitWords = new Set(
  'role roles position job function title background biography bio career work works profile portrait poste fonction titre parcours biographie carriere metier profil'.split(
    ' ',
  ),
);

/** Below this a known question is another one. */
const leastLikeness = 0.65;
/** What has less of the question than this lacks a word of it. */
const mostOfIt = 0.85;

export interface PointInput {
  readonly words: readonly Pick<Word, 'folded'>[];
  readonly tokens: readonly Token[];
  readonly things: readonly string[];
  readonly actors: readonly string[];
  readonly type: AnswerType | undefined;
  /** Whether a spelling was repaired: what is left unknown may be a slip as well. */
  readonly repaired: boolean;
  /** Whether neither the content nor everyday speech has a term. */
  strange(term: string): boolean;
  /** Whether a term is the name of an entry. */
  isEntry(term: string): boolean;
}

export function pointOf({ words, tokens, things, actors, type, ...input }: PointInput): Point {
  const phrase = words.map((word) => word.folded).join(' ');
  const asked = phrase.replace(opensDefinition, '');
  const content = tokens.filter(
    ({ kind, near }) => kind === 'word' && !near.some(({ term }) => input.isEntry(term)),
  );
  return {
    things,
    others: tokens
      .filter(({ kind, term }) => kind !== 'question' && !things.includes(term))
      .map(({ term, near }) => [term, ...near.map((other) => other.term)]),
    actors,
    strange:
      !input.repaired &&
      opensQuestion.test(phrase) &&
      content.length <= fewWords &&
      content.some(({ term }) => input.strange(term)),
    reason: opensReason.test(phrase),
    definition: asked !== phrase && !ofAnother.test(asked),
    personal: type !== 'person' && !words.some((word) => portraitWords.has(word.folded)),
  };
}

/** Whether a passage lacks what the question is about. */
export function isBeside(point: Point, passage: Passage, evidence: Evidence): boolean {
  const { coverage, likeness, neighbours } = evidence;
  const has = (term: string) => passage.terms.has(term) || passage.subjects.has(term.slice(1));
  return (
    point.strange ||
    point.things.some((thing) => !tellsOf(thing, point.others, passage)) ||
    !point.actors.every(has) ||
    (point.reason && coverage < mostOfIt && (likeness < leastLikeness || !passage.terms.has('?why'))) ||
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
  return [...passage.asks, ...passage.sentences].some(
    ({ terms }) => terms.includes(thing) && others.some((near) => near.some((term) => terms.includes(term))),
  );
}
