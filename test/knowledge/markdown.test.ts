import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntryMarkdown, parseInline } from '../../src/knowledge/markdown.ts';

const head = '---\nkind: term\n---\n\n## A heading {#a}\n\n```yaml\nasks: []\n```\n\n';

const blocksOf = (body: string) => parseEntryMarkdown(head + body, 'a.en.md').sections[0]?.blocks;
const problemsOf = (body: string) =>
  parseEntryMarkdown(head + body, 'a.en.md').problems.map(({ line, message }) => `${line}: ${message}`);
const runsOf = (text: string) => parseInline(text, 'a.en.md', 7).text;

describe('a content file', () => {
  it('is split into front matter, data and blocks, each with its line', () => {
    const entry = parseEntryMarkdown(`${head}Text.`, 'a.en.md');
    expect(entry).toEqual({
      frontMatter: { text: 'kind: term', line: 2 },
      sections: [
        {
          heading: 'A heading',
          id: 'a',
          line: 5,
          data: { text: 'asks: []', line: 8 },
          blocks: [{ type: 'paragraph', text: [{ type: 'text', value: 'Text.' }] }],
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['the line ends of Windows', head.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${head}`],
  ])('may have %s', (_name, text) => {
    expect(parseEntryMarkdown(text, 'a.en.md')).toEqual(parseEntryMarkdown(head, 'a.en.md'));
  });

  it('has no front matter where the second line of hyphens is missing', () => {
    expect(parseEntryMarkdown('---\nkind: term\n', 'a.en.md').frontMatter).toBeUndefined();
  });

  it('keeps lines of hyphens that are not the end of the front matter', () => {
    const { frontMatter } = parseEntryMarkdown('---\na: |\n  ---\n----\n---\n', 'a.en.md');
    expect(frontMatter?.text).toBe('a: |\n  ---\n----');
  });

  it('never makes the reader fail, whatever stands in it', () => {
    const mark = fc.constantFrom(
      '---',
      '##',
      '{#a}',
      '```yaml',
      '```',
      '- ',
      '1. ',
      '> ',
      '|',
      '[',
      '](',
      ')',
      '<b>',
    );
    const part = fc.oneof(mark, fc.constantFrom('\n', '\n\n', ' ', '*', '_', '\\', '&amp;'), fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        for (const text of [parts.join(''), head + parts.join('')]) {
          const lines = text.split(/\r\n|\r|\n/).length;
          for (const { line } of parseEntryMarkdown(text, 'a.en.md').problems) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines);
          }
        }
      }),
    );
  });
});

describe('text', () => {
  it('has emphasis within emphasis', () => {
    expect(runsOf('a **b *c* d** e')).toEqual([
      { type: 'text', value: 'a ' },
      { type: 'text', value: 'b ', strong: true },
      { type: 'text', value: 'c', strong: true, emphasis: true },
      { type: 'text', value: ' d', strong: true },
      { type: 'text', value: ' e' },
    ]);
  });

  it('is one run over line ends, escapes and character references', () => {
    expect(runsOf('one\ntwo  \nthree \\* &amp;')).toEqual([{ type: 'text', value: 'one two three * &' }]);
  });

  it('links an address that stands alone, and nothing that only looks like one', () => {
    expect(runsOf('see https://example.org/a?b=é')).toEqual([
      { type: 'text', value: 'see ' },
      { type: 'link', value: 'https://example.org/a?b=é', url: 'https://example.org/a?b=é' },
    ]);
    expect(runsOf('ask info@example.org on example.org')).toEqual([
      { type: 'text', value: 'ask info@example.org on example.org' },
    ]);
  });

  it.each([
    [
      'after a link',
      '[words](https://a.example) https://b.example',
      ['https://a.example', 'https://b.example'],
    ],
    ['in the words of a link', '[https://b.example](https://a.example)', ['https://a.example']],
  ])('links an address %s', (_, text, addresses) => {
    expect(runsOf(text).flatMap((run) => (run.type === 'link' ? run.url : []))).toEqual(addresses);
  });

  it('keeps an address as it is written', () => {
    const url = 'https://example.org/%C3%A9_(x)?a=1&b=[2]';
    expect(runsOf(`[words](${url})`)).toEqual([{ type: 'link', value: 'words', url }]);
  });

  it('takes an address to write to as text', () => {
    expect(runsOf('[write](mailto:a@example.org) us')).toEqual([{ type: 'text', value: 'write us' }]);
  });
});

describe('what content may not have is named with its line', () => {
  it.each([
    ['one\ntwo <b>three</b>', '12: expected text, emphasis or links, not html'],
    ['one\n\n<div>', '13: expected a paragraph, a list or a table, not html'],
    ['`code`', '11: expected text, emphasis or links, not code'],
    ['one\n\n    code', '13: expected a paragraph, a list or a table, not code'],
    ['> words', '11: expected a paragraph, a list or a table, not a quotation'],
    ['### More', '11: expected a paragraph, a list or a table, not a heading'],
    ['~~gone~~', '11: expected text, emphasis or links, not struck-out text'],
    [
      'one\n\n[a][b]\n\n[b]: https://example.org',
      '15: expected the address of a link in brackets after its words',
    ],
    ['- one\n- two\n\n  three', '11: expected list items of one paragraph each'],
    ['- one\n- two [x](ftp://example.org)', '12: expected an http or https address'],
  ])('%j', (body, expected) => {
    expect(problemsOf(body)).toContain(expected);
  });
});

describe('lists and tables', () => {
  it('are read in order, with their kind', () => {
    expect(blocksOf('1. one\n2. two\n\n| A | B |\n| - | -: |\n| **1** | [2](https://example.org) |')).toEqual(
      [
        {
          type: 'list',
          ordered: true,
          items: [[{ type: 'text', value: 'one' }], [{ type: 'text', value: 'two' }]],
        },
        { type: 'table', columns: ['A', 'B'], rows: [['1', '2']] },
      ],
    );
  });
});
