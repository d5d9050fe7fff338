import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../src/cards/shorten.ts';

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
