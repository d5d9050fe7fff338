import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldPhrase } from '../../src/knowledge/fold.ts';

describe('comparing words', () => {
  it('makes case, accents, ligatures and apostrophes equal', () => {
    expect(fold('QUÉBEC')).toBe('quebec');
    expect(fold('Œuvre')).toBe('oeuvre');
    expect(foldPhrase('Qu’est-ce que l’AECG ?')).toBe('qu est ce que l aecg');
  });

  it('does not change what is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldPhrase(foldPhrase(text))).toBe(foldPhrase(text));
      }),
    );
  });
});
