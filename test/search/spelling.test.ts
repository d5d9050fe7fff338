import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/knowledge/fold.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { createLexicon, readLexicon } from '../../src/search/lexicon.ts';
import { createWordReader } from '../../src/search/section-texts.ts';
import { createSpelling, editDistance } from '../../src/search/spelling.ts';
import { realKnowledge } from '../support/real-content.ts';

const lexicon = createLexicon(readLexicon(realKnowledge, createWordReader()));
const spelling = createSpelling(lexicon);
const correct = (text: string) => spelling.correct(wordsOf(text)[0]!);

describe('spelling', () => {
  it.each(['pensons', 'coop', 'penché', 'closest', 'crunched'])(
    'leaves “%s”, a form of a word that is right',
    (word) => {
      expect(correct(word)).toBeUndefined();
    },
  );

  it.each([
    ['superclutser', 'supercluster'],
    ['ratifcation', 'ratification'],
    ['candian', 'canadian'],
    ['manufcturing', 'manufacturing'],
    ['gatheing', 'gathering'],
    ['anglis', 'anglais'],
    ['minster', 'minister'],
    ['lercent', 'percent'],
    ['IGITAL', 'digital'],
    ['fromaj', 'fromage'],
    ['singed', 'signed'],
    ['joyn', 'join'],
    ['yaer', 'year'],
    ['haev', 'have'],
    ['ngenfunding', 'ngen funding'],
    ['rulesoforigin', 'rules of origin'],
    ['howmany', 'how many'],
    ['laecg', 'l’aecg'],
  ])('reads %s as %s', (written, meant) => {
    expect(correct(written)).toBe(meant);
  });

  it.each(['supercluster', 'CETA', 'NGen', 'the', 'xyz', 'quasar', '2019'])('leaves %s alone', (word) => {
    expect(correct(word)).toBeUndefined();
  });

  it.each(['volent', 'pompes', 'prénom', 'Manche', 'soudage'])(
    'leaves the French word %s as it is',
    (word) => {
      expect(correct(word)).toBeUndefined();
    },
  );

  it.each(['maintain', 'conduct', 'append', 'encontre', 'bénéficient'])(
    'takes %s for no slip: everyday speech has it, though no content need',
    (word) => {
      expect(correct(word)).toBeUndefined();
    },
  );

  it('makes no words of two languages out of a name', () => {
    expect(correct('Innosuisse')).toBeUndefined();
  });

  it('leaves things of everyday life alone, though a word of ours is near', () => {
    expect(correct('garbage')).toBeUndefined();
  });

  it('prefers the language of the words around', () => {
    const [word] = wordsOf('armws');
    expect(spelling.correct(word!, 'fr')).toBe('armes');
    expect(spelling.correct(word!, 'en')).toBe('arms');
  });

  it('has a double letter that a word of another language lacks', () => {
    const [grapes] = wordsOf('grapes');
    expect(spelling.correct(grapes!, 'fr')).toBe('grappes');
    expect(spelling.correct(grapes!, 'en')).toBeUndefined();
    expect(spelling.correct(grapes!)).toBeUndefined();
  });

  it('makes no names of other things out of short words', () => {
    expect(correct('Canso')).toBeUndefined();
  });

  it('finds words again that were written without the space between them', () => {
    const known = [...lexicon.words].filter(
      (word) => /^\p{L}{5,9}$/u.test(word) && lexicon.frequency(word) >= 60,
    );
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.constantFrom(...known), (first, second) => {
        const joined = first + second;
        if (spelling.knows(wordsOf(joined)[0]!)) return;
        const read = correct(joined);
        // A word that is one slip away may be meant as well.
        if (read === undefined || !read.includes(' ')) return;
        expect(fold(read).replaceAll(' ', '')).toBe(joined);
      }),
      { numRuns: 300 },
    );
  });

  it('counts a swap of neighbours as one edit and stops at the limit', () => {
    expect(editDistance('form', 'from', 2)).toBe(1);
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
  });

  it('is the same in both directions', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 12) === editDistance(b, a, 12)));
  });

  it('never misses a nearer word of the content', () => {
    const known = [...lexicon.words].filter((word) => word.length >= 4 && !/\p{N}/u.test(word));
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.nat(30), letter, (word, place, written) => {
        const at = 1 + (place % (word.length - 1));
        const slipped = word.slice(0, at) + written + word.slice(at + 1);
        const corrected = correct(slipped);
        if (corrected === undefined) return;
        const near = known.filter((other) => editDistance(slipped, other, 1) <= 1);
        expect(near).toContain(fold(corrected));
      }),
      { numRuns: 300 },
    );
  });
});
