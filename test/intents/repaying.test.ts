import { describe, expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('whether the money of a cluster has to be given back', () => {
  test.each([
    ['Do we have to pay it back to Scale AI?'],
    ['Must a firm repay NGen?'],
    ['Faut-il rembourser l’argent de DIGITAL ?'],
    ['How much can one supercluster receive under the 2017 rules?', 'do they have to give it back?'],
  ])('%s is no share of the costs', (...questions) => {
    expect(askReal(questions).entries).toEqual(['gic#repayment']);
  });

  it.each([
    'Does NGen pay back costs?',
    'What share of the costs does Scale AI pay back?',
    'Do we have to pay back a duty under CETA?',
  ])('is no such thing: %s', (question) => {
    expect(askReal(question).entries).not.toContain('gic#repayment');
  });
});
