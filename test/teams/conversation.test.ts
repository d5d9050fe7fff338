import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnswering } from '../../src/answering.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { AdaptiveCardPayload } from '../../src/teams/adaptive-card.ts';
import { type FreshDatabase, freshDatabase } from '../support/databases.ts';
import { realConversation, today } from '../support/real-content.ts';
import { groupMessage, installed, person, personalMessage } from './activities.ts';
import { startServer, type TestServer } from './server.ts';

let database: FreshDatabase;
let store: Store;
let server: TestServer;
beforeEach(async () => {
  database = await freshDatabase('SQLite');
  store = await openStore(database.location, { role: 'server' });
  const conversation = () => realConversation;
  server = await startServer({
    answering: createAnswering({
      conversation,
      store,
      clock: () => today,
      defaultLanguage: 'en',
      forgot: () => {},
    }),
  });
});
afterEach(async () => {
  await server.close();
  await store.close();
  await database.remove();
});

const last = () => server.sent.at(-1)?.activity;
const cardOf = () => last()?.attachments?.[0]?.content as AdaptiveCardPayload;
const say = (text: string, more: Readonly<Record<string, unknown>> = {}) =>
  server.post(personalMessage(server.serviceUrl, text, more));

describe('the language', () => {
  it.each([
    ['hi', 'fr-CA', 'fr'],
    ['Hello', 'fr-FR', 'fr'],
    ['hi', 'en-CA', 'en'],
    ['hi', 'de-DE', 'en'],
    ['Bonjour', 'en-CA', 'fr'],
    ['', 'fr-CA', 'fr'],
    ['Who leads NGen?', 'fr-CA', 'en'],
    ['Qui dirige NGen ?', 'en-CA', 'fr'],
  ])(
    'of a greeting is the client’s, that of an answer the question’s: "%s" from %s',
    async (text, locale, language) => {
      await say(text, { locale });
      expect(cardOf().lang).toBe(language);
    },
  );
});

describe('suggestions', () => {
  it('follow a greeting, the welcome and an "I don’t know" in a personal chat', async () => {
    await server.post(installed(server.serviceUrl));
    const welcome = last()?.suggestedActions;
    await say('hi');
    expect(last()?.suggestedActions).toEqual(welcome);
    await say('xyzzy plugh');
    expect(last()?.suggestedActions).toEqual(welcome);
    expect(welcome?.to).toEqual([person.id]);
    expect(welcome?.actions.length).toBe(3);
    for (const { type, title, value } of welcome?.actions ?? []) {
      expect([type, title]).toEqual(['imBack', value]);
      await say(value);
      expect(JSON.stringify(cardOf()), value).toContain('Sources');
    }
  });

  it('are French where the reply is', async () => {
    await say('Bonjour');
    expect(last()?.suggestedActions?.actions[0]?.title).toMatch(/[éèàç]|grappe|qui/i);
  });

  it('stand neither under an answer nor in a group, where Teams shows none', async () => {
    await say('Who leads NGen?');
    expect(last()).not.toHaveProperty('suggestedActions');
    await server.post(groupMessage(server.serviceUrl, '<at>Supercluster Guide</at> hi'));
    expect(last()).not.toHaveProperty('suggestedActions');
  });
});

describe('what is read aloud', () => {
  it('is the title and the answer, without addresses and markup', async () => {
    await say('Who leads NGen?');
    expect(last()?.summary).not.toBe('');
    const { speak } = cardOf();
    expect(speak).toMatch(/NGen/);
    expect(speak).not.toMatch(/https?:|[<>&*]|Sources/);
    expect(speak.length).toBeLessThanOrEqual(600);
  });
});
