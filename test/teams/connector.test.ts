import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import { strings } from '../../src/teams/strings.ts';
import type { ConversationRecord } from '../../src/teams/teams.ts';
import { bot, channelMessage, click, installed, membersAdded, personalMessage } from './activities.ts';
import { startServer, type TestServer } from './server.ts';

let records: ConversationRecord[];
let server: TestServer;
beforeEach(async () => {
  records = [];
  server = await startServer({
    async saveReference(record) {
      records.push(record);
      await server.services.saveReference(record);
    },
  });
});
afterEach(() => server.close());

const ask = () => server.post(personalMessage(server.serviceUrl, 'hi'));
const answered = () => server.sent.filter((sent) => sent.activity.attachments).length;

describe('an answer that Teams does not take', () => {
  it.each([
    ['412', { status: 412, code: 'PreconditionFailed' }],
    ['429 without Retry-After', { status: 429 }],
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '0' } }],
    ['503', { status: 503 }],
  ])('for a moment (%s) is sent again', async (_name, refusal) => {
    server.answerNext(refusal, refusal);
    expect(await ask()).toEqual({ status: 200, body: '' });
    expect(answered()).toBe(3);
    expect(server.log()).not.toContain('teams_message_not_sent');
    expect(server.services.states).toEqual([]);
  });

  it('three times is given up', async () => {
    server.failWith(412);
    expect(await ask()).toEqual({ status: 200, body: '' });
    expect(server.sent).toHaveLength(3);
    expect(server.log()).toContain('teams_message_not_sent');
    expect(server.log()).toContain('given_up');
  });

  it('for longer than a turn may last is not waited for', async () => {
    server.answerNext({ status: 429, headers: { 'retry-after': '60' } });
    const began = Date.now();
    expect(await ask()).toEqual({ status: 200, body: '' });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(server.sent).toHaveLength(1);
  });

  it('waits as long as Retry-After says', async () => {
    server.answerNext({ status: 429, headers: { 'retry-after': '1' } });
    const began = Date.now();
    await ask();
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
    expect(server.sent).toHaveLength(2);
  });

  it.each([500, 502, 504])('though it may stand there (%i) is not said twice', async (status) => {
    server.failWith(status);
    expect(await ask()).toEqual({ status: 200, body: '' });
    expect(server.sent).toHaveLength(1);
    expect(server.services.states).toEqual([]);
  });

  it.each([400, 401, 413])('for good (%i) is not sent again', async (status) => {
    server.failWith(status);
    expect(await ask()).toEqual({ status: 200, body: '' });
    expect(server.sent).toHaveLength(1);
    expect(server.services.states).toEqual([]);
  });

  it.each([
    ['BotNotInConversationRoster', 403, 'suspend a:personal-chat BotNotInConversationRoster'],
    ['BotDisabledByAdmin', 403, 'suspend a:personal-chat BotDisabledByAdmin'],
    ['ForbiddenOperationException', 403, 'suspend a:personal-chat ForbiddenOperationException'],
    ['InvalidBotApiHost', 403, 'suspend a:personal-chat InvalidBotApiHost'],
    ['ConversationBlockedByUser', 403, 'forget a:personal-chat'],
    ['ConversationNotFound', 404, 'suspend a:personal-chat ConversationNotFound'],
  ])('because of %s changes what is known of the conversation', async (code, status, state) => {
    server.answerNext({ status, code });
    expect(await ask()).toEqual({ status: 200, body: '' });
    expect(server.sent).toHaveLength(1);
    expect(server.services.states).toEqual([state]);
  });

  it('in a thread changes what is known of its channel', async () => {
    server.answerNext({ status: 403, code: 'BotNotInConversationRoster' });
    await server.post(channelMessage(server.serviceUrl, 'hi'));
    expect(server.services.states).toEqual(['suspend 19:channel@thread.tacv2 BotNotInConversationRoster']);
  });

  it('closes a click with one sentence', async () => {
    server.failWith(500);
    const call = { intent: 'help', args: {}, language: 'en' } as const;
    const response = await server.post(click(server.serviceUrl, toWire(call)));
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body)).toEqual({
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: 'message-not-sent', message: strings.failed.en },
    });
    expect(server.sent).toHaveLength(1);
  });
});

describe('a service address that changes', () => {
  it('is used and remembered at once', async () => {
    await ask();
    const elsewhere = await startServer();
    await server.post(personalMessage(elsewhere.serviceUrl, 'hi'));
    expect(server.sent).toHaveLength(1);
    expect(elsewhere.sent).toHaveLength(1);
    expect(records.map((record) => record.serviceUrl)).toEqual([server.serviceUrl, elsewhere.serviceUrl]);
    await elsewhere.close();
  });
});

describe('a conversation', () => {
  it('that the bot enters can be reached', async () => {
    await server.post(installed(server.serviceUrl));
    expect(server.services.states).toEqual(['resume a:personal-chat']);
  });

  it.each(['remove', 'remove-upgrade'])('that the app leaves (%s) cannot', async (action) => {
    await server.post(installed(server.serviceUrl, { action }));
    expect(server.services.states).toEqual(['suspend a:personal-chat app_removed']);
    expect(server.sent).toEqual([]);
  });

  it('of a team is left and entered with its other channels, and no other team’s', async () => {
    const inTeam = (channel: string, team = '19:general@thread.tacv2') => ({
      conversation: { id: channel, conversationType: 'channel', tenantId: 'tenant-1' },
      channelData: { tenant: { id: 'tenant-1' }, team: { id: team } },
    });
    const general = inTeam('19:general@thread.tacv2');
    await server.post(personalMessage(server.serviceUrl, 'hi', inTeam('19:news@thread.tacv2;messageid=1')));
    await server.post(
      personalMessage(server.serviceUrl, 'hi', inTeam('19:other@thread.tacv2', '19:another')),
    );
    await server.post(installed(server.serviceUrl, { action: 'remove', ...general }));
    await server.post(installed(server.serviceUrl, general));
    expect(server.services.states).toEqual([
      'suspend 19:general@thread.tacv2 app_removed',
      'suspend 19:news@thread.tacv2 app_removed',
      'resume 19:general@thread.tacv2',
      'resume 19:news@thread.tacv2',
    ]);
  });

  it.each([
    [
      'teamDeleted',
      ['suspend 19:general@thread.tacv2 team_deleted', 'suspend 19:news@thread.tacv2 team_deleted'],
    ],
    [
      'teamHardDeleted',
      ['suspend 19:general@thread.tacv2 team_deleted', 'suspend 19:news@thread.tacv2 team_deleted'],
    ],
    ['teamRestored', ['resume 19:general@thread.tacv2', 'resume 19:news@thread.tacv2']],
    ['teamRenamed', []],
  ])('of a team: %s is about all its channels', async (eventType, states) => {
    const channelData = { tenant: { id: 'tenant-1' }, team: { id: '19:general@thread.tacv2' } };
    const conversation = (id: string) => ({ id, conversationType: 'channel', tenantId: 'tenant-1' });
    const news = conversation('19:news@thread.tacv2;messageid=1');
    await server.post(personalMessage(server.serviceUrl, 'hi', { conversation: news, channelData }));
    const { membersAdded: _members, ...update } = membersAdded(server.serviceUrl);
    await server.post({
      ...update,
      conversation: conversation('19:general@thread.tacv2'),
      channelData: { ...channelData, eventType },
    });
    expect(server.services.states).toEqual(states);
  });

  it('whose roster the bot leaves cannot', async () => {
    const { membersAdded: _members, ...left } = membersAdded(server.serviceUrl);
    await server.post({ ...left, membersRemoved: [{ id: '29:someone' }] });
    expect(server.services.states).toEqual([]);
    await server.post({ ...left, id: 'another', membersRemoved: [bot] });
    expect(server.services.states).toEqual(['suspend a:personal-chat app_removed']);
  });

  it.each([
    ['channelDeleted', ['suspend 19:deleted@thread.tacv2 channel_deleted']],
    ['channelRestored', ['resume 19:deleted@thread.tacv2']],
    ['channelRenamed', []],
  ])('%s', async (eventType, states) => {
    const channelData = {
      tenant: { id: 'tenant-1' },
      eventType,
      channel: { id: '19:deleted@thread.tacv2', name: 'News' },
    };
    const { membersAdded: _members, ...update } = membersAdded(server.serviceUrl);
    await server.post({ ...update, channelData });
    expect(server.services.states).toEqual(states);
  });
});
