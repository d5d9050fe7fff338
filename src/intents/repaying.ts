/** "Do we have to pay it back?": who gives money back is no share of the costs that a cluster pays back. */
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Candidate, IntentContext, Understanding } from './intent.ts';
import { programmeId } from './lookup.ts';

const must =
  /\b(?:have to|has to|must|need to|needs to|should|obliged to|supposed to|expected to|do (?:i|we|they|firms|companies|clusters|you)) (?:\w{1,20} ){0,3}(?:(?:give|pay|hand|send) (?:\w{1,20} ){0,2}back|repay|return (?:it|the (?:money|cash|funds|grant)))\b|\b(?:dois|doit|devons|devez|doivent|faut|faudra|faudrait)\b.{0,20}\b(?:rembourser|rendre|redonner)\b/;
/** How much or when is another question. */
const other = /^(?:how|what|when|which|who|combien|quand|quel\w*|qui)\b/;

/** Above the share that a cluster pays, whose words it has. */
const sure = 0.93;

export function asksToRepay(words: readonly Pick<Word, 'folded'>[]): boolean {
  const phrase = phraseOf(words);
  return must.test(phrase) && !other.test(phrase);
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
  return { intent: 'section', args, score: sure, because: 'asks whether the money has to be given back' };
}
