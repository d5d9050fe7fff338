/**
 * What in a question only tells who asks: "We make yoghurt in Friesland. …", "our Stuttgart firm", "a Spanish sales
 * team". The rules are the same for a firm of any place, so that the question can be read once more without it.
 */
import { directionOf, isOfGoods, isOfPeople } from '../intents/direction.ts';
import { yearsOf } from '../intents/years.ts';
import { isOutsideCeta } from '../search/actors.ts';
import { isGrammar, type Word, wordsOf } from '../search/analysis.ts';
import { isBritish, isEuropean, isOutsideEurope } from '../search/european-places.ts';
import type { Mention } from '../search/mention.ts';
import type { Search } from '../search/search.ts';
import { pointsBack, type Sentence, sentencesOf } from './told-and-asked.ts';

/** Words. A longer text tells more than who asks, and reading it again would take long. */
const mostWords = 45;
/** Words that are left to say what is asked; fewer ask nothing by themselves. */
const leastSaid = 2;
const firstPersons = new Set('we i our my us me'.split(' '));
const indefinite = new Set('our my a an any'.split(' '));
const near = new Set('in near outside around'.split(' '));
const leads = new Set('in near outside around from to into at of for'.split(' '));
const articles = new Set(['the']);
/** "Take part in", "invest in": what follows is what one takes part in. */
const takesPart =
  /^(?:part|participat\w*|partak\w*|invest\w*|interest\w*|involved|engag\w*|enrol\w*|believ\w*|join\w*|member\w*|success\w*|work|works|working|apply|applying)$/;
const bodies =
  /^(?:firms?|compan(?:y|ies)|business(?:es)?|shops?|start|startups?|sme|smes|teams?|plants?|factor(?:y|ies)|farms?|farmers?|winer(?:y|ies)|distiller(?:y|ies)|brewer(?:y|ies)|baker(?:y|ies)|dair(?:y|ies)|creamer(?:y|ies)|mills?|labs?|laborator(?:y|ies)|cooperatives?|coop|outfits?|agenc(?:y|ies)|consultanc(?:y|ies)|stud(?:io|ios)|workshops?|exporters?|importers?|suppliers?|makers?|manufacturers?|producers?|growers?|builders?|developers?|engineers?|architects?|consultants?|freelancers?|trainees?|sellers?|salespersons?|sales|designers?|professionals?|tech|software|family|machine|offices?|branch|warehouses?|site)$/;
/** "We are from …", "I'm based in …". */
const isFrom = /^(?:m|re|am|are|based|located|come|firm|company|business|hail|hailing)$/;
/** What is asked of a place or of persons, and not by somebody who has a place. */
const counts = /^(?:how many|how much|which|who|whom|whose)\b/;
/** A question without what tells who asks it. */
export interface Bare {
  readonly text: string;
  /** Whether a sentence was left out in which somebody told of himself, and nothing points back to it. */
  readonly toldByAsker: boolean;
}

/** @returns undefined where nothing of it only tells who asks, or it is about a place outside of the agreement */
export function withoutAsker(
  text: string,
  { gazetteer, knows: isKnown }: Pick<Search, 'gazetteer' | 'knows'>,
): Bare | undefined {
  const words = wordsOf(text);
  if (words.length > mostWords || words.some(isElsewhere)) return undefined;
  const mentions = gazetteer.find(words);
  // What crosses the ocean as no merchandise is nothing of ours, wherever it comes from.
  if (directionOf(words, mentions) && !isOfPeople(words) && !isOfGoods(words)) return undefined;
  const sentences = sentencesOf(text);
  const asked = sentences.some((sentence) => sentence.asks)
    ? sentences.filter((sentence) => sentence.asks)
    : sentences.slice(-1);
  const told = asked.length > 0 && asked.length < sentences.length;
  const kept = told ? asked : sentences;
  const parts = kept.map((sentence) => withoutPlaces(sentence, words, mentions, isKnown));
  const bare = parts.join(' ').replace(/\s+/gu, ' ').trim();
  if (bare === text || wordsOf(bare).filter(saysSomething).length < leastSaid) return undefined;
  const named = (of: string) =>
    gazetteer
      .find(wordsOf(of))
      .filter(({ kind }) => kind === 'entry')
      .map(({ id }) => id);
  const left = sentences.filter((sentence) => !kept.includes(sentence));
  if (left.some((sentence) => yearsOf(wordsOf(sentence.text)).length > 0)) return undefined;
  // "DIGITAL took us. What do we pay?" is asked of DIGITAL.
  const about = new Set(named(bare));
  if (left.some((sentence) => named(sentence.text).some((id) => !about.has(id)))) return undefined;
  return {
    text: bare,
    toldByAsker: left.some(isByAsker) && !pointsBack(bare),
  };
}

function isElsewhere(word: Word): boolean {
  return isOutsideCeta(word) || isBritish(word) || isOutsideEurope(word);
}

function isByAsker({ text }: Sentence): boolean {
  return wordsOf(text).some(({ folded }) => firstPersons.has(folded));
}

function saysSomething({ folded }: Word): boolean {
  return !isGrammar(folded);
}

/** "Our Stuttgart firm" is our European firm, "a dairy in Foxtrap" a dairy. */
function withoutPlaces(
  { text, start }: Sentence,
  all: readonly Word[],
  mentions: readonly Mention[],
  isKnown: (word: Word) => boolean,
): string {
  const end = start + text.length;
  const first = all.findIndex((word) => word.start >= start);
  const words = all.filter((word) => word.start >= start && word.end <= end);
  const phrase = words.map(({ folded }) => folded).join(' ');
  const isAsker = words.some(({ folded }) => firstPersons.has(folded));
  const isOfOne = words.some(({ folded }) => indefinite.has(folded));
  if (!isAsker && (counts.test(phrase) || !isOfOne)) return text;
  let out = '';
  let at = start;
  const written = text;
  const slice = (a: number, b: number) => written.slice(a - start, b - start);
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const province = mentions.find(
      (mention) => mention.kind === 'province' && mention.start === first + index,
    );
    const last = province ? words[Math.min(words.length, province.end - first) - 1]! : word;
    const afterPlace = province ? province.end - first : index + 1;
    const before = words[index - 1]?.folded ?? '';
    const lead = articles.has(before) ? (words[index - 2]?.folded ?? '') : before;
    const leadAt = articles.has(before) ? index - 2 : index - 1;
    const leading = words[leadAt - 1]?.folded ?? '';
    const side = province ? 'Canadian' : isEuropean(word) && !isUnion(word) ? 'European' : undefined;
    const isStrange = !side && /^\p{Lu}/u.test(slice(word.start, word.end)) && !isKnown(word) && index > 0;
    const next = words[afterPlace]?.folded ?? '';
    const modifies =
      indefinite.has(before) && (side !== undefined || bodies.test(next)) && next !== '' && !leads.has(next);
    if (modifies && (side || isStrange)) {
      out += slice(at, word.start) + (side ?? '');
      at = last.end;
      index = afterPlace - 1;
      continue;
    }
    const isLast =
      (near.has(lead) && !articles.has(before)) ||
      next === '' ||
      words[afterPlace]!.start > last.end + 1 ||
      isGrammar(next);
    const stands =
      isLast &&
      (side !== undefined
        ? leads.has(lead) && !takesPart.test(leading)
        : isStrange &&
          ((near.has(lead) && !takesPart.test(leading)) ||
            (lead === 'from' && (leadAt === 0 || isFrom.test(leading) || bodies.test(leading)))));
    if (stands && leadAt >= 0) {
      const place = side === 'Canadian' ? 'Canada' : 'the EU';
      const keeps = side !== undefined && !near.has(lead);
      out += keeps ? `${slice(at, words[leadAt]!.end)} ${place}` : slice(at, words[leadAt]!.start).trimEnd();
      at = last.end;
      index = afterPlace - 1;
    }
  }
  return out + slice(at, end);
}

const union = new Set('eu ue europe european europeans europeen europeenne'.split(' '));

function isUnion({ folded }: Word): boolean {
  return union.has(folded);
}
