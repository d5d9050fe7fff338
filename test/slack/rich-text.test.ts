import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/cards/card.ts';
import { shorten } from '../../src/cards/shorten.ts';
import type { RichText } from '../../src/knowledge/types.ts';
import { shortenRichText } from '../../src/slack/rich-text.ts';

describe('shortening rich text', () => {
  test('keeps styles and links of what remains', () => {
    const text: RichText = [
      { type: 'text', value: 'First sentence. ', strong: true },
      { type: 'link', value: 'A link here. And more', url: 'https://e.ca/' },
      { type: 'text', value: ' and on and on.' },
    ];
    expect(shortenRichText(text, 34)).toEqual([
      { type: 'text', value: 'First sentence. ', strong: true },
      { type: 'link', value: 'A link here. ', url: 'https://e.ca/' },
      { type: 'text', value: '…' },
    ]);
    expect(shortenRichText(text, 200)).toBe(text);
  });

  test('says the same as shortening its plain text', () => {
    const run = fc.string({ maxLength: 40 }).map((value) => ({ type: 'text', value }) as const);
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), fc.integer({ min: 10, max: 200 }), (text, maximum) => {
        expect(plainText(shortenRichText(text, maximum))).toBe(shorten(plainText(text), maximum));
      }),
    );
  });
});
