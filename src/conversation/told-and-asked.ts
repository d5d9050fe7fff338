/**
 * What a text tells and what it asks: "Briefing the ambassador in an hour. Which countries have not ratified?". What is
 * only told is why somebody asks, and no topic of the question.
 */
import { isOutsideCeta } from '../search/actors.ts';
import { isGrammar, type Word, wordsOf } from '../search/analysis.ts';
import { isBritish, isOutsideEurope } from '../search/european-places.ts';
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
  return sentences;
}

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
  'live-data weather sports office-holders travel-and-visas everyday taxes-and-shipping small-talk medical careers predictions recipes computing-clusters personal-advice'.split(
    ' ',
  ),
);

/**
 * Whether a mention of a topic that is not covered stands in what is only told.
 *
 * @param sentences of the text
 * @param words of the same text
 */
export function isCircumstance(
  { kind, id, start, end }: Mention,
  sentences: readonly Sentence[],
  words: readonly Word[],
): boolean {
  if (kind !== 'unsupported' || !circumstances.has(id)) return false;
  const [from, to] = [words[start]!.start, words[end - 1]!.end];
  const told = sentences.find((one) => one.start <= from && to <= one.start + one.text.length);
  return told !== undefined && !told.asks && sentences.some((one) => one.asks);
}

/** "…, need it for a place card", "…, asking for a client": why it is asked, after the question. */
const remark =
  /,\s(?:(?:cause|because|as|since|cuz)\s)?(?:i|i['’]m|i['’]ve|ppl|people|everyone|everybody|my (?:boss|client|team)|we|we['’]re|we['’]ve|need(?:ed)?|asking|it['’]s|its|my|our|for (?:a|an|my|our|the)|thanks|thx|cheers|much appreciated|j['’]en|je|j['’]ai|on|nous|c['’]est pour|c['’]est|mon|ma|notre|pour (?:un|une|mon|ma|notre|nos|la|le)|merci)\s?(?![\p{L}])[^?,]{0,70}[?!. ]{0,5}$/iu;

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

function isElsewhere(word: Word): boolean {
  return isOutsideCeta(word) || isBritish(word) || isOutsideEurope(word);
}
