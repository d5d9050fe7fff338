import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasNumber, numberedTerms } from '../../src/search/numbered.ts';

/** A word's term is its length, so that the test sees which words were taken. */
const told = (text: string) => {
  const words: string[] = [];
  numberedTerms([{ text, language: 'en' }], ({ folded }) => {
    words.push(folded);
    return [];
  });
  return words;
};

test.each([
  ['Scale AI announced 44 industry-led projects in five provinces.', 'projects'],
  ['Members: more than 300.', 'members'],
  ['Dix-sept États l’avaient ratifié.', 'etats'],
  ['No partner has left.', 'partner'],
  ['Sixteen countries were represented.', 'countries'],
  ['Une trentaine de grappes sont venues.', 'grappes'],
  ['Une soixantaine d’entreprises ont exposé.', 'entreprises'],
])('%s tells the number of %s', (text, word) => {
  expect(told(text)).toContain(word);
});

test('what stands far from any number has none', () => {
  expect(
    told('Exporters need a number of the register for consignments of EUR 6,000 or more.'),
  ).not.toContain('exporters');
});

test('without a number nothing is counted', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('members', 'of', 'the', 'clusters', 'exporters')), (words) => {
      expect(told(words.join(' '))).toEqual([]);
    }),
  );
});

test.each([
  ['It has 24% of them.', true],
  ['Seize pays sont venus.', true],
  ['The EU opened a quota.', false],
])('%s has a number: %s', (text, has) => {
  expect(hasNumber(text)).toBe(has);
});
