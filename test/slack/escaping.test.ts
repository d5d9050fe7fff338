/** Whatever people and files say, it is shown and does nothing. */
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { toSlackMessage } from '../../src/slack/blocks.ts';
import { limitViolations } from '../../src/slack/limits.ts';

const dangerous = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<#C1|general>',
  '[x](javascript:alert(1))',
  '<javascript:alert(1)|x>',
  '<https://evil.example|https://ngen.ca>',
  '*bold* _it_ ~gone~ `code` ```pre```',
  '> quote\n>>> more',
  ':tada: @here @channel',
  '&amp; & < > &lt;!channel&gt;',
  '\u202Eevil\u202C \u2067x\u2069 \u200F',
  '<script>alert(1)</script>',
  '\u0000\u0007\uD800',
];

const hostile = fc.oneof(
  fc.constantFrom(...dangerous),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...dangerous), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' ')),
);

/** One string everywhere a card can hold one. */
function cardOf(value: string, url: string): Card {
  const run = { type: 'text', value } as const;
  const text = [run, { ...run, strong: true }, { type: 'link', value, url } as const];
  const call = { intent: 'profile', args: { entry: value.slice(0, 300) }, language: 'fr' } as const;
  return {
    language: 'fr',
    summary: value,
    elements: [
      { type: 'title', text: value },
      { type: 'context', text: [run] },
      { type: 'context', text },
      { type: 'text', text },
      { type: 'facts', facts: [{ label: value, value: text }] },
      { type: 'table', caption: value, columns: [value, value], rows: [[value, value]] },
      { type: 'table', caption: value, columns: [value, value], rows: [[value, value]] },
      { type: 'list', ordered: true, items: [text] },
      { type: 'notice', tone: 'warning', text },
      {
        type: 'sources',
        label: value,
        asOf: value,
        sources: [{ id: 's', title: value, publisher: value, url, date: value }],
      },
      { type: 'image', url, alt: value },
      {
        type: 'actions',
        actions: [
          { type: 'call', label: value, call },
          { type: 'open', label: value, url },
          { type: 'share', label: value, call },
        ],
      },
    ],
    more: { type: 'call', label: value, call },
  };
}

/** Every object inside the blocks. */
function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* nodes(child);
}

const harmless = new Set([
  'actions',
  'button',
  'context',
  'header',
  'image',
  'link',
  'plain_text',
  'raw_text',
  'rich_text',
  'rich_text_list',
  'rich_text_section',
  'table',
  'text',
]);

function expectHarmless(value: string, url: string): void {
  const message = toSlackMessage(cardOf(value, url), { asked: value });
  expect(limitViolations(message)).toEqual([]);
  for (const node of nodes(message.blocks)) {
    // No mrkdwn, and nothing that mentions, notifies or formats by itself.
    if (typeof node.type === 'string') expect(harmless).toContain(node.type);
    for (const key of ['url', 'image_url']) {
      if (typeof node[key] === 'string') expect(node[key]).toMatch(/^https?:\/\//);
    }
    for (const key of ['text', 'alt_text']) {
      if (typeof node[key] !== 'string') continue;
      expect(node[key]).not.toMatch(/\p{Bidi_Control}|(?![\t\n])\p{Cc}/u);
      expect(node[key].isWellFormed()).toBe(true);
    }
  }
  expect(message.text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)|\p{Bidi_Control}/u);
}

describe('hostile text', () => {
  test.each(dangerous)('%j acts nowhere', (value) => {
    expectHarmless(value, value);
    expectHarmless(value, 'https://ngen.ca/');
  });

  test('of any kind acts nowhere and keeps the limits', () => {
    fc.assert(
      fc.property(hostile, fc.oneof(hostile, fc.webUrl()), (value, url) => expectHarmless(value, url)),
      { numRuns: 100 },
    );
  });

  test('is still shown as it was written', () => {
    const value = '*a* _b_ <@U1> & `c` :tada:';
    const { blocks, text } = toSlackMessage(cardOf(value, 'https://ngen.ca/'));
    for (const block of blocks.slice(0, -1)) expect(JSON.stringify(block)).toContain(value);
    expect(text).toContain('*a* _b_ &lt;@U1&gt; &amp; `c` :tada:');
  });
});

describe('cards of any size', () => {
  test('keep the limits', () => {
    const size = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(hostile, size, fc.integer({ min: 1, max: 8 }), (value, repeat, copies) => {
        const card = cardOf(`${value} `.repeat(repeat), 'https://ngen.ca/');
        const elements = Array.from({ length: copies }, () => card.elements).flat();
        expect(limitViolations(toSlackMessage({ ...card, elements }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('rendered to HTML', () => {
  const html = (card: Card) =>
    renderToStaticMarkup(
      createElement(Message, {
        name: 'Guide',
        logo: 'data:,',
        time: new Date(0),
        blocks: toSlackMessage(card).blocks as Parameters<typeof Message>[0]['blocks'],
      }),
    );

  test('an ordinary card shows everything it says', () => {
    const shown = html(cardOf('NGen leads', 'https://ngen.ca/'));
    expect(shown.match(/NGen leads/g)?.length).toBeGreaterThan(20);
    expect(shown).toContain('href="https://ngen.ca/"');
    expect(shown).toContain('<table');
  });

  test.each(dangerous)('%j does not break out', (value) => {
    expect(html(cardOf(value, value))).not.toContain('<script');
  });
});
