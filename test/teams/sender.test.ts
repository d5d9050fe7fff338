import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { messageCard } from '../../src/cards/message-card.ts';
import type { OutgoingMessage } from '../../src/notifications/sender.ts';
import type { ConversationRecord } from '../../src/teams/conversation-record.ts';
import { createTeamsSender } from '../../src/teams/sender.ts';
import { startConnector } from './server.ts';

const message: OutgoingMessage = {
  channel: { platform: 'teams', workspace: 'tenant-1', channel: '19:x@thread.tacv2' },
  deliveryIds: ['d1'],
  card: messageCard('en', 'Summit', 'It takes place in June.'),
};

async function start(change: Partial<ConversationRecord> = {}) {
  const connector = await startConnector();
  onTestFinished(() => connector.close());
  const record: ConversationRecord = {
    conversationId: message.channel.channel,
    conversationType: 'channel',
    serviceUrl: connector.serviceUrl,
    channelId: 'msteams',
    botId: '28:bot',
    tenantId: 'tenant-1',
    ...change,
  };
  const lines: string[] = [];
  const sender = createTeamsSender({
    config: undefined,
    reference: async ({ channel }) =>
      channel === message.channel.channel ? JSON.stringify(record) : undefined,
    logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
  });
  return { connector, sender, log: () => lines.join('') };
}

describe('sending', () => {
  test('posts a card with its summary into the conversation of the reference', async () => {
    const { connector, sender } = await start();
    expect(await sender.send(message)).toEqual({ type: 'sent', messageId: 'sent-1', status: 200 });
    const [sent] = connector.sent;
    expect(decodeURIComponent(sent?.path ?? '')).toBe('/v3/conversations/19:x@thread.tacv2/activities');
    expect(sent?.activity).toMatchObject({
      type: 'message',
      summary: 'It takes place in June.',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
    });
  });

  test('replies in the thread of a channel; a chat has none', async () => {
    const channel = await start();
    await channel.sender.send({ ...message, thread: '1700' });
    expect(decodeURIComponent(channel.connector.sent[0]?.path ?? '')).toContain(
      '19:x@thread.tacv2;messageid=1700/activities',
    );
    const chat = await start({ conversationType: 'personal' });
    await chat.sender.send({ ...message, thread: '1700' });
    expect(decodeURIComponent(chat.connector.sent[0]?.path ?? '')).not.toContain('messageid');
  });

  test('edits a post', async () => {
    const { connector, sender } = await start();
    expect(await sender.edit?.(message.channel, '1700', message)).toMatchObject({ type: 'sent' });
    expect(connector.sent[0]).toMatchObject({ method: 'PUT' });
    expect(connector.sent[0]?.path).toMatch(/activities\/1700$/);
  });

  test('without a reference, or with one that leads elsewhere, the channel is suspended', async () => {
    const { connector, sender } = await start();
    const unknown = { ...message, channel: { ...message.channel, channel: '19:y' } };
    expect(await sender.send(unknown)).toEqual({ type: 'suspend', reason: 'no_conversation_reference' });
    const foreign = await start({ serviceUrl: 'https://example.com/' });
    expect(await foreign.sender.send(message)).toEqual({
      type: 'suspend',
      reason: 'service_url_not_allowed',
    });
    expect([...connector.sent, ...foreign.connector.sent]).toEqual([]);
  });

  const error = (code: string) => ({ error: { code, message: 'secret words' } });
  test.each([
    [403, error('BotNotInConversationRoster'), { type: 'suspend', reason: 'BotNotInConversationRoster' }],
    [403, error('BotDisabledByAdmin'), { type: 'suspend', reason: 'BotDisabledByAdmin' }],
    [403, error('ConversationBlockedByUser'), { type: 'forget', reason: 'ConversationBlockedByUser' }],
    [404, error('ConversationNotFound'), { type: 'suspend', reason: 'ConversationNotFound' }],
    [403, {}, { type: 'suspend', reason: 'HTTP 403' }],
    [400, error('BadSyntax'), { type: 'fail', reason: 'BadSyntax' }],
    [401, {}, { type: 'fail', reason: 'HTTP 401' }],
    [413, error('MessageSizeTooBig'), { type: 'fail', reason: 'MessageSizeTooBig' }],
    [500, {}, { type: 'fail', reason: 'HTTP 500' }],
    [412, error('PreconditionFailed'), { type: 'retry', reason: 'PreconditionFailed' }],
    [429, {}, { type: 'retry', reason: 'HTTP 429' }],
    [502, {}, { type: 'retry', reason: 'HTTP 502' }],
    [503, {}, { type: 'retry', reason: 'HTTP 503' }],
    [504, {}, { type: 'retry', reason: 'HTTP 504' }],
  ])('%i %j', async (status, body, expected) => {
    const { connector, sender, log } = await start();
    connector.answerWith({ status, body });
    expect(await sender.send(message)).toEqual({ ...expected, status });
    // botbuilder would have sent it three times.
    expect(connector.sent).toHaveLength(1);
    expect(log()).not.toMatch(/Summit|secret/);
  });

  test('Retry-After is handed on', async () => {
    const { connector, sender } = await start();
    connector.answerWith({ status: 429, body: {}, headers: { 'retry-after': '12' } });
    expect(await sender.send(message)).toEqual({
      type: 'retry',
      reason: 'HTTP 429',
      status: 429,
      after: 12_000,
    });
  });

  test('a cut line is unknown, a closed port is not', async () => {
    const { connector, sender } = await start();
    connector.answerWith('cut');
    expect(await sender.send(message)).toMatchObject({ type: 'unknown' });
    expect(connector.sent).toHaveLength(1);
    const closed = await start({ serviceUrl: 'http://127.0.0.1:9/' });
    expect(await closed.sender.send(message)).toMatchObject({ type: 'retry', reason: 'ECONNREFUSED' });
  });
});
