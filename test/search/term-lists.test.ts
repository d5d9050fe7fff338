import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, joined, listAt, listsWith, termLists } from '../../src/search/term-lists.ts';

const lists = fc.array(fc.array(fc.nat(20), { maxLength: 6 }), { maxLength: 8 });
const read = (all: ReturnType<typeof termLists>) =>
  Array.from({ length: countOf(all) }, (_, list) => [...listAt(all, list)]);

test('lists one after the other are what they were, joined ones too', () => {
  fc.assert(
    fc.property(fc.array(lists, { maxLength: 4 }), (all) => {
      for (const one of all) expect(read(termLists(one))).toEqual(one);
      expect(read(joined(all.map(termLists)))).toEqual(all.flat());
    }),
  );
});

test('those with a term are found', () => {
  fc.assert(
    fc.property(lists, fc.nat(20), (all, term) => {
      const found = listsWith(termLists(all), term).map((list) => [...list]);
      expect(found).toEqual(all.filter((list) => list.includes(term)));
    }),
  );
});
