import { describe, expect, it } from 'vitest';
import { databaseKinds, useStore } from '../support/databases.ts';
import { weekly } from './subscriptions.ts';
import { days, minutes } from './times.ts';

const channel = { platform: 'teams', workspace: 'tenant-1', channel: '19:a' } as const;
const neighbour = { ...channel, workspace: 'tenant-2' };

describe.each(databaseKinds)('channels in %s', (kind) => {
  const opened = useStore(kind);

  it('are active until they are suspended, and again when they are resumed', async () => {
    const { channels } = opened.store;
    expect(await channels.state(channel)).toEqual({ state: 'active' });
    await channels.suspend(channel, 'BotNotInConversationRoster', minutes(1));
    await channels.suspend(channel, 'ConversationNotFound', minutes(2));
    expect(await channels.state(channel)).toEqual({
      state: 'suspended',
      reason: 'BotNotInConversationRoster',
      since: minutes(1),
    });
    expect(await channels.state(neighbour)).toEqual({ state: 'active' });
    await channels.resume(channel, minutes(3));
    expect(await channels.state(channel)).toEqual({ state: 'active' });
  });

  it('keep their subscriptions when they are suspended', async () => {
    const { channels, subscriptions } = opened.store;
    await subscriptions.put(channel, [{ topic: 'ceta', settings: weekly }], 'U1', minutes(0));
    await channels.suspend(channel, 'channel_archived', minutes(1));
    expect(await subscriptions.of(channel)).toHaveLength(1);
  });

  it('keep the latest conversation reference', async () => {
    const { references } = opened.store;
    expect(await references.get(channel)).toBeUndefined();
    await references.save(channel, '{"serviceUrl":"one"}', minutes(0));
    await references.save(channel, '{"serviceUrl":"two"}', minutes(1));
    expect(await references.get(channel)).toBe('{"serviceUrl":"two"}');
    expect(await references.get(neighbour)).toBeUndefined();
  });

  it('are forgotten as a whole, and no other with them', async () => {
    const { channels, references, preferences, subscriptions, answers } = opened.store;
    for (const each of [channel, neighbour]) {
      await subscriptions.put(each, [{ topic: 'ceta', settings: weekly }], 'U1', minutes(0));
      await references.save(each, '{}', minutes(0));
      await preferences.change({ ...each, kind: 'channel', id: '19:a' }, { language: 'fr' }, minutes(0));
      await answers.record({ ...each, messageId: 'm', sections: [section] }, minutes(0));
      await channels.suspend(each, 'ConversationBlockedByUser', minutes(0));
    }
    await channels.forget(channel);
    expect(await everythingOf(channel)).toEqual([[], undefined, {}, [], { state: 'active' }]);
    expect(await everythingOf(neighbour)).toEqual([
      [expect.objectContaining({ topic: 'ceta' })],
      '{}',
      { language: 'fr' },
      [expect.objectContaining(section)],
      { state: 'suspended', reason: 'ConversationBlockedByUser', since: minutes(0) },
    ]);
  });

  it('are forgotten when they have been suspended for a year', async () => {
    const { channels, subscriptions } = opened.store;
    for (const each of [channel, neighbour]) {
      await subscriptions.put(each, [{ topic: 'ceta', settings: weekly }], 'U1', minutes(0));
      await channels.suspend(each, 'channel_archived', minutes(0));
    }
    await channels.resume(neighbour, days(1));
    await opened.store.purge(days(364));
    expect(await subscriptions.of(channel)).toHaveLength(1);
    await opened.store.purge(days(366));
    expect(await subscriptions.of(channel)).toEqual([]);
    expect(await subscriptions.of(neighbour)).toHaveLength(1);
  });

  const section = { entry: 'ngen', section: 'funding', language: 'en', contentHash: 'h1' } as const;
  const everythingOf = async (each: typeof channel | typeof neighbour) => [
    await opened.store.subscriptions.of(each),
    await opened.store.references.get(each),
    await opened.store.preferences.of({ ...each, kind: 'channel', id: each.channel }),
    await opened.store.answers.of(each, 'm'),
    await opened.store.channels.state(each),
  ];
});
