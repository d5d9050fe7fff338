import { describe, expect, test } from 'vitest';
import { type Snapshot, takeSnapshot } from '../../src/knowledge/differences.ts';
import { readMessage } from '../../src/knowledge/message.ts';
import { preflight, preflightText } from '../../src/notifications/preflight.ts';
import { createPublisher } from '../../src/notifications/publisher.ts';
import { csvLines, reportText } from '../../src/notifications/report.ts';
import { toSlackMessage } from '../../src/slack/blocks.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import type { Store } from '../../src/store/store.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { realKnowledge } from '../support/real-content.ts';
import { channel, noon, PlatformDouble, subscribe, topics } from './fixtures.ts';

const lastWeek = new Date('2026-11-16T17:00:00Z');
let ids = 0;

function publisherOn(store: Store, approvalAbove = 2, now = noon) {
  return createPublisher({
    store,
    knowledge: () => realKnowledge,
    topics: () => topics,
    clock: () => now,
    newId: () => `id-${String(ids++).padStart(6, '0')}`,
    approvalAbove,
    stageDays: 30,
  });
}

const { message } = readMessage('# News {#en}\n\nA text.\n\n# Nouvelles {#fr}\n\nUn texte.', 'm.md');

/** The content that was announced before one section of it changed. */
function earlierSnapshot(item: string): { version: string; snapshot: string } {
  const snapshot: Snapshot = takeSnapshot(realKnowledge, { now: noon, stageDays: 30 });
  snapshot.items[item]!.en!.hash = 'another';
  return { version: `before ${item}`, snapshot: JSON.stringify(snapshot) };
}

describe.each(databaseKinds)('publishing on %s', (kind) => {
  const test$ = useStore(kind);

  test('the first content is what later ones are compared with; nothing is told', async () => {
    const publisher = publisherOn(test$.store);
    expect(await publisher.draftChanges()).toBe('baseline');
    // Looking alone changes nothing.
    expect(await publisher.draftChanges()).toBe('baseline');
    await publisher.declareAnnounced();
    expect(await publisher.draftChanges()).toBe('nothing');
  });

  test('changes are told once, with the note of the editors', async () => {
    const { store } = test$;
    await subscribe(store, channel('C1'), 'ngen');
    await subscribe(store, channel('C2'), 'ngen', { language: 'fr' });
    await store.announcedContent.save(earlierSnapshot('ngen#money'), lastWeek);
    const publisher = publisherOn(store);
    const draft = await publisher.draftChanges({ en: 'Thanks', fr: 'Merci' });
    if (typeof draft === 'string') throw new Error(draft);
    expect(draft.content).toMatchObject({ note: { en: 'Thanks' }, news: [{ item: 'ngen#money' }] });
    // The French text is the same: its readers have no news.
    expect(await publisher.publish(draft, 'U1')).toMatchObject({ state: 'published', audience: 1 });
    expect(await publisher.publish(draft, 'U1')).toMatchObject({ state: 'exists' });
    expect(await publisher.draftChanges()).toBe('nothing');
  });

  test('changes that were turned down can be proposed again', async () => {
    const { store } = test$;
    for (const name of ['C1', 'C2', 'C3']) await subscribe(store, channel(name), 'ngen');
    await store.announcedContent.save(earlierSnapshot('ngen#money'), lastWeek);
    const publisher = publisherOn(store);
    const proposed = async () => {
      const draft = await publisher.draftChanges();
      if (typeof draft === 'string') throw new Error(draft);
      return publisher.publish(draft, 'U1');
    };
    const first = await proposed();
    expect(first).toMatchObject({ state: 'awaiting-approval', audience: 3 });
    expect(await proposed()).toMatchObject({ state: 'exists', id: first.id });
    await store.notifications.cancel(first.id, 'U9', noon);
    const second = await proposed();
    expect(second).toMatchObject({ state: 'awaiting-approval' });
    expect(await publisher.approve(second.id, 'U2')).toBe('approved');
    expect(await publisher.draftChanges()).toBe('nothing');
  });

  test('an old proposal of changes does not undo what was announced since', async () => {
    const { store } = test$;
    for (const name of ['C1', 'C2', 'C3']) await subscribe(store, channel(name), 'everything');
    await store.announcedContent.save(earlierSnapshot('ngen#money'), lastWeek);
    const publisher = publisherOn(store);
    const draft = await publisher.draftChanges();
    if (typeof draft === 'string') throw new Error(draft);
    const old = await publisher.publish(draft, 'U1');
    const later = publisherOn(store, 100, new Date(noon.getTime() + 60_000));
    expect(await later.publish({ ...draft, idempotencyKey: 'newer' }, 'U1')).toMatchObject({
      state: 'published',
    });
    const evenLater = publisherOn(store, 2, new Date(noon.getTime() + 120_000));
    expect(await evenLater.approve(old.id, 'U2')).toBe('overtaken');
    expect(await store.outbox.counts(old.id)).toMatchObject({ audience: 0 });
    expect(await evenLater.draftChanges()).toBe('nothing');
  });

  test('a stage that comes near in an unchanged content is told once, also where it is approved', async () => {
    const { store } = test$;
    for (const name of ['C1', 'C2', 'C3']) await subscribe(store, channel(name), 'ceta-procurement');
    const on = (day: string) => publisherOn(store, 2, new Date(`${day}T12:00:00Z`));
    await on('2025-11-01').declareAnnounced();
    const draft = await on('2025-12-10').draftChanges();
    if (typeof draft === 'string') throw new Error(draft);
    const begins = { kind: 'begins', date: '2026-01-01' };
    expect(draft.content.news).toMatchObject([{ texts: { en: begins, fr: begins } }]);
    const { id, state } = await on('2025-12-10').publish(draft, 'U1');
    expect(state).toBe('awaiting-approval');
    expect(await on('2025-12-11').approve(id, 'U2')).toBe('approved');
    expect(await on('2025-12-12').draftChanges()).toBe('nothing');
  });

  test('above the threshold a second person approves, and the audience is that of then', async () => {
    const { store } = test$;
    const publisher = publisherOn(store);
    for (const name of ['C1', 'C2', 'C3']) await subscribe(store, channel(name), 'ngen');
    const draft = publisher.draftMessage(message!, ['ngen'], 'key-1');
    const proposed = await publisher.publish(draft, 'U1');
    expect(proposed).toMatchObject({ state: 'awaiting-approval', audience: 3 });
    expect(await store.outbox.counts(proposed.id)).toMatchObject({ audience: 0 });
    expect(await publisher.approve(proposed.id, 'U1')).toBe('own-proposal');
    await subscribe(store, channel('C4'), 'everything');
    expect(await publisher.approve(proposed.id, 'U2')).toBe('approved');
    expect(await publisher.approve(proposed.id, 'U2')).toBe('not-awaiting');
    expect(await publisher.approve('nonsense', 'U2')).toBe('not-awaiting');
    expect(await store.outbox.counts(proposed.id)).toMatchObject({ audience: 4, pending: 4 });
  });

  test('the same idempotency key is one message', async () => {
    const publisher = publisherOn(test$.store);
    const first = await publisher.publish(publisher.draftMessage(message!, ['ngen'], 'key'), 'U1');
    const second = await publisher.publish(publisher.draftMessage(message!, ['ngen'], 'key'), 'U1');
    expect(second).toEqual({ state: 'exists', id: first.id, standing: 'published', audience: 0 });
  });

  test('the same key with another text or for other topics is refused; topics in another order are not', async () => {
    const { store } = test$;
    const publisher = publisherOn(store);
    for (const name of ['C1', 'C2', 'C3']) await subscribe(store, channel(name), 'ngen');
    const say = (said: typeof message, about: readonly string[]) =>
      publisher.publish(publisher.draftMessage(said!, about, 'key'), 'U1');
    const { id } = await say(message, ['ngen', 'gic']);
    const standing = { state: 'exists', id, standing: 'awaiting-approval', audience: 3 };
    expect(await say(message, ['gic', 'ngen'])).toEqual(standing);
    expect(await say(message, ['ngen'])).toEqual({ state: 'key-taken', id });
    const other = { ...message!, en: { ...message!.en, title: 'Other news' } };
    expect(await say(other, ['ngen', 'gic'])).toEqual({ state: 'key-taken', id });
    expect(await store.notifications.latest(5)).toHaveLength(1);
    await publisher.approve(id, 'U2');
    expect(await say(message, ['ngen', 'gic'])).toEqual({ ...standing, standing: 'published' });
  });

  test('a message to everything goes to everybody who follows anything', async () => {
    const { store } = test$;
    await subscribe(store, channel('C1'), 'ocean');
    await subscribe(store, channel('C2'), 'ceta-procurement');
    const publisher = publisherOn(store);
    const draft = publisher.draftMessage(message!, ['everything']);
    expect(await publisher.publish(draft, 'U1')).toMatchObject({ audience: 2 });
  });

  test('the soonest of several ways counts', async () => {
    const { store } = test$;
    await subscribe(store, channel('C1'), 'gic', { cadence: 'weekly' });
    await subscribe(store, channel('C1'), 'ngen', { cadence: 'daily' });
    const publisher = publisherOn(store);
    const planned = [];
    for await (const one of publisher.plan(publisher.draftMessage(message!, ['ngen', 'gic']).content)) {
      planned.push(one.delivery);
    }
    expect(planned).toMatchObject([{ channel: 'C1', digest: '2026-11-24T09:00-05:00[America/Toronto]' }]);
  });

  test('the preflight counts, renders, and says who is skipped; the report agrees with it', async () => {
    const { store } = test$;
    await subscribe(store, channel('C1'), 'ngen');
    await subscribe(store, channel('C2'), 'ngen', { timeZone: 'Europe/Brussels', cadence: 'daily' });
    await subscribe(store, channel('C3'), 'ngen', { language: 'fr' });
    await subscribe(store, channel('C4'), 'ngen');
    await subscribe(store, channel('19:x', { platform: 'teams', workspace: 'tenant' }), 'ngen');
    await store.channels.suspend(channel('C4'), 'is_archived', noon);
    const publisher = publisherOn(store, 100);
    const draft = publisher.draftMessage(message!, ['ngen']);
    const result = await preflight({
      content: draft.content,
      kind: draft.kind,
      planned: publisher.plan(draft.content),
      previews: {
        slack: {
          limits: { ...new PlatformDouble().limits, workspace: [{ count: 1, milliseconds: 7_000 }] },
          render: (card) => {
            const payload = toSlackMessage(card);
            return { payload, violations: limitViolations(payload) };
          },
        },
      },
      topics,
      now: noon,
    });
    expect(preflightText(result)).toBe(
      [
        'Audience: 5 channels; 3 will be told, 2 skipped',
        '  by platform: slack 3',
        '  by time zone: America/Toronto 2, Europe/Brussels 1',
        '  by cadence: daily 1, instantly 2',
        'Due: from 2026-11-23 17:00 UTC to 2026-11-24 08:00 UTC',
        'What is due at once takes about 7 seconds by the rate limits',
        '  skipped: slack T1 C4 – suspended: is_archived',
        '  skipped: teams tenant 19:x – teams is not set up here: it waits',
        'Payloads: 3 rendered, all within limits',
      ].join('\n'),
    );
    expect(JSON.stringify(result.payloads.map(({ payload }) => payload))).toContain('Un texte.');
    expect(await store.notifications.latest(5)).toEqual([]);

    const { id } = await publisher.publish(draft, 'U1');
    expect(await reportText(store, id)).toBe(
      [
        `announcement ${id}: published, topics ngen`,
        'audience 5 = sent 0 + failed 0 + skipped 1 + pending 4 + sending 0 (0 in doubt)',
        'The counts reconcile.',
        '  4 × pending: waits for its time',
        '  1 × skipped: suspended: is_archived',
      ].join('\n'),
    );
    const lines = [];
    for await (const line of csvLines(store, id)) lines.push(line);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe(
      'delivery,platform,workspace,channel,thread,language,state,reason,attempts,statuses,message,next_attempt_at,updated_at\r\n',
    );
    expect(lines.join('')).toMatch(/,slack,T1,C4,,en,skipped,suspended: is_archived,0,,,2026-11-23T17:00/);
    expect(await reportText(store, 'nonsense')).toBeUndefined();
  });
});

test('a cell that begins like a formula is none, and quotes are doubled', async () => {
  const delivery = {
    ...channel('=1+1'),
    id: 'd1',
    notificationId: 'n1',
    language: 'en' as const,
    state: 'failed' as const,
    reason: 'said "no", twice',
    attempts: 2,
    statuses: [429, 500],
    nextAttemptAt: noon,
    inDoubt: false,
    updatedAt: noon,
  };
  const source = {
    notifications: { get: async () => undefined },
    outbox: { counts: async () => undefined, deliveries: async () => [delivery] },
  };
  const lines = [];
  for await (const line of csvLines(source, 'n1')) lines.push(line);
  expect(lines[1]).toContain(`,'=1+1,,en,failed,"said ""no"", twice",2,429 500,,`);
});
