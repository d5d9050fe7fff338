import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import { strings } from '../../src/teams/strings.ts';
import type { ConversationRecord } from '../../src/teams/teams.ts';
import {
  bot,
  channelMessage,
  click,
  groupMessage,
  installed,
  invoke,
  membersAdded,
  person,
  personalMessage,
} from './activities.ts';
import { complaints } from './official-renderer.ts';
import { startServer, type TestServer } from './server.ts';

const more = { intent: 'more', args: { entry: 'ngen' }, language: 'en' } as const;

let records: ConversationRecord[];
let server: TestServer;
beforeEach(async () => {
  records = [];
  server = await startServer({
    async saveReference(record) {
      records.push(record);
    },
  });
});
afterEach(() => server.close());

const asked = () => server.answering.questions.map((question) => question.text);

describe('a message', () => {
  it('in a personal chat is answered with a card and a summary', async () => {
    const response = await server.post(personalMessage(server.serviceUrl, 'Who leads NGen?'));
    expect(response).toEqual({ status: 200, body: '' });
    expect(server.answering.questions).toEqual([
      {
        place: { platform: 'teams', workspace: 'tenant-1', id: 'a:personal-chat' },
        text: 'Who leads NGen?',
        language: 'en',
      },
    ]);
    const [sent] = server.sent;
    expect(server.sent).toHaveLength(1);
    expect(sent?.path).toMatch(/^\/v3\/conversations\/a(%3A|:)personal-chat\/activities\//);
    expect(sent?.activity.summary).toBe('You asked: Who leads NGen?');
    expect(sent?.activity.text).toBeUndefined();
    expect(sent?.activity.attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(complaints(sent?.activity.attachments?.[0]?.content)).toEqual([]);
  });

  it('offers no sharing: everyone in the conversation sees the answer', async () => {
    await server.post(personalMessage(server.serviceUrl, 'hi'));
    const json = JSON.stringify(server.sent[0]);
    expect(json).toContain('Tell me more');
    expect(json).not.toContain('Share');
  });

  it('in a group chat loses the mention of the bot', async () => {
    await server.post(groupMessage(server.serviceUrl, '<at>Supercluster Guide</at>&nbsp;who leads NGen?'));
    expect(asked()).toEqual(['who leads NGen?']);
    expect(server.sent[0]?.path).toContain('thread.v2');
  });

  it('in a channel is answered in its thread', async () => {
    await server.post(channelMessage(server.serviceUrl, '<at>Supercluster Guide</at> who leads NGen?\n'));
    expect(server.answering.questions[0]?.place.id).toBe('19:channel@thread.tacv2;messageid=1700000000001');
    expect(decodeURIComponent(server.sent[0]?.path ?? '')).toContain(';messageid=1700000000001/activities');
  });

  it('keeps the names of other people', async () => {
    const message = groupMessage(server.serviceUrl, '<at>Supercluster Guide</at> what did <at>Ada</at> say?');
    const entities = [
      ...(message.entities as unknown[]),
      { type: 'mention', text: '<at>Ada</at>', mentioned: person },
    ];
    await server.post({ ...message, entities });
    expect(asked()).toEqual(['what did Ada say?']);
  });

  it('that only mentions the bot gets help', async () => {
    await server.post(channelMessage(server.serviceUrl, '<at>Supercluster Guide</at> &nbsp;'));
    expect(asked()).toEqual([]);
    expect(server.answering.calls.map(({ call }) => call.intent)).toEqual(['help']);
    expect(server.sent).toHaveLength(1);
  });

  it.each(['hi', 'hello', 'Help', 'aide', 'Bonjour'])(
    '"%s" goes to the conversation as it is',
    async (text) => {
      await server.post(personalMessage(server.serviceUrl, text));
      expect(asked()).toEqual([text]);
    },
  );

  it('from a French client prefers French', async () => {
    await server.post(personalMessage(server.serviceUrl, 'NGen', { locale: 'fr-CA' }));
    expect(server.answering.questions[0]?.language).toBe('fr');
  });

  it('from a client in a third language has no preference', async () => {
    await server.post(personalMessage(server.serviceUrl, 'NGen', { locale: 'de-DE' }));
    expect(server.answering.questions[0]).not.toHaveProperty('language');
  });

  it('of a bot, or of nobody, is not answered', async () => {
    await server.post(personalMessage(server.serviceUrl, 'hi', { from: bot }));
    await server.post(personalMessage(server.serviceUrl, 'hi', { from: { id: '28:another-bot' } }));
    await server.post(personalMessage(server.serviceUrl, 'hi', { from: { id: '29:x', role: 'bot' } }));
    await server.post(personalMessage(server.serviceUrl, 'hi', { from: undefined }));
    expect(server.sent).toEqual([]);
  });

  it('delivered again is answered once', async () => {
    const message = personalMessage(server.serviceUrl, 'hi');
    const responses = await Promise.all([server.post(message), server.post(message), server.post(message)]);
    expect(responses.map((response) => response.status)).toEqual([200, 200, 200]);
    expect(server.sent).toHaveLength(1);
  });

  it('saves the little that a later message needs, and no name', async () => {
    await server.post(channelMessage(server.serviceUrl, 'hi'));
    await server.post(personalMessage(server.serviceUrl, 'hi'));
    expect(records).toEqual([
      {
        conversationId: '19:channel@thread.tacv2',
        conversationType: 'channel',
        serviceUrl: server.serviceUrl,
        channelId: 'msteams',
        botId: bot.id,
        tenantId: 'tenant-1',
        teamId: '19:team@thread.tacv2',
      },
      {
        conversationId: 'a:personal-chat',
        conversationType: 'personal',
        serviceUrl: server.serviceUrl,
        channelId: 'msteams',
        botId: bot.id,
        tenantId: 'tenant-1',
        userAadObjectId: person.aadObjectId,
      },
    ]);
    expect(JSON.stringify(records)).not.toContain('Ada');
  });
});

describe('a button', () => {
  it('runs its call and puts the answer into the conversation', async () => {
    const response = await server.post(click(server.serviceUrl, toWire(more)));
    expect(response.status).toBe(200);
    // Never empty: Teams takes that for a failure and clicks again.
    expect(JSON.parse(response.body)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'My answer is below.',
    });
    expect(server.answering.calls).toEqual([
      { call: more, place: { platform: 'teams', workspace: 'tenant-1', id: 'a:personal-chat' } },
    ]);
    expect(server.sent[0]?.activity.summary).toBe('You called: more');
  });

  it('for Markdown puts its text into the conversation, for nobody to read as markup', async () => {
    const response = await server.post(click(server.serviceUrl, toWire(more), 'markdown'));
    expect(JSON.parse(response.body).value).toBe(strings.answeredBelow.en);
    const [sent] = server.sent;
    expect(sent?.activity).toMatchObject({ textFormat: 'xml', summary: 'You called: more' });
    expect(sent?.activity.attachments).toBeUndefined();
    expect(sent?.activity.text).toBe(
      `${strings.markdown.en}<pre># You called: more\n\nAn answer with \\*stars\\*.\n</pre>`,
    );
  });

  it('of an older client arrives as a message without text', async () => {
    await server.post(personalMessage(server.serviceUrl, '', { text: undefined, value: toWire(more) }));
    expect(server.answering.calls.map(({ call }) => call)).toEqual([more]);
    expect(server.sent).toHaveLength(1);
  });

  it.each([
    undefined,
    null,
    'x',
    {},
    { ...toWire(more), v: 2 },
    { ...toWire(more), extra: 1 },
    { intent: 'DROP' },
  ])('with data that we never wrote gets one polite sentence: %j', async (data) => {
    const response = await server.post(click(server.serviceUrl, data));
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body).value).toBe(strings.unreadableButton.en);
    await server.post(personalMessage(server.serviceUrl, '', { value: data ?? 'x', locale: 'fr-FR' }));
    expect(server.sent.map((sent) => sent.activity.text)).toEqual([strings.unreadableButton.fr]);
    expect(server.answering.calls).toEqual([]);
  });

  it('clicked again by Teams itself is answered once', async () => {
    const activity = click(server.serviceUrl, toWire(more));
    await server.post(activity);
    const again = await server.post(activity);
    expect(JSON.parse(again.body).statusCode).toBe(200);
    expect(server.sent).toHaveLength(1);
  });
});

describe('an installation', () => {
  it('is welcomed once with the help card, however often Teams announces it', async () => {
    await server.post(installed(server.serviceUrl));
    await server.post(membersAdded(server.serviceUrl));
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]?.activity.text).toBe(strings.welcome.en);
    expect(server.sent[0]?.activity.summary).toBe('You called: help');
    expect(records).toHaveLength(2);
  });

  it('is welcomed in French where the client is French', async () => {
    await server.post(installed(server.serviceUrl, { locale: 'fr-CA' }));
    expect(server.sent[0]?.activity.text).toBe(strings.welcome.fr);
    expect(server.answering.calls[0]?.call).toEqual({ intent: 'help', args: {}, language: 'fr' });
  });

  it('in a team or a group chat says that the bot reads only mentions, and how it is told of news', async () => {
    const { conversation } = JSON.parse(JSON.stringify(groupMessage(server.serviceUrl, '')));
    await server.post(installed(server.serviceUrl, { conversation }));
    const text = server.sent[0]?.activity.text;
    expect(text).toBe(`${strings.welcome.en} ${strings.welcomeTogether.en}`);
    expect(text).toContain('Supercluster Guide');
  });

  it('in a team is welcomed once, where it is announced in the chosen channel and in the team', async () => {
    const channelData = { tenant: { id: 'tenant-1' }, team: { id: '19:team@thread.tacv2' } };
    const conversation = { id: '19:chosen@thread.tacv2', conversationType: 'channel', tenantId: 'tenant-1' };
    await server.post(installed(server.serviceUrl, { conversation, channelData }));
    const whole = { ...conversation, id: '19:team@thread.tacv2' };
    await server.post({ ...membersAdded(server.serviceUrl), conversation: whole, channelData });
    expect(server.sent.map(({ path }) => decodeURIComponent(path))).toEqual([
      expect.stringContaining('19:chosen@thread.tacv2'),
    ]);
  });

  it('is none when a person joins, the app is upgraded or removed', async () => {
    await server.post(membersAdded(server.serviceUrl, [person]));
    await server.post(installed(server.serviceUrl, { action: 'add-upgrade' }));
    await server.post(installed(server.serviceUrl, { action: 'remove' }));
    expect(server.sent).toEqual([]);
  });
});

describe('any other request', () => {
  it.each([
    ['task/fetch', { task: { type: 'message', value: strings.unknownRequest.en } }],
    [
      'composeExtension/querySettingUrl',
      { composeExtension: { type: 'message', text: strings.unknownRequest.en } },
    ],
    [
      'something/else',
      {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: strings.unknownRequest.en,
      },
    ],
  ])('%s gets one polite sentence', async (name, body) => {
    const response = await server.post(invoke(server.serviceUrl, name, {}));
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body)).toEqual(body);
  });

  it.each(['typing', 'messageReaction', 'event', 'endOfConversation', 'unheard-of'])(
    '%s is taken in silence',
    async (type) => {
      expect(await server.post(personalMessage(server.serviceUrl, 'x', { type }))).toEqual({
        status: 200,
        body: '',
      });
      expect(server.sent).toEqual([]);
    },
  );
});

describe('when something goes wrong', () => {
  const secret = 'SECRET-question-of-Ada';

  it('the person gets one sentence and the log a cause without their words', async () => {
    server.answering.failure = Object.assign(new Error(`cannot answer ${secret}`), { code: 'disk-full' });
    const response = await server.post(personalMessage(server.serviceUrl, secret));
    expect(response).toEqual({ status: 200, body: '' });
    expect(server.sent.map((sent) => sent.activity.text)).toEqual([strings.failed.en]);
    expect(server.log()).toContain('disk-full');
    expect(server.log()).toContain('teams_turn_failed');
    expect(server.log()).not.toContain(secret);
    expect(server.log()).not.toContain('Ada');
  });

  it('a click gets it as its response, in the language of the client', async () => {
    server.answering.failure = new Error(secret);
    const response = await server.post({ ...click(server.serviceUrl, toWire(more)), locale: 'fr-CA' });
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body)).toEqual({
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: 'answering-failed', message: strings.failed.fr },
    });
    expect(server.sent).toEqual([]);
  });

  it('Teams refusing the answer ends the turn quietly', async () => {
    server.failWith(403);
    const response = await server.post(personalMessage(server.serviceUrl, secret));
    expect(response).toEqual({ status: 200, body: '' });
    expect(server.log()).toContain('teams_message_not_sent');
    expect(server.log()).not.toContain(secret);
  });

  it('a broken store does not keep the answer back', async () => {
    await server.close();
    server = await startServer({ saveReference: () => Promise.reject(new Error(secret)) });
    await server.post(personalMessage(server.serviceUrl, 'hi'));
    expect(server.sent).toHaveLength(1);
    expect(server.log()).toContain('teams_reference_not_saved');
    expect(server.log()).not.toContain(secret);
  });
});

describe('an answer that takes longer than Teams waits', () => {
  afterEach(() => vi.useRealTimers());

  it('is given all the same, after the request has been answered', async () => {
    let open = () => {};
    server.answering.gate = new Promise((resolve) => {
      open = resolve;
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = server.post(personalMessage(server.serviceUrl, 'slow'));
    await vi.waitUntil(() => {
      vi.advanceTimersByTime(1_000);
      return asked().length > 0;
    });
    vi.advanceTimersByTime(14_000);
    vi.useRealTimers();
    expect(await response).toEqual({ status: 200, body: '' });
    expect(server.log()).toContain('teams_turn_slow');
    open();
    await vi.waitUntil(() => server.sent.length === 1);
  });
});

describe('stopping', () => {
  it('finishes what is under way and takes nothing new', async () => {
    let open = () => {};
    server.answering.gate = new Promise((resolve) => {
      open = resolve;
    });
    const first = server.post(personalMessage(server.serviceUrl, 'before'));
    while (asked().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    let stopped = false;
    const stop = server.teams.stop().then(() => {
      stopped = true;
    });
    expect(await server.post(personalMessage(server.serviceUrl, 'after'))).toEqual({
      status: 503,
      body: '{"error":"shutting down"}',
    });
    expect(stopped).toBe(false);
    open();
    expect((await first).status).toBe(200);
    await stop;
    expect(server.sent).toHaveLength(1);
  });
});
