import type { Knowledge } from '../knowledge/knowledge.ts';
import { languages } from '../knowledge/language.ts';
import type { Problem } from '../knowledge/problems.ts';
import { isStopWord, stem, wordsOf } from './analysis.ts';

/**
 * Questions of different sections that are the same to the search: equal but for grammar words and
 * inflection. Whoever asks one may get the answer of the other.
 */
export function findNearDuplicates(knowledge: Knowledge): Problem[] {
  const problems: Problem[] = [];
  for (const language of languages) {
    const owners = new Map<string, { readonly section: string; readonly ask: string }>();
    for (const entry of knowledge.all(language)) {
      for (const section of entry.sections) {
        const here = `${entry.id}#${section.id}`;
        for (const ask of section.asks) {
          const key = wordsOf(ask)
            .filter((word) => !isStopWord(word.folded, language))
            .map((word) => stem(word.surface, language))
            .join(' ');
          const owner = owners.get(key);
          if (owner && owner.section !== here) {
            problems.push({
              file: entry.file,
              line: section.line,
              message: `the question "${ask}" is nearly "${owner.ask}" of ${owner.section}: word one of them otherwise`,
              severity: 'error',
            });
          } else owners.set(key, { section: here, ask });
        }
      }
    }
  }
  return problems;
}
