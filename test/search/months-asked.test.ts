import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/search/analysis.ts';
import { monthAsked, tellsOfMonth } from '../../src/search/months-asked.ts';
import { askReal } from '../support/real-content.ts';

describe('the month that a question names', () => {
  it.each([
    ['what was handed out in Feb 2023?', { month: 1, year: '2023' }],
    ['qui a signé en août 2019 ?', { month: 7, year: '2019' }],
    ['who came in September of 2024', { month: 8, year: '2024' }],
    ['who may join in 2023?', undefined],
    ['between May 2019 and June 2020', undefined],
    ['in March', undefined],
  ])('%s', (text, month) => {
    expect(monthAsked(wordsOf(text))).toEqual(month);
  });

  it('is told in either language, in one sentence', () => {
    const asked = { month: 1, year: '2023' };
    expect(tellsOfMonth('On 13 February 2023 the minister allocated it.', asked)).toBe(true);
    expect(tellsOfMonth('Le 13 février 2023, il a été réparti.', asked)).toBe(true);
    expect(tellsOfMonth('By February 2020 little had been paid.', asked)).toBe(false);
    expect(tellsOfMonth('It was allocated in 2023.', asked)).toBe(false);
  });

  it('leads to what tells of it', () => {
    const thread = ['What did Budget 2022 put into the clusters?', 'And what was handed out in Feb 2023?'];
    expect(askReal(thread).entries[0]).toBe('gic#renewal');
  });
});

it('does not take a national parliament for the European one', () => {
  for (const { entries } of [
    askReal('when did the European Parliament say yes to CETA?'),
    askReal('a quelle date le parlement europeen a donne son feu vert a laecg'),
  ])
    expect(entries).not.toContain('ceta-ratification#germany');
});
