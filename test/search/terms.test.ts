import { expect, test } from 'vitest';
import { addPairs, hasPair } from '../../src/search/pairs.ts';
import { createTerms } from '../../src/search/terms.ts';

test('a term keeps its number, and the number leads back to it', () => {
  const terms = createTerms();
  const [fund, fish] = [terms.add('en:fund'), terms.add('en:fish')];
  expect([terms.add('en:fund'), terms.find('en:fish'), terms.find('en:fog')]).toEqual([
    fund,
    fish,
    undefined,
  ]);
  expect([terms.text(fund), terms.text(fish), terms.size]).toEqual(['en:fund', 'en:fish', 2]);
});

test('terms that follow each other are a pair in that order, and in one line only', () => {
  const terms = createTerms();
  const pairs = new Set<number>();
  addPairs(['fish', 'quota', 'rules'].map(terms.add), pairs);
  addPairs(['beef'].map(terms.add), pairs);
  expect(hasPair(pairs, ['fish', 'quota'], terms)).toBe(true);
  expect(hasPair(pairs, ['quota', 'rules'], terms)).toBe(true);
  expect(hasPair(pairs, ['quota', 'fish'], terms)).toBe(false);
  expect(hasPair(pairs, ['rules', 'beef'], terms)).toBe(false);
  expect(hasPair(pairs, ['fish', 'unknown'], terms)).toBe(false);
});
