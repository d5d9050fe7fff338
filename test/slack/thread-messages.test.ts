/** What people write into the threads of a channel without mentioning the bot. */
import { describe, expect, test, vi } from 'vitest';
import { limitViolations, type SlackMessage } from '../../src/slack/limits.ts';
import { directMessage, type Harness, mention, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

const thread = '1700000000.000100';

/** As Slack sends `message.channels`; `message.groups` and `message.mpim` differ in `channel_type`. */
const threadMessage = (fields: object = {}) => ({
  type: 'message',
  channel_type: 'channel',
  user: 'UBEN',
  text: 'and NGen?',
  client_msg_id: 'e6e0f9b4-0000-4000-8000-000000000001',
  team: 'T1',
  ts: '1700000000.000600',
  event_ts: '1700000000.000600',
  thread_ts: thread,
  parent_user_id: 'UANN',
  channel: 'C1',
  ...fields,
});
const edited = (text: string, ts: string) => ({
  type: 'message',
  subtype: 'message_changed',
  hidden: true,
  channel: 'C1',
  channel_type: 'channel',
  ts: '1700000000.000800',
  event_ts: '1700000000.000800',
  message: {
    ...{ type: 'message', user: 'UBEN', team: 'T1', ts, thread_ts: thread, text },
    edited: { user: 'UBEN', ts: '1700000000.000000' },
  },
  previous_message: { type: 'message', user: 'UBEN', ts, thread_ts: thread, text: 'and NGen?' },
});
const deleted = (ts: string) => ({
  type: 'message',
  subtype: 'message_deleted',
  hidden: true,
  channel: 'C1',
  channel_type: 'channel',
  ts: '1700000000.000810',
  event_ts: '1700000000.000810',
  deleted_ts: ts,
  previous_message: { type: 'message', user: 'UBEN', ts, thread_ts: thread, text: 'and NGen?' },
});

async function startEngaged(): Promise<Harness> {
  const harness = await startHarness();
  harness.answering.isForTheGuide = (text) => text.includes('NGen');
  return harness;
}
const calls = (harness: Harness, method: string, count: number) =>
  vi.waitFor(() => {
    const found = harness.slack.calls(method);
    if (found.length < count) throw new Error(`${found.length} of ${count} ${method}`);
    return found;
  }, 5_000);

describe('a mention in a group direct message', () => {
  const asked = {
    ...{ channel: 'G1', channel_type: 'mpim', user: 'UANN', ts: '1700000000.000700' },
    text: '<@UBOT> who leads NGen?',
  };

  test('is answered once in its thread, whether Slack tells of it as a message, a mention or both', async () => {
    const harness = await startHarness();
    await harness.event(threadMessage({ ...asked, thread_ts: undefined }));
    await harness.event(mention(asked));
    const said = await harness.settled();
    expect(said).toMatchObject([{ channel: 'G1', thread_ts: asked.ts }]);
    expect(harness.answering.asked).toMatchObject([{ text: 'who leads NGen?' }]);
  });

  test('of somebody else is not', async () => {
    const harness = await startHarness();
    await harness.event(threadMessage({ ...asked, text: '<@UBEN> who leads NGen?', thread_ts: undefined }));
    expect(await harness.settled()).toEqual([]);
  });
});

describe('a message in a thread that is for the bot', () => {
  test.each(['channel', 'group', 'mpim'])(
    'is answered there without a mention (%s)',
    async (channel_type) => {
      const harness = await startEngaged();
      await harness.event(threadMessage({ channel_type }));
      const [posted] = await harness.posted(1);
      expect(posted).toMatchObject({ channel: 'C1', thread_ts: thread });
      expect(posted?.text).toContain('NGen is the advanced manufacturing cluster.');
      expect(limitViolations(posted as unknown as SlackMessage)).toEqual([]);
      expect(harness.answering.overheard).toEqual([
        { place: { platform: 'slack', workspace: 'T1', id: `T1/C1/${thread}` }, text: 'and NGen?' },
      ]);
      expect(harness.answering.asked).toEqual([]);
    },
  );

  test('is answered in the language its author chose', async () => {
    const harness = await startEngaged();
    const person = { ...tenant, kind: 'person', id: 'UBEN' } as const;
    await harness.store.preferences.change(person, { language: 'fr' }, new Date());
    await harness.event(threadMessage());
    await harness.posted(1);
    expect(harness.answering.overheard[0]).toMatchObject({ language: 'fr' });
  });

  test('delivered twice is answered once', async () => {
    const harness = await startEngaged();
    await harness.event(threadMessage(), { event_id: 'EvSame' });
    await harness.event(threadMessage(), { event_id: 'EvSame' });
    expect(await harness.settled()).toHaveLength(1);
  });

  test('is corrected once when it is edited', async () => {
    const harness = await startEngaged();
    await harness.event(threadMessage());
    await harness.posted(1);
    await harness.event(edited('and NGen’s budget?', '1700000000.000600'));
    await calls(harness, 'chat.update', 1);
    await harness.event(edited('and NGen’s website?', '1700000000.000600'));
    expect(await harness.settled()).toHaveLength(1);
    expect(harness.slack.calls('chat.update')).toMatchObject([{ channel: 'C1', ts: '1700000000.000900' }]);
  });

  test('loses its answer when it is edited into no question, or deleted', async () => {
    const harness = await startEngaged();
    await harness.event(threadMessage());
    await harness.posted(1);
    await harness.event(edited('never mind', '1700000000.000600'));
    await calls(harness, 'chat.delete', 1);
    await harness.event(deleted('1700000000.000600'));
    await harness.event(threadMessage({ ts: '1700000000.000601' }));
    await harness.posted(2);
    await harness.event(deleted('1700000000.000601'));
    await calls(harness, 'chat.delete', 2);
    await harness.settled();
    expect(harness.slack.calls('chat.delete')).toHaveLength(2);
    expect(harness.slack.calls('chat.update')).toEqual([]);
  });
});

describe('what is none of the bot’s business', () => {
  test.each([
    ['a message outside a thread', threadMessage({ thread_ts: undefined })],
    ['a message that mentions somebody', threadMessage({ text: '<@U2> and NGen?' })],
    ['a message that mentions a group', threadMessage({ text: '<!subteam^S1> and NGen?' })],
    ['a message to everybody', threadMessage({ text: '<!here> and NGen?' })],
    ['a bot’s message', threadMessage({ bot_id: 'B2' })],
    ['its own message', threadMessage({ user: 'UBOT' })],
    ['a join', threadMessage({ subtype: 'channel_join' })],
    ['people talking to each other', threadMessage({ text: 'when is the meeting?' })],
    ['an edit of what it never answered', edited('and NGen’s budget?', '1600000000.000100')],
    ['a deletion of what it never answered', deleted('1600000000.000100')],
  ])('%s', async (_, event) => {
    const harness = await startEngaged();
    expect((await harness.event(event)).status).toBe(200);
    expect(await harness.settled()).toEqual([]);
    expect(harness.slack.calls('chat.update')).toEqual([]);
    expect(harness.slack.calls('chat.delete')).toEqual([]);
    expect(harness.answering.asked).toEqual([]);
  });

  test('a thread in a channel where administrators do not let it answer', async () => {
    const harness = await startEngaged();
    const settings = { subscribers: 'anyone', listedPeople: [], keepQuestionText: false } as const;
    await harness.store.settings.save(tenant, { ...settings, allowedChannels: ['C2'] }, 'UBOSS', new Date());
    await harness.event(threadMessage());
    expect(await harness.settled()).toEqual([]);
    expect(harness.answering.overheard).toEqual([]);
  });
});

describe('a mention in a thread raises two events and is answered once', () => {
  const text = '<@UBOT> and NGen?';
  test.each([
    [
      'the mention first',
      [mention({ text, ts: '1.5', thread_ts: thread }), threadMessage({ text, ts: '1.5' })],
    ],
    [
      'the message first',
      [threadMessage({ text, ts: '1.5' }), mention({ text, ts: '1.5', thread_ts: thread })],
    ],
  ])('%s', async (_, events) => {
    const harness = await startEngaged();
    for (const event of events) await harness.event(event);
    expect(await harness.settled()).toHaveLength(1);
    expect(harness.answering.asked.map(({ text }) => text)).toEqual(['and NGen?']);
    expect(harness.answering.overheard).toEqual([]);
  });

  test('also where its edit is told twice: the answer is corrected once, as one to a mention', async () => {
    const harness = await startEngaged();
    await harness.event(mention({ text, ts: '1.5', thread_ts: thread }));
    await harness.posted(1);
    const now = '<@UBOT> and the weather?';
    await harness.event(edited(now, '1.5'));
    await harness.event(
      mention({ text: now, ts: '1.5', thread_ts: thread, edited: { user: 'UANN', ts: '1.6' } }),
    );
    await harness.settled();
    expect(harness.slack.calls('chat.update')).toHaveLength(1);
    expect(harness.slack.calls('chat.delete')).toEqual([]);
    expect(harness.answering.asked.map(({ text }) => text)).toEqual(['and NGen?', 'and the weather?']);
  });
});

test('a failure says nothing in the thread, and is logged without the words', async () => {
  const harness = await startEngaged();
  harness.answering.failure = Object.assign(new Error('cannot read and NGen?'), { code: 'SQLITE_BUSY' });
  await harness.event(threadMessage());
  expect(await harness.settled()).toEqual([]);
  expect(harness.logged()).toContain('SQLITE_BUSY');
  expect(harness.logged()).not.toContain('NGen?');
});

test('direct messages are not overheard: they are asked', async () => {
  const harness = await startEngaged();
  await harness.event(directMessage({ thread_ts: '1.5' }));
  await harness.posted(1);
  expect(harness.answering.overheard).toEqual([]);
  expect(harness.answering.asked).toHaveLength(1);
});
