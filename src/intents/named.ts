import { foldPhrase } from '../knowledge/fold.ts';
import { type Bilingual, languages } from '../knowledge/language.ts';
import { phraseOf } from '../search/analysis.ts';
import type { Candidate, Intent, Understanding } from './intent.ts';

/** Recognises an utterance that is, word for word, one of an intent's names. */
export function named(
  intent: string,
  names: Bilingual<readonly string[]>,
  args: Readonly<Record<string, string>> = {},
): Intent['recognise'] {
  const known = new Set(languages.flatMap((language) => names[language].map(foldPhrase)));
  return (understanding: Understanding): Candidate[] => {
    const phrase = phraseOf(understanding.words);
    if (!known.has(phrase)) return [];
    return [{ intent, args, score: 1, because: `“${phrase}” is a name of this intent` }];
  };
}
