import { describe, expect, it } from 'vitest';
import { type Card, plain } from '../../src/cards/card.ts';
import { toText } from '../../src/cards/text.ts';

const card: Card = {
  language: 'en',
  summary: 'Summary',
  elements: [
    { type: 'title', text: 'Title' },
    { type: 'context', text: plain('Small print') },
    {
      type: 'text',
      text: [
        { type: 'text', value: 'See ' },
        { type: 'link', value: 'the page', url: 'https://example.org/' },
      ],
    },
    { type: 'notice', tone: 'warning', text: plain('Not yet') },
    { type: 'facts', facts: [{ label: 'Members', value: plain('12') }] },
    { type: 'list', ordered: true, items: [plain('one'), plain('two')] },
    { type: 'table', caption: 'Money', columns: ['Cluster', '2018', '2023'], rows: [['NGen', '230', '177']] },
    { type: 'image', url: 'https://example.org/a.png', alt: 'A map' },
    {
      type: 'sources',
      label: 'Sources',
      asOf: 'As of 2024',
      sources: [{ id: 's', title: 'A page', publisher: 'P', url: 'https://example.org/s', date: '2024' }],
    },
    {
      type: 'actions',
      actions: [{ type: 'call', label: 'More', call: { intent: 'help', args: {}, language: 'en' } }],
    },
  ],
};

describe('plain text', () => {
  it('says everything that the card says, readable without seeing it', () => {
    expect(toText(card)).toBe(
      [
        'Title',
        'Small print',
        'See the page (https://example.org/)',
        '⚠ Not yet',
        'Members: 12',
        '1. one\n2. two',
        'Money\n• NGen — 2018: 230; 2023: 177',
        'A map',
        'As of 2024\nSources:\n[1] A page (P, 2024) https://example.org/s',
        '→ More',
      ].join('\n\n'),
    );
  });

  it('can be the answer alone', () => {
    const text = toText(card, { only: 'answer' });
    expect(text).toMatch(/^See the page/);
    expect(text).not.toContain('Sources');
    expect(text).not.toContain('Title');
  });

  it('keeps to a maximum', () => {
    expect(toText(card, { maximum: 40 }).length).toBeLessThanOrEqual(40);
  });
});
