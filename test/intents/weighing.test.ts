import { describe, expect, it } from 'vitest';
import { asksExtreme, asksWhetherFirst, orderOf, weightOf } from '../../src/intents/weighing.ts';
import type { Fact } from '../../src/knowledge/types.ts';
import { wordsOf } from '../../src/search/analysis.ts';

describe('which end of the scale is asked for', () => {
  it.each([
    ['the smallest cluster', 'least'],
    ['which has fewer members', 'least'],
    ['la plus petite grappe', 'least'],
    ['quelle grappe a le moins de projets', 'least'],
    ['who got the most money', 'most'],
    ['la grappe la plus financée', 'most'],
    ['compare NGen and DIGITAL', undefined],
  ])('“%s”: %s', (question, order) => {
    expect(orderOf(wordsOf(question))).toBe(order);
  });
});

it('ranks nobody where there are at least or at most so many', () => {
  const asks = (question: string) => asksExtreme(wordsOf(question));
  expect(asks('must a cluster have at least five members')).toBe(false);
  expect(asks('which cluster has the least members')).toBe(true);
});

describe('whether yes or no is wanted', () => {
  it.each([
    'Is NGen bigger than Ocean?',
    'does Protein have more members than Ocean?',
    'Est-ce que NGen compte plus de membres que Scale AI ?',
    'NGen a-t-elle reçu moins d’argent que Protein ?',
  ])('it is: “%s”', (question) => {
    expect(asksWhetherFirst(wordsOf(question))).toBe(true);
  });

  it.each([
    'which is bigger, NGen or Ocean?',
    'NGen vs DIGITAL',
    'which has more members than Ocean?',
    'Does NGen or Ocean pay a higher share of costs?',
  ])('it is not: “%s”', (question) => {
    expect(asksWhetherFirst(wordsOf(question))).toBe(false);
  });
});

it('gives dates no weight: they may stand for different steps', () => {
  const fact: Pick<Fact, 'value'> = { value: { type: 'date', date: '2018-02-15' } };
  expect(weightOf(fact)).toBeUndefined();
});
