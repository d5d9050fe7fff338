import { describe, expect, it } from 'vitest';
import type { Subscriber } from '../../src/store/subscriptions.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { instantly, weekly } from './subscriptions.ts';
import { minutes } from './times.ts';

const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;

describe.each(databaseKinds)('subscriptions in %s', (kind) => {
  const opened = useStore(kind);

  it('come back as they were made, topic by topic', async () => {
    await opened.store.subscriptions.put(
      channel,
      [
        { topic: 'ngen', settings: weekly },
        { topic: 'ceta', settings: instantly },
      ],
      'U1',
      minutes(0),
    );
    const made = { ...channel, createdBy: 'U1', createdAt: minutes(0), updatedAt: minutes(0) };
    expect(await opened.store.subscriptions.of(channel)).toEqual([
      { ...made, ...instantly, topic: 'ceta' },
      { ...made, ...weekly, topic: 'ngen' },
    ]);
  });

  it('are replaced by subscribing again, and remember who began', async () => {
    const { subscriptions } = opened.store;
    await subscriptions.put(channel, [{ topic: 'ceta', settings: instantly }], 'U1', minutes(0));
    await subscriptions.put(channel, [{ topic: 'ceta', settings: weekly }], 'U2', minutes(5));
    expect(await subscriptions.of(channel)).toEqual([
      { ...channel, ...weekly, topic: 'ceta', createdBy: 'U1', createdAt: minutes(0), updatedAt: minutes(5) },
    ]);
  });

  it('are removed by topic or all at once, in their own channel only', async () => {
    const { subscriptions } = opened.store;
    const topics = ['ceta', 'eccp', 'ngen'].map((topic) => ({ topic, settings: weekly }));
    const neighbour = { ...channel, workspace: 'T2' };
    await subscriptions.put(channel, topics, 'U1', minutes(0));
    await subscriptions.put(neighbour, topics, 'U1', minutes(0));
    expect(await subscriptions.remove(channel, [])).toEqual([]);
    expect(await subscriptions.remove(channel, ['ngen', 'unknown'])).toEqual(['ngen']);
    expect(await subscriptions.remove(channel, 'all')).toEqual(['ceta', 'eccp']);
    expect(await subscriptions.of(channel)).toEqual([]);
    expect(await subscriptions.of(neighbour)).toHaveLength(3);
  });

  it('of a workspace are listed with the reason why a channel cannot be reached', async () => {
    const { subscriptions, channels } = opened.store;
    for (const id of ['C2', 'C1']) {
      await subscriptions.put(
        { ...channel, channel: id },
        [{ topic: 'ceta', settings: weekly }],
        'U1',
        minutes(0),
      );
    }
    await subscriptions.put(
      { ...channel, workspace: 'T2' },
      [{ topic: 'ceta', settings: weekly }],
      'U1',
      minutes(0),
    );
    await channels.suspend({ ...channel, channel: 'C2' }, 'channel_archived', minutes(1));
    const listed = await subscriptions.inWorkspace(channel, 10);
    expect(listed.map((subscriber) => [subscriber.channel, subscriber.suspended])).toEqual([
      ['C1', undefined],
      ['C2', 'channel_archived'],
    ]);
    expect(await subscriptions.inWorkspace(channel, 1)).toHaveLength(1);
  });

  it('of topics are read page by page without losing or doubling one', async () => {
    const { subscriptions } = opened.store;
    const topics = Array.from({ length: 50 }, (_, n) => `topic:${n}`);
    for (let n = 0; n < 26; n++) {
      // Capitals and signs that languages and bytes put in different order.
      const id = `${n % 2 === 0 ? 'C' : 'c'}${n % 3 === 0 ? '_' : ':'}${n}`;
      await subscriptions.put(
        { ...channel, channel: id },
        ['other', ...topics].map((topic) => ({ topic, settings: weekly })),
        'U1',
        minutes(0),
      );
    }
    const read: Subscriber[] = [];
    for await (const subscriber of subscriptions.toTopics(topics)) read.push(subscriber);
    expect(read).toHaveLength(1_300);
    expect(new Set(read.map(({ channel: id, topic }) => `${id} ${topic}`))).toHaveProperty('size', 1_300);
    const runs = read.filter(({ channel: id }, index) => read[index - 1]?.channel !== id);
    expect(runs).toHaveLength(26);
    for await (const subscriber of subscriptions.toTopics([])) expect(subscriber).toBeUndefined();
  });
});
