import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('the language of a question', () => {
  it.each([
    ['Who leads NGen?', 'en'],
    ['Qui dirige NGen ?', 'fr'],
    ['superclusters', 'en'],
    ['supergrappes', 'fr'],
    ['AI', 'en'],
    ['règles d’origine', 'fr'],
    ['rules of origin', 'en'],
    ['fromage', 'fr'],
    ['cheese', 'en'],
    ['950 millions supergrappes', 'fr'],
    ['Scale AI Montréal', 'en'],
    ['financement Scale AI', 'fr'],
    ['declaration d’origine', 'fr'],
    ['tarif on snow crab', 'en'],
    ['liste', 'fr'],
    ['aide', 'fr'],
    ['lobstr tarif european union', 'en'],
    ['homard tarif union europeene', 'fr'],
    ['Budget d’Horizon Europe', 'fr'],
    ["I'd like Horizon Europe", 'en'],
    ['C2Lab Strasbourg', 'en'],
    ["Who'd fund Horizon Europe", 'en'],
  ] as const)('%s is %s', (question, language) => {
    expect(askReal(question).language).toBe(language);
  });

  it('is the thread’s where the words do not tell', () => {
    expect(askReal(['Qui dirige NGen ?', 'NGen']).language).toBe('fr');
    expect(askReal(['Qui dirige NGen ?', 'NGen'], 'en').language).toBe('fr');
  });

  it('is the asker’s before the default', () => {
    expect(askReal('NGen', 'fr').language).toBe('fr');
    expect(askReal('NGen').language).toBe('en');
  });
});
