/** Who leads, and who led before: asked with more verbs than an attribute has names. */
import type { Word } from '../search/analysis.ts';

type Folded = readonly Pick<Word, 'folded'>[];

/** Attributes that people hold one after the other. */
export const offices: ReadonlySet<string> = new Set(['leader', 'chair']);

export const leadingWords: ReadonlySet<string> = new Set(
  'lead leads led leading run runs ran running head heads headed dirige dirigeait dirigent diriger mene menait preside presidait'.split(
    ' ',
  ),
);

export const formerWords: ReadonlySet<string> = new Set(
  'former formerly previous previously ex before past earlier predecessor predecessors first used old ancien ancienne anciens avant precedent precedente predecesseur premier premiere autrefois'.split(
    ' ',
  ),
);

/** "Who ran NGen", « qui dirigeait Scale AI ». */
export function asksWhoLeads(words: Folded): boolean {
  return (
    words.some(({ folded }) => /^(?:who|whos|qui)$/.test(folded)) &&
    words.some(({ folded }) => leadingWords.has(folded))
  );
}

/** "The former chief executive", "who used to run it". */
export function asksFormer(words: Folded): boolean {
  return words.some(({ folded }) => formerWords.has(folded));
}
