import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { createFullText } from '../../src/search/full-text.ts';
import { createTally } from '../../src/search/tally.ts';
import { createTerms } from '../../src/search/terms.ts';

const term = fc.constantFrom('en:fund', 'en:fish', 'fr:fond', '@ngen', '?who', '=12', 'en:fisheri');
const text = fc.array(term, { maxLength: 12 });
const texts = fc.record({ all: text, title: text, asks: text });
const search = { fuzzy: 1, prefix: true, boost: { all: 1, title: 0.5, asks: 1.25 } };

test('what was counted is found with the scores that the library gives the same texts', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), term, term, (documents, one, other) => {
      const terms = createTerms();
      const tally = createTally();
      const counted = (list: readonly string[]) => {
        tally.add(list.map(terms.add), 1);
        return tally.take();
      };
      const ours = createFullText(
        documents.map(({ all, title, asks }, id) => ({
          id: `d${id}`,
          counts: { all: counted(all), title: counted(title), asks: counted(asks) },
        })),
        terms,
      );
      const theirs = new MiniSearch({
        fields: ['all', 'title', 'asks'],
        tokenize: (words) => words.split(' '),
        processTerm: (word) => word || null,
      });
      const atMostThrice = (list: readonly string[]) =>
        list.filter((word, at) => list.slice(0, at).filter((other) => other === word).length < 3).join(' ');
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
