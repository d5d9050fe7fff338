/** "Do we have to pay it back?": who gives money back is no share of the costs that a cluster pays back. */
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Candidate, IntentContext, Understanding } from './intent.ts';
import { programmeId } from './lookup.ts';

const must =
  /\b(?:have to|has to|must|need to|needs to|should|obliged to|supposed to|expected to|do (?:i|we|they|firms|companies|clusters|you))\b/;
const giveBack =
  /\b(?:(?:give|pay|hand|send)(?: (?:it|them|that|this|all|any|money|the money|the cash|the funds|the grant))? back|repay|return (?:it|the (?:money|cash|funds|grant)))\b/;
const devoir = /\b(?:dois|doit|devons|devez|doivent|faut|faudra|faudrait)\b/;
const rendre = /\b(?:rembourser|rendre|redonner)\b/;
/** How much or when is another question. */
const other = /^(?:how|what|when|which|who|combien|quand|quel\w*|qui)\b/;

/** Above the share that a cluster pays, whose words it has. */
const sure = 0.93;

export function asksToRepay(words: readonly Pick<Word, 'folded'>[]): boolean {
  const phrase = phraseOf(words);
  const isAsked =
    (must.test(phrase) && giveBack.test(phrase)) || (devoir.test(phrase) && rendre.test(phrase));
  return isAsked && !other.test(phrase);
}

/** @returns undefined where nobody asks of the clusters or their programme whether money is given back */
export function repayment(
  { words, entries, described, mentions }: Understanding,
  { knowledge, language }: Pick<IntentContext, 'knowledge' | 'language'>,
): Candidate | undefined {
  if (!asksToRepay(words)) return undefined;
  const of = [...entries, ...described];
  const isOurs = (id: string) =>
    id === programmeId || knowledge.entry(id, language)?.kind === 'cluster' || id === 'supercluster';
  // Of duties and loans by others the programme says nothing.
  if (of.length === 0 || !of.every(isOurs) || mentions.some(({ kind }) => kind === 'unsupported'))
    return undefined;
  const args = { entry: programmeId, section: 'repayment' };
  if (!knowledge.section(args.entry, args.section, language)) return undefined;
  return { intent: 'section', args, score: sure, because: 'asks whether the money has to be given back' };
}
