import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { messageCard } from '../../src/cards/message-card.ts';
import type { OutgoingMessage } from '../../src/notifications/sender.ts';
import { createSlackSender } from '../../src/slack/sender.ts';
import { type Answer, SlackDouble } from './slack-double.ts';

const message: OutgoingMessage = {
  channel: { platform: 'slack', workspace: 'T1', channel: 'C1' },
  deliveryIds: ['d1', 'd2'],
  card: messageCard('en', 'Summit', 'It takes place in June.'),
};
const { card: _, ...place } = message;
const since = new Date('2026-11-23T12:00:00Z');

async function start() {
  const slack = await new SlackDouble().start();
  onTestFinished(() => slack.stop());
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const sender = createSlackSender({
    token: async (workspace) => (workspace === 'T1' ? 'xoxb-secret' : undefined),
    apiUrl: slack.apiUrl,
    logger,
  });
  return { slack, sender, log: () => lines.join('') };
}

describe('sending', () => {
  test('posts blocks and text with the delivery ids as metadata, in the channel', async () => {
    const { slack, sender } = await start();
    expect(await sender.send(message)).toEqual({
      type: 'sent',
      messageId: '1700000000.000900',
      status: 200,
    });
    const [posted] = slack.calls('chat.postMessage');
    expect(posted).toMatchObject({
      channel: 'C1',
      text: 'Summit\n\nIt takes place in June.',
      metadata: { event_type: 'supercluster_notification', event_payload: { delivery_ids: 'd1,d2' } },
    });
    expect(posted?.blocks).toHaveLength(2);
    expect(posted).not.toHaveProperty('thread_ts');
    expect(slack.received[0]?.authorization).toBe('Bearer xoxb-secret');
  });

  test('replies in a thread, and edits a post', async () => {
    const { slack, sender } = await start();
    slack.answer('chat.update', { body: { ok: true, ts: '1.0' } });
    await sender.send({ ...message, thread: '1.0' });
    expect(await sender.edit?.(message.channel, '1.0', message)).toMatchObject({ type: 'sent' });
    expect(slack.calls('chat.postMessage')[0]).toMatchObject({ thread_ts: '1.0' });
    expect(slack.calls('chat.update')[0]).toMatchObject({ ts: '1.0', channel: 'C1' });
  });

  test('sends the text alone where Slack refuses the blocks', async () => {
    const { slack, sender } = await start();
    slack.answer('chat.postMessage', { body: { ok: false, error: 'invalid_blocks' } });
    expect(await sender.send(message)).toMatchObject({ type: 'sent' });
    expect(slack.calls('chat.postMessage')[1]).not.toHaveProperty('blocks');
  });

  test('an app that is not installed there suspends the channel', async () => {
    const { sender } = await start();
    const elsewhere = { ...message, channel: { ...message.channel, workspace: 'T2' } };
    expect(await sender.send(elsewhere)).toEqual({ type: 'suspend', reason: 'not_installed' });
  });

  const refused = (error: string): Answer => ({ body: { ok: false, error } });
  test.each<[string, Answer, object]>([
    [
      'a rate limit waits as long as Slack says',
      { status: 429, headers: { 'retry-after': '30' }, body: {} },
      { type: 'retry', reason: 'ratelimited', status: 429, after: 30_000 },
    ],
    ['an archived channel', refused('is_archived'), { type: 'suspend', reason: 'is_archived', status: 200 }],
    [
      'a channel that is gone',
      refused('channel_not_found'),
      { type: 'suspend', reason: 'channel_not_found' },
    ],
    ['a revoked token', refused('token_revoked'), { type: 'suspend', reason: 'token_revoked' }],
    ['a message Slack will not take', refused('msg_too_long'), { type: 'fail', reason: 'msg_too_long' }],
    ['an error of Slack, which may have posted', refused('internal_error'), { type: 'unknown' }],
    ['HTTP 500', { status: 500, body: {} }, { type: 'unknown', reason: 'HTTP 500', status: 500 }],
    ['HTTP 404', { status: 404, body: {} }, { type: 'fail', reason: 'HTTP 404', status: 404 }],
    ['a cut line', { cut: true }, { type: 'unknown' }],
    ['a page that is no answer', { page: '<html>It works!' }, { type: 'unknown', reason: 'not_an_answer' }],
  ])('%s', async (_name, answer, expected) => {
    const { slack, sender, log } = await start();
    slack.answer('chat.postMessage', answer);
    expect(await sender.send(message)).toMatchObject(expected);
    // The outbox repeats, the client does not.
    expect(slack.calls('chat.postMessage')).toHaveLength(1);
    expect(log()).not.toContain('Summit');
    expect(log()).not.toContain('xoxb');
  });

  test('a Slack that cannot be reached has taken nothing', async () => {
    const { slack, sender } = await start();
    await slack.stop();
    expect(await sender.send(message)).toMatchObject({ type: 'retry', reason: 'ECONNREFUSED' });
    await slack.start();
  });
});

describe('looking for a message', () => {
  const ours = (ts: string, ids: string) => ({
    ts,
    metadata: { event_type: 'supercluster_notification', event_payload: { delivery_ids: ids } },
  });
  const history = (messages: readonly object[], next = '') => ({
    body: { ok: true, messages, has_more: next !== '', response_metadata: { next_cursor: next } },
  });

  test('finds it by any of its ids, over several pages', async () => {
    const { slack, sender } = await start();
    slack.answer(
      'conversations.history',
      history([{ ts: '9.0', text: 'hello' }, ours('8.0', 'other')], 'more'),
      history([ours('7.0', 'd0,d2')]),
    );
    expect(await sender.find?.(place, since)).toEqual({ type: 'found', messageId: '7.0' });
    expect(slack.calls('conversations.history')[0]).toMatchObject({
      channel: 'C1',
      include_all_metadata: 'true',
      oldest: String(since.getTime() / 1_000 - 120),
    });
    expect(slack.calls('conversations.history')[1]).toMatchObject({ cursor: 'more' });
  });

  test('looks in the thread where it was to stand', async () => {
    const { slack, sender } = await start();
    slack.answer('conversations.replies', history([ours('7.0', 'd1')]));
    expect(await sender.find?.({ ...place, thread: '1.0' }, since)).toMatchObject({ type: 'found' });
    expect(slack.calls('conversations.replies')[0]).toMatchObject({ ts: '1.0' });
  });

  test('says that it is not there', async () => {
    const { slack, sender } = await start();
    slack.answer('conversations.history', history([{ ts: '9.0', metadata: { event_type: 'x' } }]));
    expect(await sender.find?.(place, since)).toEqual({ type: 'absent' });
  });

  test.each<[string, Answer, object]>([
    ['asks again later when Slack fails', { status: 503, body: {} }, { type: 'retry', status: 503 }],
    ['without the scope a person decides', { body: { ok: false, error: 'missing_scope' } }, { type: 'fail' }],
  ])('%s', async (_name, answer, expected) => {
    const { slack, sender } = await start();
    slack.answer('conversations.history', answer);
    expect(await sender.find?.(place, since)).toMatchObject(expected);
  });

  test('gives up in a channel with too much to read', async () => {
    const { slack, sender } = await start();
    slack.answer('conversations.history', ...Array.from({ length: 9 }, () => history([], 'more')));
    expect(await sender.find?.(place, since)).toMatchObject({ type: 'fail' });
    expect(slack.calls('conversations.history')).toHaveLength(5);
  });
});
