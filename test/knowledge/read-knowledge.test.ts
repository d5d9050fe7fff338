import { describe, expect, it } from 'vitest';
import type { ContentFile } from '../../src/knowledge/content-files.ts';
import { ContentError, problemText } from '../../src/knowledge/problems.ts';
import { readKnowledge, requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { entryFile, leaderFact, section, vocabulary } from '../support/content.ts';

function problemsOf(...files: readonly ContentFile[]): string[] {
  return readKnowledge([...vocabulary, ...files], 'content').problems.map(problemText);
}

const both = (id: string, options: Parameters<typeof entryFile>[2] = {}) => [
  entryFile(id, 'en', options),
  entryFile(id, 'fr', options),
];

describe('reading content', () => {
  it('reads an entry with its facts and sections in both languages', () => {
    const knowledge = requireKnowledge([...vocabulary, ...both('alpha', { facts: leaderFact })], 'content');
    const entry = knowledge.entry('alpha', 'fr');
    expect(entry?.facts[0]).toMatchObject({
      attribute: 'leader',
      value: { type: 'person', name: 'Ada Example' },
      asOf: '2024-05',
      sources: [{ id: 'page', url: 'https://example.org/page' }],
    });
    expect(knowledge.section('alpha', 'focus', 'en')).toMatchObject({
      heading: 'About alpha',
      asOf: '2024-05',
    });
  });

  it('gives the same knowledge whatever the order of the files', () => {
    const files = [...vocabulary, ...both('beta'), ...both('alpha')];
    const one = requireKnowledge(files, 'content');
    const other = requireKnowledge(files.toReversed(), 'content');
    expect(other.ids).toEqual(['alpha', 'beta']);
    expect(other.version).toBe(one.version);
  });

  it('changes its version when a file changes', () => {
    const one = requireKnowledge([...vocabulary, ...both('alpha')], 'content');
    const other = requireKnowledge([...vocabulary, ...both('alpha', { title: 'Alfa' })], 'content');
    expect(other.version).not.toBe(one.version);
  });

  it('reads lists, tables and links of the details', () => {
    const details = '- one [link](https://example.org/a)\n- two\n\n| A | B |\n| - | - |\n| 1 | 2 |';
    const knowledge = requireKnowledge(
      [...vocabulary, ...both('alpha', { body: section('focus', { details }) })],
      'content',
    );
    expect(knowledge.section('alpha', 'focus', 'en')?.details).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          [
            { type: 'text', value: 'one ' },
            { type: 'link', value: 'link', url: 'https://example.org/a' },
          ],
          [{ type: 'text', value: 'two' }],
        ],
      },
      { type: 'table', columns: ['A', 'B'], rows: [['1', '2']] },
    ]);
  });
});

describe('naming what is wrong', () => {
  it.each([
    [
      'no front matter',
      { path: 'clusters/a.en.md', text: '## A {#a}' },
      'content/clusters/a.en.md:1: expected the file to begin with front matter',
    ],
    [
      'broken YAML',
      { path: 'clusters/a.en.md', text: '---\nkind: [\n---\n' },
      /content\/clusters\/a\.en\.md:[23]: /,
    ],
    [
      'a strange file name',
      { path: 'clusters/A b.en.md', text: '' },
      'content/clusters/A b.en.md:0: expected a file name such as',
    ],
    [
      'an unknown kind',
      entryFile('a', 'en', { kind: 'thing' }),
      /a\.en\.md:2: kind: expected one of cluster, programme/,
    ],
    ['an unknown key', entryFile('a', 'en', { front: 'colour: red' }), /a\.en\.md:\d+: .*colour/],
    [
      'a heading without id',
      entryFile('a', 'en', { body: '## A\n\ntext' }),
      /a\.en\.md:8: expected the heading to end with its id/,
    ],
    [
      'a section without data',
      entryFile('a', 'en', { body: '## A {#a}\n\ntext' }),
      /a\.en\.md:10: expected a yaml block/,
    ],
    [
      'too few questions',
      entryFile('a', 'en', { body: section('x', { asks: ['one'] }) }),
      /a\.en\.md:13: asks: expected at least three/,
    ],
    [
      'a question without words, in its line',
      entryFile('a', 'en', { body: section('x', { asks: ['one', 'two', ' '] }) }),
      /a\.en\.md:15: asks\.2: expected text$/,
    ],
    [
      'a question that is none, in its line',
      entryFile('a', 'en', {
        body: section('x', { asks: ['one', 'two', 'three'] }).replace(/"?two"?/, '[two]'),
      }),
      /a\.en\.md:14: asks\.1: expected text$/,
    ],
    [
      'a wrong date',
      entryFile('a', 'en', { body: section('x', { data: 'review_by: soon' }) }),
      /a\.en\.md:\d+: review_by: expected a date/,
    ],
    [
      'an unknown source',
      entryFile('a', 'en', { body: section('x').replace('[page]', '[other]') }),
      /the source other is not in the front matter/,
    ],
    [
      'no answer under a heading',
      entryFile('a', 'en', { body: section('x', { lead: '- a list' }) }),
      /expected the section x to begin with a paragraph/,
    ],
    [
      'HTML',
      entryFile('a', 'en', { body: section('x', { details: '<script>alert(1)</script>' }) }),
      /expected a paragraph, a list or a table, not html/,
    ],
    [
      'an image',
      entryFile('a', 'en', { body: section('x', { details: '![x](https://example.org/x.png)' }) }),
      /expected text, emphasis or links, not image/,
    ],
    [
      'a script address',
      entryFile('a', 'en', { body: section('x', { details: '[x](javascript:alert)' }) }),
      /expected an http or https address/,
    ],
    [
      'a section id twice',
      entryFile('a', 'en', { body: section('x') + section('x', { heading: 'B' }) }),
      /the section id x is used twice/,
    ],
    [
      'text before the first heading',
      entryFile('a', 'en', { body: `text\n${section('x')}` }),
      /expected a section heading/,
    ],
  ] as const)('%s', (_name, file, expected) => {
    const problems = problemsOf(file);
    if (typeof expected === 'string') expect(problems.some((text) => text.startsWith(expected))).toBe(true);
    else expect(problems).toContainEqual(expect.stringMatching(expected));
  });

  it.each([
    [
      'emphasis without quotes',
      'title: *bold*',
      /a\.en\.md:3: .*quotes around a value that begins with an asterisk/,
    ],
    ['an alias of an anchor', 'title: &x [a]\naliases: [*x, *x]', /a\.en\.md:4: .*asterisk/],
  ])('%s in the front matter', (_name, front, expected) => {
    const text = `---\nkind: cluster\n${front}\n---\n${section('x')}`;
    expect(problemsOf({ path: 'clusters/a.en.md', text })).toContainEqual(expect.stringMatching(expected));
  });

  it('a question that begins with an asterisk', () => {
    const file = entryFile('a', 'en', { body: section('x', { data: 'review_by: *soon' }) });
    expect(problemsOf(file)).toContainEqual(expect.stringMatching(/a\.en\.md:\d+: .*"\*soon"/));
  });

  it('a paragraph of 601 characters', () => {
    expect(problemsOf(...both('a', { body: section('x', { lead: 'a'.repeat(601) }) }))).toContainEqual(
      expect.stringMatching(
        /a\.en\.md:\d+: the first paragraph of x has 601 characters, expected at most 600/,
      ),
    );
  });

  it('a paragraph of 600 characters is not too long', () => {
    expect(problemsOf(...both('a', { body: section('x', { lead: 'a'.repeat(600) }) }))).toEqual([]);
  });

  it('a missing sibling', () => {
    expect(problemsOf(entryFile('a', 'en'))).toEqual([
      'content/clusters/a.en.md:0: expected a sibling content/clusters/a.fr.md',
    ]);
  });

  it('siblings that disagree on a value', () => {
    const files = [
      entryFile('a', 'en', { facts: leaderFact }),
      entryFile('a', 'fr', { facts: leaderFact.replace('person: Ada Example', 'person: Bea Example') }),
    ];
    expect(problemsOf(...files)[0]).toMatch(
      /a\.fr\.md:1: the value of leader must agree with content\/clusters\/a\.en\.md/,
    );
  });

  it('siblings with different sections', () => {
    const files = [entryFile('a', 'en'), entryFile('a', 'fr', { body: section('other') })];
    expect(problemsOf(...files)).toContainEqual(expect.stringContaining('sections must agree'));
  });

  it('an alias that belongs to two entries', () => {
    const problems = problemsOf(
      ...both('a', { front: 'aliases: [Twin]' }),
      ...both('b', { front: 'aliases: [twin]' }),
    );
    expect(problems).toContainEqual(expect.stringContaining('the alias "twin" already belongs to a'));
  });

  it('a question that stands in two sections', () => {
    const asks = ['Who?', 'What?', 'When?'];
    const problems = problemsOf(
      ...both('a', { body: section('x', { asks }) }),
      ...both('b', { body: section('y', { asks: ['WHO', 'b', 'c'] }) }),
    );
    expect(problems).toContainEqual(expect.stringContaining('the question "who" is already asked in a#x'));
  });

  it('a dead internal link', () => {
    expect(problemsOf(...both('a', { front: 'related: [nowhere#x]' }))).toContainEqual(
      expect.stringContaining('related: nowhere#x does not exist'),
    );
  });

  it('a counterpart that is nowhere, or that only one sibling names', () => {
    expect(problemsOf(...both('a', { front: 'counterparts: [nowhere#x]' }))).toContainEqual(
      expect.stringContaining('counterparts: nowhere#x does not exist'),
    );
    expect(problemsOf(...both('a', { front: 'counterparts: [a]' }))).toContainEqual(
      expect.stringContaining('counterparts.0: expected entry#section'),
    );
    const one = [entryFile('a', 'en', { front: 'counterparts: [a#focus]' }), entryFile('a', 'fr')];
    expect(problemsOf(...one)).toContainEqual(expect.stringContaining('counterparts must agree'));
  });

  it('a topic of an industry that is nowhere, or in no agreement', () => {
    const sectors = (links: string): ContentFile => ({
      path: 'vocabulary/sectors.yaml',
      text: `- { id: fish, en: { label: Fish }, fr: { label: Poisson }, ${links} }`,
    });
    const others = vocabulary.filter((file) => file.path !== 'vocabulary/sectors.yaml');
    const problems = (links: string) =>
      readKnowledge(
        [
          ...others,
          sectors(links),
          ...both('deal', { kind: 'agreement' }),
          ...both('quota', { kind: 'topic', front: 'parent: deal' }),
          ...both('alpha'),
        ],
        'content',
      ).problems.map(problemText);
    expect(problems('topics: [deal#focus, quota#focus], counterparts: [alpha#focus]')).toEqual([]);
    expect(problems('topics: [deal#nothing]')).toContainEqual(
      expect.stringContaining('fish: no section deal#nothing'),
    );
    expect(problems('counterparts: [nowhere#x]')).toContainEqual(
      expect.stringContaining('fish: no section nowhere#x'),
    );
    expect(problems('topics: [alpha#focus]')).toContainEqual(
      expect.stringContaining('fish: alpha#focus is no section of an agreement'),
    );
  });

  it('a term of no vocabulary', () => {
    expect(problemsOf(...both('a', { front: 'sectors: [magic]' }))).toContainEqual(
      expect.stringContaining('sectors: magic is not in the vocabulary'),
    );
  });

  it('a period that ends before it begins', () => {
    const body = section('x', { data: 'effective: 2025\nuntil: 2024' });
    expect(problemsOf(...both('a', { body }))).toContainEqual(expect.stringContaining('is after until 2024'));
  });

  it('everything at once, in one error', () => {
    const files = [
      ...vocabulary,
      entryFile('a', 'en', { kind: 'thing' }),
      entryFile('b', 'en', { kind: 'thing' }),
    ];
    expect(() => requireKnowledge(files, 'content')).toThrow(ContentError);
    expect(() => requireKnowledge(files, 'content')).toThrow(/a\.en\.md:2[\s\S]*b\.en\.md:2/);
  });
});
