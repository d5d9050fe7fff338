/** Terms that only one language has: whoever writes "ISDE" and nothing else writes French. */
import { foldPhrase } from '../knowledge/fold.ts';
import { type Language, languages } from '../knowledge/language.ts';
import type { NamedTerm } from '../knowledge/vocabulary.ts';

/** Folded term → its language; what both languages call the same is left out. */
export function termLanguages(terminology: readonly NamedTerm[]): ReadonlyMap<string, Language> {
  const found = new Map<string, Set<Language>>();
  for (const { forms } of terminology) {
    for (const language of languages) {
      for (const form of forms[language]) {
        const phrase = foldPhrase(form);
        found.set(phrase, (found.get(phrase) ?? new Set()).add(language));
      }
    }
  }
  return new Map(
    [...found].flatMap(([phrase, [language, ...others]]) =>
      language && others.length === 0 ? [[phrase, language] as const] : [],
    ),
  );
}
