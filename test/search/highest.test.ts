import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Highest, highestOf } from '../../src/search/highest.ts';

const few = fc.array(fc.integer({ min: -2, max: 6 }), { maxLength: 30 });
const most = fc.integer({ min: 1, max: 8 });

test('the highest values are those that sorting puts first', () => {
  fc.assert(
    fc.property(few, most, (values, count) => {
      const highest = new Highest(count);
      for (const value of values) highest.add(value);
      expect(highest.values).toEqual(values.toSorted((a, b) => b - a).slice(0, count));
    }),
  );
});

test('their places are those of a stable sort, without what is not above nought', () => {
  fc.assert(
    fc.property(few, most, (values, count) => {
      const places = values.map((_, place) => place).filter((place) => values[place]! > 0);
      const sorted = places.toSorted((a, b) => values[b]! - values[a]!);
      expect(highestOf(Float64Array.from(values), count)).toEqual(sorted.slice(0, count));
    }),
  );
});
