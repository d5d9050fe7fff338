/** What "it" stands for, where that is no entry of its own: the term that was asked about, the project that was shown. */
import type { Understanding } from '../intents/intent.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Mention } from '../search/gazetteer.ts';
import { passages } from './follow-up.ts';
import type { Turn } from './types.ts';

/** The earlier question, read. */
export interface Earlier {
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
}

const definition =
  /^(?:so |and |et |alors )?(?:(?:what|who) (?:is|are|was|were)(?: meant by)?|what s|define|explain|tell me about|what do you know about|what about|qu est ce que c est que|qu est ce que?|qu est|c est quoi|parle(?:z)? moi (?:de|du|des)|definis(?:sez)?|que signifie|que veut dire)(?: (?:the|a|an|le|la|les|l|un|une|du|de))* /;
const longestTerm = 4;

/** What a question asks to be told about, where it names no entry: "What is Eurostars?" → "Eurostars". */
function termOf({ words, mentions }: Earlier): readonly Word[] {
  const phrase = phraseOf(words);
  const [frame] = definition.exec(phrase) ?? [];
  if (frame === undefined || mentions.some(({ kind, weak }) => kind === 'entry' && !weak)) return [];
  const term = words.slice(frame.trim().split(' ').length);
  return term.length <= longestTerm ? term : [];
}

const pronouns = new Set(
  'it its they them their that this il elle ils elles ca cela le la les lui leur en y'.split(' '),
);

/**
 * "Who can apply?" after "What is Eurostars?" asks who can apply for Eurostars, though an entry on several terms
 * answered.
 *
 * @returns the question in full; undefined where the earlier one asked about no term
 */
export function ofTheTerm({ words }: Understanding, last: Turn, earlier: Earlier): string | undefined {
  if (!passages.has(last.intent)) return undefined;
  const term = termOf(earlier);
  if (term.length === 0) return undefined;
  return [...words.filter(isNoPronoun), ...term].map(surface).join(' ');
}

/** Things that a section of an entry tells of: one of them leads, costs and begins by itself. */
const things =
  /\b(?:projects?|programs?|programmes?|initiatives?|calls?|challenges?|funds?|pilots?|study|survey|report|projets?|appels?|defis?|fonds|etude|sondage|rapport|centre)\b/;
const joining =
  /\b(?:join|register|sign up|apply|membership|member|enrol|adherer|adhesion|inscrire|inscription|devenir membre)\b/;
/** "Who leads it?", "how much did it cost?" */
const ofAThing =
  /^(?:and |but |et |mais )?(?:who|how (?:much|big|long|many)|when|where|since when|until when|what (?:does|did|will) (?:it|they|that) cost|qui|combien|quand|ou|depuis quand|jusqu a quand)\b/;
const itsPrice =
  /^(?:and |but |et |mais )?(?:how much (?:does|did|will|would|is) (?:it|that|this|membership)\b.*|what (?:does|did|will) (?:it|that) cost|is (?:it|that|this|there) (?:free|a fee|a charge|a cost)\b.*|does (?:it|that) cost (?:anything|something|money|much)|(?:c est )?combien(?: (?:est ce que )?(?:ca|cela) (?:coute|coutera))?|combien (?:ca|cela) coute|(?:ca|cela) coute combien|(?:est ce|c est|est ce que c est) (?:gratuit|payant|cher))$/;

/**
 * "Who leads it?" after a project of a cluster is about the project, "how much does it cost?" after how to join one is
 * about joining: not about the cluster.
 *
 * @returns the question with the earlier one; undefined where it is about the entry that was shown
 */
export function ofTheThing({ words }: Understanding, last: Turn, earlier: Earlier): string | undefined {
  if (!passages.has(last.intent)) return undefined;
  const phrase = phraseOf(words);
  const before = phraseOf(earlier.words);
  const points = words.length <= mostWords && words.some((word) => pronouns.has(word.folded));
  const isThing = points && things.test(before) && ofAThing.test(phrase);
  const isJoining = joining.test(before) && itsPrice.test(phrase);
  if (!isThing && !isJoining) return undefined;
  return [...words, ...earlier.words].map(surface).join(' ');
}

const mostWords = 7;

const asSubject =
  /^(?:and |so |but )?(?:does|did|is|was|has|will|can|would) (it) (?!(?:true|possible|ok|legal|worth|allowed|necessary|mandatory)\b)/;
const commeSujet = /^(?:et |mais )?(?:est ce qu (il|elle)|\w+ (?:t )?(il|elle)) /;

/**
 * "Does it change CETA?" after the cluster arrangement: the other name stands beside the one that "it" means.
 *
 * @returns the question with the name in place of the pronoun; undefined where it names nothing else
 */
export function besideTheOther(
  { words, namedEntries, language }: Understanding,
  last: Turn,
  knowledge: Knowledge,
): string | undefined {
  const [entity, ...others] = last.entities;
  if (!entity || others.length > 0 || namedEntries.length === 0 || namedEntries.includes(entity))
    return undefined;
  const entry = knowledge.entry(entity, language);
  if (!entry || severalThings.has(entry.kind)) return undefined;
  const found = asSubject.exec(phraseOf(words)) ?? commeSujet.exec(phraseOf(words));
  const pronoun = found?.slice(1).find((group) => group !== undefined);
  const at = words.findIndex(({ folded }) => folded === pronoun);
  if (!pronoun || at < 0) return undefined;
  return [...words.slice(0, at).map(surface), entry.title, ...words.slice(at + 1).map(surface)].join(' ');
}

/** An entry of such a kind is about many things: "it" was one of them. */
const severalThings = new Set(['term', 'topic']);

function isNoPronoun({ folded }: Word): boolean {
  return !pronouns.has(folded);
}

function surface(word: Word): string {
  return word.surface;
}
