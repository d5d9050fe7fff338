import type { Button, FeedbackButtons, KnownBlock, RichTextSection, TableBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { limits, limitViolations, tableLength } from '../../src/slack/limits.ts';

const check = (...blocks: readonly KnownBlock[]) => limitViolations({ text: 'x', blocks });
const of = (length: number) => 'x'.repeat(length);
const url = (length: number) => 'https://e.ca/'.padEnd(length, 'x');

const header = (length: number): KnownBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: of(length) },
});
const section = (length: number): KnownBlock => ({
  type: 'section',
  text: { type: 'plain_text', text: of(length) },
});
const fields = (count: number, length: number): KnownBlock => ({
  type: 'section',
  fields: Array.from({ length: count }, () => ({ type: 'plain_text' as const, text: of(length) })),
});
const context = (count: number, length: number): KnownBlock => ({
  type: 'context',
  elements: Array.from({ length: count }, () => ({ type: 'plain_text' as const, text: of(length) })),
});
const button = (fields: Partial<Button> = {}, label = 'x'): Button => ({
  type: 'button',
  action_id: 'call:0',
  text: { type: 'plain_text', text: label },
  ...fields,
});
const thumbs = (fields: Partial<FeedbackButtons> = {}, label = 'x'): FeedbackButtons => ({
  type: 'feedback_buttons',
  action_id: 'feedback',
  positive_button: { text: { type: 'plain_text', text: label }, value: 'yes' },
  negative_button: { text: { type: 'plain_text', text: 'x' }, value: 'no' },
  ...fields,
});
const confirm = (lengths: { title?: number; text?: number; deny?: number }) => {
  const text = (length = 1) => ({ type: 'plain_text' as const, text: of(length) });
  return { title: text(lengths.title), text: text(lengths.text), confirm: text(), deny: text(lengths.deny) };
};
const actions = (...elements: Button[]): KnownBlock => ({ type: 'actions', elements });
const image = (alt: number, address: string): KnownBlock => ({
  type: 'image',
  alt_text: of(alt),
  image_url: address,
});
const richText = (...elements: RichTextSection['elements']): KnownBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const table = (rows: number, columns: number, cell = 'x'): TableBlock => ({
  type: 'table',
  rows: Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => ({ type: 'raw_text' as const, text: cell })),
  ),
});

describe('a message at a limit can be sent, one beyond cannot', () => {
  const cases: [string, (by: number) => KnownBlock[]][] = [
    ['blocks', (by) => Array.from({ length: limits.blocks + by }, () => header(1))],
    ['header text', (by) => [header(limits.headerText + by)]],
    ['section text', (by) => [section(limits.textObject + by)]],
    ['section fields', (by) => [fields(limits.sectionFields + by, 1)]],
    ['field text', (by) => [fields(1, limits.sectionFieldText + by)]],
    ['context elements', (by) => [context(limits.contextElements + by, 1)]],
    ['context text', (by) => [context(1, limits.textObject + by)]],
    [
      'buttons',
      (by) => [
        actions(
          ...Array.from({ length: limits.actionsElements + by }, (_, index) =>
            button({ action_id: `call:${index}` }),
          ),
        ),
      ],
    ],
    ['button text', (by) => [actions(button({}, of(limits.buttonText + by)))]],
    ['button value', (by) => [actions(button({ value: of(limits.buttonValue + by) }))]],
    ['button url', (by) => [actions(button({ url: url(limits.buttonUrl + by) }))]],
    ['action id', (by) => [actions(button({ action_id: of(limits.actionId + by) }))]],
    [
      'feedback buttons in one block',
      (by) => [
        {
          type: 'context_actions',
          elements: Array.from({ length: limits.contextActionsElements + by }, (_, index) =>
            thumbs({ action_id: `feedback:${index}` }),
          ),
        },
      ],
    ],
    [
      'feedback text',
      (by) => [{ type: 'context_actions', elements: [thumbs({}, of(limits.buttonText + by))] }],
    ],
    ['confirm title', (by) => [actions(button({ confirm: confirm({ title: limits.confirmTitle + by }) }))]],
    ['confirm text', (by) => [actions(button({ confirm: confirm({ text: limits.confirmText + by }) }))]],
    ['confirm button', (by) => [actions(button({ confirm: confirm({ deny: limits.confirmButton + by }) }))]],
    ['image alt', (by) => [image(limits.imageAlt + by, 'https://e.ca/x.png')]],
    ['image url', (by) => [image(1, url(limits.imageUrl + by))]],
    ['link url', (by) => [richText({ type: 'link', url: url(limits.linkUrl + by) })]],
    ['table rows', (by) => [table(limits.tableRows + by, 1)]],
    ['table columns', (by) => [table(1, limits.tableColumns + by)]],
    ['table text', (by) => [table(1, 1, of(limits.tableText + by))]],
    ['tables', (by) => Array.from({ length: limits.tables + by }, () => table(1, 1))],
    [
      'all blocks together',
      (by) => {
        const empty = JSON.stringify([richText({ type: 'text', text: '' })]).length;
        return [richText({ type: 'text', text: of(limits.blocksJson - empty + by) })];
      },
    ],
  ];
  test.each(cases)('%s', (_, blocks) => {
    expect(check(...blocks(0))).toEqual([]);
    expect(check(...blocks(1))).not.toEqual([]);
  });

  test('text', () => {
    expect(limitViolations({ text: of(limits.messageText), blocks: [] })).toEqual([]);
    expect(limitViolations({ text: of(limits.messageText + 1), blocks: [] })).toHaveLength(1);
    expect(limitViolations({ text: '', blocks: [] })).toHaveLength(1);
  });
});

describe('what Slack would also refuse is found', () => {
  test.each<[string, KnownBlock[]]>([
    ['an empty header', [header(0)]],
    ['a section of nothing', [{ type: 'section' }]],
    ['an empty context', [context(0, 0)]],
    ['no buttons', [actions()]],
    ['a button without label', [actions(button({}, ''))]],
    ['two buttons with one id', [actions(button()), actions(button())]],
    ['a button to a script', [actions(button({ url: 'javascript:alert(1)' }))]],
    ['a link to a script', [richText({ type: 'link', url: 'javascript:alert(1)' })]],
    ['an image without alternative', [image(0, 'https://e.ca/x.png')]],
    ['an empty paragraph', [richText()]],
    ['an empty run', [richText({ type: 'text', text: '' })]],
    ['an empty rich text', [{ type: 'rich_text', elements: [] }]],
    [
      'an empty list',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: [] }] }],
    ],
    ['an empty cell', [table(1, 1, '')]],
    ['a table without rows', [table(0, 0)]],
    ['a block whose limits are unknown', [{ type: 'markdown', text: 'x' }]],
    ['an element whose limits are unknown', [{ type: 'actions', elements: [{ type: 'datepicker' }] }]],
    [
      'a picture in small print',
      [{ type: 'context', elements: [{ type: 'image', image_url: url(20), alt_text: 'x' }] }],
    ],
  ])('%s', (_, blocks) => {
    expect(check(...blocks)).not.toEqual([]);
  });

  test('a divider is fine', () => {
    expect(check({ type: 'divider' })).toEqual([]);
  });
});

test('a table’s length counts the text of plain and rich cells', () => {
  const rich = richText({ type: 'text', text: 'abc', style: { bold: true } });
  const rows = [[{ type: 'raw_text', text: 'de' }, rich]] as TableBlock['rows'];
  expect(tableLength(rows)).toBe(5);
});
