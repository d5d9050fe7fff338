import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { approvalStrings } from '../../src/cards/approval-card.ts';
import { toText } from '../../src/cards/text.ts';
import { personId } from '../../src/notifications/approval.ts';
import { previewsOf } from '../../src/previews.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { channel, noon, PlatformDouble } from './fixtures.ts';
import { propose, serviceOn } from './proposals.ts';

const editors = channel('CEDITORS');
const decision = { channel: editors, person: 'U2', decision: 'approve', language: 'en' } as const;

describe.each(databaseKinds)('approval in a channel on %s', (kind) => {
  const test$ = useStore(kind);

  test('what, to how many and the preflight are put before a second person, in the language of the channel', async () => {
    const { store } = test$;
    for (const language of ['en', 'fr'] as const) {
      const slack = new PlatformDouble();
      const service = serviceOn(store, editors, [slack], language);
      const id = await propose(store, service, 'U1');
      service.worker.start();
      await vi.waitFor(() => expect(slack.sent).toHaveLength(1), 5_000);
      await service.worker.stop();
      const [told] = slack.sent;
      expect(told?.channel).toEqual(editors);
      const text = toText(told!.card);
      const said = language === 'en' ? 'It is in June.' : 'Il est en juin.';
      for (const part of [
        said,
        `approuver ${id}`.replace('approuver', language === 'en' ? 'approve' : 'approuver'),
        'U1',
        'slack 2',
      ]) {
        expect(text).toContain(part);
      }
      expect(text).toContain(approvalStrings.within[language]);
      for (const preview of Object.values(previewsOf(['slack', 'teams']))) {
        expect(preview.render(told!.card).violations).toEqual([]);
      }
      await store.notifications.refuse(id, 'U2', noon);
    }
  });

  test('only there, only by somebody else, and once', async () => {
    const { store } = test$;
    const { approvals, ...service } = serviceOn(store, editors);
    const id = await propose(store, { approvals, ...service }, 'U1');
    const outcome = async (more: object) => (await approvals.decide({ ...decision, id, ...more })).outcome;
    for (const place of [
      channel('C1'),
      channel('CEDITORS', { workspace: 'T2' }),
      channel('CEDITORS', { platform: 'teams' }),
    ]) {
      expect(await outcome({ channel: place })).toBe('elsewhere');
    }
    expect(await outcome({ person: 'U1' })).toBe('own-proposal');
    expect(await outcome({ person: 'u1' })).toBe('own-proposal');
    expect(await store.outbox.counts(id)).toMatchObject({ audience: 0 });
    expect(await Promise.all([outcome({}), outcome({}), outcome({ person: 'U3' })])).toEqual(
      expect.arrayContaining(['approved', 'approved-before', 'approved-before']),
    );
    expect(await outcome({ decision: 'refuse' })).toBe('approved-before');
    expect(await store.notifications.get(id)).toMatchObject({ state: 'published', publishedAt: noon });
    expect(await store.outbox.counts(id)).toMatchObject({ audience: 2, pending: 2 });
    expect(await outcome({ id: randomUUID() })).toBe('unknown');
  });

  test('who approved or refused is kept, and when', async () => {
    const { store } = test$;
    const service = serviceOn(store, editors);
    const first = await propose(store, service, 'U1');
    await service.approvals.decide({ ...decision, id: first });
    expect(await store.notifications.get(first)).toMatchObject({ approvedBy: 'U2', publishedAt: noon });
    const second = await propose(store, service, 'U1');
    const refused = await service.approvals.decide({ ...decision, id: second, decision: 'refuse' });
    expect(refused.outcome).toBe('refused');
    expect(await store.notifications.get(second)).toMatchObject({
      ...{ state: 'cancelled', cancelledBy: 'U2', cancelledAt: noon },
    });
    expect((await service.approvals.decide({ ...decision, id: second })).outcome).toBe('refused-before');
    expect(await store.outbox.counts(second)).toMatchObject({ audience: 0 });
  });

  test('whoever approves changes that others have overtaken is told why nothing is sent', async () => {
    const { store } = test$;
    const service = serviceOn(store, editors);
    const before = new Date(noon.getTime() - 60_000);
    const change = (id: string) => ({
      ...{ id, kind: 'changes' as const, topics: ['ngen'], items: ['ngen#money'], createdBy: 'U1' },
      ...{ content: '{"v":1,"news":[]}', snapshot: { version: id, snapshot: '{}' } },
    });
    const id = randomUUID();
    await store.notifications.propose(change(id), before);
    await store.notifications.publish(change(randomUUID()), [], noon);
    for (const [language, said] of [
      ['en', /^Other changes have been announced since it was proposed: .*Nothing is sent; refuse it/],
      ['fr', /^D’autres changements ont été annoncés .*Rien n’est envoyé\s; refusez-la/],
    ] as const) {
      const decided = await service.approvals.decide({ ...decision, id, language });
      expect(decided).toEqual({ outcome: 'overtaken', said: expect.stringMatching(said) });
    }
    const refused = await service.approvals.decide({ ...decision, id, decision: 'refuse' });
    expect(refused.outcome).toBe('refused');
  });

  test('a channel that could not be reached is tried again with the next proposal', async () => {
    const { store } = test$;
    await store.channels.suspend(editors, 'not_in_channel', noon);
    const slack = new PlatformDouble();
    const service = serviceOn(store, editors, [slack]);
    await propose(store, service, 'U1');
    service.worker.start();
    await vi.waitFor(() => expect(slack.sent).toHaveLength(1), 5_000);
    await service.worker.stop();
  });

  test('the announcement of a proposal is nobody’s to decide', async () => {
    const { store } = test$;
    const service = serviceOn(store, editors);
    await propose(store, service, 'U1');
    const announcement = (await store.notifications.latest(10)).find((one) => one.kind === 'approval');
    const decided = await service.approvals.decide({ ...decision, id: announcement!.id, decision: 'refuse' });
    expect(decided).toMatchObject({ outcome: 'unknown' });
    expect(await store.notifications.get(announcement!.id)).toMatchObject({ state: 'published' });
  });

  test.each([
    ['approve', 'approve', 'en'],
    ['Refuse', 'refuse', 'en'],
    ['/reject', 'refuse', 'en'],
    ['approuver', 'approve', 'fr'],
    ['refuser', 'refuse', 'fr'],
  ])('“%s …” is read', (word, expected, language) => {
    const { approvals } = serviceOn(test$.store, editors);
    const id = randomUUID();
    expect(approvals.read(` ${word} ${id.toUpperCase()}. `)).toEqual({ decision: expected, language, id });
    for (const other of [word, `${word} it`, `please ${word} ${id}`, `constructor ${id}`]) {
      expect(approvals.read(other)).toBeUndefined();
    }
  });
});

test('people are known by the ids of the platform', () => {
  expect(personId('slack', ' u0abc ')).toBe('U0ABC');
  expect(personId('slack', 'ada')).toBeUndefined();
  expect(personId('teams', '11111111-1111-4111-8111-11111111111A')).toBe(
    '11111111-1111-4111-8111-11111111111a',
  );
  expect(personId('teams', '29:1abc')).toBeUndefined();
});
