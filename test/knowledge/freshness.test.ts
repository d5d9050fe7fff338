import { describe, expect, it } from 'vitest';
import { reviewOverdue, stageOf } from '../../src/knowledge/freshness.ts';

const at = (day: string) => new Date(`${day}T12:00:00Z`);

describe('what holds on a day', () => {
  it.each([
    [{}, '2026-01-01', 'current'],
    [{ effective: '2026-01-02' }, '2026-01-01', 'future'],
    [{ effective: '2026-01-02' }, '2026-01-02', 'current'],
    [{ effective: '2026-02' }, '2026-01-31', 'future'],
    [{ effective: '2026-02' }, '2026-02-01', 'current'],
    [{ until: '2026-02' }, '2026-02-28', 'current'],
    [{ until: '2026-02' }, '2026-03-01', 'past'],
    [{ until: '2026' }, '2026-12-31', 'current'],
    [{ until: '2026' }, '2027-01-01', 'past'],
  ] as const)('%o on %s is %s', (period, day, stage) => {
    expect(stageOf(period, at(day))).toBe(stage);
  });

  it.each([
    [{}, false],
    [{ reviewBy: '2026-11-23' }, false],
    [{ reviewBy: '2026-11-22' }, true],
    [{ reviewBy: '2026-11' }, false],
    [{ reviewBy: '2026-10' }, true],
  ] as const)('a review by %o is overdue on 2026-11-23: %s', (period, overdue) => {
    expect(reviewOverdue(period, at('2026-11-23'))).toBe(overdue);
  });
});
