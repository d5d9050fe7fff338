import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnswering } from '../../src/answering.ts';
import { toWire } from '../../src/cards/call.ts';
import { sectionsCiting } from '../../src/knowledge/citing.ts';
import { languages } from '../../src/knowledge/language.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { AdaptiveCardPayload } from '../../src/teams/adaptive-card.ts';
import { linkResponse } from '../../src/teams/extension.ts';
import { limitViolations } from '../../src/teams/limits.ts';
import { strings } from '../../src/teams/strings.ts';
import { type FreshDatabase, freshDatabase } from '../support/databases.ts';
import { realConversation, realKnowledge, today } from '../support/real-content.ts';
import { invoke } from './activities.ts';
import { complaints } from './official-renderer.ts';
import { startServer, type TestServer } from './server.ts';

interface Result {
  readonly contentType: string;
  readonly content: AdaptiveCardPayload;
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}
interface Body {
  readonly composeExtension?: { type: string; text?: string; attachments?: readonly Result[] };
  readonly task?: { type: string; value: { title: string; card: Result } };
}

let database: FreshDatabase;
let store: Store;
let server: TestServer;
beforeEach(async () => {
  database = await freshDatabase('SQLite');
  store = await openStore(database.location, { role: 'server' });
  const answering = createAnswering({
    conversation: () => realConversation,
    store,
    clock: () => today,
    defaultLanguage: 'en',
    forgot: () => {},
  });
  server = await startServer({
    answering,
    sources: {
      callFor(address, language) {
        const [found] = sectionsCiting(realKnowledge, address, language);
        return found && { intent: 'section', args: { entry: found.entry, section: found.id }, language };
      },
    },
  });
});
afterEach(async () => {
  await server.close();
  await store.close();
  await database.remove();
});

async function request(
  name: string,
  value: object,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Body> {
  const response = await server.post(invoke(server.serviceUrl, name, value, more));
  expect(response.status).toBe(200);
  return JSON.parse(response.body);
}

async function search(question: string, more: object = {}, activity: Readonly<Record<string, unknown>> = {}) {
  const parameters = [{ name: 'question', value: question }];
  const value = { commandId: 'search', parameters, ...more };
  return (await request('composeExtension/query', value, activity)).composeExtension;
}

const answerThis = (content: string) =>
  request('composeExtension/fetchTask', {
    commandId: 'answerThis',
    messagePayload: { id: '1', body: { contentType: 'html', content } },
  });

const urlOf = (entry: string) =>
  realKnowledge.all('en').find(({ id }) => id === entry)?.sections[0]?.sources[0]?.url ?? '';

describe('the search of the message extension', () => {
  it.each(['Who leads NGen?', 'procurement', 'marchés publics', 'NGen'])(
    'gives "%s" its answer as cards to insert, none of which Teams would refuse',
    async (question) => {
      const found = await search(question);
      expect(found?.type).toBe('result');
      const results = found?.attachments ?? [];
      expect(results.length).toBeGreaterThan(0);
      expect(results.length).toBeLessThanOrEqual(8);
      for (const { contentType, content, preview } of results) {
        expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
        expect(complaints(content)).toEqual([]);
        expect(limitViolations(content)).toEqual([]);
        expect(preview.content.title).not.toBe('');
        // In a person's message a click would be answered where the bot may not speak.
        expect(JSON.stringify(content)).not.toMatch(/Action\.(Execute|Submit)/);
      }
      expect(new Set(results.map(({ preview }) => preview.content.text)).size).toBe(results.length);
    },
  );

  it('puts the answer to the question first', async () => {
    const found = await search('Who leads NGen?');
    expect(found?.attachments?.[0]?.preview.content.title).toMatch(/NGen/);
  });

  it('answers in the language of the question', async () => {
    const found = await search('Qu’est-ce que l’AECG ?');
    expect(found?.attachments?.[0]?.content.lang).toBe('fr');
  });

  it('says how to use it while nothing is typed, in the language of the client', async () => {
    const initial = [{ name: 'initialRun', value: 'true' }];
    expect(await search('', { parameters: initial })).toEqual({
      type: 'message',
      text: strings.extensionHelp.en,
    });
    expect(await search('  ', {}, { locale: 'fr-CA' })).toEqual({
      type: 'message',
      text: strings.extensionHelp.fr,
    });
  });

  it('says that it found nothing', async () => {
    expect(await search('xyzzy')).toEqual({ type: 'message', text: strings.extensionNothing.en });
  });

  it('gives the next results on demand', async () => {
    const all = (await search('NGen'))?.attachments ?? [];
    const rest = await search('NGen', { queryOptions: { skip: 1, count: 1 } });
    expect(rest?.attachments).toEqual(all.slice(1, 2));
    expect((await search('NGen', { queryOptions: { skip: 50, count: 8 } }))?.attachments).toEqual([]);
  });

  it('says so before Teams gives up', async () => {
    await server.close();
    server = await startServer();
    server.answering.gate = new Promise(() => {});
    expect(await search('slow')).toEqual({ type: 'message', text: strings.extensionLate.en });
  });

  it('remembers nothing and sends nothing', async () => {
    await search('Who leads NGen?');
    const place = { platform: 'teams', workspace: 'tenant-1', place: 'a:personal-chat' } as const;
    expect(await store.turns.of(place, today)).toEqual([]);
    expect(server.sent).toEqual([]);
  });

  it.each([{}, { parameters: 'x' }, { parameters: [{ name: 'question', value: {} }] }])(
    'never fails: %j',
    async (value) => {
      const body = await request('composeExtension/query', value);
      expect(body.composeExtension).toEqual({ type: 'message', text: strings.extensionHelp.en });
    },
  );
});

describe('"Answer this"', () => {
  it('shows the answer to the message in a dialog, and inserts it on demand', async () => {
    const { task } = await answerThis(
      '<div><p>Hi <at id="0">Ada</at>, who leads&nbsp;<strong>NGen</strong>?</p></div>',
    );
    expect(task?.type).toBe('continue');
    const card = task?.value.card.content;
    expect(JSON.stringify(card)).toContain('NGen');
    expect(complaints(card)).toEqual([]);
    const [button] = card?.body.flatMap((item) => (item.type === 'ActionSet' ? item.actions : [])) ?? [];
    expect(button?.type).toBe('Action.Submit');
    const data = button && 'data' in button ? button.data : {};
    const { composeExtension } = await request('composeExtension/submitAction', {
      commandId: 'answerThis',
      data,
    });
    expect(composeExtension?.type).toBe('result');
    expect(composeExtension?.attachments).toHaveLength(1);
    expect(server.sent).toEqual([]);
  });

  it('offers nothing to insert where there is no answer', async () => {
    const { task } = await answerThis('<p>xyzzy plugh</p>');
    expect(JSON.stringify(task)).not.toContain('Action.Submit');
  });

  it('of a message without words says so', async () => {
    const { task } = await answerThis('<p><img src="x"></p>');
    expect(task).toEqual({ type: 'message', value: strings.nothingToAnswer.en });
  });

  it.each([undefined, {}, toWire({ intent: 'nothing', args: {}, language: 'en' })])(
    'inserts nothing that was not offered: %j',
    async (data) => {
      const { composeExtension } = await request('composeExtension/submitAction', { data });
      expect(composeExtension).toEqual({ type: 'message', text: strings.unreadableButton.en });
    },
  );
});

describe('a pasted address', () => {
  const unfurl = async (url: unknown) =>
    (await request('composeExtension/queryLink', { url }, { locale: 'fr-CA' })).composeExtension;

  it('of a source shows the answer that rests on it, in the language of the client', async () => {
    const found = await unfurl(urlOf('ngen'));
    expect(found?.attachments).toHaveLength(1);
    expect(found?.attachments?.[0]?.content.lang).toBe('fr');
  });

  it.each(['https://example.com/', 'x', 7])('of anything else shows nothing: %j', async (url) => {
    expect(await request('composeExtension/queryLink', { url })).toEqual({});
  });

  it('gets a card of version 1.3, the newest for links, and so no table', () => {
    for (const language of languages) {
      for (const { id: entry, sections } of realKnowledge.all(language)) {
        for (const { id: section } of sections) {
          const call = { intent: 'section', args: { entry, section }, language };
          const { body } = linkResponse(realConversation.call(call, today));
          const card = body.composeExtension.attachments[0].content;
          expect(card.version).toBe('1.3');
          expect(JSON.stringify(card)).not.toContain('"Table"');
          expect(complaints(card), `${entry}#${section}`).toEqual([]);
        }
      }
    }
  });

  it('shows the rows of a table as facts', () => {
    const table = {
      type: 'table' as const,
      caption: 'Money',
      columns: ['Cluster', 'Amount'],
      rows: [['NGen', '$1']],
    };
    const reply = realConversation.call({ intent: 'help', args: {}, language: 'en' }, today);
    const { body } = linkResponse({ ...reply, card: { ...reply.card, elements: [table] } });
    expect(JSON.stringify(body)).toMatch(/Money.*NGen.*"title":"Amount","value":"\$1"/);
  });
});
