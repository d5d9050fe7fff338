/** Content files → knowledge, with every problem found on the way. */
import { checkKnowledge } from './check.ts';
import { type ContentFile, inOrder, versionOf } from './content-files.ts';
import { entryFileName, readEntry } from './entry.ts';
import { createKnowledge, type Knowledge } from './knowledge.ts';
import { languages, otherLanguage } from './language.ts';
import { ContentError, type Problem } from './problems.ts';
import type { Entry } from './types.ts';
import { readVocabulary } from './vocabulary.ts';

/**
 * @param root shown before each path in problems, e.g. `content`
 * @returns the knowledge, unless a problem is an error; every problem found, in any case
 */
export function readKnowledge(
  files: readonly ContentFile[],
  root: string,
): { knowledge?: Knowledge; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const entries = new Map<string, Entry>();
  const vocabularyTexts = new Map<string, string>();
  for (const { path, text } of inOrder(files)) {
    const file = `${root}/${path}`;
    const error = (message: string) => problems.push({ file, line: 0, message, severity: 'error' });
    if (path.startsWith('vocabulary/')) {
      vocabularyTexts.set(path.slice('vocabulary/'.length), text);
      continue;
    }
    const name = entryFileName(path);
    if (!name) {
      error('expected a file name such as ngen.en.md or ngen.fr.md');
      continue;
    }
    const key = `${name.id}.${name.language}`;
    const twin = entries.get(key);
    if (twin) error(`the id ${name.id} is already used by ${twin.file}`);
    const result = readEntry(text, file, name);
    problems.push(...result.problems);
    if (result.entry) entries.set(key, result.entry);
  }
  const { vocabulary, problems: vocabularyProblems } = readVocabulary(vocabularyTexts, `${root}/vocabulary`);
  problems.push(...vocabularyProblems);

  const knowledge = createKnowledge({
    entries: [...entries.values()],
    vocabulary,
    version: versionOf(files),
  });
  const { ids } = knowledge;
  for (const id of ids) {
    for (const language of languages) {
      const sibling = entries.get(`${id}.${otherLanguage(language)}`);
      if (sibling && !knowledge.entry(id, language)) {
        const expected = sibling.file.replace(/\.(en|fr)\.md$/, `.${language}.md`);
        const known = problems.some((problem) => problem.file === expected);
        if (!known) {
          problems.push({
            file: sibling.file,
            line: 0,
            message: `expected a sibling ${expected}`,
            severity: 'error',
          });
        }
      }
    }
  }
  // A file that could not be read would look like dead links everywhere else: first things first.
  if (!problems.some((problem) => problem.severity === 'error')) problems.push(...checkKnowledge(knowledge));
  if (ids.length === 0) {
    problems.push({ file: root, line: 0, message: 'expected at least one entry', severity: 'error' });
  }
  const usable = !problems.some((problem) => problem.severity === 'error');
  return { ...(usable && { knowledge }), problems };
}

/** @throws ContentError listing every error */
export function requireKnowledge(files: readonly ContentFile[], root: string): Knowledge {
  const { knowledge, problems } = readKnowledge(files, root);
  if (!knowledge) throw new ContentError(problems.filter((problem) => problem.severity === 'error'));
  return knowledge;
}
