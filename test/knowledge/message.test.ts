import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/knowledge/message.ts';

const english = '# News {#en}\n\nA text.';
const french = '# Nouvelles {#fr}\n\nUn texte.';

describe('a message file', () => {
  test('has a title and a text in both languages', () => {
    expect(readMessage(`${english}\n\n${french}`, 'm.md').message).toEqual({
      en: { title: 'News', blocks: [{ type: 'paragraph', text: [{ type: 'text', value: 'A text.' }] }] },
      fr: {
        title: 'Nouvelles',
        blocks: [{ type: 'paragraph', text: [{ type: 'text', value: 'Un texte.' }] }],
      },
    });
  });

  test.each([
    ['no French part', english, /^m\.md:1: expected a part "# … \{#fr\}"/],
    ['a part without text', `${english}\n\n# Nouvelles {#fr}`, /^m\.md:5: expected a text under the title/],
    [
      'the same part twice',
      `${english}\n\n${english}\n\n${french}`,
      /^m\.md:5: the part \{#en\} stands here/,
    ],
    ['text before any heading', `Hello\n\n${english}\n\n${french}`, /^m\.md:1: expected a heading/],
    ['a heading without language', `${english}\n\n# More\n\n${french}`, /^m\.md:5: expected a heading/],
    ['HTML', `${english}\n\n<script></script>\n\n${french}`, /^m\.md:5: expected a paragraph, a list or a/],
    ['an image', `${english}\n\n![x](https://x.y/z.png)\n\n${french}`, /^m\.md:5: expected text, emphasis/],
    ['a script address', `${english}\n\n[x](javascript:1)\n\n${french}`, /^m\.md:5: expected an http or/],
    [
      'a title that fits no card',
      `# ${'a'.repeat(151)} {#en}\n\nA\n\n${french}`,
      /^m\.md:1: expected a title/,
    ],
    ['too much', 'a'.repeat(20_001), /^m\.md:1: expected at most 20000 characters/],
  ])('with %s is refused with its line', (_, text, expected) => {
    const { message, problems } = readMessage(text, 'm.md');
    expect(message).toBeUndefined();
    const [first] = problems;
    expect(`${first?.file}:${first?.line}: ${first?.message}`).toMatch(expected);
  });
});
