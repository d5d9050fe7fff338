import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invert } from '../../src/search/inverted.ts';
import { termLists } from '../../src/search/term-lists.ts';

test('each number is found in every list that has it, at its place', () => {
  const lists = fc.array(fc.uniqueArray(fc.nat(40), { maxLength: 12 }), { maxLength: 20 });
  fc.assert(
    fc.property(lists, (all) => {
      const { starts, lists: of, places } = invert(termLists(all), 41);
      for (let number = 0; number <= 40; number++) {
        const found = [];
        for (let at = starts[number]!; at < starts[number + 1]!; at++) found.push([of[at], places[at]]);
        const expected = all.flatMap((list, index) =>
          list.includes(number) ? [[index, list.indexOf(number)]] : [],
        );
        expect(found).toEqual(expected);
      }
    }),
  );
});
