import { describe, expect, it } from 'vitest';
import { nextDates } from '../../src/intents/next-dates.ts';
import type { Fact } from '../../src/knowledge/types.ts';

const fact = (id: string, more: Partial<Fact>): Fact => ({
  entry: id,
  attribute: 'end-date',
  value: { type: 'text', text: id },
  text: [],
  asOf: '2024',
  sources: [],
  basis: [],
  ...more,
});
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const shown = (items: readonly Fact[], day: string) =>
  nextDates(items, at(day)).map(({ date, change, item }) => `${date} ${change} ${item.entry}`);

describe('what changes next', () => {
  const items = [
    fact('mandate', { value: { type: 'date', date: '2028-03' } }),
    fact('new rule', { effective: '2026-01-01' }),
    fact('old rule', { effective: '2024-01-01', until: '2025-12-31' }),
    fact('nothing', {}),
  ];

  it('is what begins, ends or falls from today on, the nearest first', () => {
    expect(shown(items, '2025-06-01')).toEqual([
      '2025-12-31 ends old rule',
      '2026-01-01 begins new rule',
      '2028-03 falls mandate',
    ]);
  });

  it('leaves out what is over, on the very day after', () => {
    expect(shown(items, '2025-12-31')[0]).toBe('2025-12-31 ends old rule');
    expect(shown(items, '2026-01-01')).toEqual(['2028-03 falls mandate']);
  });

  it('counts a month until it is over', () => {
    expect(shown(items, '2028-03-31')).toEqual(['2028-03 falls mandate']);
    expect(shown(items, '2028-04-01')).toEqual([]);
  });

  it('says of a statement to come when it begins and when it ends, but not what it will say', () => {
    const coming = fact('coming', {
      effective: '2027',
      until: '2029',
      value: { type: 'date', date: '2028' },
    });
    expect(shown([coming], '2026-11-23')).toEqual(['2027 begins coming', '2029 ends coming']);
  });
});
