/** The outbox against a model of itself: whatever workers do in whatever order, both agree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryState, Outcome } from '../../src/store/outbox.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { delivery, publish } from './outbox.ts';
import { minutes } from './times.ts';

const lease = 2;
const workers = ['w1', 'w2', 'w3'];
const names = ['a', 'b', 'c', 'd'];

interface Row {
  state: DeliveryState;
  due: number;
  holder: string | undefined;
  leaseUntil: number;
  doubt: boolean;
  attempts: number;
}

/** What `outbox.ts` promises, in the fewest words. Times in minutes. */
class Model {
  readonly rows = new Map<string, Row>(
    names.map((name) => [
      name,
      { state: 'pending', due: 0, holder: undefined, leaseUntil: 0, doubt: false, attempts: 0 },
    ]),
  );
  #change(which: (row: Row, name: string) => boolean, change: (row: Row) => void): string[] {
    const changed = [...this.rows].filter(([name, row]) => which(row, name));
    for (const [, row] of changed) change(row);
    return changed.map(([name]) => name);
  }
  claim(worker: string, now: number): string[] {
    this.#change(
      (row) => row.state === 'sending' && row.holder !== undefined && row.leaseUntil <= now,
      (row) => Object.assign(row, { doubt: true, holder: undefined }),
    );
    return this.#change(
      (row) => isOpen(row) && row.due <= now && (row.holder === undefined || row.leaseUntil <= now),
      (row) => Object.assign(row, { holder: worker, leaseUntil: now + lease }),
    );
  }
  start(worker: string, ids: string[], now: number): string[] {
    return this.#change(
      (row, name) =>
        ids.includes(name) && row.state === 'pending' && row.holder === worker && row.leaseUntil > now,
      (row) => Object.assign(row, { state: 'sending', attempts: row.attempts + 1, leaseUntil: now + lease }),
    );
  }
  renew(worker: string, ids: string[], now: number): string[] {
    return this.#change(
      (row, name) => ids.includes(name) && row.holder === worker && row.leaseUntil > now,
      (row) => Object.assign(row, { leaseUntil: now + lease }),
    );
  }
  settle(worker: string, ids: string[], outcome: Outcome, now: number): string[] {
    const inDoubt = outcome.state === 'in-doubt';
    return this.#change(
      (row, name) =>
        ids.includes(name) &&
        isOpen(row) &&
        (outcome.state === 'sent' || row.holder === worker) &&
        (!inDoubt || row.state === 'sending'),
      (row) =>
        Object.assign(row, {
          state: inDoubt ? 'sending' : outcome.state,
          due: 'at' in outcome ? now + 1 : row.due,
          holder: undefined,
          doubt: inDoubt,
        }),
    );
  }
  release(worker: string): void {
    this.#change(
      (row) => row.holder === worker && isOpen(row) && (row.state === 'pending' || row.doubt),
      (row) => Object.assign(row, { holder: undefined }),
    );
  }
}

function isOpen(row: Row): boolean {
  return row.state === 'pending' || row.state === 'sending';
}

function outcomeAt(state: Outcome['state'], now: number): Outcome {
  switch (state) {
    case 'sent':
      return { state, messageId: 'ts' };
    case 'failed':
    case 'skipped':
      return { state, reason: 'why' };
    case 'pending':
    case 'in-doubt':
      return { state, reason: 'why', at: minutes(now + 1) };
  }
}

const worker = fc.constantFrom(...workers);
const some = fc.subarray(names);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), worker }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('start' as const), worker, ids: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('renew' as const), worker, ids: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), worker }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      worker,
      ids: some,
      state: fc.constantFrom(
        'sent' as const,
        'failed' as const,
        'skipped' as const,
        'pending' as const,
        'in-doubt' as const,
      ),
    }),
  },
);

describe.each(databaseKinds)('the outbox in %s', (kind) => {
  const opened = useStore(kind);

  it('does what its model does, and its counts always reconcile', { timeout: 120_000 }, async () => {
    const { outbox, notifications } = opened.store;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const model = new Model();
        const notification = `n${run++}`;
        const idOf = (name: string) => `${notification}-${name}`;
        const nameOf = (id: string) => id.slice(notification.length + 1);
        await publish(
          opened.store,
          notification,
          names.map((name) => delivery(idOf(name))),
        );
        let now = 0;
        const agree = (real: string[], expected: string[]) =>
          expect(real.map(nameOf).toSorted()).toEqual(expected.toSorted());
        for (const one of steps) {
          const until = minutes(now + lease);
          switch (one.do) {
            case 'wait':
              now += one.minutes;
              break;
            case 'claim': {
              const messages = await outbox.claim({
                worker: one.worker,
                now: minutes(now),
                leaseUntil: until,
                limit: 100,
              });
              agree(
                messages.flatMap(({ deliveries }) => deliveries.map(({ id }) => id)),
                model.claim(one.worker, now),
              );
              break;
            }
            case 'start':
              agree(
                await outbox.startSending(one.worker, one.ids.map(idOf), minutes(now), until),
                model.start(one.worker, one.ids, now),
              );
              break;
            case 'renew':
              agree(
                await outbox.renew(one.worker, one.ids.map(idOf), minutes(now), until),
                model.renew(one.worker, one.ids, now),
              );
              break;
            case 'release':
              await outbox.release(one.worker);
              model.release(one.worker);
              break;
            case 'settle': {
              const outcome = outcomeAt(one.state, now);
              agree(
                await outbox.settle(one.worker, one.ids.map(idOf), outcome, minutes(now)),
                model.settle(one.worker, one.ids, outcome, now),
              );
              break;
            }
          }
          const counts = await outbox.counts(notification);
          const { audience = 0, pending = 0, sending = 0, sent = 0, failed = 0, skipped = 0 } = counts ?? {};
          expect(pending + sending + sent + failed + skipped).toBe(audience);
        }
        const real = await outbox.deliveries(notification, { limit: 10 });
        expect(real.map((one) => [nameOf(one.id), one.state, one.inDoubt, one.attempts])).toEqual(
          [...model.rows].map(([name, row]) => [name, row.state, row.doubt, row.attempts]),
        );
        await notifications.cancel(notification, 'U9', minutes(now));
        await outbox.settle('w', names.map(idOf), { state: 'sent', messageId: 'ts' }, minutes(now));
      }),
      { numRuns: 60 },
    );
  });
});
