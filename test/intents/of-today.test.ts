import { describe, expect, it } from 'vitest';
import { asksOfAnotherTime, holdingFirst } from '../../src/intents/of-today.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { askReal } from '../support/real-content.ts';

const item = (entry: string, stage: 'past' | 'current' | 'future', score: number) => ({
  entry,
  stage,
  score,
});

describe('a section that holds today', () => {
  it('takes the place of an earlier one of its entry that is hardly nearer', () => {
    const [old, today] = [item('p', 'past', 0.8), item('p', 'current', 0.6)];
    expect(holdingFirst([old, item('q', 'current', 0.7), today])).toEqual([
      item('p', 'past', 0.6),
      item('q', 'current', 0.7),
      item('p', 'current', 0.8),
    ]);
  });

  it('does not where it is of another entry, or far from the question', () => {
    for (const other of [item('q', 'current', 0.7), item('p', 'current', 0.5), item('p', 'future', 0.7)]) {
      const ranked = [item('p', 'past', 0.8), other];
      expect(holdingFirst(ranked)).toEqual(ranked);
    }
    expect(holdingFirst([])).toEqual([]);
  });

  it.each([
    ['What is the threshold?', 'ceta-procurement#thresholds'],
    ['quel est le seuil ?', 'ceta-procurement#thresholds'],
    ['What was the threshold in 2024?', 'ceta-procurement#thresholds-2024'],
    ['construction threshold 2025', 'ceta-procurement#thresholds-2024'],
    ['seuil fédéral en 2024', 'ceta-procurement#thresholds-2024'],
    ['threshold in 2027', 'ceta-procurement#thresholds'],
  ])('answers as the question means it, before any other: %s', (question, section) => {
    expect(askReal(question).entries[0]).toBe(section);
  });
});

it.each([
  ['what is the threshold', false],
  ['quel est le seuil', false],
  ['the thresholds of 2024 and 2026', true],
  // A year is no other time by itself: what held in it is answered for it.
  ['the threshold of 2024', false],
  ['what was the threshold', true],
  ['the old threshold', true],
  ['le seuil jusqu’en décembre', true],
])('"%s" asks of another time than today: %s', (question, expected) => {
  expect(asksOfAnotherTime(wordsOf(question))).toBe(expected);
});
