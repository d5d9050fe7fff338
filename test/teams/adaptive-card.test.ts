import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWire } from '../../src/cards/call.ts';
import { plain } from '../../src/cards/card.ts';
import { toText } from '../../src/cards/text.ts';
import { toAdaptiveCard, toTeamsMessage } from '../../src/teams/adaptive-card.ts';
import { limits, limitViolations, sizeOf } from '../../src/teams/limits.ts';
import { cardOf, everyElement, help, markdownTexts } from './cards.ts';
import { complaints, understood } from './official-renderer.ts';

const sentence = 'The clusters bring companies and researchers together. ';

describe('a card in Teams', () => {
  it('is understood by the official renderer without a complaint', () => {
    const payload = toAdaptiveCard(everyElement('Some text'));
    expect(complaints(payload)).toEqual([]);
    expect(limitViolations(payload)).toEqual([]);
    expect(understood(payload)).toEqual(
      expect.arrayContaining([
        'AdaptiveCard',
        'TextBlock',
        'RichTextBlock',
        'FactSet',
        'Table',
        'Container',
        'Image',
        'ActionSet',
      ]),
    );
  });

  it('states its version, language and fallback', () => {
    expect(toAdaptiveCard({ ...cardOf({ type: 'title', text: 'T' }), language: 'fr' })).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      lang: 'fr',
      fallbackText: 'A summary',
      speak: expect.any(String),
    });
  });

  it('lets a long word of a fact be broken, and leaves the others and the addresses alone', () => {
    const [id, url] = ['29:1bcdefghijklmnopqrstuvwxyz', 'https://example.com/abcdefghijklmnopqrstuvwxyz'];
    const value = [...plain(`${id} and others `), { type: 'link' as const, value: 'page', url }];
    const { body } = toAdaptiveCard(cardOf({ type: 'facts', facts: [{ label: 'Proposed by', value }] }));
    const [fact] = body[0]?.type === 'FactSet' ? body[0].facts : [];
    expect(fact?.title).toBe('Proposed by');
    expect(fact?.value.replaceAll('\u200B', '')).toBe(`${id} and others [page](${url})\u00A0↗`);
    expect(fact?.value).toContain('\u200B');
    expect(fact?.value).toContain(`and others [page](${url})`);
  });

  it('marks its title as a heading that wraps', () => {
    expect(toAdaptiveCard(cardOf({ type: 'title', text: 'NGen' })).body).toEqual([
      { type: 'TextBlock', text: 'NGen', wrap: true, style: 'heading', size: 'medium', weight: 'bolder' },
    ]);
  });

  it('writes text without links as runs, which know no Markdown', () => {
    expect(
      toAdaptiveCard(
        cardOf({
          type: 'text',
          text: [...plain('*a* '), { type: 'text', value: 'b', strong: true, emphasis: true }],
        }),
      ).body,
    ).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: '*a* ' },
          { type: 'TextRun', text: 'b', weight: 'bolder', italic: true },
        ],
      },
    ]);
  });

  it('writes text with links as Markdown in one line of thought', () => {
    expect(
      toAdaptiveCard(
        cardOf({
          type: 'text',
          text: [
            ...plain('See '),
            { type: 'link', value: 'NGen', url: 'https://www.ngen.ca' },
            ...plain('.'),
          ],
        }),
      ).body,
    ).toEqual([{ type: 'TextBlock', text: 'See [NGen](https://www.ngen.ca/)\u00A0↗.', wrap: true }]);
  });

  it('numbers the items of a list and of the sources', () => {
    const payload = toAdaptiveCard(
      cardOf(
        { type: 'list', ordered: true, items: [plain('one'), plain('two')] },
        { type: 'list', ordered: false, items: [plain('dot')] },
        {
          type: 'sources',
          label: 'Sources',
          asOf: 'As of June 2019',
          sources: [
            { id: 'a', title: 'Report', publisher: 'ISED', url: 'https://example.com/r', date: '2019-06' },
            { id: 'b', title: 'Page', publisher: 'EU', url: 'https://example.com/p' },
          ],
        },
      ),
    );
    const texts = JSON.stringify(payload.body).replace(/\u200B/g, '');
    expect(texts).toContain('"1. "');
    expect(texts).toContain('"2. "');
    expect(texts).toContain('"• "');
    expect(texts).toContain('As of June 2019');
    expect(texts).toContain('1. [Report](https://example.com/r)\u00A0↗ — ISED, 2019-06');
    expect(texts).toContain('2. [Page](https://example.com/p)\u00A0↗ — EU');
  });

  it('shows a table of three columns as a table and a wider one row by row', () => {
    const three = toAdaptiveCard(
      cardOf({ type: 'table', caption: 'C', columns: ['a', 'b', 'c'], rows: [['1', '', '3']] }),
    );
    expect(three.body[1]).toMatchObject({ type: 'Table', firstRowAsHeader: true });
    expect(JSON.stringify(three.body[1])).toContain('"–"');
    const four = toAdaptiveCard(
      cardOf({ type: 'table', caption: '', columns: ['a', 'b', 'c', 'd'], rows: [['1', '2', '', '4']] }),
    );
    expect(four.body).toEqual([
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '1', weight: 'bolder' }] },
          {
            type: 'FactSet',
            spacing: 'small',
            facts: [
              { title: 'b', value: '2' },
              { title: 'd', value: '4' },
            ],
          },
        ],
      },
    ]);
  });

  it('carries a call in a button, readable again, with a fallback for older clients', () => {
    const [set] = toAdaptiveCard(
      cardOf({ type: 'actions', actions: [{ type: 'call', label: 'Help', call: help, primary: true }] }),
    ).body;
    expect(set).toMatchObject({
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Execute',
          verb: 'call',
          title: 'Help',
          style: 'positive',
          fallback: { type: 'Action.Submit', title: 'Help' },
        },
      ],
    });
    const [action] = set?.type === 'ActionSet' ? set.actions : [];
    expect(action?.type === 'Action.Execute' && fromWire(action.data)).toEqual(help);
  });

  it('shows a question that no button of a phone holds whole, in a row that is one button', () => {
    const question = 'How many jobs has the programme created?';
    const call = {
      intent: 'section',
      args: { entry: 'programme', section: 'jobs' },
      language: 'en',
    } as const;
    const payload = toAdaptiveCard(
      cardOf({
        type: 'actions',
        actions: [
          { type: 'call', label: 'More', call: help },
          { type: 'call', label: question, call },
        ],
      }),
    );
    expect(payload.body).toMatchObject([
      {
        type: 'Container',
        items: [{ type: 'TextBlock', text: `→ ${question}`, wrap: true }],
        selectAction: { type: 'Action.Execute', verb: 'call', title: question },
      },
      { type: 'ActionSet', actions: [{ title: 'More' }] },
    ]);
    const [row] = payload.body;
    const pressed = row?.type === 'Container' && row.selectAction;
    expect(pressed && pressed.type === 'Action.Execute' && fromWire(pressed.data)).toEqual(call);
    expect(complaints(payload)).toEqual([]);
    expect(limitViolations(payload)).toEqual([]);
  });

  it('does not list what its buttons say, while the plain text does', () => {
    const labels = ['Who leads NGen?', 'How much federal money does NGen have to spend?'];
    const list = (...items: string[]) => ({ type: 'list' as const, ordered: false, items: items.map(plain) });
    const actions = labels.map((label) => ({ type: 'call' as const, label, call: help }));
    const shown = (...items: string[]) =>
      JSON.stringify(toAdaptiveCard(cardOf(list(...items), { type: 'actions', actions }))).includes('• ');
    expect(shown(...labels)).toBe(false);
    expect(shown(...labels, 'Something else')).toBe(true);
    expect(toText(cardOf(list(...labels), { type: 'actions', actions }))).toContain(`• ${labels[1]}`);
  });

  it('leaves the Markdown button out of older clients, whose click would bring the card again', () => {
    const [set] = toAdaptiveCard(
      cardOf({ type: 'actions', actions: [{ type: 'markdown', label: 'As Markdown', call: help }] }),
    ).body;
    expect(set).toMatchObject({
      actions: [{ type: 'Action.Execute', verb: 'markdown', title: 'As Markdown', fallback: 'drop' }],
    });
  });

  it('leaves out what would be empty or unsafe', () => {
    const payload = toAdaptiveCard(
      cardOf(
        { type: 'title', text: ' ' },
        { type: 'text', text: [] },
        { type: 'text', text: plain('\u200B') },
        { type: 'facts', facts: [] },
        { type: 'list', ordered: false, items: [] },
        { type: 'table', caption: 'C', columns: ['a'], rows: [] },
        { type: 'notice', tone: 'info', text: plain('') },
        { type: 'sources', label: 'Sources', asOf: '', sources: [] },
        { type: 'image', url: '', alt: 'x' },
        { type: 'image', url: 'http://example.com/a.png', alt: 'x' },
        { type: 'actions', actions: [{ type: 'open', label: 'x', url: 'javascript:alert(1)' }] },
        { type: 'actions', actions: [] },
      ),
    );
    expect(payload.body).toEqual([
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'A summary' }] },
    ]);
    expect(limitViolations(payload)).toEqual([]);
  });

  it('gives the message a summary, and keeps room for what stands under the card', () => {
    const footer = [
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'f'.repeat(4_000) }] },
    ] as const;
    const message = toTeamsMessage(
      { ...cardOf({ type: 'text', text: plain('Word. '.repeat(9_000)) }), summary: 'S'.repeat(1_000) },
      footer,
    );
    expect(message.summary.length).toBeLessThanOrEqual(limits.summary.maximum);
    expect(message.attachment.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(message.attachment.content.body.at(-1)).toBe(footer[0]);
    expect(limitViolations(message.attachment.content)).toEqual([]);
  });
});

describe('what a person or a file wrote', () => {
  const hostile = fc.constantFrom(
    '[x](javascript:alert(1))',
    '<at>Alice</at>',
    '<!channel>',
    '<@U1>',
    '&<>"',
    '**a**',
    '_a_',
    '# a',
    '1. a',
    '> a',
    '\u202Eevil',
    '\u200Fmark',
    '{{DATE(2020-01-01T00:00:00Z)}}',
    '\uD800',
    '\u0000',
    '\n',
    '`c`',
    '![i](https://example.com/i.png)',
  );
  const text = fc
    .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 8 })), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''));

  it('never acts, in any element', () => {
    fc.assert(
      fc.property(text, (value) => {
        const payload = toAdaptiveCard(everyElement(value));
        expect(complaints(payload)).toEqual([]);
        expect(limitViolations(payload)).toEqual([]);
        for (const markdown of markdownTexts(payload)) {
          // The only links are ours, to the address the card named.
          for (const [, address] of markdown.matchAll(/\]\(([^)]*)\)/g))
            expect(address).toBe('https://example.com/a');
          expect(markdown).not.toMatch(/<at|\{\{|[\u202A-\u202E\u2066-\u2069]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address', ''])(
    'never opens %s',
    (url) => {
      const json = JSON.stringify(toAdaptiveCard(everyElement('label', url)));
      expect(json).not.toContain('Action.OpenUrl');
      expect(json).not.toContain('](');
      expect(complaints(JSON.parse(json))).toEqual([]);
    },
  );
});

describe('the limits', () => {
  it('name a source for each number', () => {
    for (const limit of Object.values(limits)) expect(limit.source).not.toBe('');
  });

  it('a button as long as it may be is one, and a character more makes it a row', () => {
    const { maximum } = limits.buttonTitle;
    const types = (length: number) =>
      toAdaptiveCard(
        cardOf({ type: 'actions', actions: [{ type: 'call', label: 'x'.repeat(length), call: help }] }),
      ).body.map((item) => item.type);
    expect(types(maximum)).toEqual(['ActionSet']);
    expect(types(maximum + 1)).toEqual(['Container']);
  });

  it('six buttons pass and the seventh is dropped', () => {
    const actions = Array.from({ length: 7 }, (_, index) => ({
      type: 'call' as const,
      label: `b${index}`,
      call: help,
    }));
    const titles = (count: number) =>
      toAdaptiveCard(
        cardOf({ type: 'title', text: 'T' }, { type: 'actions', actions: actions.slice(0, count) }),
      ).body.flatMap((item) => (item.type === 'ActionSet' ? item.actions.map((action) => action.title) : []));
    expect(titles(6)).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5']);
    expect(titles(7)).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5']);
  });

  it('a card of exactly 28 KB stays whole and one byte more is shortened at a sentence end', () => {
    // What is read aloud is as long for every text beyond its own limit.
    const some = sentence.repeat(40);
    const frame = sizeOf(toAdaptiveCard(cardOf({ type: 'text', text: plain(some) }))) - some.length;
    const room = limits.cardBytes.maximum - frame;
    const long = sentence.repeat(Math.ceil(room / sentence.length));
    const fits = toAdaptiveCard(cardOf({ type: 'text', text: plain(`${long.slice(0, room - 1)}x`) }));
    expect(sizeOf(fits)).toBe(limits.cardBytes.maximum);
    const more = { type: 'call', label: 'Read more', call: help } as const;
    const cut = toAdaptiveCard({
      ...cardOf({ type: 'text', text: plain(`${long.slice(0, room - 1)}xx`) }),
      more,
    });
    expect(limitViolations(cut)).toEqual([]);
    const [block, buttons] = cut.body;
    const written = block?.type === 'RichTextBlock' ? block.inlines.map((run) => run.text).join('') : '';
    expect(written).toMatch(/\. …$/);
    expect(written.length).toBeGreaterThan(room / 4);
    expect(buttons).toMatchObject({ type: 'ActionSet', actions: [{ title: 'Read more' }] });
  });

  it('a shortened card keeps its title, sources and buttons and puts "more" first', () => {
    const payload = toAdaptiveCard({
      ...cardOf(
        { type: 'title', text: 'NGen' },
        { type: 'text', text: plain(sentence.repeat(2_000)) },
        {
          type: 'table',
          caption: 'T',
          columns: ['a', 'b'],
          rows: Array.from({ length: 400 }, () => ['x', sentence]),
        },
        {
          type: 'sources',
          label: 'Sources',
          asOf: 'As of 2019',
          sources: [{ id: 's', title: 'S', publisher: 'P', url: 'https://example.com' }],
        },
        {
          type: 'actions',
          actions: Array.from({ length: 6 }, () => ({ type: 'call' as const, label: 'x', call: help })),
        },
      ),
      more: { type: 'call', label: 'More', call: help },
    });
    expect(limitViolations(payload)).toEqual([]);
    expect(payload.body.map((item) => item.type)).toEqual([
      'TextBlock',
      'RichTextBlock',
      'TextBlock',
      'Table',
      'RichTextBlock',
      'RichTextBlock',
      'TextBlock',
      'ActionSet',
    ]);
    expect(payload.body.at(-1)).toMatchObject({ actions: [{ title: 'More' }, {}, {}, {}, {}, {}] });
  });

  it('hold for every card however long its parts are', () => {
    const size = fc.constantFrom(0, 1, 79, 80, 81, 5_000, 40_000);
    fc.assert(
      fc.property(
        size,
        fc.constantFrom('a', sentence, '𝒳', '*_[', '\\'),
        fc.nat(1),
        (length, unit, copies) => {
          const card = everyElement(unit.repeat(Math.ceil(length / unit.length)));
          const payload = toAdaptiveCard({
            ...card,
            elements: Array.from({ length: copies + 1 }, () => card.elements).flat(),
            more: { type: 'call', label: 'More', call: help },
          });
          expect(limitViolations(payload)).toEqual([]);
          expect(complaints(payload)).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
