/** What Microsoft's Store tests of a bot, with the real content (docs/teams.md has the guidelines). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnswering } from '../../src/answering.ts';
import { subscriptionVerbs } from '../../src/intents/commands.ts';
import { languages } from '../../src/knowledge/language.ts';
import { topicsOf } from '../../src/notifications/notifications.ts';
import { createSubscriptionDesk } from '../../src/notifications/subscription-desk.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { menuCommands } from '../../src/teams/command-lists.ts';
import { type FreshDatabase, freshDatabase } from '../support/databases.ts';
import { realConversation, realKnowledge, today } from '../support/real-content.ts';
import { groupMessage, installed, personalMessage } from './activities.ts';
import { startServer, type TestServer } from './server.ts';

let database: FreshDatabase;
let store: Store;
let server: TestServer;
beforeEach(async () => {
  database = await freshDatabase('SQLite');
  store = await openStore(database.location, { role: 'server' });
  const clock = () => today;
  server = await startServer({
    answering: createAnswering({
      ...{ conversation: () => realConversation, store, clock, defaultLanguage: 'en', forgot: () => {} },
    }),
    subscriptions: createSubscriptionDesk({
      ...{ store, topics: topicsOf(() => realKnowledge), verbs: subscriptionVerbs },
      ...{ timeZone: 'America/Toronto', clock },
    }),
  });
});
afterEach(async () => {
  await server.close();
  await store.close();
  await database.remove();
});

const locales = { en: 'en-CA', fr: 'fr-CA' } as const;

/** The reply to a message, which must be one. */
async function replyTo(text: string, locale: string): Promise<string> {
  const before = server.sent.length;
  const { status } = await server.post(personalMessage(server.serviceUrl, text, { locale }));
  expect(status, text).toBe(200);
  expect(server.sent.length - before, `one message for "${text}"`).toBe(1);
  return JSON.stringify(server.sent.at(-1)?.activity);
}

/** Something to press, or a command to type. */
const wayForward = /"Action\.(Execute|Submit)"|“[a-z]+|«\u00A0[a-zé]+|(subscribe|abonner) \w|\/supercluster/;

describe.each(languages)('in the %s client', (language) => {
  const locale = locales[language];

  it('every command of the menu works as listed, in one message that leads on', async () => {
    for (const { title } of menuCommands(language)) {
      const reply = await replyTo(title, locale);
      expect(reply, title).toMatch(wayForward);
    }
  });

  it('hi, hello and help work in upper and lower case', async () => {
    for (const word of ['hi', 'Hi', 'HI', 'hello', 'Hello', 'HELLO']) {
      expect(await replyTo(word, locale), word).toContain(
        language === 'en' ? 'I am Supercluster Guide' : 'Je suis le Guide des supergrappes',
      );
    }
    const words = language === 'en' ? ['help', 'Help', 'HELP'] : ['aide', 'Aide', 'AIDE'];
    for (const word of [...words, 'help', 'HELP']) {
      expect(await replyTo(word, locale), word).toMatch(/What I can do|Ce que je sais faire/);
    }
  });

  it.each([
    'xyzzy',
    'opensesame now',
    '!!!',
    '🙂',
    'subscribe xyzzy',
    'unsubscribe xyzzy',
    'brief',
    'admin subscribers nonsense',
    'approve 00000000-0000-4000-8000-000000000000',
    '<script>alert(1)</script>',
    'a'.repeat(4_000),
  ])('"%s" is helped, and not as a command would be', async (text) => {
    const reply = await replyTo(text, locale);
    expect(reply).not.toBe(await replyTo('help', locale));
    expect(reply).not.toMatch(/undefined|\[object|Error/);
  });

  it('no text names another chat platform', async () => {
    await server.post(installed(server.serviceUrl, { locale }));
    for (const text of [
      'hi',
      'help',
      'xyzzy',
      'subscriptions',
      'unsubscribe',
      'help subscribe',
      'who are you?',
    ]) {
      await replyTo(text, locale);
    }
    expect(JSON.stringify(server.sent)).not.toMatch(/slack|webex|discord|google chat/i);
  });
});

it('a group chat is welcomed once, though the bot is announced twice and people join', async () => {
  const { conversation } = JSON.parse(JSON.stringify(groupMessage(server.serviceUrl, '')));
  await server.post(installed(server.serviceUrl, { conversation }));
  await server.post(installed(server.serviceUrl, { conversation, action: 'add-upgrade' }));
  expect(server.sent).toHaveLength(1);
});
