import { expect, it } from 'vitest';
import { boundedLabel, statusLabel } from '../../src/telemetry/labels.ts';

it('a label takes so many values and no more, whatever arrives', () => {
  const label = boundedLabel(2);
  const values = ['section', 'list', ...Array.from({ length: 1_000 }, (_, index) => `made-up-${index}`)];
  expect(new Set(values.map(label))).toEqual(new Set(['section', 'list', 'other']));
  expect(label('list')).toBe('list');
});

it.each(['', 'two words', '<script>', 'a\nb', 'x'.repeat(61), '1st', '"'])('%j is no label', (value) => {
  expect(boundedLabel(10)(value)).toBe('other');
});

it('statuses count by their hundreds, a rate limit by itself', () => {
  expect([200, 204, 404, 429, 503, undefined].map(statusLabel)).toEqual([
    ...['2xx', '2xx', '4xx', '429', '5xx', 'none'],
  ]);
});
