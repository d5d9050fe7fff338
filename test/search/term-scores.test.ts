import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFullText } from '../../src/search/full-text.ts';
import { createTally } from '../../src/search/tally.ts';
import { createTermScores } from '../../src/search/term-scores.ts';
import { createTerms } from '../../src/search/terms.ts';

const term = fc.constantFrom('en:fund', 'en:fish', 'fr:fond', '@ngen', '?who', '=12', 'en:fisheri');
const text = fc.array(term, { maxLength: 12 });
const documents = fc.array(fc.record({ all: text, title: text, asks: text }), { minLength: 1, maxLength: 8 });
/** Also one that no document has, and one that is a slip. */
const question = fc.uniqueArray(fc.oneof(term, fc.constantFrom('en:boat', 'en:fisj')), {
  minLength: 1,
  maxLength: 5,
});

const exact = { boost: { all: 1, title: 0.5, asks: 1.25 }, bm25: { k: 1.2, b: 0.9, d: 0.5 } };
const tolerant = { ...exact, fuzzy: 1, prefix: true };

function indexOf(texts: readonly Record<'all' | 'title' | 'asks', string[]>[]) {
  const terms = createTerms();
  const tally = createTally();
  const counted = (list: readonly string[]) => {
    tally.add(list.map(terms.add), 1);
    return tally.take();
  };
  const ids = texts.map((_, place) => `d${place}`);
  const index = createFullText(
    texts.map(({ all, title, asks }, place) => ({
      id: ids[place]!,
      counts: { all: counted(all), title: counted(title), asks: counted(asks) },
    })),
    terms,
  );
  return { index, ids };
}

test('each document gets what the library gives it for the whole question, before it counts the terms', () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(question, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (texts, questions, isTolerant) => {
        const { index, ids } = indexOf(texts);
        const scores = createTermScores(index, ids, { exact, tolerant });
        for (const asked of questions) {
          const shares = new Map<string, number>(asked.map((one, place) => [one, place === 0 ? 1 : 0.5]));
          const found = index.search(asked.join(' '), {
            ...(isTolerant ? tolerant : exact),
            tokenize: (words) => words.split(' '),
            boostTerm: (one) => shares.get(one)!,
          });
          const theirs = new Map(found.map(({ id, score, queryTerms }) => [id, score / queryTerms.length]));
          const ours = scores.score(shares, isTolerant);
          for (const [place, id] of ids.entries()) expect(ours[place]).toBeCloseTo(theirs.get(id) ?? 0, 9);
        }
      },
    ),
  );
});

test('a term that comes again costs no search, until too much is kept', () => {
  const { index, ids } = indexOf([
    { all: ['en:fund'], title: [], asks: [] },
    { all: ['en:fish', 'en:fund'], title: [], asks: [] },
  ]);
  let searches = 0;
  const counting = Object.assign(Object.create(index), {
    search: (...args: Parameters<typeof index.search>) => {
      searches += 1;
      return index.search(...args);
    },
  });
  const scores = createTermScores(counting, ids, { exact, tolerant }, 70);
  const ask = (...asked: string[]) => [...scores.score(new Map(asked.map((one) => [one, 1])), false)];
  const first = ask('en:fund', 'en:fish');
  expect(ask('en:fund', 'en:fish')).toEqual(first);
  expect(searches).toBe(2);
  ask('en:boat');
  expect(ask('en:fund', 'en:fish')).toEqual(first);
  expect(searches).toBe(5);
});
