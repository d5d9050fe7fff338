import { describe, expect, it } from 'vitest';
import { withoutAccents, withTypos } from '../../bench/disturb.ts';
import { replaceBetween, table } from '../../bench/markdown.ts';
import { differenceInterval, measure, percentile } from '../../bench/measures.ts';
import { editDistance } from '../../src/search/spelling.ts';

describe('measures of a ranking', () => {
  const grades = new Map([
    ['a', 1],
    ['b', 1],
  ]);

  it('are one when all that is relevant comes first', () => {
    expect(measure(['b', 'a', 'c'], grades)).toEqual({ ndcg: 1, reciprocalRank: 1, first: 1 });
  });

  it('fall with the rank', () => {
    const { ndcg, reciprocalRank, first } = measure(['c', 'a', 'd', 'b'], grades);
    // (1/log2 3 + 1/log2 5) / (1 + 1/log2 3)
    expect(ndcg).toBeCloseTo(0.6509, 4);
    expect([reciprocalRank, first]).toEqual([0.5, 0]);
  });

  it('are zero when nothing is found in the first ten', () => {
    const late = [...'cdefghijkl', 'a'];
    expect(measure(late, grades)).toEqual({ ndcg: 0, reciprocalRank: 0, first: 0 });
    expect(measure([], grades)).toEqual({ ndcg: 0, reciprocalRank: 0, first: 0 });
  });

  it('come with an interval that holds the difference', () => {
    const { low, high } = differenceInterval([1, 1, 1, 0, 1, 1], [0, 1, 0, 0, 1, 0]);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
  });

  it('take percentiles by nearest rank', () => {
    expect([50, 99, 100].map((percent) => percentile([1, 2, 3, 4], percent))).toEqual([2, 4, 4]);
  });
});

describe('disturbed questions', () => {
  it('have one or two slips in words of meaning, always the same', () => {
    const question = 'Who leads the manufacturing supercluster?';
    const typed = withTypos(question);
    expect(typed).not.toBe(question);
    expect(withTypos(question)).toBe(typed);
    expect(editDistance(question, typed, 4)).toBeLessThanOrEqual(2);
    expect(typed).toMatch(/^Who leads|the/);
  });

  it('lose their accents', () => {
    expect(withoutAccents('Œuvres à Québec')).toBe('OEuvres a Quebec');
  });
});

describe('a document with places for tables', () => {
  it('keeps all but what stands between the markers', () => {
    const text = 'before\n<!-- x:start -->\nold\n<!-- x:end -->\nafter';
    expect(replaceBetween(text, 'x', table(['a', 'b'], [['1', '2']]))).toBe(
      'before\n<!-- x:start -->\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n<!-- x:end -->\nafter',
    );
    expect(() => replaceBetween('nothing', 'x', '')).toThrow('expected <!-- x:start -->');
  });
});
