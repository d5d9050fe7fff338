import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { addCounts, countTerms, createFullText } from '../../src/search/full-text.ts';

const term = fc.constantFrom('en:fund', 'en:fish', 'fr:fond', '@ngen', '?who', '=12', 'en:fisheri');
const text = fc.array(term, { maxLength: 12 });
const texts = fc.record({ all: text, title: text, asks: text });
const search = { fuzzy: 1, prefix: true, boost: { all: 1, title: 0.5, asks: 1.25 } };

test('what was counted is found with the scores that the library gives the same texts', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), term, term, (documents, one, other) => {
      const ours = createFullText(
        documents.map(({ all, title, asks }, id) => ({
          id: `d${id}`,
          counts: { all: countTerms(all), title: countTerms(title), asks: countTerms(asks) },
        })),
      );
      const theirs = new MiniSearch({
        fields: ['all', 'title', 'asks'],
        tokenize: (words) => words.split(' '),
        processTerm: (word) => word || null,
      });
      const atMostThrice = (terms: readonly string[]) =>
        [...countTerms(terms)].flatMap(([word, count]) => Array<string>(count).fill(word)).join(' ');
      theirs.addAll(
        documents.map(({ all, title, asks }, id) => ({
          ...{ id: `d${id}`, all: atMostThrice(all), title: atMostThrice(title) },
          asks: atMostThrice(asks),
        })),
      );
      const found = (index: MiniSearch) =>
        index.search(`${one} ${other}`, search).map(({ id, score }) => ({ id, score: score.toFixed(9) }));
      expect(found(ours)).toEqual(found(theirs));
    }),
  );
});

test('a term counts three times at most, also over several texts', () => {
  const [twice, often] = [countTerms(['a', 'a', 'b']), countTerms(['a', 'a', 'a', 'a'])];
  expect([...twice]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(often.get('a')).toBe(3);
  expect(addCounts([twice, twice]).get('a')).toBe(3);
  expect(addCounts([twice, twice]).get('b')).toBe(2);
});
