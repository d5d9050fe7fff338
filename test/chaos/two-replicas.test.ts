/** Two processes deliver from one PostgreSQL; one is killed in the middle, the other takes over. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { deliveriesOf } from '../../src/notifications/report.ts';
import { usualTiming } from '../../src/notifications/worker-options.ts';
import { openStore } from '../../src/store/store.ts';
import { announcement, channel, subscribe } from '../notifications/fixtures.ts';
import { freshDatabase } from '../support/databases.ts';
import { FlakySlack } from '../support/flaky-platforms.ts';
import { fastClock, timeSpeed } from './time-speed.ts';

const channels = 60;
const rounds = Number(process.env.REPLICA_KILLS ?? 2);
const program = fileURLToPath(new URL('deliver.ts', import.meta.url));
/** Milliseconds of the real clock. */
const lease = usualTiming.lease / timeSpeed;
/** Between the end of a lease and the next look at the outbox, on a machine that may be busy. */
const patience = 2_000;

test(`a killed replica's deliveries are taken over within the lease, and none is sent twice (${rounds} kills)`, {
  timeout: 60_000 + rounds * 30_000,
}, async () => {
  const { location, remove } = await freshDatabase('PostgreSQL');
  if (location.kind !== 'postgres') throw new Error('expected PostgreSQL');
  // Every request takes a while, so that a kill meets some of them under way.
  const epoch = Date.now();
  const now = fastClock(epoch);
  const slack = new FlakySlack(now, 0, 60);
  const slackUrl = await slack.start();
  const store = await openStore(location, { role: 'server' });
  const database = new pg.Client({ connectionString: location.url });
  await database.connect();
  const replicas: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const replica of replicas) replica.kill('SIGKILL');
    await database.end();
    await store.close();
    await remove();
    slack.stop();
  });

  async function start(name: string): Promise<ChildProcess> {
    const options = { location, slackUrl, epoch, role: 'server', mode: 'serve', prefix: name, worker: name };
    const replica = spawn(process.execPath, [program, JSON.stringify(options)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    replicas.push(replica);
    await once(replica.stdout!, 'data');
    return replica;
  }
  const held = async (worker: string) =>
    (
      await database.query(
        "select 1 from delivery where claimed_by = $1 and state in ('pending', 'sending')",
        [worker],
      )
    ).rowCount ?? 0;
  const sentBy = (worker: string) => slack.posts.filter(({ token }) => token === `xoxb-${worker}`).length;

  for (let n = 0; n < channels; n += 1) await subscribe(store, channel(`C${n}`), 'everything');
  await start('survivor');
  const takeovers: { readonly held: number; readonly milliseconds: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const name = `victim-${round}`;
    const victim = await start(name);
    const publishing = (async () => {
      for (let n = 0; victim.exitCode === null && victim.signalCode === null; n += 1) {
        await publish(`${name}-${n}`);
        await delay(100);
      }
    })();
    await vi.waitFor(() => expect(sentBy(name)).toBeGreaterThan(5), { timeout: 20_000, interval: 5 });
    await delay(Math.random() * 200);
    await vi.waitFor(async () => expect(await held(name)).toBeGreaterThan(0), {
      timeout: 20_000,
      interval: 1,
    });
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    await publishing;
    const killed = performance.now();
    const left = await held(name);
    await vi.waitFor(async () => expect(await held(name)).toBe(0), { timeout: 20_000, interval: 20 });
    takeovers.push({ held: left, milliseconds: performance.now() - killed });
  }
  await vi.waitFor(async () => expect(await store.outbox.nextDue()).toBeUndefined(), {
    timeout: 60_000,
    interval: 100,
  });

  const standing = slack.standing();
  let deliveries = 0;
  for (const { id } of await store.notifications.latest(10_000)) {
    expect(await store.outbox.counts(id)).toMatchObject({ audience: channels, sent: channels });
    for await (const delivery of deliveriesOf(store, id)) {
      deliveries += 1;
      expect([delivery.messageId]).toEqual(standing.get(delivery.id));
    }
  }
  expect(slack.posts.length).toBe(deliveries);
  expect(takeovers.reduce((sum, one) => sum + one.held, 0)).toBeGreaterThan(0);
  for (const { milliseconds } of takeovers) expect(milliseconds).toBeLessThan(lease + patience);
  console.log(
    `${rounds} replicas killed: held at death ${takeovers.map((one) => one.held).join(', ')}; taken over after ` +
      `${takeovers.map(({ milliseconds }) => `${((milliseconds * timeSpeed) / 1_000).toFixed(0)} s`).join(', ')} ` +
      `of the bot's clock (lease ${usualTiming.lease / 1_000} s); ${deliveries} deliveries, each stands once; ` +
      `${slack.lookups} looked up`,
  );

  async function publish(title: string): Promise<void> {
    const at = now();
    const deliveries = Array.from({ length: channels }, (_, n) => ({
      ...{ id: `${title}-C${n}`, ...channel(`C${n}`), language: 'en' as const, dueAt: at },
    }));
    const content = JSON.stringify(announcement(title, ['alpha']));
    const about = { topics: ['alpha'], items: [title], createdBy: 'test' };
    await store.notifications.publish({ id: title, kind: 'announcement', content, ...about }, deliveries, at);
  }
});
