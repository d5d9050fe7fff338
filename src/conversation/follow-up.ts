import type { Candidate, Understanding } from '../intents/intent.ts';
import { programmeId } from '../intents/lookup.ts';
import { orderOf } from '../intents/weighing.ts';
import { isQuestionWord, phraseOf, wordsOf } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import type { Question, Turn } from './types.ts';

/** What the thread is about so far: the entries of its last turn. */
export function subjectOf(question: Question): readonly string[] {
  return question.turns.at(-1)?.entities ?? [];
}

/** Words that point back to what was said before. */
export const pointers = new Set(
  (
    'it its they their them there he she his her that this those these one ones same too also else ' +
    'il elle ils elles son sa ses leur leurs lui y en celle celui ceux celles la cela ca meme aussi'
  ).split(' '),
);
export const openers =
  /^(pareil (?:pour|chez|avec)|idem (?:pour|chez|avec)|meme (?:chose|question) (?:pour|chez|avec)|same (?:for|with|at|question for)|pis|puis|and|or|what about|how about|and for|also|et|ou|mais|et pour|qu en est il|quid)\b/;
/** "No, I meant Ocean", « pardon, Ocean » : the same of another name. */
export const corrects =
  /^(?:(?:no|nope|sorry|oops|wait|actually|non|pardon|desole|oups|euh) )*(?:wrong (?:one|cluster)|i (?:meant|mean)|meant|rather|instead|(?:je )?(?:voulais dire|parlais de)|plutot|no|nope|sorry|oops|non|pardon|desole|oups)\b/;
/** "In which city?": a question without a verb of its own. */
const fragment =
  /^(?:and |et )?(?:in|at|by|from|to|for|on|with|of|since|until|before|after|under|dans|a|par|de|pour|avec|depuis|en|sur|avant|apres|jusqu a) (?:which|what|whose|quels?|quelles?)(?: \w+){1,2}$/;

const ordinals = [
  /\b(first|1st|premier|premiere|1er|1re)\b/,
  /\b(second|2nd|deuxieme|seconde|2e)\b/,
  /\b(third|3rd|troisieme|3e)\b/,
  /\b(fourth|4th|quatrieme|4e)\b/,
  /\b(fifth|5th|cinquieme|5e)\b/,
];

/** "Number two", « numéro 2 », "no. 2"; "no one" is nobody. */
const numbered =
  /\b(?:(?:number|numero) (?:(one|un|1)|(two|deux|2)|(three|trois|3)|(four|quatre|4)|(five|cinq|5))|no ([1-5]))\b/;

/** "Website of the second one": the place in what was shown, from 0; -1 where none is named. */
function ordinalIn(phrase: string): number {
  const [, ...places] = numbered.exec(phrase) ?? [];
  const digit = places.pop();
  if (digit !== undefined) return Number(digit) - 1;
  if (places.some(Boolean)) return places.findIndex(Boolean);
  if (/\brunner up\b|\bdauphine?\b/.test(phrase)) return 1;
  const choosing = /\b(one|ones|celle|celui|la|le)\b/.test(phrase);
  return choosing ? ordinals.findIndex((pattern) => pattern.test(phrase)) : -1;
}

/**
 * Entries taken from the thread because the question does not stand by itself; empty where it does.
 *
 * @param namesCluster whether one of some entries is a cluster
 */
export function inheritedEntries(
  understanding: Understanding,
  turns: readonly Turn[],
  namesCluster: (entries: readonly string[]) => boolean,
): string[] {
  const last = turns.at(-1);
  if (!last || last.entities.length === 0) return [];
  // A question that names what it is about never inherits.
  if (understanding.namedEntries.length > 0) return [];
  const subject = understanding.mentions.some((mention) =>
    ['entry', 'sector', 'technology', 'province', 'unsupported'].includes(mention.kind),
  );
  const phrase = phraseOf(understanding.words);
  const pointing = understanding.words.some((word) => pointers.has(word.folded));
  // "Gold?" after the labels is about those; after a cluster it may look for another one.
  const ofTopic =
    isBareField(understanding) &&
    passages.has(last.intent) &&
    !last.entities.some((id) => id === programmeId || namesCluster([id]));
  if (ofTopic) return [...last.entities];
  if (subject && !pointing) return [];
  const incomplete = understanding.attributes.length > 0 || understanding.words.length <= 6;
  const chosen = last.entities[ordinalIn(phrase)];
  if (chosen && last.entities.length > 1) return [chosen];
  if (isOfTheFirst(understanding, last)) return last.entities.slice(0, 1);
  if (pointing || openers.test(phrase) || fragment.test(phrase)) return [...last.entities];
  if (!incomplete) return [];
  if (understanding.words.length < completeWords) return [...last.entities];
  // "What is aquaculture?" is short, and complete. "How do I join?" is too, but of the cluster that was shown.
  const [best] = understanding.hits;
  const ofTheProgramme = best?.entry === programmeId && namesCluster(last.entities);
  const complete = (best?.confidence ?? 0) >= standsAlone && !ofTheProgramme;
  return complete ? [] : [...last.entities];
}

const single = new Set('it its he she him his her il elle son sa lui'.split(' '));
const several = new Set(
  'they them their these those each others all ils elles leur leurs chacune autres toutes'.split(' '),
);

/** "Who leads it?" after which of them got the most: the one that comes first. */
function isOfTheFirst({ words }: Understanding, { intent, args, meaning }: Turn): boolean {
  const ranked = intent === 'compare' && args.attributes !== undefined && !args.attributes.includes(',');
  return (
    ranked &&
    orderOf(wordsOf(meaning)) !== undefined &&
    words.some(({ folded }) => single.has(folded)) &&
    !words.some(({ folded }) => several.has(folded))
  );
}

export function isField({ kind }: Mention): boolean {
  return kind === 'sector' || kind === 'technology' || kind === 'province';
}

/** "Cheese?": a field and nothing else. */
export function isBareField({ words, mentions }: Understanding): boolean {
  const fields = mentions.filter((mention) => isField(mention) && mention.kind !== 'province');
  return (
    fields.length > 0 && words.every((_, at) => fields.some(({ start, end }) => start <= at && at < end))
  );
}

const completeWords = 3;
/** From here a short question is understood without its thread. */
const standsAlone = 0.8;

/** "Ocean?" */
export function asksNameOnly({ text, words, mentions }: Understanding): boolean {
  const names = mentions.filter(({ kind }) => kind === 'entry');
  return (
    /\?\s*$/.test(text) && words.every((_, at) => names.some(({ start, end }) => start <= at && at < end))
  );
}

/** Words that carry nothing beside the name in "and what about NGen?". */
export const connectives = new Set(
  (
    'and what about how for or also then so et pour quid est il en qu ou alors sinon concernant same thing question meme chose ' +
    'cote chez niveau ce qui concerne cas at over with regarding case ' +
    'no nope sorry oops wait actually i meant mean rather instead wrong one cluster non pardon desole oups euh je voulais dire parlais plutot de pareil idem pis puis eux elles lui'
  ).split(' '),
);

/** Beside what takes the place, these say nothing: "and for the Canadian side", « et celui de la 9e ». */
export const beside = new Set(
  (
    'the a an of for in on to by at from s one ones side part time edition round case this year and so ' +
    'l le la les un une du de des d pour en au aux dans a par fois cote celui celle ceux celles edition'
  ).split(' '),
);

/** "Construction works?" after the thresholds, which has those too. */
function asksOfWhatWasShown(
  { hits, words, mentions, language }: Understanding,
  last: Turn | undefined,
): boolean {
  const [best] = hits;
  if (!last || !best || words.length > fewWords || !mentions.some(isField)) return false;
  return (
    last.intent === 'section' &&
    best.entry === last.args.entry &&
    best.section === last.args.section &&
    best.miss === 'none' &&
    best.evidence.coverage >= holdsMost &&
    !words.some(({ folded }) => isQuestionWord(folded, language))
  );
}

const fewWords = 3;
const holdsMost = 0.9;
/** As sure as of a word or two that ask nothing else. */
const ofTheSame = 0.6;

/** How much a search for clusters by a new word loses right after an answer. */
const changeOfSubject = 0.6;
const shortQuestion = 6;
/** Intents that answer with passages. */
export const passages = new Set(['section', 'either', 'joined']);

/**
 * "And shrimp?": a short question after an answer is first about that answer, not for the clusters of
 * its word. How near a passage is to what was shown is evidence of the search (`sameEntry`, `sameSection`).
 */
export function withinTopic(
  candidates: readonly Candidate[],
  understanding: Understanding,
  turns: readonly Turn[],
): readonly Candidate[] {
  const phrase = phraseOf(understanding.words);
  const follows =
    passages.has(turns.at(-1)?.intent ?? '') &&
    understanding.words.length <= shortQuestion &&
    understanding.namedEntries.length === 0 &&
    (openers.test(phrase) ||
      understanding.entries.length > 0 ||
      (understanding.mentions.some(isField) && understanding.inFull !== understanding.words));
  if (asksOfWhatWasShown(understanding, turns.at(-1))) {
    const { entry, section } = turns.at(-1)!.args;
    return candidates
      .filter(({ intent }) => intent !== 'find')
      .map((one) =>
        one.args.entry === entry && one.args.section === section
          ? { ...one, score: Math.max(one.score, ofTheSame) }
          : one,
      );
  }
  if (!follows) return candidates;
  return candidates.map((candidate) =>
    candidate.intent === 'find' ? { ...candidate, score: candidate.score - changeOfSubject } : candidate,
  );
}
