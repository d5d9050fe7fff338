import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { strings } from '../../src/teams/strings.ts';
import { freshDatabase } from '../support/databases.ts';
import { channelMessage, click, invoke, person, personalMessage } from './activities.ts';
import { complaints } from './official-renderer.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const onAnswer = { replyToId: 'answer-1' };
const opinion = {
  platform: 'teams',
  workspace: 'tenant-1',
  channel: 'a:personal-chat',
  messageId: 'answer-1',
  person: person.aadObjectId,
};
const pressed = (data: object, more: object = onAnswer) =>
  server.post({ ...click(server.serviceUrl, data, 'feedback'), ...more });
const thumb = (actionValue: unknown, more: Readonly<Record<string, unknown>> = onAnswer) =>
  server.post(
    invoke(server.serviceUrl, 'message/submitAction', { actionName: 'feedback', actionValue }, more),
  );

describe('an answer', () => {
  it('asks for the thumbs of the client, and has two buttons of its own', async () => {
    await server.post(personalMessage(server.serviceUrl, 'Who leads NGen?'));
    const activity = server.sent[0]?.activity;
    expect(activity).toMatchObject({ channelData: { feedbackLoop: { type: 'default' } } });
    const json = JSON.stringify(activity);
    expect(json).toContain('"title":"Helpful","verb":"feedback"');
    expect(json).toContain('"title":"Not helpful","verb":"feedback"');
    expect(complaints(activity?.attachments?.[0]?.content)).toEqual([]);
  });

  it('in French has French buttons', async () => {
    await server.post(personalMessage(server.serviceUrl, 'NGen', { locale: 'fr-CA' }));
    expect(JSON.stringify(server.sent[0])).toContain('"title":"Pas utile","verb":"feedback"');
  });

  it('that is none is not rated', async () => {
    server.answering.outcome = 'no-answer';
    await server.post(personalMessage(server.serviceUrl, 'xyzzy'));
    expect(server.sent[0]?.activity).not.toHaveProperty('channelData');
    expect(JSON.stringify(server.sent[0])).not.toContain('"feedback"');
  });
});

describe('our own buttons', () => {
  it.each(['helpful', 'not-helpful'])('keep that it was %s, and thank', async (rating) => {
    const response = await pressed({ v: 1, rating, language: 'fr' });
    expect(JSON.parse(response.body).value).toBe(strings.feedbackThanks.fr);
    expect(server.services.opinions).toEqual([{ ...opinion, rating }]);
    expect(server.sent).toEqual([]);
  });

  it('in a thread count for its channel', async () => {
    const { conversation, channelData } = channelMessage(server.serviceUrl, '');
    await pressed({ v: 1, rating: 'helpful', language: 'en' }, { ...onAnswer, conversation, channelData });
    expect(server.services.opinions).toMatchObject([{ channel: '19:channel@thread.tacv2' }]);
  });

  it.each([
    {},
    { v: 1, rating: 'great', language: 'en' },
    { v: 1, rating: 'helpful', language: 'en', person: 'x' },
  ])('that we never made are refused politely: %j', async (data) => {
    expect(JSON.parse((await pressed(data)).body).value).toBe(strings.unreadableButton.en);
    expect(server.services.opinions).toEqual([]);
  });

  it('on no message are refused politely', async () => {
    const response = await pressed({ v: 1, rating: 'helpful', language: 'en' }, {});
    expect(JSON.parse(response.body).value).toBe(strings.unreadableButton.en);
  });
});

describe('the thumbs of Teams', () => {
  it('are kept, and answered with 200 and an empty object', async () => {
    expect(await thumb({ reaction: 'like', feedback: '{"feedbackText":""}' })).toEqual({
      status: 200,
      body: '{}',
    });
    await thumb({ reaction: 'dislike', feedback: '{"feedbackText":" Too old. "}' });
    expect(server.services.opinions).toEqual([
      { ...opinion, rating: 'helpful' },
      { ...opinion, rating: 'not-helpful', comment: 'Too old.' },
    ]);
  });

  it.each([
    [{ reaction: 'like', feedback: '{' }, 1],
    [{ reaction: 'like', feedback: { feedbackText: 'x' } }, 1],
    [{ reaction: 'like' }, 1],
    [{ reaction: 'love' }, 0],
    [undefined, 0],
    ['x', 0],
  ])('never make an error, whatever they say: %j', async (value, kept) => {
    expect(await thumb(value)).toEqual({ status: 200, body: '{}' });
    expect(server.services.opinions).toHaveLength(kept);
  });

  it('on no message are answered and not kept', async () => {
    expect(await thumb({ reaction: 'like' }, {})).toEqual({ status: 200, body: '{}' });
    expect(server.services.opinions).toEqual([]);
  });
});

describe('with a store', () => {
  it('a person has one opinion of an answer, and words are kept only where that is allowed', async () => {
    const database = await freshDatabase('SQLite');
    const store = await openStore(database.location, { role: 'server' });
    const now = new Date('2026-11-23T10:00:00Z');
    await server.close();
    server = await startServer({ feedback: { save: (given) => store.feedback.save(given, now) } });
    await pressed({ v: 1, rating: 'helpful', language: 'en' });
    await thumb({ reaction: 'dislike', feedback: '{"feedbackText":"Ada says no"}' });
    const tenant = { platform: 'teams', workspace: 'tenant-1' } as const;
    expect(await store.feedback.since(tenant, new Date(0), 10)).toEqual([
      { ...opinion, rating: 'not-helpful', givenAt: now },
    ]);
    await store.close();
    await database.remove();
  });
});
