import { describe, expect, test } from 'vitest';
import { mention, startHarness } from './harness.ts';

describe('subscription lines', () => {
  test('as a slash command belong to the channel, and are answered to the person', async () => {
    const { command, settled, subscriptions, answering, slack } = await startHarness();
    await command({ command: '/supercluster', text: 'subscribe NGen weekly', channel_id: 'C7' });
    await settled();
    const [message] = slack.calls('response');
    expect(message).toMatchObject({ response_type: 'ephemeral' });
    expect(message?.text).toContain('I will tell this channel.');
    expect(subscriptions.requests).toMatchObject([
      {
        channel: { platform: 'slack', workspace: 'T1', channel: 'C7' },
        text: 'subscribe NGen weekly',
      },
    ]);
    expect(answering.asked).toEqual([]);
  });

  test('/ceta takes none: there it is a question', async () => {
    const { command, posted, subscriptions, answering } = await startHarness();
    await command({ command: '/ceta', text: 'subscribe NGen' });
    await posted(1);
    expect(subscriptions.requests).toEqual([]);
    expect(answering.asked).toHaveLength(1);
  });

  test('in a mention belong to the channel, whatever the thread', async () => {
    const { event, settled, subscriptions } = await startHarness();
    await event(mention({ text: '<@UBOT> subscribe NGen', thread_ts: '1.0' }));
    await settled();
    expect(subscriptions.requests).toMatchObject([{ channel: { channel: 'C1' }, text: 'subscribe NGen' }]);
  });

  test.each([
    ['who made the channel', { creator: 'U1' }, {}, true],
    ['who administers the workspace', { creator: 'U9' }, { is_admin: true }, true],
    ['nobody else', { creator: 'U9' }, {}, false],
  ])('a channel is managed by %s', async (_, about, who, expected) => {
    const { command, settled, subscriptions, slack } = await startHarness();
    slack.answer('conversations.info', { body: { ok: true, channel: about } });
    slack.answer('users.info', { body: { ok: true, user: who } });
    await command({ command: '/supercluster', text: 'subscribe NGen', user_id: 'U1' });
    await settled();
    expect(subscriptions.requests).toMatchObject([{ manager: expected }]);
  });

  test.each([
    ['is a member', { body: { ok: true, channel: { is_member: true } } }, true],
    ['is no member', { body: { ok: true, channel: { is_member: false } } }, false],
    ['does not know the channel', { body: { ok: false, error: 'channel_not_found' } }, false],
    ['cannot find out', { body: { ok: false, error: 'missing_scope' } }, true],
  ])('a bot that %s of the channel', async (_, answer, expected) => {
    const { command, settled, subscriptions, slack } = await startHarness();
    // Once for who manages it, once for who is in it.
    slack.answer('conversations.info', answer, answer);
    await command({ command: '/supercluster', text: 'subscribe NGen', channel_id: 'C1' });
    await settled();
    expect(subscriptions.requests).toMatchObject([{ reachable: expected }]);
  });

  test('nobody manages a channel Slack says nothing about; a direct message is one’s own', async () => {
    const { command, settled, subscriptions } = await startHarness();
    await command({ command: '/supercluster', text: 'subscribe NGen', channel_id: 'C1' });
    await command({ command: '/supercluster', text: 'subscribe NGen', channel_id: 'D1' });
    await settled();
    const managed = Object.fromEntries(
      subscriptions.requests.map(({ channel, manager }) => [channel.channel, manager]),
    );
    expect(managed).toEqual({ C1: false, D1: true });
  });
});

describe('answers that others see', () => {
  test('are remembered with what they were made of', async () => {
    const { event, settled, answering, answerLog } = await startHarness();
    answering.reply = { ...answering.reply, entries: ['ngen#money', 'ngen'] };
    await event(mention({ text: '<@UBOT> money?', ts: '5.0' }));
    await settled();
    expect(answerLog.answers).toEqual([
      {
        channel: { platform: 'slack', workspace: 'T1', channel: 'C1' },
        messageId: '1700000000.000900',
        thread: '5.0',
        language: 'en',
        items: ['ngen#money'],
      },
    ]);
  });

  test('what only one person sees is not', async () => {
    const { command, settled, answerLog } = await startHarness();
    await command({ command: '/supercluster', text: 'who leads NGen?' });
    await settled();
    expect(answerLog.answers).toEqual([]);
  });
});

describe('a channel that somebody joins', () => {
  const joined = (user: string) => ({
    ...{ type: 'member_joined_channel', user, channel: 'C7', channel_type: 'C', team: 'T1' },
    event_ts: '1.1',
  });

  test('is told again of what it follows when it is the bot that comes back', async () => {
    const { event, settled, subscriptions } = await startHarness();
    await event(joined('UBOT'));
    await settled();
    expect(subscriptions.arrivals).toEqual([{ platform: 'slack', workspace: 'T1', channel: 'C7' }]);
  });

  test('stays as it is when a person comes', async () => {
    const { event, settled, subscriptions, slack } = await startHarness();
    await event(joined('UANN'));
    await settled();
    expect(subscriptions.arrivals).toEqual([]);
    expect(slack.posted).toEqual([]);
  });
});
