import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { Card, CardElement, IntentCall } from '../../src/cards/card.ts';
import { toSlackMessage } from '../../src/slack/blocks.ts';
import { limits, limitViolations } from '../../src/slack/limits.ts';

const call: IntentCall = { intent: 'profile', args: { entry: 'ngen' }, language: 'en' };
const text = (value: string) => ({ type: 'text', value }) as const;

function card(...elements: CardElement[]): Card {
  return { language: 'en', summary: 'A summary.', elements };
}
function blocksOf(...elements: CardElement[]): KnownBlock[] {
  const message = toSlackMessage(card(...elements));
  expect(limitViolations(message)).toEqual([]);
  return message.blocks;
}
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const richText = (...elements: object[]) => ({ type: 'rich_text', elements });
const sentences = (length: number) =>
  'This is one sentence. '.repeat(Math.ceil(length / 22)).slice(0, length);

describe('each element', () => {
  test('a title is a header', () => {
    expect(blocksOf({ type: 'title', text: 'Two\nlines :tada:' })).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'Two lines :tada:', emoji: false } },
    ]);
  });

  test('a text keeps styles and links', () => {
    const blocks = blocksOf({
      type: 'text',
      text: [
        text('Plain '),
        { type: 'text', value: 'strong', strong: true },
        { type: 'text', value: 'both', strong: true, emphasis: true },
        { type: 'link', value: 'NGen', url: 'https://ngen.ca' },
      ],
    });
    expect(blocks).toEqual([
      richText(
        section(
          { type: 'text', text: 'Plain ' },
          { type: 'text', text: 'strong', style: { bold: true } },
          { type: 'text', text: 'both', style: { bold: true, italic: true } },
          { type: 'link', url: 'https://ngen.ca/', text: 'NGen' },
        ),
      ),
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.ca', 'slack://open', '/relative', ''])(
    'a link to “%s” is only its label',
    (url) => {
      expect(blocksOf({ type: 'text', text: [{ type: 'link', value: 'x', url }] })).toEqual([
        richText(section({ type: 'text', text: 'x' })),
      ]);
    },
  );

  test('facts are a list with bold labels', () => {
    expect(blocksOf({ type: 'facts', facts: [{ label: 'Based in', value: [text('Hamilton')] }] })).toEqual([
      richText({
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          section(
            { type: 'text', text: 'Based in: ', style: { bold: true } },
            { type: 'text', text: 'Hamilton' },
          ),
        ],
      }),
    ]);
  });

  test.each([
    [true, 'ordered'],
    [false, 'bullet'],
  ])('a list with ordered %s is %s', (ordered, style) => {
    expect(blocksOf({ type: 'list', ordered, items: [[text('one')], [], [text('two')]] })).toEqual([
      richText({
        type: 'rich_text_list',
        style,
        elements: [section({ type: 'text', text: 'one' }), section({ type: 'text', text: 'two' })],
      }),
    ]);
  });

  test.each([
    ['info', 'ℹ️ '],
    ['warning', '⚠️ '],
  ] as const)('a notice of tone %s begins with %s', (tone, icon) => {
    expect(blocksOf({ type: 'notice', tone, text: [text('Careful.')] })).toEqual([
      richText(section({ type: 'text', text: icon }, { type: 'text', text: 'Careful.' })),
    ]);
  });

  test('small print is a context; with a link, a paragraph', () => {
    expect(blocksOf({ type: 'context', text: [text('a *b* <!here>')] })).toEqual([
      { type: 'context', elements: [{ type: 'plain_text', text: 'a *b* <!here>', emoji: false }] },
    ]);
    const link = { type: 'link', value: 'x', url: 'https://e.ca/' } as const;
    expect(blocksOf({ type: 'context', text: [link] })).toEqual([
      richText(section({ type: 'link', url: 'https://e.ca/', text: 'x' })),
    ]);
  });

  test('sources are numbered links under their date', () => {
    const source = { id: 's', title: 'Report', publisher: 'ISED', url: 'https://e.ca/r', date: '2019-06' };
    expect(
      blocksOf({
        type: 'sources',
        label: 'Sources',
        asOf: 'As of June 2019',
        sources: [source, { ...source, title: '', publisher: '', date: '', url: 'ftp://e.ca' }],
      }),
    ).toEqual([
      richText(
        section({ type: 'text', text: 'As of June 2019', style: { italic: true } }),
        section({ type: 'text', text: 'Sources', style: { bold: true } }),
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [
            section(
              { type: 'link', url: 'https://e.ca/r', text: 'Report' },
              { type: 'text', text: ' — ISED, 2019-06' },
            ),
            section({ type: 'text', text: 'ftp://e.ca' }),
          ],
        },
      ),
    ]);
  });

  test('an image needs https and an alternative; else its words are shown', () => {
    expect(blocksOf({ type: 'image', url: 'https://e.ca/x.png', alt: 'A map' })).toEqual([
      { type: 'image', image_url: 'https://e.ca/x.png', alt_text: 'A map' },
    ]);
    expect(blocksOf({ type: 'image', url: 'http://e.ca/x.png', alt: 'A map' })).toEqual([
      richText(section({ type: 'text', text: 'A map' })),
    ]);
    expect(blocksOf({ type: 'image', url: 'https://e.ca/x.png', alt: ' ' })).toEqual([]);
  });

  test('a table is Slack’s own, with a bold header and no empty cell', () => {
    const columns = ['Cluster', 'Place'];
    const rows = [['NGen', 'Hamilton'], ['Scale AI']];
    const [caption, table] = blocksOf({ type: 'table', caption: 'Clusters', columns, rows });
    expect(caption).toEqual(richText(section({ type: 'text', text: 'Clusters', style: { bold: true } })));
    expect(table).toMatchObject({
      type: 'table',
      rows: [
        columns.map((name) => richText(section({ type: 'text', text: name, style: { bold: true } }))),
        [
          { type: 'raw_text', text: 'NGen' },
          { type: 'raw_text', text: 'Hamilton' },
        ],
        [
          { type: 'raw_text', text: 'Scale AI' },
          { type: 'raw_text', text: '–' },
        ],
      ],
    });
  });

  test.each([
    ['a second table', 1, 2, 2],
    ['a table of more columns than Slack takes', 0, 2, 21],
  ])('%s is a list that repeats the column names', (_, before, rowCount, width) => {
    const table = (name: string): CardElement => ({
      type: 'table',
      caption: '',
      columns: Array.from({ length: width }, (_, index) => `c${index}`),
      rows: Array.from({ length: rowCount }, () => Array.from({ length: width }, () => name)),
    });
    const blocks = blocksOf(...Array.from({ length: before }, () => table('first')), table('second'));
    expect(blocks.filter((block) => block.type === 'table')).toHaveLength(before);
    expect(JSON.stringify(blocks.at(-1))).toContain('— c1: second');
  });

  test('empty elements leave nothing behind', () => {
    const blocks = blocksOf(
      { type: 'title', text: ' ' },
      { type: 'text', text: [] },
      { type: 'text', text: [text('')] },
      { type: 'context', text: [] },
      { type: 'facts', facts: [] },
      { type: 'list', ordered: false, items: [[]] },
      { type: 'notice', tone: 'info', text: [] },
      { type: 'sources', label: '', asOf: '', sources: [] },
      { type: 'table', caption: '', columns: [], rows: [] },
      { type: 'actions', actions: [] },
    );
    expect(blocks).toEqual([]);
  });
});

describe('actions', () => {
  test('become buttons with ids of their own', () => {
    const blocks = blocksOf({
      type: 'actions',
      actions: [
        { type: 'call', label: 'Ask', call, primary: true },
        { type: 'open', label: 'Site', url: 'https://ngen.ca' },
        { type: 'share', label: 'Share', call },
        { type: 'share', label: 'Share again', call },
      ],
    });
    const value = JSON.stringify({ v: 1, ...call });
    expect(blocks).toMatchObject([
      {
        type: 'actions',
        elements: [
          { action_id: 'call:0', value, style: 'primary', text: { text: 'Ask', emoji: false } },
          { action_id: 'open:1', url: 'https://ngen.ca/' },
          { action_id: 'share', value: JSON.stringify({ call: { v: 1, ...call } }) },
          { action_id: 'share:2' },
        ],
      },
    ]);
  });

  test('that Slack cannot carry are left out', () => {
    const args = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`a${index}`, 'x'.repeat(300)]));
    const blocks = blocksOf({
      type: 'actions',
      actions: [
        { type: 'call', label: 'Too long', call: { ...call, args } },
        { type: 'share', label: 'Too long', call: { ...call, args } },
        { type: 'open', label: 'Script', url: 'javascript:alert(1)' },
        { type: 'call', label: ' ', call },
      ],
    });
    expect(blocks).toEqual([]);
  });

  test('labels are shortened to 75 characters', () => {
    const [block] = blocksOf({
      type: 'actions',
      actions: [{ type: 'call', label: 'word '.repeat(40), call }],
    });
    const [button] = block?.type === 'actions' ? block.elements : [];
    expect(button).toMatchObject({ text: { text: expect.stringMatching(/^[\s\S]{50,75}$/) } });
  });
});

describe('the frame', () => {
  test('a question is shown on top and carried by the share button', () => {
    const message = toSlackMessage(
      card({ type: 'title', text: 'T' }, { type: 'actions', actions: [{ type: 'share', label: 'S', call }] }),
      { asked: 'What <b>?' },
    );
    expect(message.text).toMatch(/^You asked: What &lt;b&gt;\?\n\nT/);
    expect(message.blocks[0]).toMatchObject({
      type: 'context',
      elements: [{ text: 'You asked: What <b>?' }],
    });
    expect(JSON.stringify(message.blocks)).toContain(String.raw`\"asked\":\"What <b>?\"`);
  });

  test('a question too long to repeat is shortened', () => {
    const message = toSlackMessage(card({ type: 'title', text: 'T' }), { asked: 'x'.repeat(10_000) });
    expect(limitViolations(message)).toEqual([]);
    expect(message.text.length).toBeLessThan(350);
  });

  test.each(['', 'U1> <!channel', 'x', '<@U1>', 'U 1'])('“%s” is never taken for a person', (sharedBy) => {
    const message = toSlackMessage(card({ type: 'title', text: 'T' }), { sharedBy, asked: 'Q' });
    expect(message.text).toBe('You asked: Q\n\nT');
    expect(JSON.stringify(message.blocks)).not.toContain('"user"');
  });
});

describe('the text', () => {
  test('is the full answer in plain text', () => {
    const message = toSlackMessage(
      card({ type: 'title', text: 'T & Co' }, { type: 'text', text: [text('Body.')] }),
    );
    expect(message.text).toBe('T &amp; Co\n\nBody.');
  });

  test('is the summary when nothing else can be said, and never empty', () => {
    expect(toSlackMessage(card()).text).toBe('A summary.');
    expect(toSlackMessage({ ...card(), summary: '' }).text).toBe('…');
  });

  test('is shortened to 4,000 characters at a sentence end', () => {
    const message = toSlackMessage(card({ type: 'text', text: [text(sentences(9_000))] }));
    expect(message.text.length).toBeLessThanOrEqual(limits.messageTextAim);
    expect(message.text).toMatch(/sentence\. …$/);
  });
});
