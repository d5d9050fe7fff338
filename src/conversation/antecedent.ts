/** What "it" stands for, where that is no entry of its own: the term that was asked about, the project that was shown. */
import type { Understanding } from '../intents/intent.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import { peopleId } from '../knowledge/people.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import { isBareField, isField, passages } from './follow-up.ts';
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
  return mentions.some(({ kind, weak }) => kind === 'entry' && !weak) ? [] : definedIn(words);
}

function definedIn(words: readonly Word[]): readonly Word[] {
  const [frame] = definition.exec(phraseOf(words)) ?? [];
  const term = frame === undefined ? [] : words.slice(frame.trim().split(' ').length);
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
export function ofTheTerm(
  understanding: Understanding,
  last: Turn,
  earlier: Earlier,
  knowledge: Knowledge,
): string | undefined {
  if (!passages.has(last.intent)) return undefined;
  // "Cheese?" after the beef quota takes the place of the beef.
  if (isBareField(understanding) && earlier.mentions.some(isField)) return undefined;
  const { words, language } = understanding;
  const { entry = '', section = '' } = last.args;
  const shown = isGlossary(entry, knowledge) ? knowledge.section(entry, section, language) : undefined;
  const asked = termOf(earlier).map(surface).join(' ');
  const term = asked || shown?.heading;
  return term && `${withoutPronouns(words)} ${term}`;
}

/** What an entry of terms has is about the term of the section that was shown; of people, about that person. */
function isGlossary(id: string, knowledge: Knowledge): boolean {
  return id !== peopleId && knowledge.entry(id, 'en')?.kind === 'term';
}

/** Things that a section of an entry tells of: one of them leads, costs and begins by itself. */
const things =
  /\b(?:projects?|programs?|programmes?|initiatives?|calls?|challenges?|funds?|pilots?|study|survey|report|projets?|appels?|defis?|fonds|etude|sondage|rapport|centre)\b/;
export const joining =
  /\b(?:join|register|sign up|apply|membership|member|enrol|adherer|adhesion|inscrire|inscription|devenir membre)\b/;
/** "Who leads it?", "how much did it cost?" */
export const ofAThing =
  /^(?:and |but |et |mais )?(?:who|how (?:much|big|long|many)|when|where|since when|until when|what (?:does|did|will) (?:it|they|that) cost|qui|combien|quand|ou|depuis quand|jusqu a quand)\b/;
const itsPrice =
  /^(?:and |but |et |mais )?(?:how much (?:does|did|will|would|is) (?:it|that|this|membership)\b.*|what (?:does|did|will) (?:it|that) cost|what (?:would|will|do|does|must|should) (?:we|i|they|one|it|you) (?:have to )?(?:pay|owe)(?: for (?:it|that))?|is (?:it|that|this|there) (?:free|a fee|a charge|a cost)\b.*|does (?:it|that) cost (?:anything|something|money|much)|(?:c est )?combien(?: (?:est ce que )?(?:ca|cela) (?:coute|coutera))?|combien (?:ca|cela) coute|(?:ca|cela) coute combien|(?:est ce|c est|est ce que c est) (?:gratuit|payant|cher)|costs?|price|fees?|cout|prix|tarif|frais|cotisation)$/;

/**
 * "Who leads it?" after a project of a cluster is about the project, "how much does it cost?" after how to join one is
 * about joining: not about the cluster.
 *
 * @returns the question with the earlier one; undefined where it is about the entry that was shown
 */
export function ofTheThing(
  { words, language }: Understanding,
  last: Turn,
  earlier: Earlier,
): string | undefined {
  if (!passages.has(last.intent)) return undefined;
  const phrase = phraseOf(words);
  const before = phraseOf(earlier.words);
  const points = words.length <= mostWords && words.some((word) => pronouns.has(word.folded));
  const isThing = points && things.test(before) && ofAThing.test(phrase);
  const isJoining = joining.test(before) && itsPrice.test(phrase);
  if (isJoining) return costOfJoining[language];
  if (!isThing) return undefined;
  return [...words, ...earlier.words].map(surface).join(' ');
}

const costOfJoining: Readonly<Record<Language, string>> = {
  en: 'how much does it cost to join',
  fr: 'combien coûte l’adhésion',
};

const mostWords = 7;

/** "How many took part?", « qui y était ? » : there is no telling of what without the earlier question. */
const ofAnEvent =
  /^(?:and |so |et |alors )?(?:(?:who|how many|which ones) (?:(?:else|of them|people|clusters|companies|countries) )?(?:took part|take part|participated|attended|came|was there|were there|spoke|organi[sz]ed it|won)|what (?:s|is|was) (?:it|that|this) (?:all )?about|de quoi (?:s agit il|il s agit|ca parle|traite t il|traite t elle)|what (?:was|were) (?:decided|discussed|agreed|signed|announced|said)|(?:how many|which|what) (?:\p{L}+ ){1,4}(?:took part|participated|attended|came|were there|turned up|showed up|joined in)|(?:combien d|combien de|quels?|quelles?) (?:\p{L}+ ){1,4}(?:sont venue?s|ont participe|y etaient|etaient (?:la|presente?s)|y ont participe)|(?:qui|combien) (?:y )?(?:a participe|ont participe|etait(?: la| present)?|etaient(?: la| presents)?|est venu|sont venus|l a organise[e]?)|combien y ont participe|qu (?:y )?a t (?:on|il|elle) (?:ete )?(?:decide|annonce|signe)|qu est ce qui a ete (?:decide|annonce|signe))$/u;
/** "What's that money for?" after a budget: what was asked about last. */
const forWhat =
  /^(?:and |so |ok |et |alors )*(?:what (?:s|is|was|were|are) (?:that|this|it|the|those|these)(?: extra| new| additional)?(?: money| cash| funding| amount| sum| funds)? (?:for|used for|spent on|meant for|going to|earmarked for)|what (?:does|did|will|should) (?:it|that(?: money)?|this(?: money)?|they) (?:pay for|go to|go towards|buy|cover)|(?:c est |ca |cet argent )?(?:est |sert |etait |servait )?(?:pour (?:faire )?quoi|a quoi)(?: faire)?(?: cet argent)?|a quoi (?:sert|servait|servira|va) (?:cet argent|il|ca|cette somme)|qu est ce que ca (?:paie|paye|finance|couvre))$/;
/** "What did the clusters answer to that?" */
const answeredBy =
  /^(?:and |so )?(?:what|how|and)? ?did (?:\p{L}+ ){1,5}(?:answer|reply|respond|react)(?: (?:to (?:that|it|this)|back|in return))?$|^(?:et )?(?:qu ont|que|comment) (?:\p{L}+ ){0,5}(?:repondu|reagi|repondent)(?: a (?:ca|cela))?$/u;
/** "What did the watchdog say …?" */
const whoSaid =
  /\bdid (.{2,60}?) (?:say|find|report|conclude|think|write|criticize|complain|claim|warn|state|blame)\b|(?:\bqu['’]a |\bqu['’]ont )(?:dit|constaté|conclu|trouvé|reproché|écrit|critiqué) (.{2,60}?)(?= (?:sur|à propos|au sujet|des|aux|en|à)(?!\p{L})|\s*\?|$)/iu;
/** "And get money?", « et recevoir de l’argent ? » : what else the same may do. */
const furtherVerb =
  /^(?:(?:and|or|but) (?:also )?(?:get|receive|apply|join|have|use|sell|export|import|bid|lead|become|keep|own|take|pay|work|register|ask)|(?:et|ou|mais) (?:aussi )?(?!faire\b)\p{L}+(?:er|ir|oir|dre|tre))\b/u;
/** "Can universities join?": whom "they" then stands for. */
const ofSome =
  /^(?:can|may|could|must|do|are|should) (?!(?:i|we|you|they|it|(?:the )?(?:super)?clusters?)\b)|^(?:est ce que )?(?:les|des) (?!(?:super)?grappes\b)\p{L}+ (?:\p{L}+ )?(?:peuvent|doivent|sont|ont)\b/u;
const they = new Set('they them ils elles'.split(' '));

/**
 * A question that says nothing of whom or of what it asks: that is in the one before it.
 *
 * @returns the question with the earlier one; undefined where it says so itself
 */
export function ofTheQuestion(
  { words, namedEntries }: Understanding,
  last: Turn,
  earlier: Earlier,
): string | undefined {
  if (!passages.has(last.intent) || namedEntries.length > 0 || words.length > mostWords) return undefined;
  const phrase = phraseOf(words);
  if (forWhat.test(phrase))
    return [...earlier.words.filter(isNoAuxiliary), ...words.filter(isNoPronoun)].map(surface).join(' ');
  if (furtherVerb.test(phrase)) return [...earlier.words, ...words].map(surface).join(' ');
  const some = ofSome.test(phraseOf(earlier.words)) && words.some(({ folded }) => they.has(folded));
  return ofAnEvent.test(phrase) || some
    ? [...words.filter(({ folded }) => !they.has(folded)), ...earlier.words].map(surface).join(' ')
    : undefined;
}

/** @returns the question with whom somebody answered; undefined where it asks for no answer, or nobody had said anything */
export function answeredWhom(words: readonly Word[], last: Turn): string | undefined {
  const phrase = phraseOf(words);
  const whom = answeredBy.test(phrase) ? whoSaid.exec(last.meaning)?.slice(1).find(Boolean) : undefined;
  if (!whom) return undefined;
  const asked = withoutPronouns(words).replace(/ (?:to|à|a)$/iu, '');
  const what = /^(?:and )?did\b/.test(phrase) ? 'what ' : '';
  return `${what}${asked} ${last.language === 'en' ? 'to' : 'à'} ${whom}`;
}

/** "How many are there?" after "What is a supercluster?" */
const count: Readonly<Record<Language, RegExp>> = {
  en: /^(?:and |so )?how many (?:are there|of them(?: are there)?|exist)(?: now| today| in all)?$/,
  fr: /^(?:et )?(?:combien y en a t il|il y en a combien|combien (?:sont|y en a))(?: (?:ils|elles))?(?: en tout)?$/,
};

/** @returns the question how many there are of what was defined; undefined where it is another one */
export function countOfThem({ words, language }: Understanding, earlier: Earlier): string | undefined {
  const defined = definedIn(earlier.words);
  if (defined.length === 0 || !count[language].test(phraseOf(words))) return undefined;
  const what = defined.map(surface).join(' ');
  return language === 'fr' ? `combien de ${what} existe-t-il` : `how many ${what} are there`;
}

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

/** The words of a question but for those that point back. */
export function withoutPronouns(words: readonly Word[]): string {
  return words.filter(isNoPronoun).map(surface).join(' ');
}

function isNoPronoun({ folded }: Word): boolean {
  return !pronouns.has(folded);
}

function isNoAuxiliary({ folded }: Word): boolean {
  return !/^(?:did|does|do|has|have|is|was|were)$/.test(folded);
}

function surface(word: Word): string {
  return word.surface;
}
