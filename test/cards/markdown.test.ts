import fc from 'fast-check';
import type { Link, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { type Card, type CardElement, plain, strong } from '../../src/cards/card.ts';
import { toMarkdown } from '../../src/cards/markdown.ts';
import type { Inline } from '../../src/knowledge/types.ts';

const card = (elements: readonly CardElement[], language: Card['language'] = 'en'): Card => ({
  language,
  summary: 'Summary',
  elements,
});
const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

function all(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(all)] : [node];
}
function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value : '';
}
/** As a reader sees it: white space is one space, what has no width is gone. */
const seen = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\r\n\t\u2028\u2029]/g, ' ')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const everything = card([
  { type: 'title', text: 'Title' },
  { type: 'context', text: plain('Small print') },
  {
    type: 'text',
    text: [
      { type: 'text', value: 'See ' },
      { type: 'link', value: 'the page', url: 'https://example.org/' },
      { type: 'text', value: ' now', emphasis: true },
    ],
  },
  { type: 'text', text: strong('Next dates') },
  { type: 'notice', tone: 'warning', text: plain('Not yet') },
  { type: 'facts', facts: [{ label: 'Members', value: plain('12') }] },
  { type: 'list', ordered: true, items: [plain('one'), plain('two')] },
  { type: 'list', ordered: false, items: [[...strong('Duties?'), ...plain(' – none')]] },
  {
    type: 'table',
    caption: 'Money',
    columns: ['Cluster', '2018'],
    rows: [
      ['NGen', 'a | b'],
      ['Ocean', ''],
    ],
  },
  { type: 'image', url: 'https://example.org/a.png', alt: 'A map' },
  {
    type: 'sources',
    label: 'Sources',
    asOf: 'As of 2024',
    sources: [{ id: 's', title: 'A page', publisher: 'P', url: 'https://example.org/s', date: '2024' }],
  },
  {
    type: 'actions',
    actions: [
      { type: 'call', label: 'More', call: { intent: 'help', args: {}, language: 'en' } },
      { type: 'open', label: 'Site', url: 'https://example.org/site' },
    ],
  },
]);

describe('a card as Markdown', () => {
  it('says everything that the card says, but for what only a button could do', () => {
    expect(toMarkdown(everything)).toBe(
      [
        '# Title',
        'Small print',
        'See [the page](https://example.org/) _now_',
        '## Next dates',
        '> ⚠ Not yet',
        '- **Members:** 12',
        '1. one\n2. two',
        '- **Duties?** – none',
        '**Money**',
        '| Cluster | 2018 |\n| --- | --- |\n| NGen | a \\| b |\n| Ocean | – |',
        '![A map](https://example.org/a.png)',
        '## Sources',
        '_As of 2024_',
        '1. [A page](https://example.org/s) – P, 2024',
        '- [Site](https://example.org/site)',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  it('sets a no-break space before the colon in French', () => {
    const facts: CardElement = { type: 'facts', facts: [{ label: 'Membres', value: plain('12') }] };
    expect(toMarkdown(card([facts], 'fr'))).toBe('- **Membres\u00A0:** 12\n');
  });

  it('leaves out whole lines where there is a limit, and says so', () => {
    const items = Array.from({ length: 100 }, (_, index) => plain(`item ${index}`));
    const markdown = toMarkdown(card([{ type: 'list', ordered: false, items }]), { maximum: 60 });
    expect(markdown.length).toBeLessThanOrEqual(60);
    expect(markdown).toMatch(/^- item 0\n(- item \d+\n)+…\n$/);
    expect(toMarkdown(everything, { maximum: 10_000 })).toBe(toMarkdown(everything));
  });
});

describe('text from people and files', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '![x](https://evil.example/p.png)',
    '# no heading',
    '- no list',
    '1. no list',
    '2) no list',
    '+ no list',
    '> no quotation',
    '--- ',
    '===',
    '```\nno code\n```',
    '    no code',
    '| no | table |\n| --- | --- |',
    '*no* **no** _no_ ~~no~~ `no`',
    '&lt;b&gt; &amp; &#35;',
    '[^1]: no footnote',
    '[ ] no task',
    'a\\',
    '<!channel> <@U1> &<>',
    'turn\u202Eround\u2066 and\u200F back',
    '***',
  ];

  it.each(hostile)('stays words: %j', (text) => {
    for (const element of [
      { type: 'title', text },
      { type: 'text', text: plain(text) },
      { type: 'list', ordered: false, items: [plain(text)] },
      { type: 'facts', facts: [{ label: text, value: plain(text) }] },
      { type: 'notice', tone: 'info', text: plain(text) },
      { type: 'table', caption: text, columns: [text, 'b'], rows: [[text, text]] },
    ] as const satisfies CardElement[]) {
      const root = parse(toMarkdown(card([element])));
      const types = new Set(all(root).map((node) => node.type));
      for (const type of [
        'html',
        'image',
        'code',
        'inlineCode',
        'thematicBreak',
        'definition',
        'delete',
      ] as const) {
        expect(types).not.toContain(type);
      }
      expect(root.children.length).toBeLessThanOrEqual(2);
      expect(seen(textOf(root))).toContain(seen(text).replace(/^\|/, '|'));
    }
  });

  it('is never an address that may not be opened', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address']) {
      const text: Inline[] = [{ type: 'link', value: 'label', url }];
      expect(toMarkdown(card([{ type: 'text', text }]))).toBe('label\n');
    }
  });

  it('reads back as the same words, with no link but its own', () => {
    const inline = fc.oneof(
      fc.record({
        type: fc.constant('text' as const),
        value: fc.string({ unit: 'grapheme' }),
        strong: fc.boolean(),
        emphasis: fc.boolean(),
      }),
      fc.record({
        type: fc.constant('link' as const),
        value: fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
        url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
      }),
      fc.record({
        type: fc.constant('text' as const),
        value: fc.string({ unit: fc.constantFrom(...'*_[](){}<>#+-=.!|&~`\\ \n1a') }),
        strong: fc.boolean(),
        emphasis: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 6 }), (text) => {
        const whole = seen(text.map((part) => part.value).join(''));
        const root = parse(toMarkdown(card([{ type: 'list', ordered: false, items: [text] }])));
        expect(seen(textOf(root))).toBe(whole);
        const allowed = new Set(
          text.flatMap((part) => (part.type === 'link' ? [new URL(part.url).href] : [])),
        );
        for (const link of all(root).filter((node): node is Link => node.type === 'link')) {
          // A reader may make a link of an address that stands in the text: it leads where it says.
          const own =
            [...allowed].some((url) => decodeURI(url) === decodeURI(link.url)) || allowed.has(link.url);
          expect(own || link.url.includes(textOf(link)), link.url).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
