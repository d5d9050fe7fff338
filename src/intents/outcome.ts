/** What came of it is no forecast: which questions ask for it, and which attributes would answer wrongly. */
import { phraseOf, type Word } from '../search/analysis.ts';

/** Attributes that tell what was expected once. */
export function isForecast(attribute: string): boolean {
  return attribute.startsWith('expected-');
}

/** "Were created", « ont été créés » : and not "will be", "were to be". */
export function asksOutcome(words: readonly Pick<Word, 'folded'>[]): boolean {
  const phrase = phraseOf(words);
  return (
    /\b(?:created|actual|actually|delivered|achieved|produced|so far|really|cree|crees|creee|creees|reellement|vraiment|jusqu ici)\b/.test(
      phrase,
    ) &&
    !/\b(?:will|would|should|to be|expected|promised|forecast|planned|seront|seraient|devaient|prevu|prevus|promis|attendus)\b/.test(
      phrase,
    )
  );
}
