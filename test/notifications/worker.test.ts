import { describe, expect, test } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import type { NotificationContent } from '../../src/notifications/content.ts';
import { mostAttempts } from '../../src/notifications/decide.ts';
import { createPublisher, type Publisher } from '../../src/notifications/publisher.ts';
import { deliveriesOf, reconciles } from '../../src/notifications/report.ts';
import type { Sender } from '../../src/notifications/sender.ts';
import { createWorker } from '../../src/notifications/worker.ts';
import { usualTiming } from '../../src/notifications/worker-options.ts';
import type { Store } from '../../src/store/store.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { realKnowledge } from '../support/real-content.ts';
import { announcement, channel, noon, PlatformDouble, subscribe, topics, unlimited } from './fixtures.ts';

/** A clock that moves when a test says so. */
class Clock {
  now = noon;
  readonly read = () => this.now;
  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1_000);
  }
}

let ids = 0;

function publisherOn(store: Store, clock: Clock, approvalAbove = 1_000): Publisher {
  return createPublisher({
    store,
    knowledge: () => realKnowledge,
    topics: () => topics,
    clock: clock.read,
    newId: () => `id-${String(ids++).padStart(6, '0')}`,
    approvalAbove,
    stageDays: 30,
  });
}

function workerOn(store: Store, clock: Clock, senders: readonly Sender[], name = 'w1') {
  return createWorker({
    store,
    senders,
    topics: () => topics,
    clock: clock.read,
    random: () => 0.5,
    name,
    report: ({ code, ...rest }) => {
      if (code === 'worker_failed') throw new Error(code, { cause: rest });
    },
    timing: usualTiming,
  });
}

async function publish(publisher: Publisher, content: NotificationContent): Promise<string> {
  const published = await publisher.publish({ kind: 'announcement', content }, 'U1');
  if (published.state !== 'published') throw new Error(published.state);
  return published.id;
}

async function rows(store: Store, id: string) {
  const found = [];
  for await (const { channel: place, state, reason } of deliveriesOf(store, id)) {
    found.push([place, state, ...(reason === undefined ? [] : [reason])].join(' '));
  }
  return found.sort();
}

describe.each(databaseKinds)('the worker on %s', (kind) => {
  const test$ = useStore(kind);

  test('tells each channel that follows a topic once, in its language, and nobody else', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    const teams = new PlatformDouble('teams');
    await subscribe(store, channel('C1'), 'ngen');
    await subscribe(store, channel('C1'), 'gic');
    await subscribe(store, channel('C2'), 'everything', { language: 'fr' });
    await subscribe(store, channel('C3'), 'ocean');
    await subscribe(store, channel('19:x', { platform: 'teams', workspace: 'tenant' }), 'ngen');
    const id = await publish(publisherOn(store, clock), announcement('Summit', ['ngen', 'gic']));
    await workerOn(store, clock, [slack, teams]).drain();
    // Channels are told side by side, so that either may be first.
    const told = slack.sent.map(({ channel: place, card }) => [place.channel, toText(card)]);
    expect(told.toSorted()).toEqual([
      [
        'C1',
        'Summit\n\nIn English.\n\nThis channel follows: Global Innovation Clusters. Write “subscriptions” to me to see or change that.',
      ],
      [
        'C2',
        'Summit\n\nEn français.\n\nCe canal suit\u00A0: tout. Écrivez-moi «\u00A0abonnements\u00A0» pour voir ou changer cela.',
      ],
    ]);
    expect(teams.sent).toHaveLength(1);
    expect(await store.outbox.counts(id)).toMatchObject({ audience: 3, sent: 3 });
    // Nothing is left to do, whoever comes.
    await workerOn(store, clock, [slack, teams], 'w2').drain();
    expect(slack.attempts + teams.attempts).toBe(3);
  });

  test('a daily digest waits for its time and carries all of it in one message', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    await subscribe(store, channel('C1'), 'ngen', { cadence: 'daily' });
    await subscribe(store, channel('C1'), 'ocean', { cadence: 'daily' });
    const publisher = publisherOn(store, clock);
    const first = await publish(publisher, announcement('One', ['ngen']));
    clock.pass(3_600);
    const second = await publish(publisher, announcement('Two', ['ocean']));
    await workerOn(store, clock, [slack]).drain();
    expect(slack.attempts).toBe(0);
    clock.now = new Date('2026-11-24T14:00:00Z');
    await workerOn(store, clock, [slack]).drain();
    expect(slack.sent.map(({ card }) => toText(card))).toEqual([
      expect.stringMatching(
        /^Digest of 24 November 2026\n\nNGen\n\n• One – In English\.\n\nOcean Supercluster\n\n• Two – In English\./,
      ),
    ]);
    expect(await rows(store, first)).toEqual(['C1 sent']);
    expect(await rows(store, second)).toEqual(['C1 sent']);
  });

  test('quiet hours hold back what comes late, and what was held back by failures', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    await subscribe(store, channel('C1'), 'ngen', { quietHours: { from: '12:30', to: '14:00' } });
    slack.answer = (_, attempt) =>
      attempt === 1 ? { type: 'retry', reason: 'ratelimited', status: 429, after: 45 * 60_000 } : undefined;
    await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    await workerOn(store, clock, [slack]).drain();
    clock.pass(50 * 60);
    await workerOn(store, clock, [slack]).drain();
    expect(slack.attempts).toBe(1);
    clock.now = new Date('2026-11-23T19:00:00Z');
    await workerOn(store, clock, [slack]).drain();
    expect(slack.sent).toHaveLength(1);
  });

  test('what else is for a throttled workspace leaves when Retry-After is over, and not a moment before', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble('slack', { ...unlimited, throttled: 'workspace' });
    slack.answer = (_, attempt) =>
      attempt === 1 ? { type: 'retry', reason: 'ratelimited', status: 429, after: 30_000 } : undefined;
    await subscribe(store, channel('C1'), 'ngen');
    const worker = workerOn(store, clock, [slack]);
    await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    await worker.drain();
    await subscribe(store, channel('C2'), 'ocean');
    await publish(publisherOn(store, clock), announcement('Two', ['ocean']));
    await worker.drain();
    clock.pass(29.9);
    await worker.drain();
    expect(slack.attempts).toBe(1);
    clock.pass(0.2);
    await worker.drain();
    expect(slack.sent.map(({ channel: place }) => place.channel)).toContain('C2');
  });

  test('Retry-After is obeyed and counts are right after every kind of answer', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    for (const name of ['C1', 'C2', 'C3', 'C4', 'C5']) await subscribe(store, channel(name), 'ngen');
    await store.channels.suspend(channel('C5'), 'channel_archived', noon);
    slack.answer = ({ channel: { channel: name } }, attempt) => {
      if (name === 'C2') return { type: 'suspend', reason: 'is_archived', status: 200 };
      if (name === 'C3') return { type: 'forget', reason: 'channel_not_found', status: 200 };
      if (name === 'C4') return { type: 'fail', reason: 'msg_too_long', status: 200 };
      return attempt <= 4 ? { type: 'retry', reason: 'ratelimited', status: 429, after: 30_000 } : undefined;
    };
    const id = await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    await workerOn(store, clock, [slack]).drain();
    clock.pass(20);
    await workerOn(store, clock, [slack]).drain();
    expect(await store.outbox.counts(id)).toMatchObject({ pending: 1, sent: 0, failed: 3, skipped: 1 });
    clock.pass(20);
    await workerOn(store, clock, [slack]).drain();
    expect(await rows(store, id)).toEqual([
      'C1 sent',
      'C2 failed suspended: is_archived',
      'C3 failed forgotten: channel_not_found',
      'C4 failed msg_too_long',
      'C5 skipped suspended: channel_archived',
    ]);
    expect(await store.channels.state(channel('C2'))).toMatchObject({
      state: 'suspended',
      reason: 'is_archived',
    });
    expect(await store.subscriptions.of(channel('C2'))).toHaveLength(1);
    expect(await store.subscriptions.of(channel('C3'))).toEqual([]);
    const counts = await store.outbox.counts(id);
    expect(counts && reconciles(counts)).toBe(true);
  });

  test('a poison message is given up, and can be sent again by hand', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    await subscribe(store, channel('C1'), 'ngen');
    slack.answer = () => ({ type: 'retry', reason: 'HTTP 500', status: 500 });
    const id = await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    for (let round = 0; round < mostAttempts + 3; round += 1) {
      await workerOn(store, clock, [slack]).drain();
      clock.pass(3_600);
    }
    expect(slack.attempts).toBe(mostAttempts);
    expect(await rows(store, id)).toEqual(['C1 failed gave up: HTTP 500']);
    slack.answer = () => undefined;
    expect(await store.outbox.resendFailures(id, clock.now)).toBe(1);
    await workerOn(store, clock, [slack]).drain();
    expect(await rows(store, id)).toEqual(['C1 sent']);
  });

  test('after a cut line Slack is asked before anything is sent again', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    await subscribe(store, channel('C1'), 'ngen');
    slack.answer = () => ({ type: 'unknown', reason: 'ECONNRESET' });
    const id = await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    await workerOn(store, clock, [slack]).drain();
    expect(await store.outbox.counts(id)).toMatchObject({ sending: 1, inDoubt: 1 });
    clock.pass(60);
    await workerOn(store, clock, [slack]).drain();
    expect(slack.attempts).toBe(1);
    expect(await rows(store, id)).toEqual(['C1 sent']);
  });

  test('what a worker that died was sending is looked up, found missing, and sent', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    const teams = new PlatformDouble('teams');
    await subscribe(store, channel('C1'), 'ngen');
    await subscribe(store, channel('19:x', { platform: 'teams', workspace: 'tenant' }), 'ngen');
    const id = await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    const leaseUntil = new Date(clock.now.getTime() + usualTiming.lease);
    const claimed = await store.outbox.claim({ worker: 'dead', now: clock.now, leaseUntil, limit: 10 });
    const taken = claimed.flatMap((one) => one.deliveries.map((delivery) => delivery.id));
    await store.outbox.startSending('dead', taken, clock.now, leaseUntil);
    await workerOn(store, clock, [slack, teams]).drain();
    expect(slack.attempts).toBe(0);
    clock.pass(usualTiming.lease / 1_000 + 1);
    await workerOn(store, clock, [slack, teams]).drain();
    expect(slack.sent).toHaveLength(1);
    // Teams cannot tell: a person decides, nothing is sent twice.
    expect(teams.attempts).toBe(0);
    expect(await rows(store, id)).toEqual([
      '19:x failed in doubt: stopped while sending, and the platform cannot tell whether it arrived',
      'C1 sent',
    ]);
  });

  test('what was cancelled or unsubscribed meanwhile is not sent', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    await subscribe(store, channel('C1'), 'ngen');
    await subscribe(store, channel('C2'), 'ocean');
    const publisher = publisherOn(store, clock);
    const cancelled = await publish(publisher, announcement('One', ['ngen']));
    const left = await publish(publisher, announcement('Two', ['ocean']));
    await store.notifications.cancel(cancelled, 'U9', clock.now);
    await store.subscriptions.remove(channel('C2'), 'all');
    await workerOn(store, clock, [slack]).drain();
    expect(slack.attempts).toBe(0);
    expect(await rows(store, cancelled)).toEqual(['C1 skipped cancelled']);
    expect(await rows(store, left)).toEqual(['C2 skipped no longer subscribed']);
  });

  test('an update of an announced change replies under its post, which shows the latest state', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    await subscribe(store, channel('C1'), 'ngen');
    const publisher = publisherOn(store, clock);
    const change = (title: string) => ({
      kind: 'changes' as const,
      content: announcement(title, ['ngen'], 'ngen#money'),
    });
    await publisher.publish(change('First'), 'U1');
    await workerOn(store, clock, [slack]).drain();
    clock.pass(10);
    await publisher.publish(change('Second'), 'U1');
    await workerOn(store, clock, [slack]).drain();
    expect(slack.sent.map(({ thread }) => thread)).toEqual([undefined, 'm1']);
    expect(slack.edited.map(({ messageId, message }) => [messageId, message.card.summary])).toEqual([
      ['m1', 'Second'],
    ]);
  });

  test('an update of what was announced in a digest leaves the rest of the digest as it stands', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    await subscribe(store, channel('C1'), 'ngen', { cadence: 'daily' });
    const publisher = publisherOn(store, clock);
    const change = (title: string, item: string) =>
      publisher.publish({ kind: 'changes', content: announcement(title, ['ngen'], item) }, 'U1');
    await change('Money', 'ngen#money');
    await change('Leader', 'ngen@leader');
    clock.pass(24 * 3_600);
    await workerOn(store, clock, [slack]).drain();
    await change('More money', 'ngen#money');
    clock.pass(24 * 3_600);
    await workerOn(store, clock, [slack]).drain();
    expect(slack.sent.map(({ thread, deliveryIds }) => [thread, deliveryIds.length])).toEqual([
      [undefined, 2],
      ['m1', 1],
    ]);
    expect(slack.edited).toEqual([]);
  });

  test('news of what an answer was corrected about stand in the channel, not in the thread of the question', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble();
    await subscribe(store, channel('C1'), 'ngen');
    const content = announcement('Money', ['ngen'], 'ngen#money');
    await store.notifications.publish(
      {
        ...{
          id: 'correction',
          kind: 'correction',
          topics: [],
          items: ['ngen#money'],
          createdBy: 'corrections',
        },
        content: JSON.stringify(content),
      },
      [{ ...channel('C1'), id: 'reply', thread: 'question', language: 'en', dueAt: clock.now }],
      clock.now,
    );
    await workerOn(store, clock, [slack]).drain();
    clock.pass(10);
    await publisherOn(store, clock).publish({ kind: 'changes', content }, 'U1');
    await workerOn(store, clock, [slack]).drain();
    expect(slack.sent.map(({ thread }) => thread)).toEqual(['question', undefined]);
  });

  test('what is for a platform that is not set up waits for a worker that has it', async () => {
    const { store } = test$;
    const clock = new Clock();
    await subscribe(store, channel('19:x', { platform: 'teams' }), 'ngen');
    const id = await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    await workerOn(store, clock, [new PlatformDouble()]).drain();
    expect(await rows(store, id)).toEqual(['19:x pending teams is not set up here']);
    clock.pass(61);
    const teams = new PlatformDouble('teams');
    await workerOn(store, clock, [teams], 'w2').drain();
    expect(teams.sent).toHaveLength(1);
  });

  test('never sends faster than the platform allows, however many wait', async () => {
    const { store } = test$;
    const clock = new Clock();
    const slack = new PlatformDouble('slack', {
      channel: [{ count: 1, milliseconds: 1_000 }],
      workspace: [{ count: 2, milliseconds: 60_000 }],
      throttled: 'workspace',
    });
    for (const name of ['C1', 'C2', 'C3', 'C4', 'C5']) await subscribe(store, channel(name), 'ngen');
    const id = await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    const worker = workerOn(store, clock, [slack]);
    await worker.drain();
    expect(slack.sent).toHaveLength(2);
    expect((await rows(store, id)).filter((row) => row.endsWith('pending rate budget'))).toHaveLength(3);
    clock.pass(61);
    await worker.drain();
    expect(slack.sent.length).toBeLessThanOrEqual(4);
    for (let minute = 0; minute < 5; minute += 1) {
      clock.pass(61);
      await worker.drain();
    }
    expect(await store.outbox.counts(id)).toMatchObject({ sent: 5 });
  });

  test('two workers beside each other send everything once', async () => {
    const { store } = test$;
    const other = await test$.another();
    const clock = new Clock();
    const slack = new PlatformDouble();
    const all = Array.from({ length: 60 }, (_, index) => `C${index + 10}`);
    for (const name of all) await subscribe(store, channel(name), 'ngen');
    const id = await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    await Promise.all([
      workerOn(store, clock, [slack], 'w1').drain(),
      workerOn(other, clock, [slack], 'w2').drain(),
    ]);
    expect(slack.sent.map(({ channel: place }) => place.channel).sort()).toEqual(all);
    expect(await store.outbox.counts(id)).toMatchObject({ audience: 60, sent: 60 });
  });

  test('started, it sends what is published, and stops when told', async () => {
    const { store } = test$;
    const slack = new PlatformDouble();
    const clock = { read: () => new Date() } as Clock;
    await subscribe(store, channel('C1'), 'ngen');
    const worker = workerOn(store, clock, [slack]);
    worker.start();
    await publish(publisherOn(store, clock), announcement('One', ['ngen']));
    worker.wake();
    await expect.poll(() => slack.sent.length).toBe(1);
    await worker.stop();
    await publish(publisherOn(store, clock), announcement('Two', ['ngen']));
    worker.wake();
    expect(slack.sent).toHaveLength(1);
  });
});
