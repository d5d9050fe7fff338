import { expect, test } from 'vitest';
import { wordsOf } from '../../src/search/analysis.ts';
import { asksSuperlative, tellsSuperlative } from '../../src/search/superlatives.ts';

test.each([
  ['Which Canadian province exports the most lobster to Spain?', true],
  ['Which EU country has the largest trade deficit with Canada?', true],
  ['Quelle région française exporte le plus vers le Canada ?', true],
  ['Which cluster got the biggest renewal?', false],
  ['What did Ireland’s highest court decide about CETA?', false],
  ['homard vivant ou crevette cuite : lequel était le plus taxé ?', false],
  ['Which quota is larger?', false],
  ['By which date must projects end at most?', false],
])('%s asks who comes first among things of a sort: %s', (question, asks) => {
  expect(asksSuperlative(wordsOf(question))).toBe(asks);
});

test.each([
  ['Germany is the largest partner.', true],
  ['L’Ontario vient en tête.', true],
  ['Canada exports lobster to Spain.', false],
])('%s tells it: %s', (text, tells) => {
  expect(tellsSuperlative(text)).toBe(tells);
});
