import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentFile } from '../../src/knowledge/content-files.ts';
import { type Change, compare, readSnapshot, takeSnapshot } from '../../src/knowledge/differences.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { materialForm } from '../../src/knowledge/material.ts';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { entryFile, section, vocabulary } from '../support/content.ts';
import { realFiles, realKnowledge } from '../support/real-content.ts';

const options = { now: new Date('2026-11-23T12:00:00Z'), stageDays: 30 };

interface Lead {
  readonly en: string;
  readonly fr: string;
  readonly data?: string;
  readonly details?: string;
}

const usual: Lead = {
  en: 'Alpha gave C$12,500 to 30 projects. It began in 2018.',
  fr: 'Alpha a donné 12 500 $ à 30 projets. Elle existe depuis 2018.',
};

function contentOf(lead: Lead, more: readonly ContentFile[] = []): Knowledge {
  const files = (['en', 'fr'] as const).map((language) =>
    entryFile('alpha', language, {
      title: 'Alpha',
      body: section('money', {
        heading: language === 'en' ? 'Money of Alpha' : 'Argent d’Alpha',
        lead: lead[language],
        data: lead.data ?? '',
        details: lead.details ?? '',
      }),
    }),
  );
  return requireKnowledge([...files, ...more, ...vocabulary], 'content');
}

function changes(before: Knowledge, after: Knowledge): Change[] {
  return compare(takeSnapshot(before, options), after, options);
}

describe('cosmetic changes give nothing', () => {
  test.each<[string, Lead]>([
    ['typography', { en: 'Alpha gave **C$12 500** to 30 projects . It began in 2018', fr: usual.fr }],
    [
      'no-break spaces',
      { ...usual, fr: 'Alpha a donné 12\u00A0500\u00A0$ à 30\u00A0projets. Elle existe depuis 2018.' },
    ],
    ['capital letters', { ...usual, en: usual.en.toUpperCase() }],
    ['a date of review', { ...usual, data: 'review_by: 2027-05' }],
  ])('%s', (_, lead) => {
    expect(changes(contentOf(usual), contentOf(lead))).toEqual([]);
  });

  test('other questions, headings and sources', () => {
    const before = contentOf(usual);
    const after = requireKnowledge(
      (['en', 'fr'] as const)
        .map((language) => {
          const file = entryFile('alpha', language, {
            title: 'Alpha',
            body: section('money', {
              heading: 'Another heading',
              lead: usual[language],
              asks: [`one ${language}`, `two ${language}`, `three ${language}`],
            }),
          });
          return { ...file, text: file.text.replace('A page', 'Another page') };
        })
        .concat(vocabulary),
      'content',
    );
    expect(changes(before, after)).toEqual([]);
  });

  test('the same content', () => {
    expect(changes(realKnowledge, realKnowledge)).toEqual([]);
  });

  test('of the whole content at once', () => {
    const tidied = realFiles.map(({ path, text }) => {
      if (!path.endsWith('.md')) return { path, text };
      const end = text.indexOf('\n---\n', 4);
      const body = text.slice(end).replaceAll('’', "'").replaceAll('\u00A0', ' ').replaceAll('–', '-');
      return { path, text: text.slice(0, end) + body };
    });
    expect(changes(realKnowledge, requireKnowledge(tidied, 'content'))).toEqual([]);
  });
});

describe('material changes', () => {
  test('another figure about the same date is a correction, with what it said and says', () => {
    const after = contentOf({
      en: 'Alpha gave C$12,600 to 30 projects. It began in 2018.',
      fr: 'Alpha a donné 12 600 $ à 30 projets. Elle existe depuis 2018.',
    });
    expect(changes(contentOf(usual), after)).toEqual([
      {
        item: 'alpha#money',
        entry: 'alpha',
        kind: 'corrected',
        texts: {
          en: {
            title: 'Money of Alpha',
            before: usual.en,
            now: 'Alpha gave C$12,600 to 30 projects.',
          },
          fr: { title: 'Argent d’Alpha', before: usual.fr, now: 'Alpha a donné 12 600 $ à 30 projets.' },
        },
      },
    ]);
  });

  test('with a newer date it is a change of the matter', () => {
    const after = contentOf({ en: usual.en.replace('30', '31'), fr: usual.fr.replace('30', '31') });
    const newer = requireKnowledge(
      ['en', 'fr']
        .map((language) => {
          const file = entryFile('alpha', language as 'en', {
            title: 'Alpha',
            body: section('money', {
              lead: after
                .section('alpha', 'money', language as 'en')!
                .lead.map((run) => run.value)
                .join(''),
            }).replace('as_of: 2024-05', 'as_of: 2025-06'),
          });
          return file;
        })
        .concat(vocabulary),
      'content',
    );
    expect(changes(contentOf(usual), newer).map(({ kind }) => kind)).toEqual(['changed']);
  });

  test('a sentence more is a change; only the sentence is told', () => {
    const after = contentOf({ ...usual, details: 'In 2025 it opened a second office.' });
    expect(changes(contentOf(usual), after)[0]).toMatchObject({
      kind: 'changed',
      texts: { en: { title: 'Money of Alpha', now: 'In 2025 it opened a second office.' } },
    });
    expect(changes(contentOf(usual), after)[0]?.texts.en).not.toHaveProperty('before');
  });

  test('in one language alone concern only its readers', () => {
    const after = contentOf({ ...usual, fr: usual.fr.replace('30', '13') });
    expect(Object.keys(changes(contentOf(usual), after)[0]?.texts ?? {})).toEqual(['fr']);
  });

  test.each([
    ['a name', 'Alpha', 'Alfa'],
    ['a date', '2018', '2019'],
    ['a currency', 'C$', '€'],
    ['a word', 'projects', 'companies'],
    ['a decimal', 'C$12,500', 'C$12.500'],
    ['a sign', '30 projects', '-30 projects'],
  ])('%s', (_, from, to) => {
    const after = contentOf({ ...usual, en: usual.en.replaceAll(from, to) });
    expect(changes(contentOf(usual), after)).toHaveLength(1);
  });

  test('a new entry and a removed one are one change each', () => {
    const beta = (['en', 'fr'] as const).map((language) =>
      entryFile('beta', language, { title: 'Beta', body: section('focus') + section('money') }),
    );
    const more = contentOf(usual, beta);
    expect(changes(contentOf(usual), more)).toEqual([
      {
        item: 'beta',
        entry: 'beta',
        kind: 'added',
        texts: {
          en: { title: 'Beta', now: 'An answer about focus.' },
          fr: { title: 'Beta', now: 'An answer about focus.' },
        },
      },
    ]);
    expect(changes(more, contentOf(usual))).toEqual([
      {
        item: 'beta',
        entry: 'beta',
        kind: 'removed',
        texts: { en: { title: 'Beta' }, fr: { title: 'Beta' } },
      },
    ]);
  });

  test('any changed digit of the real content is found, in its section', () => {
    const files = realFiles.filter(({ path }) => path.endsWith('.en.md'));
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), ({ path, text }, pick) => {
        // A digit of a paragraph: not of front matter, data, addresses or headings.
        const lines = text.split('\n');
        const from = lines.indexOf('---', 1);
        const places = lines.flatMap((line, index) =>
          index > from && /^[A-Z][^`{]*\d/.test(line) && !line.includes('](') ? [index] : [],
        );
        const line = places[pick % places.length];
        fc.pre(line !== undefined && !isInData(lines, line));
        const changed = lines.with(
          line!,
          lines[line!]!.replace(/\d/, (d) => String((Number(d) + 1) % 10)),
        );
        const after = requireKnowledge(
          realFiles.map((file) => (file.path === path ? { path, text: changed.join('\n') } : file)),
          'content',
        );
        const found = changes(realKnowledge, after);
        expect(found).toHaveLength(1);
        expect(Object.keys(found[0]!.texts)).toEqual(['en']);
      }),
      { numRuns: 4 },
    );
  });
});

describe('stages', () => {
  const stage = 'effective: 2026-12-10';

  test('one that begins within the days given is announced once', () => {
    const before = takeSnapshot(contentOf({ ...usual, data: stage }), {
      ...options,
      now: new Date('2026-10-01T12:00:00Z'),
    });
    const content = contentOf({ ...usual, data: stage });
    expect(compare(before, content, options)).toEqual([
      {
        item: 'alpha#money!2026-12-10',
        entry: 'alpha',
        kind: 'begins',
        date: '2026-12-10',
        texts: {
          en: { title: 'Money of Alpha', now: usual.en },
          fr: { title: 'Argent d’Alpha', now: usual.fr },
        },
      },
    ]);
    expect(compare(takeSnapshot(content, options), content, options)).toEqual([]);
  });

  test.each([
    ['2026-12', 1],
    ['2027', 0],
    ['2026-11-23', 0],
    ['2026-12-23', 1],
    ['2026-12-24', 0],
  ])('%s gives %i', (effective, count) => {
    const content = contentOf({ ...usual, data: `effective: ${effective}` });
    const before = takeSnapshot(content, { ...options, now: new Date('2025-01-01T00:00:00Z') });
    expect(compare(before, content, options)).toHaveLength(count);
  });
});

describe('snapshots', () => {
  test('survive being stored', () => {
    const snapshot = takeSnapshot(realKnowledge, options);
    expect(readSnapshot(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  test.each(['', '{}', 'null', '{"v":2}'])('%j is none', (json) => {
    expect(readSnapshot(json)).toBeUndefined();
  });
});

describe('the material form', () => {
  test.each([
    ['C$12,500', 'C$12 500'],
    ['12\u202F500 $', '12 500 $'],
    ['« L’océan »', '"L\'océan"'],
    ['2018–2023', '2018 - 2023'],
    ['Élan', 'elan'],
  ])('%s is %s', (a, b) => expect(materialForm(a)).toBe(materialForm(b)));

  test.each([
    ['1.5', '15'],
    ['5 %', '5'],
    ['$5', '€5'],
    ['-5', '5'],
    ['1,5', '1,6'],
  ])('%s is not %s', (a, b) => expect(materialForm(a)).not.toBe(materialForm(b)));
});

function isInData(lines: readonly string[], index: number): boolean {
  return lines.slice(0, index).filter((line) => line.startsWith('```')).length % 2 === 1;
}
