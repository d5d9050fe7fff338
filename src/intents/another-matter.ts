/** What has the words of an attribute and asks something else: "could NGen fund us?" asks for no sum. */
import type { Word } from '../search/analysis.ts';
import { asksForOneself } from './for-oneself.ts';
import { asksToRepay } from './repaying.ts';

/** @returns whether a statement about an attribute is no answer, whatever words of it a question has */
export function isAnotherMatter(words: readonly Pick<Word, 'folded'>[]): (attribute: string) => boolean {
  const forOneself = asksForOneself(words);
  const toRepay = asksToRepay(words);
  return (attribute) =>
    (forOneself && attribute === 'funding') ||
    (toRepay && (attribute === 'cost-share' || attribute === 'funder'));
}
