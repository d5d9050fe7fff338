import type { IntentCall } from '../cards/card.ts';
import type { Language } from '../knowledge/language.ts';
import type { Turn } from './types.ts';

/** Courtesies around a command that change nothing. */
const courtesy =
  /\b(please|pls|plz|thanks|thank you|ok|okay|and|now|then|can you|could you|can i|i want|i would like|svp|stp|s il vous plait|s il te plait|merci|et|peux tu|pouvez vous|je veux|je voudrais)\b/g;

const more =
  /^(more|some more|any more|tell me more|show more|show me more|say more|more details|more detail|more info|more information|details|go on|continue|next|next page|keep going|what else|anything else|expand|elaborate|plus|encore|la suite|suite|continue|continuez|suivant|page suivante|en savoir plus|dis m en plus|dites m en plus|plus de details|plus d infos|plus d informations|details|autre chose|quoi d autre|developpe|developpez)$/;

const languageNames: readonly (readonly [Language, RegExp])[] = [
  [
    'fr',
    /^((the )?same( thing)?|that|again|repeat|say (it|that)|(have|give me|show me|read|get|see) (it|that|this|the answer)|translate( it| that)?|answer|reply|la meme chose|pareil|repete|repetez|reponds|repondez|traduis|traduisez|redis)?( it| that| le)? ?(in|to|into|en) (french|francais)( version)?$|^(french|francais)( version)?$|^version francaise$|^(en francais )(ca donne quoi|c est quoi|ca se dit comment|on dit comment|on dit quoi)$|^how (do|would) you say (it|that) in french$/,
  ],
  [
    'en',
    /^((the )?same( thing)?|that|again|repeat|say (it|that)|(have|give me|show me|read|get|see) (it|that|this|the answer)|translate( it| that)?|answer|reply|la meme chose|pareil|repete|repetez|reponds|repondez|traduis|traduisez|redis)?( it| that| le)? ?(in|to|into|en) (english|anglais)( version)?$|^(english|anglais)( version)?$|^version anglaise$|^(en anglais )(ca donne quoi|c est quoi|ca se dit comment|on dit comment|on dit quoi)$|^how (do|would) you say (it|that) in english$/,
  ],
];

const ordinals: readonly (readonly [number, RegExp])[] = [
  [
    1,
    /^((the|option|number|choice|la|le|l|numero|choix)? ?(first|1st|1|one|premier|premiere|1re|1er))( one| choice| option)?$/,
  ],
  [
    2,
    /^((the|option|number|choice|la|le|numero|choix)? ?(second|2nd|2|two|deuxieme|seconde|2e))( one| choice| option)?$/,
  ],
  [
    3,
    /^((the|option|number|choice|la|le|numero|choix)? ?(third|3rd|3|three|troisieme|3e))( one| choice| option)?$/,
  ],
  [
    4,
    /^((the|option|number|choice|la|le|numero|choix)? ?(fourth|4th|4|four|quatrieme|4e))( one| choice| option)?$/,
  ],
  [
    5,
    /^((the|option|number|choice|la|le|numero|choix)? ?(fifth|5th|5|five|cinquieme|5e))( one| choice| option)?$/,
  ],
];
/** "The third, could you elaborate?" */
const toldMore =
  /(?: (?:elaborate|explain|expand|detail|tell me more|say more)(?: on| about)?(?: it| that)?| (?:preciser|detailler|developper|expliquer|en dire plus|m en dire plus|tu precises|tu detailles))$/;
const last = /^(the |la |le )?(last|derniere|dernier)( one| choice| option)?$/;

/** "Is that still so?", « est-ce encore vrai ? » : the answer tells as of when it holds. */
const stillSo =
  /^(?:(?:but|so|mais) )?(?:(?:(?:is|are) (?:it|that|this|they|these|those) (?:still (?:so|true|the case|valid|correct|accurate|current|up to date)|(?:up to date|current|recent))|(?:does|do) (?:it|that|this|they) still (?:hold|hold true|stand))(?: today| in 20\d\d)?|still (?:so|true|the case|valid|current)(?: today)?|(?:est ce (?:que c est )?|c est )?(?:encore|toujours) (?:vrai|le cas|valable|ainsi|exact|d actualite)(?: aujourd hui)?|(?:est ce|c est) a jour)$/;

/** "Says who?", « d’où vient ce chiffre ? » : every answer has its sources. */
const source =
  /^(?:(?:your|any|the|la|une|ta|votre|quelle) )?(?:sources?|references?|proof|preuve)$|^(?:says who|who says (?:so|that|this)|according to (?:whom|who)|how do you know(?: that| this)?|(?:what|where) (?:is|are) (?:the|your) sources?|whats (?:the|your) source|where (?:does|did) (?:that|it|this)(?: \w+)? come from|where did you (?:get|find) (?:that|it|this)|selon qui|d apres qui|qui (?:le )?dit (?:ca|cela)|d ou (?:vient|viennent|sort|sortent) (?:ca|cela|ce chiffre|ces chiffres|cette information)|d ou (?:ca|cela|ce chiffre) (?:vient|sort)|d ou tenez vous (?:ca|cela)|comment le savez vous|qui (?:l )?affirme(?: ca| cela)?|who told you (?:that|this|so)|where(?: s| is| are) (?:that|this|these|those|the) (?:\w+ )?from|quelle est (?:la|ta|votre) source)$/;

/** A call that a short reply stands for, with the reason. */
export interface ThreadCommand {
  readonly call: IntentCall;
  readonly because: string;
  /** The question that the thread goes on with, where the reply asks nothing new. */
  readonly meaning?: string;
}

/**
 * "More", "in French please", "the second one": replies that only make sense after what was shown.
 *
 * @param phrase the utterance, its words folded and joined by single spaces
 * @returns undefined where the utterance is none of them or there is nothing to refer to
 */
export function threadCommand(phrase: string, turns: readonly Turn[]): ThreadCommand | undefined {
  const previous = turns.at(-1);
  if (!previous) return undefined;
  const bare = phrase.replace(courtesy, ' ').replace(/\s+/g, ' ').trim();
  const shown = turns.findLast((turn) => turn.repeatable);
  const wanted = languageNames.find(([, pattern]) => pattern.test(bare))?.[0];
  if (wanted && shown) {
    return {
      call: { ...callOf(shown), language: wanted },
      because: 'asks for the last answer in a language',
      meaning: shown.meaning,
    };
  }
  if ((stillSo.test(bare) || source.test(bare)) && shown) {
    return {
      call: { ...callOf(shown), language: previous.language },
      because: 'asks as of when the last answer holds, or where it is from',
      meaning: shown.meaning,
    };
  }
  if (more.test(bare)) {
    const [offer] = [...(previous.more ? [previous.more] : []), ...previous.offers];
    return (
      offer && {
        call: { ...offer, language: previous.language },
        because: 'asks for more of the last answer',
      }
    );
  }
  const picked = bare.replace(toldMore, '');
  const position = last.test(picked)
    ? previous.offers.length
    : ordinals.find(([, pattern]) => pattern.test(picked))?.[0];
  const chosen = position === undefined || !previous.listed ? undefined : previous.offers[position - 1];
  return (
    chosen && {
      call: { ...chosen, language: previous.language },
      because: `chooses number ${position} of what was shown`,
    }
  );
}

function callOf(turn: Turn): Omit<IntentCall, 'language'> {
  return { intent: turn.intent, args: turn.args };
}
