import { describe, expect, it } from 'vitest';
import { databaseKinds, useStore } from '../support/databases.ts';
import { announcement, delivery, publish, tenant, worker } from './outbox.ts';
import { minutes } from './times.ts';

describe.each(databaseKinds)('the outbox in %s', (kind) => {
  const opened = useStore(kind);
  const settle = (name: string, id: string, at: number) =>
    opened.store.outbox.settle(name, [id], { state: 'sent', messageId: `ts-${id}` }, minutes(at));
  const stateOf = async (id: string) => {
    const all = await opened.store.outbox.deliveries('n1', { limit: 100 });
    return all.find((one) => one.id === id);
  };

  it('gives what is due, the longest due first, to one worker only', async () => {
    await publish(opened.store, 'n1', [
      delivery('late', { dueAt: minutes(5) }),
      delivery('b', { dueAt: minutes(1) }),
      delivery('a', { dueAt: minutes(2) }),
      delivery('skipped', { skipped: 'suspended' }),
    ]);
    const [one, two] = [worker(opened.store, 'one'), worker(opened.store, 'two')];
    expect(await one.claim(0)).toEqual([]);
    expect(await one.claim(3, 1)).toEqual([['b']]);
    expect(await two.claim(3)).toEqual([['a']]);
    expect(await one.claim(3)).toEqual([]);
    expect(await two.claim(6)).toEqual([['b'], ['a'], ['late']]);
  });

  it('never gives one delivery to two workers that claim at once', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `d${n}`);
    await publish(
      opened.store,
      'n1',
      ids.map((id) => delivery(id)),
    );
    const stores = [opened.store, await opened.another(), await opened.another()];
    const claimed = await Promise.all(
      Array.from({ length: 12 }, (_, n) => worker(stores[n % 3] ?? opened.store, `w${n}`).claim(1, 5)),
    );
    const all = claimed.flat(2);
    expect(new Set(all)).toHaveProperty('size', all.length);
    expect(all.length).toBeGreaterThan(0);
    const rest = await worker(opened.store, 'last').claim(1);
    expect([...all, ...rest.flat()].toSorted()).toEqual(ids.toSorted());
  });

  it('never says that nothing is due while a delivery goes from hand to hand', async () => {
    await publish(opened.store, 'n1', [delivery('a')]);
    const other = await opened.another();
    let over = false;
    const passing = (async () => {
      while (!over) {
        await worker(other, 'one').claim(1);
        await other.outbox.release('one');
      }
    })();
    const dues = [];
    for (let n = 0; n < 300; n += 1) dues.push(await opened.store.outbox.nextDue());
    over = true;
    await passing;
    expect(dues.filter((due) => due === undefined)).toEqual([]);
  });

  it('tells how much is not done, and how long the longest due one has waited', async () => {
    const { outbox } = opened.store;
    expect(await outbox.backlog(minutes(3))).toEqual({ pending: 0, sending: 0, inDoubt: 0 });
    await publish(opened.store, 'n1', [
      delivery('a', { dueAt: minutes(1) }),
      delivery('b', { dueAt: minutes(2) }),
      delivery('later', { dueAt: minutes(9) }),
      delivery('skipped', { skipped: 'suspended' }),
    ]);
    expect(await outbox.backlog(minutes(0))).toEqual({ pending: 3, sending: 0, inDoubt: 0 });
    const one = worker(opened.store, 'one');
    await one.claim(1);
    await one.start(1, 'a');
    const due = { oldestDue: minutes(2) };
    expect(await outbox.backlog(minutes(3))).toEqual({ pending: 2, sending: 1, inDoubt: 0, ...due });
    await outbox.sweep(minutes(8));
    expect(await outbox.backlog(minutes(8))).toEqual({ pending: 2, sending: 0, inDoubt: 1, ...due });
  });

  it('says when something is due', async () => {
    const { outbox } = opened.store;
    expect(await outbox.nextDue()).toBeUndefined();
    await publish(opened.store, 'n1', [
      delivery('a', { dueAt: minutes(3) }),
      delivery('b', { dueAt: minutes(9) }),
    ]);
    expect(await outbox.nextDue()).toEqual(minutes(3));
    const w = worker(opened.store, 'w');
    await w.claim(3);
    expect(await outbox.nextDue()).toEqual(minutes(5));
    await w.start(3, 'a');
    await settle('w', 'a', 3);
    expect(await outbox.nextDue()).toEqual(minutes(9));
  });

  it('takes a delivery through its states to its message', async () => {
    await publish(opened.store, 'n1', [delivery('a')]);
    const w = worker(opened.store, 'w');
    await w.claim(1);
    expect(await stateOf('a')).toMatchObject({ state: 'pending', attempts: 0 });
    expect(await w.start(1, 'a')).toEqual(['a']);
    expect(await stateOf('a')).toMatchObject({ state: 'sending', attempts: 1, inDoubt: false });
    expect(await settle('w', 'a', 2)).toEqual(['a']);
    expect(await stateOf('a')).toEqual({
      id: 'a',
      notificationId: 'n1',
      ...tenant,
      channel: 'C-a',
      language: 'en',
      state: 'sent',
      attempts: 1,
      statuses: [],
      nextAttemptAt: minutes(0),
      inDoubt: false,
      messageId: 'ts-a',
      updatedAt: minutes(2),
    });
    expect(await settle('w', 'a', 3)).toEqual([]);
  });

  it('keeps every status code and the last reason, and tries again when told', async () => {
    const { outbox } = opened.store;
    await publish(opened.store, 'n1', [delivery('a')]);
    const w = worker(opened.store, 'w');
    for (const [attempt, status] of [429, 503].entries()) {
      const at = attempt * 10 + 1;
      expect(await w.claim(at)).toEqual([['a']]);
      await w.start(at, 'a');
      await outbox.settle(
        'w',
        ['a'],
        { state: 'pending', at: minutes(at + 9), reason: 'busy', status },
        minutes(at),
      );
      expect(await w.claim(at + 8)).toEqual([]);
    }
    await w.claim(21);
    await w.start(21, 'a');
    await outbox.settle(
      'w',
      ['a'],
      { state: 'failed', reason: 'channel_not_found', status: 404 },
      minutes(21),
    );
    expect(await stateOf('a')).toMatchObject({
      state: 'failed',
      reason: 'channel_not_found',
      attempts: 3,
      statuses: [429, 503, 404],
    });
    expect(await w.claim(100)).toEqual([]);
  });

  it('sends failures again, with their history, and nothing else', async () => {
    const { outbox } = opened.store;
    await publish(opened.store, 'n1', [delivery('a'), delivery('b'), delivery('c')]);
    const w = worker(opened.store, 'w');
    await w.claim(1);
    await w.start(1, 'a', 'b', 'c');
    await settle('w', 'a', 1);
    await outbox.settle('w', ['b'], { state: 'failed', reason: 'attempts', status: 500 }, minutes(1));
    await outbox.settle('w', ['c'], { state: 'skipped', reason: 'quiet' }, minutes(1));
    expect(await outbox.resendFailures('n1', minutes(2))).toBe(1);
    expect(await stateOf('b')).toMatchObject({ state: 'pending', attempts: 0, statuses: [500] });
    expect(await w.claim(2)).toEqual([['b']]);
    expect(await outbox.counts('n1')).toMatchObject({ audience: 3, sent: 1, skipped: 1, pending: 1 });
  });

  it('gives to another worker what a lost one had claimed but not begun, without a doubt', async () => {
    await publish(opened.store, 'n1', [delivery('a')]);
    await worker(opened.store, 'lost').claim(1);
    const next = worker(opened.store, 'next');
    expect(await next.claim(2)).toEqual([]);
    expect(await next.claim(3)).toEqual([['a']]);
    expect(await stateOf('a')).toMatchObject({ state: 'pending', inDoubt: false });
  });

  it('keeps from a worker that slept what others may have taken over', async () => {
    const { outbox } = opened.store;
    await publish(opened.store, 'n1', [delivery('a'), delivery('b')]);
    const [sleeper, next] = [worker(opened.store, 'sleeper'), worker(opened.store, 'next')];
    await sleeper.claim(1);
    // Over its time, even before somebody else came.
    expect(await sleeper.start(3, 'a')).toEqual([]);
    expect(await outbox.renew('sleeper', ['a'], minutes(3), minutes(9))).toEqual([]);
    await next.claim(4);
    expect(await sleeper.start(4, 'a', 'b')).toEqual([]);
    const failed = { state: 'failed', reason: 'late' } as const;
    expect(await outbox.settle('sleeper', ['a'], failed, minutes(4))).toEqual([]);
    expect(await next.start(4, 'a')).toEqual(['a']);
  });

  it('lets a heartbeat keep a claim', async () => {
    const { outbox } = opened.store;
    await publish(opened.store, 'n1', [delivery('a')]);
    const w = worker(opened.store, 'w');
    await w.claim(1);
    expect(await outbox.renew('w', ['a', 'unknown'], minutes(2), minutes(10))).toEqual(['a']);
    expect(await outbox.renew('other', ['a'], minutes(2), minutes(20))).toEqual([]);
    expect(await worker(opened.store, 'next').claim(9)).toEqual([]);
    expect(await w.start(9, 'a')).toEqual(['a']);
  });

  it('remembers since when what is in doubt may stand, however late and often it is looked for', async () => {
    const { outbox } = opened.store;
    await publish(opened.store, 'n1', [delivery('a')]);
    const w = worker(opened.store, 'w');
    await w.claim(1);
    await w.start(1, 'a');
    for (const later of [60, 600]) {
      await w.claim(later);
      expect(await stateOf('a')).toMatchObject({ inDoubt: true, updatedAt: minutes(1) });
      const again = { state: 'in-doubt', at: minutes(later + 1), reason: 'HTTP 503' } as const;
      await outbox.settle('w', ['a'], again, minutes(later));
    }
    await w.claim(700);
    expect(await stateOf('a')).toMatchObject({ inDoubt: true, updatedAt: minutes(1) });
    await settle('w', 'a', 701);
    expect(await stateOf('a')).toMatchObject({ state: 'sent', updatedAt: minutes(701) });
  });

  it('puts in doubt what a lost worker was sending, until somebody knows', async () => {
    const { outbox } = opened.store;
    await publish(opened.store, 'n1', [delivery('a'), delivery('b'), delivery('c')]);
    const lost = worker(opened.store, 'lost');
    await lost.claim(1);
    await lost.start(1, 'a', 'b', 'c');
    expect(await outbox.sweep(minutes(2))).toBe(0);
    expect(await outbox.sweep(minutes(3))).toBe(3);
    expect(await outbox.counts('n1')).toMatchObject({ audience: 3, sending: 3, inDoubt: 3 });

    const w = worker(opened.store, 'w');
    const messages = await outbox.claim({
      worker: 'w',
      now: minutes(3),
      leaseUntil: minutes(5),
      limit: 10,
    });
    expect(messages.map(({ inDoubt }) => inDoubt)).toEqual([true, true, true]);
    expect(await w.start(3, 'a', 'b', 'c')).toEqual([]);
    // It stands there; it does not; nobody could tell.
    await settle('w', 'a', 4);
    await outbox.settle('w', ['b'], { state: 'pending', at: minutes(4), reason: 'not there' }, minutes(4));
    await outbox.settle(
      'w',
      ['c'],
      { state: 'in-doubt', at: minutes(8), reason: 'unreachable', status: 500 },
      minutes(4),
    );
    expect(await outbox.counts('n1')).toMatchObject({ sent: 1, pending: 1, sending: 1, inDoubt: 1 });
    expect(await w.claim(4)).toEqual([['b']]);
    expect(await w.start(4, 'b')).toEqual(['b']);
    expect(await w.claim(5)).toEqual([]);
    expect(await w.claim(8)).toEqual([['b'], ['c']]);
    expect(await stateOf('c')).toMatchObject({ attempts: 1, statuses: [500], inDoubt: true });
  });

  it('believes whoever knows that a message stands, also after its lease', async () => {
    await publish(opened.store, 'n1', [delivery('a')]);
    const slow = worker(opened.store, 'slow');
    await slow.claim(1);
    await slow.start(1, 'a');
    const next = worker(opened.store, 'next');
    await next.claim(4);
    expect(await settle('slow', 'a', 5)).toEqual(['a']);
    expect(await stateOf('a')).toMatchObject({ state: 'sent', inDoubt: false });
    expect(await settle('next', 'a', 5)).toEqual([]);
  });

  it('lets heartbeat, settling and cancelling go on at once without standing in each other\u2019s way', async () => {
    // Written in the opposite order of their ids, so that the order of rows differs from that of ids.
    const ids = Array.from({ length: 300 }, (_, n) => `d${String(999 - n)}`);
    await publish(
      opened.store,
      'n1',
      ids.map((id) => delivery(id)),
    );
    const w = worker(opened.store, 'w');
    await w.claim(1, 300);
    await w.start(1, ...ids);
    const { outbox, notifications } = opened.store;
    const busy = { state: 'pending', at: minutes(1), reason: 'busy', status: 429 } as const;
    await Promise.all([
      outbox.settle('w', ids, busy, minutes(1)),
      ...Array.from({ length: 8 }, () => outbox.renew('w', ids, minutes(1), minutes(9))),
      outbox.claim({ worker: 'next', now: minutes(4), leaseUntil: minutes(6), limit: 300 }),
      outbox.settle('w', ids.toReversed(), { state: 'sent', messageId: 'late' }, minutes(1)),
      notifications.cancel('n1', 'U9', minutes(1)),
    ]);
    const counts = await outbox.counts('n1');
    expect((counts?.sent ?? 0) + (counts?.skipped ?? 0)).toBe(300);
  });

  it('settles several messages at once, each as it went and only where it may', async () => {
    await publish(
      opened.store,
      'n1',
      ['a', 'b', 'c', 'd'].map((id) => delivery(id)),
    );
    const [w, other] = [worker(opened.store, 'w'), worker(opened.store, 'other')];
    await w.claim(1, 3);
    await w.start(1, 'a', 'b');
    await other.claim(1);
    const written = await opened.store.outbox.settleAll(
      'w',
      [
        { ids: ['b'], outcome: { state: 'pending', at: minutes(2), reason: 'busy', status: 429 } },
        { ids: ['a'], outcome: { state: 'sent', messageId: '1.1', status: 200 } },
        { ids: ['c'], outcome: { state: 'in-doubt', at: minutes(2), reason: 'not begun' } },
        { ids: ['d'], outcome: { state: 'failed', reason: 'held by another' } },
      ],
      minutes(1),
    );
    expect(written).toEqual([['b'], ['a'], [], []]);
    expect(await stateOf('a')).toMatchObject({ state: 'sent', messageId: '1.1', statuses: [200] });
    expect(await stateOf('b')).toMatchObject({ state: 'pending', reason: 'busy', statuses: [429] });
    expect(await stateOf('c')).toMatchObject({ state: 'pending', inDoubt: false });
    expect(await stateOf('d')).toMatchObject({ state: 'pending' });
  });

  it('takes back what a stopping worker did not begin', async () => {
    await publish(opened.store, 'n1', [delivery('a'), delivery('b'), delivery('c')]);
    const stopping = worker(opened.store, 'stopping');
    await stopping.claim(1);
    await stopping.start(1, 'a');
    await opened.store.outbox.release('stopping', ['b']);
    expect(await worker(opened.store, 'next').claim(1)).toEqual([['b']]);
    await opened.store.outbox.release('stopping');
    expect(await worker(opened.store, 'next').claim(1)).toEqual([['c']]);
    expect(await settle('stopping', 'a', 1)).toEqual(['a']);
  });

  it('says which channels are suspended when their messages are claimed', async () => {
    const { channels, outbox } = opened.store;
    await publish(opened.store, 'n1', [delivery('a'), delivery('b')]);
    await channels.suspend({ ...tenant, channel: 'C-b' }, 'channel_archived', minutes(1));
    const messages = await outbox.claim({ worker: 'w', now: minutes(1), leaseUntil: minutes(3), limit: 9 });
    expect(messages.map(({ channel, suspended }) => [channel, suspended])).toEqual([
      ['C-a', undefined],
      ['C-b', 'channel_archived'],
    ]);
  });

  it('skips what waits for a workspace that uninstalled', async () => {
    await publish(opened.store, 'n1', [delivery('a'), delivery('b', { workspace: 'T2' })]);
    await opened.store.forgetWorkspace(tenant, minutes(1));
    expect(await stateOf('a')).toMatchObject({ state: 'skipped', reason: 'uninstalled' });
    expect(await opened.store.outbox.counts('n1')).toMatchObject({ audience: 2, skipped: 1, pending: 1 });
  });

  it('reports page by page', async () => {
    const ids = Array.from({ length: 25 }, (_, n) => `${n % 2 ? 'd' : 'D'}${n}`);
    await publish(
      opened.store,
      'n1',
      ids.map((id) => delivery(id)),
    );
    const read: string[] = [];
    for (let after: string | undefined; ; after = read.at(-1)) {
      const page = await opened.store.outbox.deliveries('n1', { limit: 10, ...(after && { after }) });
      read.push(...page.map(({ id }) => id));
      if (page.length < 10) break;
    }
    expect(read.toSorted()).toEqual(ids.toSorted());
  });

  it('finds the first post about an item in a channel', async () => {
    const { outbox, notifications } = opened.store;
    const inChannel = { ...tenant, channel: 'C1' };
    expect(await outbox.firstPost(inChannel, 'ceta-tariffs')).toBeUndefined();
    // A correction stands in the thread of somebody's question: no place for news.
    const correction = announcement('n0', { kind: 'correction' });
    const inThread = delivery('of-n0', { ...inChannel, thread: 'question' });
    await notifications.publish(correction, [inThread], minutes(0));
    await settle('anyone', 'of-n0', 0);
    expect(await outbox.firstPost(inChannel, 'ceta-tariffs')).toBeUndefined();
    for (const [n, id] of ['n1', 'n2'].entries()) {
      await notifications.publish(announcement(id), [delivery(`of-${id}`, inChannel)], minutes(n));
      await settle('anyone', `of-${id}`, n + 1);
    }
    expect(await outbox.firstPost(inChannel, 'ceta-tariffs')).toEqual({
      notificationId: 'n1',
      deliveryIds: ['of-n1'],
      messageId: 'ts-of-n1',
      language: 'en',
      at: minutes(1),
    });
    expect(await outbox.firstPost(inChannel, 'another')).toBeUndefined();
    expect(await outbox.firstPost({ ...inChannel, workspace: 'T2' }, 'ceta-tariffs')).toBeUndefined();
  });

  it('writes ten thousand recipients with their notification, and counts them', async () => {
    const audience = Array.from({ length: 10_000 }, (_, n) => delivery(`d${n}`));
    await publish(opened.store, 'n1', audience);
    expect(await opened.store.outbox.counts('n1')).toMatchObject({ audience: 10_000, pending: 10_000 });
    expect(await worker(opened.store, 'w').claim(1, 50)).toHaveLength(50);
  });
});

describe.each(databaseKinds)('a digest in %s', (kind) => {
  const opened = useStore(kind);
  const digest = (id: string, notification: string, more = {}) => ({
    notification,
    delivery: delivery(`${id}-${notification}`, {
      channel: id,
      digest: '2027-01-04T09:00',
      dueAt: minutes(1),
      ...more,
    }),
  });
  async function publishAll(...all: ReturnType<typeof digest>[]) {
    for (const { notification, delivery: one } of all) await publish(opened.store, notification, [one]);
  }

  it('gathers the deliveries of a channel in one message', async () => {
    await publishAll(
      digest('C1', 'n1'),
      digest('C1', 'n2'),
      digest('C1', 'n3', { language: 'fr' }),
      digest('C1', 'n4', { digest: '2027-01-11T09:00' }),
      digest('C1', 'n5', { dueAt: minutes(50) }),
    );
    expect(await worker(opened.store, 'w').claim(2)).toEqual([['C1-n1', 'C1-n2'], ['C1-n3'], ['C1-n4']]);
  });

  it('counts as one message', async () => {
    await publishAll(digest('C1', 'n1'), digest('C1', 'n2'), digest('C1', 'n3'));
    await publish(opened.store, 'n9', [delivery('single', { dueAt: minutes(2) })]);
    expect(await worker(opened.store, 'w').claim(2, 1)).toEqual([['C1-n1', 'C1-n2', 'C1-n3']]);
    expect(await worker(opened.store, 'w').claim(2, 1)).toEqual([['single']]);
  });

  it('is never shared by two workers', async () => {
    const numbers = Array.from({ length: 8 }, (_, n) => `n${n}`);
    const channels = ['C1', 'C2', 'C3', 'C4'];
    await publishAll(
      ...numbers
        .flatMap((n) => channels.map((channel) => digest(channel, n)))
        .map((d, i) => ({
          notification: `${d.notification}-${i}`,
          delivery: d.delivery,
        })),
    );
    const stores = [opened.store, await opened.another(), await opened.another()];
    const claimed = await Promise.all(
      Array.from({ length: 9 }, (_, n) => worker(stores[n % 3] ?? opened.store, `w${n}`).claim(2, 1)),
    );
    const rest = await worker(opened.store, 'last').claim(2);
    const messages = [...claimed.flat(), ...rest];
    expect(messages).toHaveLength(channels.length);
    for (const message of messages) expect(message).toHaveLength(numbers.length);
  });

  it('keeps apart what is in doubt from what came later', async () => {
    await publishAll(digest('C1', 'n1'), digest('C1', 'n2'));
    const lost = worker(opened.store, 'lost');
    await lost.claim(2);
    await lost.start(2, 'C1-n1', 'C1-n2');
    await publishAll(digest('C1', 'n3'));
    const messages = await opened.store.outbox.claim({
      worker: 'w',
      now: minutes(5),
      leaseUntil: minutes(7),
      limit: 10,
    });
    expect(
      messages.map(({ inDoubt, deliveries }) => [inDoubt, deliveries.map(({ id }) => id)]).toSorted(),
    ).toEqual([
      [false, ['C1-n3']],
      [true, ['C1-n1', 'C1-n2']],
    ]);
  });
});
