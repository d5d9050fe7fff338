import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { subscriptionVerbs } from '../../src/intents/commands.ts';
import { createSubscribersDesk } from '../../src/notifications/subscribers-desk.ts';
import { createSubscriptionDesk } from '../../src/notifications/subscription-desk.ts';
import { formStrings } from '../../src/notifications/subscription-form-strings.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { AdaptiveCardPayload } from '../../src/teams/adaptive-card.ts';
import { limitViolations } from '../../src/teams/limits.ts';
import { cardMessage } from '../../src/teams/reply.ts';
import { createTeamsSender } from '../../src/teams/sender.ts';
import { strings } from '../../src/teams/strings.ts';
import { subscriptionForm } from '../../src/teams/subscription-card.ts';
import { createTeamsServices } from '../../src/teams-services.ts';
import { noon, settings, topics } from '../notifications/fixtures.ts';
import { propose, serviceOn } from '../notifications/proposals.ts';
import { type FreshDatabase, freshDatabase } from '../support/databases.ts';
import { realKnowledge } from '../support/real-content.ts';
import { bot, channelMessage, click, person, personalMessage } from './activities.ts';
import { complaints } from './official-renderer.ts';
import { startServer, type TestServer } from './server.ts';

const chat = { platform: 'teams', workspace: 'tenant-1', channel: 'a:personal-chat' } as const;
const channel = { ...chat, channel: '19:channel@thread.tacv2' };
const other = { id: '29:other', name: 'Grace Hopper', aadObjectId: '33333333-3333-4333-8333-333333333333' };

let database: FreshDatabase;
let store: Store;
let server: TestServer;
let administrators: string[];
beforeEach(async () => {
  database = await freshDatabase('SQLite');
  store = await openStore(database.location, { role: 'server' });
  administrators = [];
  const desk = createSubscriptionDesk({
    store,
    topics: () => topics,
    verbs: subscriptionVerbs,
    timeZone: 'America/Toronto',
    clock: () => noon,
  });
  server = await startServer({
    ...createTeamsServices({ store, knowledge: () => realKnowledge, clock: () => noon, administrators }),
    subscriptions: desk,
    subscribers: createSubscribersDesk({ settings: store.settings, clock: () => noon }),
    approvals: serviceOn(store, channel, [], 'fr').approvals,
    saveReference: (record) =>
      store.references.save({ ...chat, channel: record.conversationId }, JSON.stringify(record), noon),
  });
});
afterEach(async () => {
  await server.close();
  await store.close();
  await database.remove();
});

const inChannel = () => {
  const { conversation, channelData } = channelMessage(server.serviceUrl, '');
  return { conversation, channelData };
};
const press = async (verb: string, data: object, more: object = {}): Promise<string> => {
  const response = await server.post({
    ...click(server.serviceUrl, data, verb),
    replyToId: 'form-1',
    ...more,
  });
  expect(response.status).toBe(200);
  return JSON.parse(response.body).value;
};
const lastCard = () => server.sent.at(-1)?.activity.attachments?.[0]?.content as AdaptiveCardPayload;
const following = async (place: typeof chat | typeof channel) =>
  (await store.subscriptions.of(place)).map(({ topic, cadence }) => ({ topic, cadence }));
const allow = (subscribers: 'anyone' | 'managers' | 'listed', listedPeople: string[] = []) =>
  store.settings.save(chat, { subscribers, listedPeople, keepQuestionText: false }, 'boss', noon);
const filled = {
  ...{ v: 1, language: 'en', replaces: [], topics: 'ngen,ceta-procurement', cadence: 'weekly', at: '08:30' },
  ...{ weekday: '2', spoken: 'fr', timeZone: 'Brussels', quietFrom: '', quietTo: '', weekends: 'wait' },
};

describe('the form for subscriptions', () => {
  it.each([
    ['subscribe', 'en'],
    ['abonner', 'fr'],
  ] as const)('“%s” without topics brings it in its language', async (text, language) => {
    await server.post(personalMessage(server.serviceUrl, text));
    const card = lastCard();
    expect(card.lang).toBe(language);
    expect(JSON.stringify(card)).toContain(formStrings.quietFrom[language]);
    expect(JSON.stringify(card)).toContain('"verb":"subscribe-save"');
    expect(complaints(card)).toEqual([]);
    expect(limitViolations(card)).toEqual([]);
    expect(server.answering.questions).toEqual([]);
  });

  it('becomes the confirmation once it is saved', async () => {
    expect(await press('subscribe-save', filled)).toBe(
      'I will tell this channel about: NGen, CETA public procurement.',
    );
    expect(server.sent.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`)).toEqual([
      'PUT /v3/conversations/a:personal-chat/activities/form-1',
    ]);
    expect(JSON.stringify(lastCard())).not.toContain('Input.');
    expect(await store.subscriptions.of(chat)).toMatchObject(
      ['ceta-procurement', 'ngen'].map((topic) => ({
        ...{ topic, cadence: 'weekly', at: '08:30', weekday: 2, language: 'fr' },
        ...{ timeZone: 'Europe/Brussels', weekends: 'wait' },
      })),
    );
    // A click that Teams repeats.
    await press('subscribe-save', filled);
    expect(await following(chat)).toHaveLength(2);
  });

  it('says what is wrong with each field and stays as it was filled in', async () => {
    const wrong = { ...filled, language: 'fr', topics: 'atlantis', timeZone: 'Narnia', quietFrom: '22:00' };
    const said = await press('subscribe-save', wrong);
    expect(said).toContain(`Sujets\u00A0: Je ne connais pas «\u00A0atlantis\u00A0»`);
    expect(said).toContain(`Fuseau horaire\u00A0: Je ne connais pas ce fuseau horaire`);
    expect(said).toContain(`Silence jusqu’à\u00A0: ${formStrings.bothTimes.fr}`);
    expect(server.sent).toEqual([]);
    expect(await following(chat)).toEqual([]);
  });

  it('takes whatever somebody sends', async () => {
    const hostile: unknown[] = [
      ...[undefined, null, 7, 'x', [], {}, { v: 2 }, { ...filled, language: 'de' }],
      { ...filled, replaces: 'ngen' },
      { ...filled, topics: 'x,'.repeat(20_000) },
      { ...filled, topics: ['ngen'] },
      { ...filled, topics: '__proto__,constructor' },
      { ...filled, topics: '<at>everyone</at>,[x](javascript:alert(1))' },
      { ...filled, cadence: { $gt: '' } },
      { ...filled, at: '99:99' },
      { ...filled, weekday: '8' },
      { ...filled, timeZone: 'x'.repeat(5_000) },
      { ...filled, timeZone: '../../etc/passwd' },
      { ...filled, quietFrom: '22:00', quietTo: '22:00' },
      { ...filled, weekends: 'never' },
    ];
    for (const data of hostile) {
      for (const verb of ['subscribe-save', 'subscribe-remove', 'subscribe-open']) {
        const said = await press(verb, data as object);
        expect(typeof said).toBe('string');
        expect(said.length).toBeLessThan(2_000);
      }
    }
    expect(await following(chat)).toEqual([]);
    expect(server.log()).not.toContain('teams_turn_failed');
  });

  it('asks about permission when it opens and when it is saved, of whoever presses', async () => {
    await allow('managers');
    await server.post(channelMessage(server.serviceUrl, '<at>Supercluster Guide</at> subscribe'));
    expect(JSON.stringify(lastCard())).toContain('only those who manage a channel');
    server.sent.length = 0;
    expect(await press('subscribe-save', filled, inChannel())).toContain('only those who manage a channel');
    expect(await press('subscribe-remove', { ...filled, replaces: ['ngen'] }, inChannel())).toContain(
      'Not here',
    );
    // The form stands there for those who may.
    expect(server.sent).toEqual([]);
    expect(await following(channel)).toEqual([]);
    await allow('listed', [person.id]);
    await press('subscribe-save', filled, inChannel());
    expect(await following(channel)).toHaveLength(2);
    await press('subscribe-remove', { ...filled, replaces: ['ngen'] }, { ...inChannel(), from: other });
    expect(await following(channel)).toHaveLength(2);
  });

  it('changes a line, and unsubscribes its topics', async () => {
    const put = (topic: string, cadence: 'daily' | 'weekly') => ({ topic, settings: settings({ cadence }) });
    await store.subscriptions.put(
      chat,
      [put('ngen', 'daily'), put('ocean', 'daily'), put('eccp', 'weekly')],
      'x',
      noon,
    );
    await server.post(personalMessage(server.serviceUrl, 'subscribe'));
    expect(complaints(lastCard())).toEqual([]);
    expect(JSON.stringify(lastCard())).toContain('"topic":"eccp"');
    expect(await press('subscribe-open', { v: 1, language: 'en', topic: 'ocean' })).toBe(
      strings.formShown.en,
    );
    const card = lastCard();
    expect(complaints(card)).toEqual([]);
    expect(JSON.stringify(card)).toContain('"replaces":["ngen","ocean"]');
    expect(JSON.stringify(card)).toContain('"value":"ngen,ocean"');
    const change = { ...filled, replaces: ['ngen', 'ocean'], topics: 'ngen,digital', cadence: 'daily' };
    await press('subscribe-save', change);
    expect(await following(chat)).toEqual([
      { topic: 'digital', cadence: 'daily' },
      { topic: 'eccp', cadence: 'weekly' },
      { topic: 'ngen', cadence: 'daily' },
    ]);
    expect(
      await press('subscribe-remove', { v: 1, language: 'fr', replaces: ['ngen', 'digital'] }),
    ).toContain('Je n’informerai plus');
    expect(await following(chat)).toMatchObject([{ topic: 'eccp' }]);
  });

  it.each(['en', 'fr'] as const)('keeps Teams’ limits in %s with everything chosen', (language) => {
    const names = topics.all.map(({ id }) => ({ id, name: topics.nameOf(id, language) }));
    const ids = names.map(({ id }) => id);
    const lines = ids.map((id) => ({ topics: [id], text: 'x'.repeat(900) }));
    const quietHours = { from: '22:00', to: '07:00' };
    const form = {
      topics: names,
      lines,
      filled: { topics: ids, settings: settings({ quietHours }) },
      replaces: [],
    };
    for (const replaces of [[], ids]) {
      const { card, footer } = subscriptionForm({ ...form, replaces }, language);
      const content = cardMessage(card, footer).attachments[0]!.content;
      expect(complaints(content)).toEqual([]);
      expect(limitViolations(content)).toEqual([]);
    }
  });
});

describe('who may subscribe', () => {
  const said = async (text: string, more: object = {}) => {
    await server.post({ ...channelMessage(server.serviceUrl, text), ...more });
    return JSON.stringify(lastCard());
  };

  it('is said by administrators, and by nobody else', async () => {
    expect(await said('admin subscribers managers')).toContain('Only administrators may say');
    expect(await said('admin abonnés tous')).toContain('Seule l’administration');
    expect((await store.settings.of(chat)).subscribers).toBe('anyone');
    administrators.push(person.aadObjectId);
    expect(await said('admin subscribers managers')).toContain('Those who manage a channel');
    expect((await store.settings.of(chat)).subscribers).toBe('managers');
    // Who owns a team is not told: where managers may subscribe, an administrator is one everywhere.
    await server.post(channelMessage(server.serviceUrl, 'subscribe NGen weekly'));
    expect(await following(channel)).toEqual([{ topic: 'ngen', cadence: 'weekly' }]);
    await server.post({ ...channelMessage(server.serviceUrl, 'subscribe Scale AI'), from: other });
    expect(await following(channel)).toEqual([{ topic: 'ngen', cadence: 'weekly' }]);
    expect(await said('admin')).toContain('admin subscribers anyone');
    expect(await said('admin abonnés')).toContain('admin abonnés tous');
  });

  it('may be a list of the people mentioned', async () => {
    administrators.push(person.aadObjectId);
    await allow('anyone');
    expect(await said('admin subscribers listed')).toContain('Mention the people');
    const entities = [
      { type: 'mention', text: '<at>Supercluster Guide</at>', mentioned: bot },
      { type: 'mention', text: '<at>Grace Hopper</at>', mentioned: { id: other.id, name: other.name } },
    ];
    await said('<at>Supercluster Guide</at> admin subscribers listed <at>Grace Hopper</at>', { entities });
    expect(await store.settings.of(chat)).toMatchObject({ subscribers: 'listed', listedPeople: [other.id] });
    await press('subscribe-save', filled, { ...inChannel(), from: other });
    expect(await following(channel)).toHaveLength(2);
  });
});

test('a proposal is announced and decided in the Teams channel that is set for it', async () => {
  // The bot has been there, so it can speak there.
  await server.post(channelMessage(server.serviceUrl, 'hi'));
  server.sent.length = 0;
  const reference = (place: Parameters<typeof store.references.get>[0]) => store.references.get(place);
  const sender = createTeamsSender({ config: undefined, reference, logger: pino({ level: 'silent' }) });
  const service = serviceOn(store, channel, [sender], 'fr');
  const id = await propose(store, service, person.aadObjectId);
  service.worker.start();
  await vi.waitFor(async () => {
    const announcement = (await store.notifications.latest(5)).find((one) => one.kind === 'approval');
    expect(await store.outbox.counts(announcement!.id)).toMatchObject({ sent: 1 });
  }, 10_000);
  await service.worker.stop();
  expect(complaints(lastCard())).toEqual([]);
  expect(JSON.stringify(lastCard())).toContain('"verb":"approval-approve"');
  const data = { v: 1, id, language: 'fr' };
  expect(await press('approval-approve', data, inChannel())).toContain('Vous l’avez proposée vous-même');
  expect(await press('approval-approve', data, { from: other })).toContain('pas ici');
  expect(await press('approval-approve', { ...data, id: 'x' }, inChannel())).toBe(
    strings.unreadableButton.en,
  );
  expect(await press('approval-refuse', { ...data, id: randomUUID() }, inChannel())).toContain(
    'Rien n’attend',
  );
  expect((await store.notifications.get(id))?.state).toBe('awaiting-approval');
  const words = channelMessage(server.serviceUrl, `<at>Supercluster Guide</at> approuver ${id}`);
  await server.post({ ...words, from: other });
  expect(server.sent.at(-1)?.activity.text).toBe('Approuvée\u00A0: l’envoi est en cours.');
  expect(JSON.stringify(server.sent.at(-2)?.activity)).toContain(`Approuvée par ${other.aadObjectId}.`);
  // The card is a post of its own, whatever the thread in which it is decided.
  expect(`${server.sent.at(-2)?.method} ${decodeURIComponent(server.sent.at(-2)?.path ?? '')}`).toBe(
    `PUT /v3/conversations/${channel.channel}/activities/sent-1`,
  );
  expect(await press('approval-approve', data, { ...inChannel(), from: other })).toBe(
    'Elle est déjà approuvée.',
  );
  expect(await store.notifications.get(id)).toMatchObject({
    state: 'published',
    approvedBy: other.aadObjectId,
  });
});
