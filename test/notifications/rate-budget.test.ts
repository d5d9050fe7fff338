import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateBudget, secondsToSend } from '../../src/notifications/rate-budget.ts';
import type { RateLimits } from '../../src/notifications/sender.ts';

const limits: RateLimits = {
  channel: [
    { count: 2, milliseconds: 1_000 },
    { count: 3, milliseconds: 5_000 },
  ],
  workspace: [{ count: 5, milliseconds: 1_000 }],
  throttled: 'workspace',
};
const channel = (name: string, workspace = 'T1') => ({
  platform: 'slack' as const,
  workspace,
  channel: name,
});

describe('a rate budget', () => {
  test('lets go at once until a window is full, and says how long it is', () => {
    const budget = new RateBudget(limits);
    budget.take(channel('C1'), 0);
    budget.take(channel('C1'), 100);
    expect(budget.wait(channel('C1'), 200)).toBe(800);
    expect(budget.wait(channel('C2'), 200)).toBe(0);
    budget.take(channel('C1'), 1_000);
    // The longer window now holds the channel.
    expect(budget.wait(channel('C1'), 2_500)).toBe(2_500);
  });

  test('counts a workspace over its channels, and no other workspace', () => {
    const budget = new RateBudget(limits);
    for (const name of ['C1', 'C2', 'C3', 'C4', 'C5']) budget.take(channel(name), 0);
    expect(budget.wait(channel('C6'), 400)).toBe(600);
    expect(budget.wait(channel('C6', 'T2'), 400)).toBe(0);
  });

  test('pauses a workspace as long as the platform asks', () => {
    const budget = new RateBudget(limits);
    budget.pause(channel('C1'), 30_000);
    expect(budget.wait(channel('C2'), 10_000)).toBe(20_000);
    expect(budget.wait(channel('C2'), 30_000)).toBe(0);
    expect(budget.wait(channel('C2', 'T2'), 10_000)).toBe(0);
  });

  test('lines up what has to wait', () => {
    const budget = new RateBudget(limits);
    budget.pause(channel('C1'), 10_000);
    expect(['C1', 'C2', 'C3'].map((name) => budget.postpone(channel(name), 0))).toEqual([
      10_000, 10_200, 10_400,
    ]);
  });

  test('with a lead lets messages come before they may go, and counts each for when it goes', () => {
    const budget = new RateBudget({ ...limits, channel: [] }, 300);
    // Five may go at once; the sixth when the second that the first began is over.
    for (let n = 0; n < 5; n++) budget.take(channel(`C${n}`), 0);
    expect(budget.wait(channel('C5'), 0)).toBe(700);
    budget.take(channel('C5'), 700);
    for (let n = 6; n < 10; n++) budget.take(channel(`C${n}`), 900);
    // The sixth went at 1,000, so that the eleventh goes at 2,000 and comes at 1,700.
    expect(budget.wait(channel('C10'), 1_000)).toBe(700);
    expect(budget.postpone(channel('C10'), 1_000)).toBe(1_700);
    expect(budget.postpone(channel('C11'), 1_000)).toBe(1_900);
  });

  test('with a lead lets nothing come before a pause is over', () => {
    const budget = new RateBudget({ ...limits, throttled: 'channel' }, 300);
    budget.pause(channel('C1'), 10_000);
    expect(budget.wait(channel('C1'), 9_800)).toBe(200);
    expect(budget.wait(channel('C2'), 9_800)).toBe(0);
    expect(budget.postpone(channel('C1'), 0)).toBe(10_000);
  });

  test('does not wait for what a clock counted that was set back since', () => {
    const budget = new RateBudget(limits);
    budget.take(channel('C1'), 3_600_000);
    budget.take(channel('C1'), 3_600_000);
    expect(budget.wait(channel('C1'), 5)).toBe(0);
  });

  test('forgets what is over', () => {
    const budget = new RateBudget(limits);
    budget.take(channel('C1'), 0);
    budget.pause(channel('C1'), 500);
    budget.sweep(6_000);
    expect(budget.wait(channel('C1'), 6_000)).toBe(0);
  });

  test('no window ever holds more than it may, whoever sends when it says so', () => {
    const step = fc.record({
      name: fc.constantFrom('C1', 'C2', 'C3'),
      pause: fc.integer({ min: 0, max: 700 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const budget = new RateBudget(limits);
        const sent: { name: string; at: number }[] = [];
        let now = 0;
        for (const { name, pause } of steps) {
          now += pause;
          now += budget.wait(channel(name), now);
          expect(budget.wait(channel(name), now)).toBe(0);
          budget.take(channel(name), now);
          sent.push({ name, at: now });
        }
        const most = (times: readonly number[], milliseconds: number) =>
          Math.max(0, ...times.map((end) => times.filter((t) => t > end - milliseconds && t <= end).length));
        for (const name of ['C1', 'C2', 'C3']) {
          const times = sent.filter((one) => one.name === name).map((one) => one.at);
          for (const window of limits.channel) {
            expect(most(times, window.milliseconds)).toBeLessThanOrEqual(window.count);
          }
        }
        expect(
          most(
            sent.map((one) => one.at),
            1_000,
          ),
        ).toBeLessThanOrEqual(5);
      }),
    );
  });
});

test('the time to send is that of the fullest workspace', () => {
  expect(secondsToSend([1, 11, 51], limits)).toBe(10);
  expect(secondsToSend([1], limits)).toBe(0);
  expect(secondsToSend([], limits)).toBe(0);
});
