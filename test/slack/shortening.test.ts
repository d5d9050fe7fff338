import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { Card, CardAction, CardElement } from '../../src/cards/card.ts';
import { toSlackMessage } from '../../src/slack/blocks.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import { profileCall } from './fake-answering.ts';

const text = (value: string) => ({ type: 'text', value }) as const;
const more: CardAction = { type: 'call', label: 'More', call: profileCall };

function card(...elements: CardElement[]): Card {
  return { language: 'en', summary: 'A summary.', elements };
}
function blocksOf(...elements: CardElement[]): KnownBlock[] {
  const message = toSlackMessage(card(...elements));
  expect(limitViolations(message)).toEqual([]);
  return message.blocks;
}
const sentences = (length: number) =>
  'This is one sentence. '.repeat(Math.ceil(length / 22)).slice(0, length);

describe('a card beyond the limits', () => {
  test('is shortened at a sentence end and offers more', () => {
    const elements: CardElement[] = [
      { type: 'title', text: 'T' },
      { type: 'text', text: [text(sentences(15_000))] },
      { type: 'actions', actions: [{ type: 'open', label: 'Site', url: 'https://ngen.ca' }] },
    ];
    const message = toSlackMessage({ ...card(...elements), more });
    expect(limitViolations(message)).toEqual([]);
    expect(message.blocks.map((block) => block.type)).toEqual(['header', 'rich_text', 'actions', 'actions']);
    expect(JSON.stringify(message.blocks[1])).toMatch(/sentence\. "\},\{"type":"text","text":"…"\}/);
    expect(JSON.stringify(message.blocks.at(-1))).toContain('More');
  });

  test('within the limits offers nothing', () => {
    const message = toSlackMessage({ ...card({ type: 'text', text: [text('Short.')] }), more });
    expect(JSON.stringify(message.blocks)).not.toContain('More');
  });

  test.each([150, 151])('a title of %i characters fits', (length) => {
    const [header] = blocksOf({ type: 'title', text: 'x'.repeat(length) });
    const shown = header?.type === 'header' ? header.text.text : '';
    expect(shown.length).toBe(150);
    expect(shown.endsWith('…')).toBe(length > 150);
  });

  test.each([
    ['99 rows and their header are a table', 99, 'table'],
    ['100 rows and their header are a list', 100, 'rich_text'],
  ])('%s', (_, count, type) => {
    const rows = Array.from({ length: count }, () => ['a']);
    const blocks = blocksOf({ type: 'table', caption: '', columns: ['A'], rows });
    expect(blocks.map((block) => block.type)).toEqual([type]);
  });

  test.each<[string, CardElement]>([
    [
      'a list',
      { type: 'list', ordered: false, items: Array.from({ length: 3_000 }, () => [text('An item.')]) },
    ],
    [
      'facts',
      { type: 'facts', facts: Array.from({ length: 500 }, () => ({ label: 'L', value: [text('Value.')] })) },
    ],
    [
      'a table',
      {
        type: 'table',
        caption: 'C',
        columns: ['A', 'B'],
        rows: Array.from({ length: 500 }, () => ['a', sentences(90)]),
      },
    ],
    [
      'a table with one long cell',
      { type: 'table', caption: 'C', columns: ['A'], rows: [[sentences(30_000)]] },
    ],
  ])('%s loses its end, never its beginning', (_, element) => {
    const message = toSlackMessage({ ...card(element, { type: 'text', text: [text('The end.')] }), more });
    expect(limitViolations(message)).toEqual([]);
    const json = JSON.stringify(message.blocks);
    expect(json.length).toBeGreaterThan(2_000);
    expect(json).toContain('The end.');
    expect(json).toContain('More');
  });

  test('of sixty elements keeps the first', () => {
    const elements = Array.from(
      { length: 60 },
      (_, index): CardElement => ({ type: 'title', text: `T${index}` }),
    );
    const message = toSlackMessage({ ...card(...elements), more });
    expect(limitViolations(message)).toEqual([]);
    expect(message.blocks.length).toBe(41);
    expect(message.blocks[0]).toMatchObject({ text: { text: 'T0' } });
  });

  test('that cannot be shortened goes as text alone', () => {
    const url = `https://e.ca/${'x'.repeat(2_900)}`;
    const link = { type: 'link', value: 'a', url } as const;
    const message = toSlackMessage(card({ type: 'text', text: Array.from({ length: 60 }, () => link) }));
    expect(message.blocks).toEqual([]);
    expect(message.text.length).toBeGreaterThan(1_000);
  });
});
