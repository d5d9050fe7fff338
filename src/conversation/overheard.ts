/** Which messages of a thread are for the guide although nobody addressed it. Pure. */
import { toText } from '../cards/text.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import { isQuestionWord, isStopWord, phraseOf, type Word, wordsOf } from '../search/analysis.ts';
import type { Reply } from './types.ts';
import type { Understood } from './understand.ts';

/** People who talk to each other write longer, and in several sentences. */
const longestOverheard = 200;

/**
 * Words by which people speak of themselves and to each other: "our side", "what do you think", « on se
 * voit quand ». The guide is spoken to without them, or it is mentioned.
 */
const amongPeople = new Set(
  (
    'i me my mine we us our ours you your yours u ya he him his she her hers somebody someone anybody anyone ' +
    'everybody everyone nobody guys folks team that this these those there here today tomorrow yesterday ' +
    'tonight monday tuesday wednesday thursday friday saturday sunday lets ' +
    'je j me m moi mon ma mes nous notre nos tu toi ton ta tes vous votre vos quelqu personne lundi mardi ' +
    'mercredi jeudi vendredi samedi dimanche demain hier aujourd'
  ).split(' '),
);

/** The same of « on », a preposition in English, and of « t’ », which ends "isn't". */
const amongFrench =
  /\b(t (on|as|es|en)|on (se|s|a|est|va|vient|peut|doit|fait|prend|voit|mange|y|en)|(quand|ou|combien|comment|qu|que) on)\b/;

/** What a question begins with where it has no question mark. */
const asking =
  /^(and |et |or |but |ou |mais )?(who|whom|whose|what|which|when|where|why|how|is|are|was|were|does|do|did|has|have|can|could|will|qui|que|quoi|quel|quelle|quels|quelles|quand|ou|pourquoi|comment|combien|est ce|qu est ce)\b/;
const about = /^(and|or|what about|how about|and for|et|ou|et pour|quid|qu en est il)\b/;

/** Replies to what was shown that nobody says to a person; "next", "plus" and « la suite » are said to anybody. */
const plainCommand =
  /\b(french|english|francais|anglais|(tell me|show me|show|say) more|more (detail|details|info|information)|m en plus|en savoir plus|plus (de details|d infos|d informations))\b|^(the|option|number|choice|la|le|numero|choix) (?!suite)/;

/** From here an answer is given unasked: where the question names its subject itself, and where its thread does. */
const sure = { alone: 0.8, inThread: 0.7 };

/** @returns whether it is worth looking at: a short question that does not speak among people */
export function mayBeOverheard(text: string): boolean {
  if (text.length > longestOverheard || /[.!?…]\s+\S/u.test(text)) return false;
  const phrase = foldPhrase(text);
  return (
    phrase !== '' &&
    !phrase.split(' ').some((word) => amongPeople.has(word)) &&
    !amongFrench.test(phrase) &&
    (/\?\s*$/u.test(text) || asking.test(phrase) || about.test(phrase))
  );
}

/** "In French", "tell me more", "the second one". */
export function isPlainCommand(text: string): boolean {
  return plainCommand.test(foldPhrase(text));
}

export interface Overheard {
  /** As it is understood in its thread. */
  readonly inThread: Understood;
  readonly reply: Reply;
  /** As it is understood and answered without its thread. */
  readonly alone: Understood;
  readonly standing: Reply;
  /** What a word has in common with its other forms. */
  readonly stem: (word: Word) => string;
}

/**
 * Whether a question that nobody put to the guide is one that it surely answers: it names what the content
 * has and its answer speaks of the rest, or every word of it is about what the thread is about. "When is
 * the meeting?" after "Who leads Scale AI?" is neither, however well the earlier answer would fit.
 */
export function isForTheGuide({ inThread, reply, alone, standing, stem }: Overheard): boolean {
  if (reply.outcome !== 'answer' || reply.confidence < sure.inThread) return false;
  if (inThread.unknownWords.length > 0 || inThread.corrections.length > 0) return false;
  const rest = leftOver(alone);
  if (alone.namedEntries.length > 0 && standing.outcome === 'answer' && standing.confidence >= sure.alone) {
    const said = new Set(wordsOf(toText(standing.card)).map(stem));
    return rest.every((word) => said.has(stem(word)));
  }
  return rest.length === 0 && (alone.mentions.length > 0 ? !pointsAnywhere(alone) : isAside(alone));
}

/** The words that are neither grammar, nor join others, nor part of what the content has a name for. */
function leftOver({ words, mentions, language }: Understood): readonly Word[] {
  return words.filter(
    (word, index) =>
      !mentions.some(({ start, end }) => start <= index && index < end) &&
      !isStopWord(word.folded, language) &&
      !isQuestionWord(word.folded, language) &&
      !joining.has(word.folded),
  );
}

/** « Où est-ce ? » may be about anything; « est-ce que » only asks. */
function pointsAnywhere(alone: Understood): boolean {
  return /\b(ce|c|ca|cela)\b(?! (que|qu))/.test(phraseOf(alone.words));
}

/** "And by whom?": it cannot be understood but after an answer. "And when?" is said to anybody. */
function isAside(alone: Understood): boolean {
  return alone.words.length >= wordsOfAside && /^(and|et) /.test(phraseOf(alone.words));
}

const wordsOfAside = 3;
/** Words that carry nothing beside a name or a pronoun in "and what about NGen?". */
const joining = new Set('and about how or also et pour quid il elle en qu ou'.split(' '));
