import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { viewLimits, viewViolations } from '../../src/slack/view-limits.ts';

const of = (length: number) => 'x'.repeat(length);
const text = (length: number) => ({ type: 'plain_text' as const, text: of(length) });
const divider: KnownBlock = { type: 'divider' };
const modal = (fields: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  title: text(1),
  submit: text(1),
  blocks: [divider],
  ...fields,
});
const choice = (count: number, label = 1, value = 1): KnownBlock => ({
  type: 'input',
  label: text(1),
  element: {
    type: 'radio_buttons',
    action_id: 'a',
    options: Array.from({ length: count }, () => ({ text: text(label), value: of(value) })),
  },
});
const written = (fields: { label?: number; placeholder?: number; most?: number }): KnownBlock => ({
  type: 'input',
  label: text(fields.label ?? 1),
  element: {
    type: 'plain_text_input',
    action_id: 'a',
    placeholder: text(fields.placeholder ?? 1),
    max_length: fields.most ?? 1,
  },
});

describe('a view at a limit can be opened, one beyond cannot', () => {
  test.each<[string, (by: number) => ModalView]>([
    ['blocks', (by) => modal({ blocks: Array.from({ length: viewLimits.blocks + by }, () => divider) })],
    ['title', (by) => modal({ title: text(viewLimits.modalTexts + by) })],
    ['submit', (by) => modal({ submit: text(viewLimits.modalTexts + by) })],
    ['close', (by) => modal({ close: text(viewLimits.modalTexts + by) })],
    ['private_metadata', (by) => modal({ private_metadata: of(viewLimits.privateMetadata + by) })],
    ['callback_id', (by) => modal({ callback_id: of(viewLimits.callbackId + by) })],
    ['choices', (by) => modal({ blocks: [choice(viewLimits.choices + by)] })],
    ['option text', (by) => modal({ blocks: [choice(1, viewLimits.optionText + by)] })],
    ['option value', (by) => modal({ blocks: [choice(1, 1, viewLimits.optionValue + by)] })],
    ['input label', (by) => modal({ blocks: [written({ label: viewLimits.inputLabel + by })] })],
    ['placeholder', (by) => modal({ blocks: [written({ placeholder: viewLimits.placeholder + by })] })],
    ['max_length', (by) => modal({ blocks: [written({ most: viewLimits.textInput + by })] })],
  ])('%s', (_, view) => {
    expect(viewViolations(view(0))).toEqual([]);
    expect(viewViolations(view(1))).not.toEqual([]);
  });
});

test('what only messages may hold, and a form that cannot be sent, are found', () => {
  const { submit: _, ...silent } = modal({ blocks: [written({})] });
  expect(viewViolations(silent)).not.toEqual([]);
  const table: KnownBlock = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
  expect(viewViolations(modal({ blocks: [table] }))).not.toEqual([]);
});
