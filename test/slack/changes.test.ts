import { describe, expect, test, vi } from 'vitest';
import { profileCard, replyOf } from './fake-answering.ts';
import { directMessage, envelopeOf, type Harness, mention, startHarness } from './harness.ts';

const answerTs = '1700000000.000900';
const calls = (harness: Harness, method: string, count: number) =>
  vi.waitFor(() => {
    const found = harness.slack.calls(method);
    if (found.length < count) throw new Error(`${found.length} of ${count} ${method}`);
    return found;
  }, 5_000);

/** As Slack tells a bot of an edit in its direct messages. */
const edited = (text: string, fields: object = {}) => ({
  type: 'message',
  subtype: 'message_changed',
  hidden: true,
  channel: 'D1',
  channel_type: 'im',
  ts: '1700000000.000800',
  event_ts: '1700000000.000800',
  message: {
    type: 'message',
    user: 'UANN',
    team: 'T1',
    ts: '1700000000.000200',
    text,
    edited: { user: 'UANN', ts: '1700000000.000000' },
    ...fields,
  },
  previous_message: { type: 'message', user: 'UANN', ts: '1700000000.000200', text: 'who leads NGen?' },
});
const deleted = (ts = '1700000000.000200') => ({
  type: 'message',
  subtype: 'message_deleted',
  hidden: true,
  channel: 'D1',
  channel_type: 'im',
  ts: '1700000000.000810',
  event_ts: '1700000000.000810',
  deleted_ts: ts,
  previous_message: { type: 'message', user: 'UANN', ts, text: 'who leads NGen?' },
});

describe('a question that is edited', () => {
  test('has its answer corrected in its place, once', async () => {
    const harness = await startHarness();
    await harness.event(directMessage());
    await harness.posted(1);
    harness.answering.reply = replyOf({
      ...profileCard,
      elements: [{ type: 'text', text: [{ type: 'text', value: 'Ocean is another cluster.' }] }],
    });
    await harness.event(edited('who leads Ocean?'));
    const [update] = await calls(harness, 'chat.update', 1);
    expect(update).toMatchObject({ channel: 'D1', ts: answerTs, text: 'Ocean is another cluster.' });
    await harness.event(edited('who leads Scale AI?'));
    expect(await harness.settled()).toHaveLength(1);
    expect(harness.slack.calls('chat.update')).toHaveLength(1);
    expect(harness.answering.asked.map(({ text }) => text)).toEqual(['who leads NGen?', 'who leads Ocean?']);
  });

  test('in a channel comes as a mention again, and is corrected there', async () => {
    const harness = await startHarness();
    await harness.event(mention());
    await harness.posted(1);
    await harness.event(mention({ text: '<@UBOT> who leads Ocean?', edited: { user: 'UANN', ts: '1.1' } }));
    const [update] = await calls(harness, 'chat.update', 1);
    expect(update).toMatchObject({ channel: 'C1', ts: answerTs });
    expect(harness.answering.asked[1]).toMatchObject({
      text: 'who leads Ocean?',
      place: { id: 'T1/C1/1700000000.000100' },
    });
  });

  test('while it is being answered waits for the answer', async () => {
    const harness = await startHarness();
    let open = () => {};
    harness.answering.gate = new Promise((resolve) => {
      open = resolve;
    });
    await harness.event(directMessage());
    await harness.event(edited('who leads Ocean?'));
    open();
    await calls(harness, 'chat.update', 1);
    const methods = harness.slack.received.map(({ method }) => method);
    expect(methods.filter((method) => method.startsWith('chat.'))).toEqual([
      'chat.postMessage',
      'chat.update',
    ]);
  });

  test.each([
    ['that only got a preview', edited('who leads NGen?')],
    ['of a bot, its own among them', edited('x', { bot_id: 'BBOT' })],
    ['that nobody answered', edited('x', { ts: '1600000000.000100' })],
  ])('%s leaves the answer as it is', async (_, event) => {
    const harness = await startHarness();
    await harness.event(directMessage());
    await harness.posted(1);
    await harness.event(event);
    await harness.settled();
    expect(harness.slack.calls('chat.update')).toEqual([]);
  });

  test('whose answer is gone is logged and ends there', async () => {
    const harness = await startHarness();
    await harness.event(directMessage());
    await harness.posted(1);
    harness.slack.answer('chat.update', { body: { ok: false, error: 'message_not_found' } });
    await harness.event(edited('who leads Ocean?'));
    expect(await harness.settled()).toHaveLength(1);
    expect(harness.logged()).toContain('message_not_found');
  });
});

describe('a question that is deleted', () => {
  test('takes its answer with it', async () => {
    const harness = await startHarness();
    await harness.event(directMessage());
    await harness.posted(1);
    await harness.event(deleted());
    expect(await calls(harness, 'chat.delete', 1)).toMatchObject([{ channel: 'D1', ts: answerTs }]);
    await harness.event(deleted());
    await harness.settled();
    expect(harness.slack.calls('chat.delete')).toHaveLength(1);
  });

  test('and never was answered takes nothing', async () => {
    const harness = await startHarness();
    await harness.event(deleted('1.1'));
    await harness.settled();
    expect(harness.slack.received).toEqual([]);
  });
});

describe('questions asked quickly one after another', () => {
  test('in one channel are answered in their order, however slow Slack takes the first', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    await harness.event(directMessage({ ts: '1.1', thread_ts: '1.1', text: 'first' }));
    await harness.event(directMessage({ ts: '1.2', thread_ts: '1.2', text: 'second' }));
    const posted = await harness.settled();
    expect(harness.answering.asked.map(({ text }) => text)).toEqual(['first', 'second']);
    // The first is refused, waited for and repeated before the second is sent.
    expect(posted.map((message) => message.thread_ts)).toEqual(['1.1', '1.1', '1.2']);
  });

  test('are all answered when the first fails', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { body: { ok: false, error: 'is_archived' } });
    await harness.event(directMessage({ ts: '1.1' }));
    await harness.event(directMessage({ ts: '1.2' }));
    expect(await harness.settled()).toHaveLength(2);
  });

  test('and delivered twice are answered once each', async () => {
    const harness = await startHarness();
    const bodies = ['1.1', '1.2'].map((ts) => JSON.stringify(envelopeOf(directMessage({ ts }))));
    for (const body of [...bodies, ...bodies]) await harness.send(body);
    expect(await harness.settled()).toHaveLength(2);
  });
});
