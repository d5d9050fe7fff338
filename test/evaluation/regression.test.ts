/** Questions that were unseen once: what a change to the understanding breaks shows here first. */
import { expect, test } from 'vitest';
import { realConversation, today } from '../support/real-content.ts';
import { regressionFloors } from './floors.ts';
import { readItems } from './items.ts';
import { failures, figures } from './report.ts';
import { run } from './run.ts';

const items = readItems('test/evaluation/regression.jsonl');

test('no question stands in both sets', () => {
  const key = ({ context = [], question }: (typeof items)[number]) => [...context, question].join('\n');
  const known = new Set(readItems('test/evaluation/questions.jsonl').map(key));
  expect(items.map(key).filter((asked) => known.has(asked))).toEqual([]);
  expect(new Set(items.map(key)).size).toBe(items.length);
});

test('most of them are still answered right', () => {
  const results = run(items, realConversation, today);
  const { inScopeRight, falseAnswers } = figures(results);
  expect(inScopeRight, failures(results)).toBeGreaterThanOrEqual(regressionFloors.inScopeRight);
  expect(falseAnswers, failures(results)).toBeLessThanOrEqual(regressionFloors.falseAnswers);
}, 60_000);
