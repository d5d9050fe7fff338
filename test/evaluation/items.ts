/**
 * The labelled questions: one JSON object a line in `questions.jsonl`; those of `regression.jsonl` were written without
 * knowing the content, and have been looked at since.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const kinds = [
  'definition',
  'fact',
  'lookup',
  'list',
  'comparison',
  'how-to',
  'yes-no',
  'two-part',
  'keyword',
  'typo',
  'caps',
  'slang',
  'synonym',
  'follow-up',
  'mixed',
  'refusal',
] as const;
export type Kind = (typeof kinds)[number];

export const parts = ['tuning', 'validation'] as const;
export type Part = (typeof parts)[number];

const itemSchema = z.strictObject({
  id: z.string().regex(/^(en|fr)-[a-z-]+-\d{3,4}$/),
  kind: z.enum(kinds),
  language: z.enum(['en', 'fr']),
  question: z.string().min(1),
  /** Earlier questions of the thread, oldest first. */
  context: z.array(z.string().min(1)).min(1).optional(),
  expect: z.strictObject({
    answered: z.boolean(),
    /** An honest answer is as good as none; `answered` is then false. */
    either: z.literal(true).optional(),
    /** Acceptable contents, any of them: `entry` or `entry#section`. Empty or absent: any. */
    entries: z.array(z.string().regex(/^[a-z0-9-]+(#[a-z0-9-]+)?$/)).optional(),
    /** Regular expressions the answer's plain text must match, all of them, whatever the case. */
    facts: z.array(z.string().min(1)).optional(),
  }),
});
export type Item = z.infer<typeof itemSchema>;

export function readItems(path: string): Item[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed = itemSchema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${path}:${number}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}

/** Which half an item is in. It depends on the id alone, so new items never move old ones. */
export function partOf(id: string): Part {
  const lastByte = createHash('sha256').update(id).digest().at(-1)!;
  return lastByte % 2 === 0 ? 'tuning' : 'validation';
}
