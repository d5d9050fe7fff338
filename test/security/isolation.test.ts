import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { freshDatabase } from '../support/databases.ts';
import { startWholeBot } from '../support/whole-bot.ts';
import { personalMessage } from '../teams/activities.ts';

/**
 * Many tenants do things in any order, with the same ids of channels, people and messages in all of them.
 * Everything one of them leaves carries its own mark; whatever another one sees must not.
 */
const tenants = [
  { platform: 'slack', workspace: 'TONE' },
  { platform: 'slack', workspace: 'TTWO' },
  { platform: 'teams', workspace: 'TONE' },
  { platform: 'teams', workspace: '' },
] as const;
type Tenant = (typeof tenants)[number];
const markOf = (tenant: Tenant) => `mark${tenants.indexOf(tenant)}x`;
const now = new Date('2026-11-26T12:00:00Z');

const acts = [
  ...['subscribe', 'unsubscribe', 'prefer', 'settle', 'turn', 'rate', 'recent', 'expert', 'take', 'close'],
  ...['record', 'message', 'reference', 'suspend', 'unanswered', 'forget-channel', 'forget', 'erase-person'],
] as const;
type Act = (typeof acts)[number];

async function perform(store: Store, tenant: Tenant, act: Act, ids: Map<string, string>): Promise<void> {
  const mark = markOf(tenant);
  const channel = { ...tenant, channel: 'C1' };
  const person = { ...tenant, person: 'U1' };
  const opened = ids.get(mark) ?? 'none';
  switch (act) {
    case 'subscribe': {
      const settings = {
        language: 'en',
        cadence: 'daily',
        at: '09:00',
        weekday: 1,
        timeZone: 'UTC',
      } as const;
      const topics = [{ topic: mark, settings: { ...settings, weekends: 'deliver' } as const }];
      return store.subscriptions.put(channel, topics, 'U1', now);
    }
    case 'unsubscribe':
      return void (await store.subscriptions.remove(channel, 'all'));
    case 'prefer':
      return store.preferences.change({ ...tenant, kind: 'person', id: 'U1' }, { language: 'fr' }, now);
    case 'settle':
      return store.settings.save(
        tenant,
        { expertChannel: mark, subscribers: 'listed', listedPeople: [mark], keepQuestionText: true },
        mark,
        now,
      );
    case 'turn':
      return store.turns.add({ ...tenant, place: 'C1/1.1' }, JSON.stringify({ mark }), now);
    case 'rate':
      return store.feedback.save(
        { ...channel, messageId: 'm1', person: 'U1', rating: 'helpful', comment: mark },
        now,
      );
    case 'recent':
      return store.recents.add(person, { title: mark, call: mark }, now);
    case 'expert': {
      const request = {
        ...channel,
        language: 'en',
        asker: 'U1',
        expertChannel: 'C9',
        question: mark,
      } as const;
      ids.set(mark, (await store.experts.open(request, now)).id);
      return;
    }
    // Ids of every tenant's requests, tried by this one.
    case 'take':
      for (const id of ids.values()) await store.experts.take(tenant, id, mark, now);
      return;
    case 'close':
      for (const id of ids.values()) if (id !== opened) await store.experts.close(tenant, id, mark, now);
      return;
    case 'record':
      return store.answers.record(
        {
          ...channel,
          messageId: 'm1',
          sections: [{ entry: mark, section: 's', language: 'en', contentHash: 'h' }],
        },
        now,
      );
    case 'message':
      return store.answeredMessages.record({ ...channel, questionId: 'q1' }, mark, now);
    case 'reference':
      return store.references.save(channel, JSON.stringify({ mark }), now);
    case 'suspend':
      return store.channels.suspend(channel, mark, now);
    case 'unanswered':
      return store.unanswered.record({ ...tenant, language: 'en', unknownTerms: [mark], text: mark }, now);
    case 'forget-channel':
      return store.channels.forget(channel);
    case 'forget':
      ids.delete(mark);
      return store.forgetWorkspace(tenant, now);
    case 'erase-person':
      return void (await store.personalData.erase({ ...tenant, person: 'U1' }, now));
  }
}

/** All that a tenant can see through the store, whoever looks and with whatever ids. */
async function seen(store: Store, tenant: Tenant, ids: Map<string, string>): Promise<string> {
  const channel = { ...tenant, channel: 'C1' };
  const text = JSON.stringify([
    await store.subscriptions.inWorkspace(tenant, 100),
    await store.subscriptions.of(channel),
    await store.preferences.of({ ...tenant, kind: 'person', id: 'U1' }),
    await store.settings.of(tenant),
    await store.turns.of({ ...tenant, place: 'C1/1.1' }, now),
    await store.feedback.since(tenant, new Date(0), 100),
    await store.recents.of({ ...tenant, person: 'U1' }),
    await Promise.all([...ids.values()].map((id) => store.experts.of(tenant, id))),
    await store.answers.of(channel, 'm1'),
    await store.references.get(channel),
    await store.channels.state(channel),
    await store.unanswered.since(tenant, new Date(0), 100),
    await store.personalData.export(tenant),
  ]);
  // Ids are made by chance, and rows of one moment come in the order of their ids.
  return JSON.stringify(inAnyOrder(JSON.parse(text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id'))));
}

/** The same value, with the rows of each list in the order of their texts. */
function inAnyOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inAnyOrder(item)]));
  }
  const items = value.map(inAnyOrder);
  const areRows = items.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
  return areRows ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
}

async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const database = await freshDatabase('SQLite');
  const store = await openStore(database.location, { role: 'server' });
  try {
    return await use(store);
  } finally {
    await store.close();
    await database.remove();
  }
}

const steps = fc.array(fc.record({ tenant: fc.constantFrom(...tenants), act: fc.constantFrom(...acts) }), {
  minLength: 10,
  maxLength: 60,
});

describe('what a tenant sees', () => {
  test('is what it would see if it were alone, whatever the others do', { timeout: 180_000 }, async () => {
    let marks = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const ids = new Map<string, string>();
        const together = await withStore(async (store) => {
          for (const { tenant, act } of taken) await perform(store, tenant, act, ids);
          return Promise.all(tenants.map((tenant) => seen(store, tenant, ids)));
        });
        for (const [index, tenant] of tenants.entries()) {
          const own = new Map<string, string>();
          const alone = await withStore(async (store) => {
            for (const step of taken) if (step.tenant === tenant) await perform(store, tenant, step.act, own);
            // As many ids are asked for as there were, so that both lists are equally long.
            const asked = new Map([...ids].map(([mark]) => [mark, own.get(mark) ?? 'none']));
            return seen(store, tenant, asked);
          });
          expect(together[index]).toBe(alone);
          for (const other of tenants) {
            if (other !== tenant) expect(together[index]).not.toContain(markOf(other));
          }
          marks += together[index]?.includes(markOf(tenant)) ? 1 : 0;
        }
      }),
      { numRuns: 12 },
    );
    expect(marks).toBeGreaterThan(20);
  });

  test('is its own through the real addresses too, with the same ids everywhere', {
    timeout: 60_000,
  }, async () => {
    const bot = await startWholeBot();
    try {
      const command = (team: string, text: string) =>
        bot.postSlack(
          new URLSearchParams({
            ...{ command: '/supercluster', text, team_id: team, channel_id: 'D1', user_id: 'UANN' },
            ...{ response_url: bot.slack.responseUrl, trigger_id: '1.2', api_app_id: 'A1' },
          }).toString(),
          'application/x-www-form-urlencoded',
        );
      const say = (tenant: string, text: string) =>
        bot.postTeams({
          ...personalMessage(bot.connector.serviceUrl, text),
          conversation: { id: 'a:chat', conversationType: 'personal', tenantId: tenant },
          channelData: { tenant: { id: tenant } },
        });
      await command('T1', 'subscribe NGen');
      await command('T1', 'Who leads NGen?');
      await command('T2', 'and its website?');
      await say('tenant-1', 'subscribe CETA');
      await say('tenant-1', 'Who leads NGen?');
      await say('tenant-2', 'and its website?');
      await bot.drain();
      const { store } = bot;
      const topics = async (platform: 'slack' | 'teams', workspace: string) =>
        (await store.subscriptions.inWorkspace({ platform, workspace }, 10)).map(({ topic }) => topic);
      expect(await topics('slack', 'T1')).toEqual(['ngen']);
      expect(await topics('slack', 'T2')).toEqual([]);
      expect(await topics('teams', 'tenant-1')).toEqual(['ceta']);
      expect(await topics('teams', 'tenant-2')).toEqual([]);
      // A follow-up has nothing to follow in another tenant's thread of the same name.
      const inherited = async (platform: 'slack' | 'teams', workspace: string) =>
        JSON.stringify((await store.personalData.export({ platform, workspace })).conversation_turn ?? []);
      expect(await inherited('slack', 'T2')).not.toMatch(/ngen/i);
      expect(await inherited('teams', 'tenant-2')).not.toMatch(/ngen/i);
      expect(await inherited('slack', 'T1')).toMatch(/ngen/i);
      expect(await inherited('teams', 'tenant-1')).toMatch(/ngen/i);
    } finally {
      await bot.stop();
    }
  });
});
