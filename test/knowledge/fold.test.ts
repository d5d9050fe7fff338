import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldPhrase } from '../../src/knowledge/fold.ts';

describe('comparing words', () => {
  it('makes case, accents, ligatures and apostrophes equal', () => {
    expect(fold('QUÉBEC')).toBe('quebec');
    expect(fold('Œuvre')).toBe('oeuvre');
    expect(foldPhrase('Qu’est-ce que l’AECG ?')).toBe('qu est ce que l aecg');
  });

  it('folds a text as it folds its characters, decomposed accents included', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('é', 'e\u0301', 'Ǆ', 'ﬁ', 'Œ', '’'),
    );
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        expect(fold(parts.join(''))).toBe(parts.map(fold).join(''));
        expect(fold(parts.join('').normalize('NFD'))).toBe(fold(parts.join('')));
      }),
    );
  });

  it('does not change what is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldPhrase(foldPhrase(text))).toBe(foldPhrase(text));
      }),
    );
  });
});
