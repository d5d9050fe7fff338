import { describe, expect, it } from 'vitest';
import { ofTwoCountries } from '../../src/conversation/clauses.ts';
import { askReal } from '../support/real-content.ts';

describe('what is asked of two countries is asked of each', () => {
  it.each([
    ['What happened in Cyprus and in Ireland?', ['ceta-ratification#cyprus', 'ceta-ratification#ireland']],
    ['what did France and Germany decide on CETA', ['ceta-ratification#france', 'ceta-ratification#germany']],
    [
      'la France et l’Allemagne ont-elles ratifié l’AECG ?',
      ['ceta-ratification#france', 'ceta-ratification#germany'],
    ],
  ])('%s', (question, entries) => {
    expect(askReal(question).entries).toEqual(entries);
  });

  it('once, where one passage tells of both', () => {
    expect(askReal('have Austria and Sweden ratified').entries).toEqual(['ceta-ratification#list']);
  });

  it.each([
    'Did Germany ratify CETA?',
    'trade between Canada and Germany',
    'France, Italy and Spain',
    'did Germany ratify before France did',
  ])('and of nobody else: %s', (text) => {
    expect(ofTwoCountries(text)).toBeUndefined();
  });
});
