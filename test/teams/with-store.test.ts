import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { expertStrings as strings } from '../../src/teams/expert-strings.ts';
import { createTeamsServices } from '../../src/teams-services.ts';
import { type FreshDatabase, freshDatabase } from '../support/databases.ts';
import { realKnowledge } from '../support/real-content.ts';
import { channelMessage, click, person, personalMessage } from './activities.ts';
import { startServer, type TestServer } from './server.ts';

const now = new Date('2026-11-23T10:00:00Z');
const tenant = { platform: 'teams', workspace: 'tenant-1' } as const;
const experts = '19:channel@thread.tacv2';

let database: FreshDatabase;
let store: Store;
let server: TestServer;
beforeEach(async () => {
  database = await freshDatabase('SQLite');
  store = await openStore(database.location, { role: 'server' });
  server = await startServer({
    ...createTeamsServices({
      store,
      knowledge: () => realKnowledge,
      clock: () => now,
      administrators: [person.aadObjectId],
    }),
    saveReference: (record) =>
      store.references.save(
        { platform: 'teams', workspace: record.tenantId ?? '', channel: record.conversationId },
        JSON.stringify(record),
        now,
      ),
  });
});
afterEach(async () => {
  await server.close();
  await store.close();
  await database.remove();
});

const press = async (verb: string, data: object, more: object = {}): Promise<string> => {
  const activity = { ...click(server.serviceUrl, data, verb), replyToId: 'card-1', ...more };
  return JSON.parse((await server.post(activity)).body).value;
};

it('a question goes to the named experts and their answer comes back, through the store', async () => {
  const { conversation, channelData } = channelMessage(server.serviceUrl, '');
  await server.post(channelMessage(server.serviceUrl, 'experts here'));
  expect((await store.settings.of(tenant)).expertChannel).toBe(experts);

  await server.post(personalMessage(server.serviceUrl, 'Who is the minister?'));
  expect(JSON.stringify(server.sent.at(-1))).toContain('"verb":"ask-person"');
  expect(await press('ask-person-send', { v: 1, language: 'en', question: 'Who?' })).toBe(strings.sent.en);
  const card = server.sent.find((sent) => JSON.stringify(sent.activity).includes('expert-take'));
  const [, id = ''] = /"v":1,"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(card)) ?? [];
  expect(await store.experts.of(tenant, id)).toMatchObject({ state: 'open', question: 'Who?' });

  const inExperts = { conversation, channelData };
  expect(await press('expert-take', { v: 1, id }, inExperts)).toBe(strings.done.en);
  expect(await press('expert-answer', { v: 1, id, answer: 'She.' }, inExperts)).toBe(strings.delivered.en);
  expect(await store.experts.of(tenant, id)).toMatchObject({ state: 'answered', answer: 'She.' });
  const told = server.sent.find((sent) => sent.activity.summary?.includes('answers your question'));
  expect(decodeURIComponent(told?.path ?? '')).toContain('a:personal-chat');

  expect(await press('expert-close', { v: 1, id }, inExperts)).toBe(strings.done.en);
  // The tenant has not allowed that words are kept.
  const closed = await store.experts.of(tenant, id);
  expect(closed?.state).toBe('closed');
  expect(closed).not.toHaveProperty('question');

  await server.post(channelMessage(server.serviceUrl, 'experts off'));
  expect(await store.settings.of(tenant)).not.toHaveProperty('expertChannel');
});

it('a conversation that Teams refuses is suspended, and comes back with the app', async () => {
  const chat = { ...tenant, channel: 'a:personal-chat' };
  server.answerNext({ status: 403, code: 'BotDisabledByAdmin' });
  await server.post(personalMessage(server.serviceUrl, 'hi'));
  expect(await store.channels.state(chat)).toMatchObject({
    state: 'suspended',
    reason: 'BotDisabledByAdmin',
  });
  const { text: _text, ...rest } = personalMessage(server.serviceUrl, '');
  await server.post({ ...rest, type: 'installationUpdate', action: 'add' });
  expect(await store.channels.state(chat)).toEqual({ state: 'active' });
});

it('a person who blocks the bot is forgotten', async () => {
  server.answerNext({ status: 403, code: 'ConversationBlockedByUser' });
  await server.post(personalMessage(server.serviceUrl, 'hi'));
  expect(await store.references.get({ ...tenant, channel: 'a:personal-chat' })).toBeUndefined();
});

it('a team that the app comes back to is told again in all its channels', async () => {
  const inTeam = (channel: string) => ({
    conversation: { id: channel, conversationType: 'channel', tenantId: tenant.workspace },
    channelData: { tenant: { id: tenant.workspace }, team: { id: '19:team@thread.tacv2' } },
  });
  const news = { ...tenant, channel: '19:news@thread.tacv2' };
  await server.post(personalMessage(server.serviceUrl, 'hi', inTeam('19:news@thread.tacv2;messageid=1')));
  const update = (action: string) =>
    server.post(
      personalMessage(server.serviceUrl, '', {
        ...{ type: 'installationUpdate', action },
        ...inTeam('19:team@thread.tacv2'),
      }),
    );
  await update('remove');
  expect(await store.channels.state(news)).toMatchObject({ state: 'suspended', reason: 'app_removed' });
  await update('add');
  expect(await store.channels.state(news)).toEqual({ state: 'active' });
});
