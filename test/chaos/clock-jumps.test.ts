/** The clock jumps forwards and back by hours while two workers deliver. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { createWorker } from '../../src/notifications/worker.ts';
import { usualTiming } from '../../src/notifications/worker-options.ts';
import { announcement, channel, PlatformDouble, subscribe, topics } from '../notifications/fixtures.ts';
import { databaseKinds, useStore } from '../support/databases.ts';

const channels = 600;
const hour = 3_600_000;

describe.each(databaseKinds)('on %s', (kind) => {
  const opened = useStore(kind);

  test('a clock that jumps by hours neither loses nor doubles a message', async () => {
    const { store } = opened;
    let offset = 0;
    let jumps = 0;
    const clock = () => new Date(Date.now() + offset);
    const platform = new PlatformDouble();
    platform.pause = 15;
    const workers = ['one', 'two'].map((name) =>
      createWorker({
        ...{ store, senders: [platform], topics: () => topics, clock, random: Math.random, name },
        ...{ report: () => {}, timing: { ...usualTiming, heartbeat: 50, longestSleep: 30 } },
      }),
    );
    for (let n = 0; n < channels; n += 1) await subscribe(store, channel(`C${n}`), 'everything');
    const deliveries = Array.from({ length: channels }, (_, n) => ({
      ...{ id: `d${n}`, ...channel(`C${n}`), language: 'en' as const, dueAt: clock() },
    }));
    const content = JSON.stringify(announcement('News', ['ngen']));
    await store.notifications.publish(
      { id: 'n', kind: 'announcement', topics: ['ngen'], items: ['News'], content, createdBy: 'test' },
      deliveries,
      clock(),
    );
    for (const worker of workers) worker.start();
    for (const to of [1, -1, 2, 0, -2, 1]) {
      await delay(200 + Math.random() * 300);
      offset = to * hour;
      jumps += 1;
    }
    // Later than anything that was written while the clock was wrong.
    offset = 5 * hour;
    for (const worker of workers) worker.wake();
    await vi.waitFor(async () => {
      expect(await store.outbox.counts('n')).toMatchObject({ audience: channels, sent: channels });
    }, 30_000);
    await Promise.all(workers.map((worker) => worker.stop()));
    await delay(50);
    const standing = [...platform.standing.values()].flat();
    console.log(`${kind}: ${jumps} jumps, ${standing.length} messages stand for ${channels} channels`);
    expect(standing.toSorted()).toEqual(deliveries.map(({ id }) => id).toSorted());
  });
});
