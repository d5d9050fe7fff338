/** Whether every fact of the fact sheets is told, or left out for a reason that is written down. */
import { z } from 'zod';
import type { Knowledge } from './knowledge.ts';
import { type Language, languages } from './language.ts';
import type { Problem } from './problems.ts';
import { readYaml } from './yaml.ts';

/** The two files of the content directory that this check reads. */
export const coverageFiles = { facts: 'facts.yaml', unused: 'coverage.yaml' } as const;

const range = z
  .union([z.number().int().positive(), z.string().regex(/^\d+-\d+$/)], {
    error: 'expected a number or a range such as 10-16',
  })
  .transform((value) => {
    const [from = 0, to = from] = String(value).split('-').map(Number);
    return { from, to };
  });

const factsSchema = z.array(
  z.strictObject({
    prefix: z.string().regex(/^[A-Z]+(-[A-Z]+)?$/),
    sheet: z.string(),
    digits: z.number().int().min(1).max(6),
    numbers: z.array(range),
  }),
);

const unusedSchema = z.array(
  z.strictObject({
    id: z.string(),
    reason: z
      .string({ error: 'expected a sentence that says why' })
      .trim()
      .min(10, 'expected a sentence that says why'),
  }),
);

export interface Coverage {
  readonly total: number;
  readonly told: number;
  readonly leftOut: number;
  readonly problems: readonly Problem[];
}

/** @param texts the two files by their name; @param root shown before their names in problems */
export function checkCoverage(
  knowledge: Knowledge,
  texts: { readonly facts: string; readonly unused: string },
  root: string,
): Coverage {
  const factsFile = `${root}/${coverageFiles.facts}`;
  const unusedFile = `${root}/${coverageFiles.unused}`;
  const facts = readYaml(texts.facts, factsSchema, factsFile, 1);
  const unused = readYaml(texts.unused, unusedSchema, unusedFile, 1);
  const problems: Problem[] = [...facts.problems, ...unused.problems];
  const error = (file: string, line: number, message: string) =>
    problems.push({ file, line, message, severity: 'error' });

  const known = new Set((facts.value ?? []).flatMap(idsOf));
  const reasons = new Map((unused.value ?? []).map(({ id, reason }) => [id, reason]));
  const used = { en: usedIds(knowledge, 'en'), fr: usedIds(knowledge, 'fr') };
  for (const id of known) {
    const missing = languages.filter((language) => !used[language].has(id));
    const isListed = reasons.has(id);
    if (missing.length > 0 && !isListed) {
      const where = missing.map((language) => `the ${language} content`).join(' and ');
      error(
        unusedFile,
        0,
        `${id} stands in no basis of ${where}: tell it in a section, or list it here with a reason`,
      );
    }
    if (missing.length === 0 && isListed) {
      error(unusedFile, lineOf(texts.unused, id), `${id} is told in the content: remove it from this list`);
    }
  }
  for (const id of reasons.keys()) {
    if (!known.has(id))
      error(unusedFile, lineOf(texts.unused, id), `${id} is no fact of the sheets in ${coverageFiles.facts}`);
  }
  for (const language of languages) {
    for (const [id, file] of used[language]) {
      if (!known.has(id))
        error(file, 0, `the basis ${id} is no fact of the sheets in ${coverageFiles.facts}`);
    }
  }
  const told = [...known].filter((id) => languages.every((language) => used[language].has(id))).length;
  return { total: known.size, told, leftOut: reasons.size, problems };
}

function idsOf({ prefix, digits, numbers }: z.infer<typeof factsSchema>[number]): string[] {
  return numbers.flatMap(({ from, to }) =>
    Array.from(
      { length: to - from + 1 },
      (_, index) => `${prefix}-${String(from + index).padStart(digits, '0')}`,
    ),
  );
}

/** Each fact id of a language's content with a file that uses it. */
function usedIds(knowledge: Knowledge, language: Language): Map<string, string> {
  const used = new Map<string, string>();
  for (const entry of knowledge.all(language)) {
    for (const { basis } of [...entry.facts, ...entry.sections]) {
      for (const id of basis) used.set(id, entry.file);
    }
  }
  return used;
}

function lineOf(text: string, id: string): number {
  return text.split('\n').findIndex((line) => line.includes(id)) + 1;
}
