import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { inert, link, toMarkdown } from '../../src/teams/markdown.ts';

/** The tree a CommonMark parser makes, as `type` and nesting. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

function parse(markdown: string): Node {
  return unified().use(remarkParse).parse(markdown) as Node;
}

function types(node: Node): string[] {
  return [node.type, ...(node.children ?? []).flatMap(types)];
}

function text(node: Node): string {
  return node.value ?? (node.children ?? []).map(text).join('');
}

function links(node: Node): string[] {
  return [...(node.url === undefined ? [] : [node.url]), ...(node.children ?? []).flatMap(links)];
}

const visible = (value: string) =>
  value
    .replace(/\u200B/g, '')
    .replace(/∗/g, '*')
    .replace(/ˋ/g, '`');

const dangerous = [
  '[x](javascript:alert(1))',
  '![x](https://example.com/a.png)',
  '[x][y] [y]: https://example.com',
  '<https://example.com>',
  '<at>Alice</at>',
  '<script>alert(1)</script>',
  '**bold** __bold__ *em* _em_ ~~gone~~',
  '# Heading',
  '1. one',
  '2) two',
  '- item',
  '+ item',
  '> quote',
  '    code',
  '`code` ```js',
  '---',
  '***',
  '&lt;b&gt; &#91;x&#93; &copy;',
  'back\\[slash\\_',
  'a_b_c __init__ snake_case',
];

describe('inert text', () => {
  it.each(dangerous)('means nothing but itself: %s', (value) => {
    const tree = parse(inert(value));
    expect(types(tree)).toEqual(['root', 'paragraph', 'text']);
    expect(visible(text(tree))).toBe(value.trimStart());
  });

  it('means nothing but itself whatever it is made of', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...dangerous, ...'[]()!<>*_`~#+-=|:&;\\{}. \n\t1aé'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const tree = parse(inert(parts.join('')));
        const nodes = types(tree);
        expect([['root'], ['root', 'paragraph', 'text']]).toContainEqual(nodes);
      }),
      { numRuns: 2_000 },
    );
  });

  it('makes no link and no emphasis for the parser of iOS and Android either', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]()*_\\ax') }), (value) => {
        const guarded = inert(value);
        expect(guarded).not.toMatch(/\]\(/);
        expect(guarded).not.toContain('*');
        // An underscore with a letter on either side is none of its delimiters.
        expect(guarded).not.toMatch(/(?<![_\u200B])_|_(?![_\u200B])/);
      }),
    );
  });

  it('removes what would turn the direction of the text round and keeps the marks', () => {
    expect(inert('a\u202Eb\u2066c\u200Fd\u0007')).toBe('abc\u200Fd');
  });

  it('never lets the client compute a date', () => {
    expect(inert('{{DATE(2017-02-14T06:08:00Z)}}')).not.toContain('{{');
  });

  it('leaves ordinary sentences as they are', () => {
    const sentence = 'L’AECG (2017) supprime 98 % des droits – voir l’art. 2.4, R&D et C$ 950 M.';
    expect(inert(sentence)).toBe(sentence);
  });
});

describe('rich text as Markdown', () => {
  it('keeps its own strong, emphasis and links', () => {
    const tree = parse(
      toMarkdown([
        { type: 'text', value: 'Note:', strong: true },
        { type: 'text', value: 'see' },
        { type: 'text', value: ' this ', emphasis: true },
        { type: 'text', value: 'both', strong: true, emphasis: true },
        { type: 'link', value: 'the [1] page', url: 'https://example.com/a_(b)?x=1&y=2' },
      ]),
    );
    expect(types(tree)).toEqual(
      expect.arrayContaining(['root', 'paragraph', 'strong', 'emphasis', 'link', 'text']),
    );
    expect(visible(text(tree))).toBe('Note:see this boththe (1) page\u00A0↗');
    expect(links(tree)).toEqual(['https://example.com/a%5F%28b%29?x=1&y=2']);
  });

  it('has no link but its own, however its runs meet', () => {
    const run = fc.constantFrom(
      '[x]',
      '(javascript:alert(1))',
      '!',
      '[',
      ']',
      '1',
      '. one',
      '\\',
      '<',
      'at>',
      '&',
      'lt;',
      '~',
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: run, strong: fc.boolean(), emphasis: fc.boolean() }), { maxLength: 6 }),
        (runs) => {
          const nodes = types(parse(toMarkdown(runs.map((one) => ({ type: 'text' as const, ...one })))));
          expect(
            nodes.filter((type) => !['root', 'paragraph', 'text', 'strong', 'emphasis'].includes(type)),
          ).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'relative', ''])(
    'writes the label alone for %s',
    (url) => {
      expect(link('label', url)).toBe('label');
    },
  );

  it('keeps every web address whole', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const found = links(parse(link('label', url)));
        expect(found).toHaveLength(1);
        expect(decodeURIComponent(new URL(found[0] ?? '').href.replace(/%(?![\da-f]{2})/gi, '%25'))).toBe(
          decodeURIComponent(new URL(url).href.replace(/%(?![\da-f]{2})/gi, '%25')),
        );
      }),
    );
  });
});
