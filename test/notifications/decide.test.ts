import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterLooking,
  afterSending,
  backoff,
  type Facts,
  guard,
  mostAttempts,
} from '../../src/notifications/decide.ts';
import type { SendResult } from '../../src/notifications/sender.ts';

const now = new Date('2026-11-23T12:00:00Z');
const seconds = (count: number) => new Date(now.getTime() + count * 1_000);
const sending = (result: SendResult, attempts = 1, canFind = true, random = 0) =>
  afterSending(result, { attempts, now, random, canFind });

describe('after a request', () => {
  test('what was sent is sent', () => {
    expect(sending({ type: 'sent', messageId: '1.2', status: 200 })).toEqual({
      state: 'sent',
      messageId: '1.2',
      status: 200,
    });
  });

  test('Retry-After is obeyed, also where the usual pause is shorter', () => {
    expect(sending({ type: 'retry', reason: 'ratelimited', status: 429, after: 30_000 })).toEqual({
      state: 'pending',
      at: seconds(30),
      reason: 'ratelimited',
      status: 429,
    });
  });

  test('pauses double, with chance in their upper half', () => {
    expect([1, 2, 3, 4].map((attempts) => backoff(attempts, 0))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect([1, 2, 3, 4].map((attempts) => backoff(attempts, 1))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(backoff(1_000, 1)).toBe(30 * 60_000);
  });

  test('after the last attempt it is given up with its reason', () => {
    expect(sending({ type: 'retry', reason: 'HTTP 502', status: 502 }, mostAttempts)).toEqual({
      state: 'failed',
      reason: 'gave up: HTTP 502',
      status: 502,
    });
  });

  test('a cut line is looked up where that is possible, else tried again', () => {
    expect(sending({ type: 'unknown', reason: 'ECONNRESET' }).state).toBe('in-doubt');
    expect(sending({ type: 'unknown', reason: 'ECONNRESET' }, 1, false).state).toBe('pending');
    expect(sending({ type: 'unknown', reason: 'ECONNRESET' }, mostAttempts, false).state).toBe('failed');
  });

  test.each(['suspend', 'forget', 'fail'] as const)('%s ends the delivery', (type) => {
    expect(sending({ type, reason: 'x', status: 403 })).toMatchObject({ state: 'failed', status: 403 });
  });
});

describe('after looking for a message in doubt', () => {
  const looking = (result: Parameters<typeof afterLooking>[0], answers = 0) =>
    afterLooking(result, { attempts: 1, answers, now, random: 0 });

  test('it is sent when it stands there, and to be sent at once when it does not', () => {
    expect(looking({ type: 'found', messageId: '1.2' })).toEqual({ state: 'sent', messageId: '1.2' });
    expect(looking({ type: 'absent' })).toMatchObject({ state: 'pending', at: now });
  });

  test('it stays in doubt while nobody can tell, but not for ever', () => {
    expect(looking({ type: 'retry', reason: 'HTTP 503', status: 503 })).toMatchObject({ state: 'in-doubt' });
    expect(looking({ type: 'retry', reason: 'HTTP 503' }, 2 * mostAttempts)).toEqual({
      state: 'failed',
      reason: 'in doubt: HTTP 503',
      status: 0,
    });
    expect(looking({ type: 'suspend', reason: 'not_in_channel' })).toMatchObject({ state: 'failed' });
  });
});

describe('the guards before a request', () => {
  const free: Facts = {
    cancelled: false,
    suspended: undefined,
    unsubscribed: false,
    quietUntil: undefined,
    budgetFrom: undefined,
  };
  const all: Facts = {
    cancelled: true,
    suspended: 'channel_archived',
    unsubscribed: true,
    quietUntil: seconds(60),
    budgetFrom: seconds(5),
  };

  test('let through what nothing speaks against', () => expect(guard(free)).toBeUndefined());

  test('speak in their order: cancelled, suspended, unsubscribed, quiet hours, rate budget', () => {
    const spoken = [];
    let facts = all;
    for (const key of ['cancelled', 'suspended', 'unsubscribed', 'quietUntil', 'budgetFrom'] as const) {
      spoken.push(guard(facts));
      facts = { ...facts, [key]: free[key] };
    }
    expect(spoken).toEqual([
      { state: 'skipped', reason: 'cancelled' },
      { state: 'skipped', reason: 'suspended: channel_archived' },
      { state: 'skipped', reason: 'no longer subscribed' },
      { state: 'pending', at: seconds(60), reason: 'quiet hours' },
      { state: 'pending', at: seconds(5), reason: 'rate budget' },
    ]);
    expect(guard(facts)).toBeUndefined();
  });
});

describe('the life of a delivery', () => {
  const result: fc.Arbitrary<SendResult> = fc.oneof(
    fc.constant<SendResult>({ type: 'sent', messageId: 'm' }),
    fc.record({
      type: fc.constant('retry' as const),
      reason: fc.constant('HTTP 502'),
      after: fc.integer({ min: 0, max: 10_000_000 }),
    }),
    fc.constant<SendResult>({ type: 'unknown', reason: 'ECONNRESET' }),
    fc.constantFrom('suspend', 'forget', 'fail').map((type): SendResult => ({ type, reason: 'x' })),
  );

  test('ends after at most the last attempt, whatever the platform answers and whoever finds it', () => {
    fc.assert(
      fc.property(
        fc.array(result, { minLength: mostAttempts, maxLength: 60 }),
        fc.boolean(),
        fc.infiniteStream(fc.constantFrom('found' as const, 'absent' as const)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (results, canFind, finds, random) => {
          let attempts = 0;
          let time = now;
          let sent = 0;
          for (const answer of results) {
            attempts += 1;
            let outcome = afterSending(answer, { attempts, now: time, random, canFind });
            if (answer.type === 'sent') sent += 1;
            if (outcome.state === 'in-doubt') {
              expect(canFind).toBe(true);
              const type = finds.next().value;
              const found = type === 'found' ? ({ type, messageId: 'm' } as const) : ({ type } as const);
              outcome = afterLooking(found, { attempts, answers: attempts, now: outcome.at, random });
              if (type === 'found') sent += 1;
            }
            if (outcome.state !== 'pending') {
              expect(sent).toBe(outcome.state === 'sent' ? 1 : 0);
              return;
            }
            // Time goes on, and never past what an operator would wait for.
            expect(outcome.at.getTime()).toBeGreaterThanOrEqual(time.getTime());
            expect(outcome.at.getTime() - time.getTime()).toBeLessThan(7 * 3_600_000);
            time = outcome.at;
            expect(attempts).toBeLessThan(mostAttempts);
          }
        },
      ),
    );
  });
});
