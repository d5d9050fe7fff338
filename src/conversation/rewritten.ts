import type { Understanding } from '../intents/intent.ts';
import { asksWhoLeads, offices } from '../intents/leadership.ts';
import { gotWords } from '../intents/weighing.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Language } from '../knowledge/language.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import type { Earlier } from './antecedent.ts';
import {
  asksNameOnly,
  connectives,
  corrects,
  isBareField,
  isField,
  openers,
  passages,
  pointers,
} from './follow-up.ts';
import type { Turn } from './types.ts';

interface Known {
  /** Whether a word only frames a question. */
  readonly frames: (word: Word) => boolean;
  /** Whether what was shown last has an attribute. */
  readonly tells: (attribute: string) => boolean;
  /** Whether a cluster is named after another one. */
  readonly anotherCluster: boolean;
}

/**
 * A question too short to be searched for as it stands, with the words of the earlier one: "by whom?"
 * after "When was CETA signed?" asks "by whom signed CETA", "and NGen?" after "Who leads Scale AI?" asks
 * "who leads NGen".
 *
 * @returns undefined where the question has words of its own
 */
export function rewritten(
  understanding: Understanding,
  last: Turn,
  before: Earlier,
  { frames, tells, anotherCluster }: Known,
): string | undefined {
  const { words, mentions } = understanding;
  const names = mentions.filter((mention) => mention.kind === 'entry');
  const inside = (index: number, spans: readonly Mention[]) =>
    spans.some((span) => span.start <= index && index < span.end);
  const phrase = phraseOf(words);
  const isOwn = (word: Word, index: number) =>
    !inside(index, names) &&
    !frames(word) &&
    !pointers.has(word.folded) &&
    !questionWord.test(word.folded) &&
    !(corrects.test(phrase) && connectives.has(word.folded));
  if (names.length === 0 && only.test(phrase) && passages.has(last.intent)) {
    return [...before.words, ...words].map(surface).join(' ');
  }
  if (asksForNames(phrase)) {
    const counted = before.words.filter(({ folded }) => !questionWord.test(folded));
    return counted.length > 0
      ? [which[understanding.language], ...counted.map(surface)].join(' ')
      : undefined;
  }
  if (names.length > 0 && beforeAName.test(phrase) && passages.has(last.intent)) {
    return [...before.words, ...words].map(surface).join(' ');
  }
  // "Where is it?" asks something of its own; "how much?" does not say of what.
  const ofAnOffice =
    before.mentions.some(({ id }) => offices.has(id)) ||
    asksWhoLeads(before.words) ||
    asksOfNow.test(phraseOf(before.words));
  const asked = mentions.filter((mention) => mention.kind === 'attribute');
  if (asked.some((mention) => !isBare(mention, ofAnOffice || !tells(mention.id)))) return narrowed();
  // "How much did it get?" does: of money.
  if (howMuch.test(phrase) && words.some(({ folded }) => gotWords.has(folded))) return narrowed();
  const isAsked = (index: number) => inside(index, asked);
  if (words.some((word, index) => isOwn(word, index) && !isAsked(index)))
    return names.length > 0 ? undefined : (anotherField() ?? narrowed());
  const asks = words.some((word) => questionWord.test(word.folded));
  const leans =
    openers.test(phrase) ||
    corrects.test(phrase) ||
    (anotherCluster && asksNameOnly(understanding) && restated.has(last.intent)) ||
    (narrows.test(phrase) && passages.has(last.intent)) ||
    words.some((word) => pointers.has(word.folded));
  // A bare name is a question of its own; "and …?" and "when?" are not.
  if (!leans && !(asks && names.length === 0)) return undefined;
  const earlierNames = before.mentions.filter((mention) => mention.kind === 'entry');
  const kept = before.words.filter(
    (word, index) =>
      !(names.length > 0 && inside(index, earlierNames)) && !(asks && questionWord.test(word.folded)),
  );
  return [...words, ...kept].map(surface).join(' ');

  /** "For small firms", « pour les PME » : the earlier question, of these only; of a year instead of all. */
  function narrowed(): string | undefined {
    if (!narrows.test(phrase) || !passages.has(last.intent)) return undefined;
    const whole = before.words.map(surface).join(' ');
    const counted = asksAnother.test(phrase) ? whole.replace(howMany, '') : whole;
    const asked = ofAYear.test(phrase) ? counted.replace(inAll, '') : counted;
    return `${asked} ${words.map(surface).join(' ')}`;
  }

  /** "What about cheese?" after "What is the beef quota?": its field takes the place of the earlier one. */
  function anotherField(): string | undefined {
    const fields = mentions.filter(isField);
    const more = words.some((word, index) => isOwn(word, index) && !inside(index, fields));
    const earlierFields = before.mentions.filter(isField);
    const leans =
      openers.test(phrase) ||
      ((isBareField(understanding) || narrows.test(phrase)) && earlierFields.length > 0);
    if (!leans || fields.length === 0 || more || !passages.has(last.intent)) return undefined;
    const frame = before.words.filter((_, index) => !inside(index, earlierFields));
    const asked = words.filter((_, index) => inside(index, fields));
    return [...frame, ...asked].map(surface).join(' ');
  }
}

/** A preposition and what it stands before, without a verb. */
const narrows =
  /^(?:(?:and|et) )?(?:for|among|with|within|by|in|under|at|of|from|during|pour|chez|parmi|avec|par|dans|en|sous|selon|pendant|lors d(?:e|u|es)|au moment d(?:e|u|es)|according to|at the time of) (?:(?:the|a|an|les?|la|l|une?|des) )?\w+(?: \w+){0,2}$/;
/** "Only companies?", « seulement les PME ? » : whether that is all. */
const only =
  /^(?:(?:and|but|et|mais) )?(?:only|just|even|seulement|juste|uniquement|rien que|meme) (?:(?:the|for|to|les?|la|l|des|aux?|pour) )*\p{L}+(?: \p{L}+)?$/u;
/** Intents that answer one question of one entry. */
const restated = new Set(['section', 'attribute', 'either']);
/** "Before CETA?" */
const beforeAName =
  /^(?:(?:and|et) )?(?:before|after|since|without|under|avant|apres|depuis|sans|sous) (?:(?:the|l|la|le) )?\w+(?: \w+)?$/;
/** "From which countries?" after how many came: it is no longer asked how many. */
const asksAnother = /^(?:(?:and|et) )?\w+ (?:which|what|whose|quels?|quelles?) /;
const howMany = /^(?:how many|combien de|combien d['’]) ?/iu;
const ofAYear = /^(?:(?:and|et) )?(?:in|for|en|pour) (?:19|20)\d\d$/;
const inAll =
  / (?:in total|in all|altogether|overall|so far|to date|au total|en tout|jusqu ici|(?:(?:in|for|en|pour|de|of) )?(?:19|20)\d\d)(?= |$)/g;
const surface = (word: Word) => word.surface;
const which: Readonly<Record<Language, string>> = { en: 'which', fr: 'quels' };

/** "Name them", « nommez-les »: which those are that were counted. */
export function asksForNames(phrase: string): boolean {
  return naming.test(phrase);
}

const naming =
  /^(?:(?:and|et|please|can you|could you|peux tu|pouvez vous|tu peux) )*(?:name|list|enumerate|identify|nomme[rz]?|liste[rz]?|enumere[rz]?|cite[rz]?)(?: moi| me)? (?:them|those|these|all of them|les)(?: all| tou[ts]e?s?)?(?: please| stp| svp)?$|^les (?:nommer|lister|enumerer|citer)$/;

const questionWord =
  /^(who|whom|whose|what|which|when|where|why|how|much|many|long|qui|quoi|quel|quelle|quels|quelles|quand|ou|pourquoi|comment|combien|lequel|laquelle|lesquels|lesquelles)$/;
/** What holds today has not always been so. */
const asksOfNow =
  /\b(?:now(?:adays)?|today|currently|these days|still|aujourd hui|maintenant|desormais|actuellement|encore|toujours)\b/;
const bareQuestion = /^(how much|how many|what amount|when|who|combien|quand|qui|quel montant)$/;
const howMuch = /\b(?:how much|combien)\b(?! d[e ])/;
const bareTime =
  /^(since (?:when|what year|which year)|until when|depuis quand|depuis quelle annee|jusqu a quand)$/;

/**
 * "Since when?" asks of a thing when it began; of who leads it, or of what has no beginning of its own, since when
 * that is so.
 */
export function isBare(mention: Pick<Mention, 'words'>, ofAState: boolean): boolean {
  const phrase = foldPhrase(mention.words);
  return bareQuestion.test(phrase) || (ofAState && bareTime.test(phrase));
}
