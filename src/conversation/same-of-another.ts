/** "And NGen?", "Digital's share?", « l’océan alors ? »: what was asked of one entry is asked of another. */
import { focusOf } from '../intents/focus-of.ts';
import type { Candidate, Understanding } from '../intents/intent.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { lightWordsOf, phraseOf } from '../search/analysis.ts';
import type { Search } from '../search/search.ts';
import { asksNameOnly, beside, connectives, corrects, openers, pointers } from './follow-up.ts';
import type { Turn } from './types.ts';

/**
 * "And NGen?": a question that is only a new name asks of it what was asked before. Returns the
 * earlier call with the name replaced.
 */
export function repeatedCall(
  understanding: Understanding,
  turns: readonly Turn[],
): { readonly intent: string; readonly args: Readonly<Record<string, string>> } | undefined {
  const last = turns.at(-1);
  const [entry] = understanding.entries;
  if (!last || !entry || last.entities.includes(entry) || !asksNothingElse(understanding, last))
    return undefined;
  const isShare = itsShare.test(phraseOf(understanding.words));
  // A bare name is a question of its own; "and …?" and "Ocean?" are not.
  const leans =
    asksNameOnly(understanding) ||
    openers.test(phraseOf(understanding.words)) ||
    corrects.test(phraseOf(understanding.words)) ||
    understanding.attributes.length > 0 ||
    ofAnotherHouse.test(phraseOf(understanding.words)) ||
    thenLast.test(phraseOf(understanding.words)) ||
    isShare ||
    understanding.words.some((word) => pointers.has(word.folded));
  if (!leans) return undefined;
  const names = understanding.mentions.filter(({ kind }) => kind === 'entry' || kind === 'attribute');
  const frame = new Set([
    ...connectives,
    ...lightWordsOf(understanding.language),
    ...(isShare ? ['share', 'part', 'cut', 'slice'] : []),
  ]);
  if (understanding.explainedBy(names, frame) < 0.999) return undefined;
  if (last.intent === 'compare') {
    // Whether one of two comes first is another question among three.
    const { claimed: _claimed, ...args } = last.args;
    return { intent: 'compare', args: { ...args, entries: `${args.entries},${entry}` } };
  }
  if (!['attribute', 'section'].includes(last.intent)) return undefined;
  // The page and the sentence that were shown are the other entry's.
  const { page: _page, focus: _focus, ...args } = last.args;
  return { intent: last.intent, args: { ...args, entry } };
}

/** « Et en Ontario ? » after which cluster is in Quebec: the same search, of another place. */
export function foundAnew(
  { words, mentions, language }: Understanding,
  turns: readonly Turn[],
): { readonly intent: string; readonly args: Readonly<Record<string, string>> } | undefined {
  const [field, ...others] = mentions;
  if (turns.at(-1)?.intent !== 'find' || field?.kind !== 'province' || others.length > 0) return undefined;
  const frame = new Set([...connectives, ...beside, ...lightWordsOf(language)]);
  const isPart = (at: number) => field.start <= at && at < field.end;
  if (words.some((word, at) => !isPart(at) && !frame.has(word.folded))) return undefined;
  return { intent: 'find', args: { terms: `${field.kind}:${field.id}` } };
}

/** « Chez Protein, c’est combien ? » after what joining costs asks the same; any other attribute asks something else. */
function asksNothingElse({ attributes, mentions }: Understanding, last: Turn): boolean {
  if (attributes.length === 0) return true;
  const asked = mentions.filter(({ kind }) => kind === 'attribute');
  return (
    pricedAttributes.has(last.args.attribute ?? last.args.section ?? '') &&
    asked.every((one) => howMuchAlone.test(foldPhrase(one.words)))
  );
}

/** "Ocean then?", « l’océan alors ? » */
const thenLast = /\S (?:then|alors|sinon|maintenant|donc)$/;
/** "Digital's share?" */
const itsShare = /^(?:and |et )?(?:the )?(?:\p{L}+ ){1,3}s (?:share|part|cut|slice)$/u;
/** "At Scale AI?", « chez Protein, c’est combien ? » */
const ofAnotherHouse = /^(?:at|with|for|over at|chez|pour|du cote d[eu]) /;
const howMuchAlone = /^(?:how much|combien|c est combien|what amount|quel montant|share|part|portion|cut)$/;
/** What is told as an amount, by the section or the attribute that tells it. */
const pricedAttributes = new Set(
  'join membership-fee funding cost-share money award renewal covid'.split(' '),
);

/** The section of another entry with the sentence in front that answers; a call of another intent as it is. */
export function withFocus(
  call: Pick<Candidate, 'intent' | 'args'>,
  { inFull, language }: Understanding,
  knowledge: Knowledge,
  search: Pick<Search, 'answeringSentence'>,
): Pick<Candidate, 'intent' | 'args'> {
  const { entry = '', section = '' } = call.args;
  const found = call.intent === 'section' ? knowledge.section(entry, section, language) : undefined;
  if (!found) return call;
  const place = search.answeringSentence({ words: inFull, language }, found);
  return { ...call, args: { ...call.args, ...focusOf(place) } };
}
