import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSentence, shorten } from '../../src/cards/shorten.ts';

describe('shortening', () => {
  it('leaves what fits', () => {
    expect(shorten('One. Two.', 9)).toBe('One. Two.');
  });

  it('cuts at the end of a sentence', () => {
    expect(shorten('First one. Second one. Third one.', 25)).toBe('First one. Second one. …');
  });

  it('cuts between words where no sentence ends', () => {
    expect(shorten('one two three four five', 15)).toBe('one two three…');
  });

  it('cuts a single long word', () => {
    expect(shorten('a'.repeat(20), 10)).toBe(`${'a'.repeat(9)}…`);
  });

  it('takes no abbreviation for the end of a sentence', () => {
    const text = "The summit was in St. John's. It ended there, in the city of St. John's itself.";
    expect(firstSentence(text, 100)).toBe("The summit was in St. John's.");
    expect(shorten(text, 60)).toBe("The summit was in St. John's. …");
    expect(firstSentence('Scale AI, Inc. of San Francisco is another. Yes.', 100)).toBe(
      'Scale AI, Inc. of San Francisco is another.',
    );
  });

  it('gives the first sentence whole, or shortens it', () => {
    expect(firstSentence('One. Two.', 100)).toBe('One.');
    expect(firstSentence('No end', 100)).toBe('No end');
    expect(firstSentence('one two three four five. Six.', 15)).toBe('one two three…');
  });

  it('never exceeds the maximum, never splits a character, always shows the cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 100 }),
        (text, maximum) => {
          const short = shorten(text, maximum);
          expect(short.length).toBeLessThanOrEqual(maximum);
          expect(short.isWellFormed()).toBe(true);
          if (text.length > maximum) expect(short.endsWith('…')).toBe(true);
          else expect(short).toBe(text);
        },
      ),
    );
  });
});
