import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTally } from '../../src/search/tally.ts';

/** Terms → [count, weight]. */
function taken(tally: ReturnType<typeof createTally>): Map<number, [number, number]> {
  const { terms, counts, weights } = tally.take();
  return new Map(Array.from(terms, (term, at) => [term, [counts[at]!, weights[at]!]]));
}

test('a term counts three times at most, also over several texts', () => {
  const tally = createTally();
  tally.add([7, 7, 8], 0.5);
  const twice = tally.take();
  expect([...twice.terms]).toEqual([7, 8]);
  expect([...twice.counts]).toEqual([2, 1]);
  tally.addAll(twice);
  tally.addAll(twice);
  expect(taken(tally)).toEqual(
    new Map([
      [7, [3, 0.5]],
      [8, [2, 0.5]],
    ]),
  );
});

test('a term tells as much as where it stands best', () => {
  const tally = createTally();
  tally.add([1], 0.6);
  tally.add([1, 2], 1);
  tally.add([2], 0.85);
  expect(taken(tally)).toEqual(
    new Map([
      [1, [2, 1]],
      [2, [2, 1]],
    ]),
  );
});

test('nothing is left of the text before, however high its numbers', () => {
  const list = fc.array(fc.nat(20_000), { maxLength: 30 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const used = createTally();
      used.add(before, 1);
      used.take();
      const fresh = createTally();
      for (const tally of [used, fresh]) tally.add(after, 0.6);
      expect(taken(used)).toEqual(taken(fresh));
    }),
  );
});
