/** A content of two clusters, a programme and a term, small enough to reason about in a test. */
import type { ContentFile } from '../../src/knowledge/content-files.ts';

interface EntryOptions {
  readonly kind?: string;
  readonly title?: string;
  readonly front?: string;
  readonly facts?: string;
  readonly body?: string;
}

/** One content file with defaults for everything a test does not care about. */
export function entryFile(id: string, language: 'en' | 'fr', options: EntryOptions = {}): ContentFile {
  const {
    kind = 'cluster',
    title = id,
    front = '',
    facts = '',
    body = section('focus', { heading: `About ${id}` }),
  } = options;
  return {
    path: `clusters/${id}.${language}.md`,
    text: [
      '---',
      `kind: ${kind}`,
      `title: ${title}`,
      `short_title: ${title}`,
      front,
      'sources:',
      '  page: { title: A page, publisher: A publisher, url: https://example.org/page, date: 2024-05 }',
      facts,
      '---',
      body,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  };
}

interface SectionOptions {
  readonly heading?: string;
  readonly lead?: string;
  readonly asks?: readonly string[];
  readonly data?: string;
  readonly details?: string;
}

export function section(id: string, options: SectionOptions = {}): string {
  const { heading = `About ${id}`, lead = `An answer about ${id}.`, data = '', details = '' } = options;
  const asks =
    options.asks ?? [1, 2, 3].map((n) => `${heading} question ${n} ${Math.abs(hash(heading + lead))}`);
  return [
    '',
    `## ${heading} {#${id}}`,
    '',
    '```yaml',
    'asks:',
    ...asks.map((ask) => `  - ${JSON.stringify(ask)}`),
    'as_of: 2024-05',
    'sources: [page]',
    data,
    '```',
    '',
    lead,
    '',
    details,
    '',
  ].join('\n');
}

/** Makes default questions of different sections different. */
function hash(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) | 0, 7);
}

export const vocabulary: readonly ContentFile[] = [
  { path: 'vocabulary/sectors.yaml', text: '[]' },
  { path: 'vocabulary/technologies.yaml', text: '[]' },
  { path: 'vocabulary/provinces.yaml', text: '[]' },
  {
    path: 'vocabulary/attributes.yaml',
    text: '- { id: leader, en: { label: Leader, words: [who leads, CEO] }, fr: { label: Direction, words: [qui dirige, PDG] } }',
  },
  { path: 'vocabulary/synonyms.yaml', text: '[]' },
  { path: 'vocabulary/terminology.yaml', text: '[]' },
  { path: 'vocabulary/unsupported.yaml', text: '[]' },
  { path: 'vocabulary/small-talk.yaml', text: '[]' },
];

export const leaderFact = [
  'facts:',
  '  - attribute: leader',
  '    value: { person: Ada Example }',
  '    text: Ada Example leads it.',
  '    as_of: 2024-05',
  '    sources: [page]',
].join('\n');
