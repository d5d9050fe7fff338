/**
 * What a text tells and what it asks: "Briefing the ambassador in an hour. Which countries have not ratified?". What is
 * only told is why somebody asks, and no topic of the question.
 */

import { yearsOf } from '../intents/years.ts';
import type { Language } from '../knowledge/language.ts';
import { isOutsideCeta } from '../search/actors.ts';
import { isGrammar, type Word, wordsOf } from '../search/analysis.ts';
import { isBritish, isEuropean, isOutsideEurope } from '../search/european-places.ts';
import type { Mention } from '../search/mention.ts';
import type { Search } from '../search/search.ts';

export interface Sentence {
  readonly text: string;
  /** Its place in the text. */
  readonly start: number;
  readonly asks: boolean;
}

const asks =
  /^(?:(?:and|so|but|ok|okay|well|now|then|please|et|alors|donc|mais) )*(?:who|whom|whose|what|whats|when|where|which|why|how|is|are|was|were|does|do|did|can|could|may|should|must|will|would|has|have|any|tell|explain|name|list|give|walk|take me|talk|show|help|point|guide|describe|in which|by when|from what|from which|on what|up to what|until when|for how|qui|que|qu|quoi|quand|ou|pourquoi|comment|combien|quels?|quelles?|est ce|est il|peut on|puis je|peut il|dois|doit on|faut il|y a|existe|explique|expliquez|donne|donnez|nomme|nommez|c est (?:quoi|qui|ou|quand|combien|quel|quelle))\b/;
/** An end of a sentence, or of what is said before a question. */
const ends =
  /[.!?;:…]{1,5}(?= |$)| [-–—] |,(?= (?:what|which|how|do|does|can|could|is|are|who|where|when|will|should|may|quels?|quelles?|comment|combien|qui|quand|est-ce|peut-on|puis-je|y a) )/giu;

/** The sentences of a text, and the parts of one that a mark or a question divides. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const add = (to: number, end: string) => {
    const sentence = text.slice(from, to);
    const said = wordsOf(sentence);
    if (said.length === 0) return;
    const opens = said
      .slice(0, 4)
      .map(({ folded }) => folded)
      .join(' ');
    // The mark at the very end is often left out, and nothing hangs on it.
    const isLast = text.slice(to).trim() === '';
    sentences.push({ text: sentence, start: from, asks: (end.includes('?') && !isLast) || asks.test(opens) });
  };
  for (const { index, 0: mark } of text.matchAll(ends)) {
    const to = index + mark.length;
    add(to, mark);
    from = to;
  }
  add(text.length, '');
  const last = sentences.at(-1);
  // "My sister works there. Their first project had got how much?"
  const tells = sentences.slice(0, -1).every((one) => wordsOf(one.text).length >= fewestTold);
  return last && tells && !sentences.some((one) => one.asks) && endsAsking.test(text)
    ? [...sentences.slice(0, -1), { ...last, asks: true }]
    : sentences;
}

/** Words. "Share paid: DIGITAL or Protein?" begins with what is asked. */
const fewestTold = 4;
const endsAsking = /\?[\s?!»")]{0,5}$/;

const pointing =
  /\b(?:it|its|them|they|their|those|these|this|that|one|there|he|she|ca|cela|celui|celle|ceux|celles|il|elle|ils|elles|leurs?)\b/;
/** "What does it take", "is there a form", « est-il possible » : nothing is pointed to. */
const pointingNowhere =
  /\b(?:does|did|will|would) it (?:take|cost|mean|matter|work)\b|\b(?:is|are|was|were) there\b|\bthere (?:is|are|s)\b|\bis it (?:possible|true|ok|okay|necessary|enough|allowed)\b|\bthat (?:we|our|i|my|the|an?)\b|\b(?:y a t|est|faut|existe t|peut|doit) il\b/g;

/** Whether a question points to what was said before it. */
export function pointsBack(question: string): boolean {
  const phrase = wordsOf(question)
    .map(({ folded }) => folded)
    .join(' ');
  return pointing.test(phrase.replace(pointingNowhere, ' '));
}

/** Topics that touch the day, the work and the life of whoever asks: told beside a question, they are not asked about. */
const circumstances = new Set(
  'live-data weather sports office-holders travel-and-visas everyday taxes-and-shipping small-talk medical careers predictions recipes personal-advice'.split(
    ' ',
  ),
);

/** In a remark after a question somebody tells what he does with the answer, too: "…, I'm writing a newsletter". */
const asideOf = new Set([...circumstances, 'actions']);

/**
 * Whether a mention of a topic that is not covered stands in what is only told.
 *
 * @param text with its marks
 * @param sentences of the same text
 * @param words of the same text
 */
export function isCircumstance(
  { kind, id, start, end }: Mention,
  text: string,
  sentences: readonly Sentence[],
  words: readonly Word[],
): boolean {
  if (kind !== 'unsupported') return false;
  const [from, to] = [words[start]!.start, words[end - 1]!.end];
  const remarkAt = text.search(remark);
  if (remarkAt > 0 && from > remarkAt && asideOf.has(id)) return true;
  if (!circumstances.has(id)) return false;
  const told = sentences.find((one) => one.start <= from && to <= one.start + one.text.length);
  return told !== undefined && !told.asks && sentences.some((one) => one.asks);
}

/** "…, need it for a place card", "…, asking for a client": why it is asked, after the question. */
const remark =
  /,\s(?:(?:cause|because|as|since|cuz)\s)?(?:i|i['’]m|i['’]ve|ppl|people|everyone|everybody|my (?:boss|client|team)|ours|mine|every|we|we['’]re|we['’]ve|need(?:ed)?|asking|it['’]s|its|my|our|for (?:a|an|my|our|the)|thanks|thx|cheers|much appreciated|j['’]en|je|j['’]ai|on|nous|c['’]est pour|c['’]est|mon|ma|notre|pour (?:un|une|mon|ma|notre|nos|la|le)|merci)\s?(?![\p{L}])[^?,]{0,70}[?!. ]{0,5}$/iu;

const firstPersons = new Set('i we our my us j je nous notre nos mon ma mes'.split(' '));

/** Where somebody is may decide what holds for him. */
function tellsWhereHeIs(
  told: readonly Word[],
  words: readonly Word[],
  gazetteer: Search['gazetteer'],
): boolean {
  const isPlace = told.some(isEuropean) || gazetteer.find(told).some(({ kind }) => kind === 'province');
  return isPlace && words.some(({ folded }) => firstPersons.has(folded));
}

/** Words. Fewer ask nothing by themselves. */
const fewest = 2;
/** Words. A longer text tells a story, and reading it again would take long. */
const most = 60;

/** @returns what a text asks, without what it only tells; undefined where it tells nothing or the question hangs on it */
export function askedAlone(text: string, { gazetteer }: Pick<Search, 'gazetteer'>): string | undefined {
  const words = wordsOf(text);
  if (words.length > most) return undefined;
  const sentences = sentencesOf(text);
  const asked = sentences.filter((one) => one.asks);
  const kept = (asked.length > 0 ? asked : sentences).map((one) => one.text.trim()).join(' ');
  const bare = kept.replace(remark, '').trim();
  if (bare === text.trim() || pointsBack(bare)) return undefined;
  const left = new Set(wordsOf(bare).map(({ folded }) => folded));
  if ([...left].filter((folded) => !isGrammar(folded)).length < fewest) return undefined;
  const isLeftOut = (word: Word) => !left.has(word.folded);
  const leftOut = words.filter(isLeftOut);
  // "In March 2031, what will it announce?" is asked of that year.
  if (tellsWhereHeIs(leftOut, words, gazetteer) || yearsOf(leftOut).length > 0) return undefined;
  if (words.some((word) => isLeftOut(word) && isElsewhere(word))) return undefined;
  // "DIGITAL took us. What do we pay?" is asked of DIGITAL, and under another agreement everything is another matter.
  const named = gazetteer.find(wordsOf(bare));
  const about = new Set(named.map(({ id }) => id));
  const hangs = gazetteer
    .find(words)
    .some(
      ({ kind, id }) =>
        (kind === 'entry' && !about.has(id)) || (kind === 'unsupported' && !circumstances.has(id)),
    );
  return hangs ? undefined : bare;
}

/**
 * "What does it cost to join? Two-person startup, every dollar hurts.": what comes after the question, and names nothing
 * of ours, is no part of it.
 *
 * @returns undefined where nothing comes after it, or that says what is asked
 */
export function withoutAfterthought(
  text: string,
  { gazetteer }: Pick<Search, 'gazetteer'>,
): string | undefined {
  const sentences = sentencesOf(text);
  const last = sentences.findLastIndex((one) => one.asks);
  const after = sentences[last + 1];
  if (!after || last < 0 || sentences.some((one, at) => at <= last && !one.asks)) return undefined;
  const asked = text.slice(0, after.start).trim();
  if (!/[?]$/u.test(asked) || wordsOf(asked).length < fewestAsked) return undefined;
  const said = wordsOf(text.slice(after.start));
  const says = gazetteer
    .find(said)
    .some(({ kind, id }) => (kind === 'unsupported' ? !circumstances.has(id) : kind !== 'attribute'));
  return says || said.some(isElsewhere) || said.length > mostAfter ? undefined : asked;
}

/** Words. */
const fewestAsked = 4;
const mostAfter = 20;

/** Of what is told, words that so few passages have say what it is about. */
const rare = 3;
const mostTold = 6;

/**
 * "There is this project with microbes from mine sites, led by Teck. Total budget, please.": what is asked, with the
 * names and the rare words of what is told before.
 *
 * @returns undefined where nothing of ours is told, or another matter is
 */
export function askedOfTold(
  text: string,
  language: Language,
  {
    gazetteer,
    frames,
    knows,
    weight,
    lexicon,
  }: Pick<Search, 'gazetteer' | 'frames' | 'knows' | 'weight' | 'lexicon'>,
): string | undefined {
  const words = wordsOf(text);
  if (words.length > most || words.some(isElsewhere)) return undefined;
  const sentences = sentencesOf(text);
  const asked = sentences.filter((one) => one.asks);
  const [first] = asked.length > 0 ? asked : sentences.slice(-1);
  if (!first || first.start === 0) return undefined;
  const told = words.filter((word) => word.end <= first.start);
  const mentions = gazetteer.find(told);
  if (tellsWhereHeIs(told, words, gazetteer) || yearsOf(told).length > 0) return undefined;
  if (mentions.some(({ kind, id }) => kind === 'unsupported' && !circumstances.has(id))) return undefined;
  const isNamed = (at: number) =>
    mentions.some(
      ({ kind, start, end }) =>
        (kind === 'entry' || kind === 'sector' || kind === 'technology') && start <= at && at < end,
    );
  const isRare = (word: Word) =>
    knows(word) && !frames(word, language) && weight(lexicon.stem(word, language), language) >= rare;
  const names = told.filter((word, at) => isNamed(at) || (!isGrammar(word.folded) && isRare(word)));
  if (names.length === 0 || names.length > mostTold) return undefined;
  const question = text
    .slice(first.start)
    .trim()
    .replace(/[?!.]{1,5}$/u, '');
  return `${question} ${names.map(({ start, end }) => text.slice(start, end)).join(' ')}`;
}

function isElsewhere(word: Word): boolean {
  return isOutsideCeta(word) || isBritish(word) || isOutsideEurope(word);
}
