import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sums } from '../../src/search/sums.ts';

const lines = 12;
const additions = fc.array(
  fc.record({ line: fc.nat(lines - 1), value: fc.double({ min: 0.001, max: 9, noNaN: true }) }),
);

test('holds what was added since it was cleared, and knows which lines it is', () => {
  fc.assert(
    fc.property(fc.array(additions, { minLength: 1, maxLength: 4 }), (rounds) => {
      const sums = new Sums(lines);
      const copy = new Sums(lines);
      copy.add(3, 1);
      for (const round of rounds) {
        sums.clear();
        const expected = new Float64Array(lines);
        for (const { line, value } of round) {
          sums.add(line, value);
          expected[line]! += value;
        }
        const touched = [...new Set(round.map(({ line }) => line))];
        copy.copy(sums);
        for (const one of [sums, copy]) {
          expect([...one.values]).toEqual([...expected]);
          expect([...one.touched]).toEqual(touched);
        }
      }
    }),
  );
});
