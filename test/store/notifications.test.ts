import { describe, expect, it } from 'vitest';
import { reach } from '../../src/store/databases.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { announcement, delivery, publish, worker } from './outbox.ts';
import { days, minutes } from './times.ts';

const snapshot = (version: string) => ({ version, snapshot: `{"of":"${version}"}` });

describe.each(databaseKinds)('notifications in %s', (kind) => {
  const opened = useStore(kind);

  it('are published with their whole audience, those skipped from the start included', async () => {
    const { notifications, outbox } = opened.store;
    const published = announcement('n1', { topics: ['ceta', 'ngen'], items: ['b', 'a', 'b'] });
    const suspended = delivery('d2', { skipped: 'suspended: channel_archived' });
    expect(await notifications.publish(published, [delivery('d1'), suspended], minutes(1))).toEqual({
      id: 'n1',
      created: true,
    });
    expect(await notifications.get('n1')).toEqual({
      ...published,
      items: ['a', 'b'],
      state: 'published',
      audience: 2,
      createdAt: minutes(1),
      publishedAt: minutes(1),
    });
    expect(await outbox.counts('n1')).toEqual({
      audience: 2,
      pending: 1,
      sending: 0,
      inDoubt: 0,
      sent: 0,
      failed: 0,
      skipped: 1,
    });
    expect(
      (await outbox.deliveries('n1', { limit: 10 })).map(({ state, reason }) => [state, reason]),
    ).toEqual([
      ['pending', undefined],
      ['skipped', 'suspended: channel_archived'],
    ]);
    expect(await notifications.get('n2')).toBeUndefined();
    expect(await outbox.counts('n2')).toBeUndefined();
  });

  it('are written as a whole or not at all', async () => {
    const { notifications, outbox, announcedContent } = opened.store;
    const twice = [delivery('d1'), delivery('d2'), delivery('d1')];
    await expect(
      notifications.publish(announcement('n1', { snapshot: snapshot('v1') }), twice, minutes(0)),
    ).rejects.toThrow();
    expect(await notifications.get('n1')).toBeUndefined();
    expect(await outbox.nextDue()).toBeUndefined();
    expect(await announcedContent.latest()).toBeUndefined();
  });

  it('reach a channel once, and once in each of its threads', async () => {
    const { notifications } = opened.store;
    const channel = { channel: 'C1' };
    await expect(
      notifications.publish(
        announcement('n1'),
        [delivery('d1', channel), delivery('d2', channel)],
        minutes(0),
      ),
    ).rejects.toThrow();
    await notifications.publish(
      announcement('n1'),
      [
        delivery('d1', channel),
        delivery('d2', { ...channel, thread: 't1' }),
        delivery('d3', { ...channel, thread: 't2' }),
      ],
      minutes(0),
    );
    expect((await opened.store.outbox.counts('n1'))?.audience).toBe(3);
  });

  it('with the same idempotency key are one, also when they come at the same moment', async () => {
    const other = await opened.another();
    const stored = await Promise.all(
      ['n1', 'n2', 'n3', 'n4'].map((id, n) =>
        (n % 2 === 0 ? opened.store : other).notifications.publish(
          announcement(id, { idempotencyKey: 'monday' }),
          [delivery(`of-${id}`)],
          minutes(0),
        ),
      ),
    );
    const [first] = stored.filter(({ created }) => created);
    expect(stored.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(stored.map(({ id }) => id))).toEqual(new Set([first?.id]));
    expect(await opened.store.notifications.latest(10)).toHaveLength(1);
    expect(await worker(opened.store, 'w').claim(1)).toEqual([[`of-${first?.id}`]]);
  });

  it('are listed with the latest first', async () => {
    for (const [n, id] of ['n1', 'n2', 'n3'].entries()) {
      await opened.store.notifications.publish(announcement(id), [], minutes(n));
    }
    expect((await opened.store.notifications.latest(2)).map(({ id }) => id)).toEqual(['n3', 'n2']);
  });
});

describe.each(databaseKinds)('a proposal in %s', (kind) => {
  const opened = useStore(kind);
  const propose = () =>
    opened.store.notifications.propose(announcement('n1', { snapshot: snapshot('v2') }), minutes(0));

  it('is delivered once a second person approved it', async () => {
    const { notifications, outbox } = opened.store;
    await propose();
    expect(await notifications.get('n1')).toMatchObject({ state: 'awaiting-approval', audience: 0 });
    expect(await outbox.nextDue()).toBeUndefined();
    const audience = [delivery('d1'), delivery('d2')];
    expect(await notifications.approve('n1', 'U1', audience, minutes(1))).toBe('own-proposal');
    expect(await outbox.counts('n1')).toMatchObject({ audience: 0, pending: 0 });
    expect(await notifications.approve('n1', 'U2', audience, minutes(2))).toBe('approved');
    expect(await notifications.get('n1')).toMatchObject({
      state: 'published',
      audience: 2,
      approvedBy: 'U2',
      publishedAt: minutes(2),
    });
    expect(await outbox.counts('n1')).toMatchObject({ audience: 2, pending: 2 });
    expect(await notifications.approve('n1', 'U3', [], minutes(3))).toBe('not-awaiting');
    expect(await notifications.approve('unknown', 'U3', [], minutes(3))).toBe('not-awaiting');
  });

  it('is approved by one of two who do so at once', async () => {
    await propose();
    const other = await opened.another();
    const approvals = await Promise.all([
      opened.store.notifications.approve('n1', 'U2', [delivery('d1')], minutes(1)),
      other.notifications.approve('n1', 'U3', [delivery('d2')], minutes(1)),
    ]);
    expect(approvals.toSorted()).toEqual(['approved', 'not-awaiting']);
    expect(await opened.store.outbox.counts('n1')).toMatchObject({ audience: 1, pending: 1 });
  });

  it('announces its content when it is approved, not before', async () => {
    const { notifications, announcedContent } = opened.store;
    await announcedContent.save(snapshot('v1'), minutes(0));
    await propose();
    expect((await announcedContent.latest())?.version).toBe('v1');
    await notifications.approve('n1', 'U2', [], minutes(1));
    const announced = { version: 'v2 n1', snapshot: snapshot('v2').snapshot, announcedAt: minutes(1) };
    expect(await announcedContent.latest()).toEqual(announced);
  });

  it('is not approved after other changes were announced: the newer content stays the last announced', async () => {
    const { notifications, announcedContent, outbox } = opened.store;
    await announcedContent.save(snapshot('v1'), minutes(0));
    await propose();
    expect(await notifications.isOvertaken('n1')).toBe(false);
    await notifications.publish(announcement('n2', { snapshot: snapshot('v3') }), [], minutes(1));
    expect(await notifications.isOvertaken('n1')).toBe(true);
    expect(await notifications.approve('n1', 'U2', [delivery('d1')], minutes(2))).toBe('overtaken');
    expect(await announcedContent.latest()).toMatchObject({ version: 'v3', announcedAt: minutes(1) });
    expect(await outbox.counts('n1')).toMatchObject({ audience: 0, pending: 0 });
    expect(await notifications.refuse('n1', 'U2', minutes(3))).toBe(true);
    expect(await notifications.isOvertaken('n1')).toBe(false);
  });

  it('of changes is one of two that are approved at once; an announcement is never overtaken', async () => {
    const { notifications, announcedContent } = opened.store;
    await propose();
    await notifications.propose(announcement('n2', { snapshot: snapshot('v3') }), minutes(0));
    await notifications.propose(announcement('n3'), minutes(0));
    const other = await opened.another();
    const approvals = await Promise.all([
      notifications.approve('n1', 'U2', [], minutes(1)),
      other.notifications.approve('n2', 'U2', [], minutes(1)),
    ]);
    expect(approvals.toSorted()).toEqual(['approved', 'overtaken']);
    const approved = approvals[0] === 'approved' ? 'v2 n1' : 'v3 n2';
    expect((await announcedContent.latest())?.version).toBe(approved);
    expect(await notifications.approve('n3', 'U2', [], minutes(2))).toBe('approved');
  });

  it('can be cancelled and is not approved after', async () => {
    const { notifications, announcedContent } = opened.store;
    await propose();
    expect(await notifications.cancel('n1', 'U9', minutes(1))).toBe(0);
    expect(await notifications.approve('n1', 'U2', [delivery('d1')], minutes(2))).toBe('not-awaiting');
    expect(await announcedContent.latest()).toBeUndefined();
  });
});

describe.each(databaseKinds)('a cancelled notification in %s', (kind) => {
  const opened = useStore(kind);

  it('skips what waits, lets finish what is on its way, and tries nothing again', async () => {
    const { store } = opened;
    await publish(
      store,
      'n1',
      ['sent', 'retry', 'claimed', 'waiting'].map((id) => delivery(id)),
    );
    await publish(store, 'n2', [delivery('other')]);
    const w = worker(store, 'w');
    await w.claim(1);
    await w.start(1, 'sent', 'retry');
    expect(await store.notifications.cancel('n1', 'U9', minutes(1))).toBe(2);
    expect(await store.notifications.cancel('n1', 'U9', minutes(1))).toBeUndefined();
    expect(await store.notifications.cancel('unknown', 'U9', minutes(1))).toBeUndefined();

    expect(await w.start(1, 'claimed', 'other')).toEqual(['other']);
    await store.outbox.settle('w', ['sent'], { state: 'sent', messageId: '1.1' }, minutes(1));
    await store.outbox.settle(
      'w',
      ['retry'],
      { state: 'pending', at: minutes(5), reason: 'rate_limited', status: 429 },
      minutes(1),
    );
    expect(await store.outbox.counts('n1')).toEqual({
      audience: 4,
      pending: 0,
      sending: 0,
      inDoubt: 0,
      sent: 1,
      failed: 0,
      skipped: 3,
    });
    expect(await store.notifications.get('n1')).toMatchObject({
      state: 'cancelled',
      cancelledAt: minutes(1),
    });
    expect(await store.outbox.resendFailures('n1', minutes(2))).toBe(0);
  });
});

describe.each(databaseKinds)(
  'a delivery in %s that was left pending while its notification was cancelled',
  (kind) => {
    const opened = useStore(kind);

    it('is not sent, and is skipped by whoever claims next', async () => {
      const { store, location } = opened;
      await publish(store, 'n1', [delivery('a')]);
      const w = worker(store, 'w');
      await w.claim(1);
      const raw = reach(location).open();
      await raw.kysely.updateTable('notification').set({ state: 'cancelled' }).execute();
      await raw.close();
      expect(await w.start(1, 'a')).toEqual([]);
      expect(await w.claim(5)).toEqual([]);
      expect(await store.outbox.counts('n1')).toMatchObject({ audience: 1, skipped: 1 });
    });
  },
);

describe.each(databaseKinds)('announced content in %s', (kind) => {
  const opened = useStore(kind);

  it('is what was announced last, also when an earlier version comes back', async () => {
    const { notifications, announcedContent } = opened.store;
    expect(await announcedContent.latest()).toBeUndefined();
    await announcedContent.save(snapshot('v1'), minutes(0));
    await notifications.publish(announcement('n1', { snapshot: snapshot('v2') }), [], minutes(1));
    expect(await announcedContent.latest()).toEqual({ ...snapshot('v2'), announcedAt: minutes(1) });
    await notifications.publish(announcement('n2', { snapshot: snapshot('v1') }), [], minutes(2));
    expect(await announcedContent.latest()).toEqual({ ...snapshot('v1'), announcedAt: minutes(2) });
  });
});

describe.each(databaseKinds)('old notifications in %s', (kind) => {
  const opened = useStore(kind);

  it('go with their deliveries once nothing of them waits; the announced content stays', async () => {
    const { store } = opened;
    const audience = (id: string) => [delivery(id, { dueAt: days(0) })];
    await store.notifications.publish(
      announcement('done', { snapshot: snapshot('v1') }),
      audience('d1'),
      days(0),
    );
    await store.notifications.publish(
      announcement('open', { snapshot: snapshot('v2') }),
      audience('d2'),
      days(1),
    );
    await store.outbox.settle('w', ['d1'], { state: 'sent', messageId: '1.1' }, days(1));
    await store.purge(days(399));
    expect(await store.notifications.get('done')).toBeDefined();
    await store.purge(days(402));
    expect(await store.notifications.get('done')).toBeUndefined();
    expect(await store.outbox.deliveries('done', { limit: 10 })).toEqual([]);
    expect(await store.outbox.counts('open')).toMatchObject({ audience: 1, pending: 1 });
    expect((await store.announcedContent.latest())?.version).toBe('v2');
  });
});
