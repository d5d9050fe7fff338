/** The labelled questions as plain texts, for properties that hold whatever is asked. */
import { readItems } from '../evaluation/items.ts';

/** Every question that stands alone, in the order of the file. */
export const standaloneQuestions: readonly string[] = readItems('test/evaluation/questions.jsonl')
  .filter(({ context }) => context === undefined)
  .map(({ question }) => question);
