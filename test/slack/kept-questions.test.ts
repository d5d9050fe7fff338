/** Slack out of order while somebody waits for an answer. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { strings } from '../../src/slack/strings.ts';
import { directMessage, envelopeOf, type Harness, mention, startHarness } from './harness.ts';
import type { Answer } from './slack-double.ts';

const down: Answer = { status: 503, body: {} };
const nothingPosted: Answer = { body: { ok: true, messages: [], has_more: false } };
const pending = async (harness: Harness) =>
  (
    await harness.store.pendingQuestions.claim(
      'slack',
      { holder: 'test', until: new Date(0) },
      new Date(8.64e15),
    )
  ).length;
const standing = (question: string): Answer => ({
  body: {
    ok: true,
    has_more: false,
    messages: [{ ts: '9.9', metadata: { event_type: 'supercluster_answer', event_payload: { question } } }],
  },
});

test('a message is acknowledged when it is written down, by an event as by a command', async () => {
  let write = () => {};
  const writing = new Promise<void>((resolve) => {
    write = resolve;
  });
  const harness = await startHarness({}, (store) => {
    const add: typeof store.pendingQuestions.add = async (...question) => {
      await writing;
      return store.pendingQuestions.add(...question);
    };
    return { workspace: { ...store, pendingQuestions: { ...store.pendingQuestions, add } } };
  });
  const acknowledged = vi.fn();
  const delivery = harness.event(mention()).then(acknowledged);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(acknowledged).not.toHaveBeenCalled();
  write();
  await delivery;
  expect(acknowledged).toHaveBeenCalledOnce();
  expect(await harness.posted(1)).toHaveLength(1);
});

describe('while Slack is out of order', () => {
  test('a question is kept, and answered once when it is back', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', down, down);
    harness.slack.answer('conversations.history', nothingPosted, nothingPosted);
    await harness.event(directMessage());
    await harness.posted(3);
    expect(await harness.settled()).toHaveLength(3);
    expect(harness.answering.asked).toHaveLength(1);
    expect(await pending(harness)).toBe(0);
    expect(harness.logged().match(/kept until Slack takes it/g)).toHaveLength(1);
  });

  test('an answer that Slack took without saying so is not given twice', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { cut: true });
    harness.slack.answer('conversations.replies', standing('1700000000.000100'));
    await harness.event(mention());
    await vi.waitFor(() => expect(harness.slack.calls('conversations.replies')).toHaveLength(1), 5_000);
    expect(await harness.settled()).toHaveLength(1);
    expect(harness.slack.calls('conversations.replies')[0]).toMatchObject({
      channel: 'C1',
      ts: '1700000000.000100',
      include_all_metadata: 'true',
    });
    expect(await pending(harness)).toBe(0);
  });

  test('Slack is looked at again before anything is said twice, as long as it does not tell', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 500, body: {} });
    harness.slack.answer('conversations.history', down, nothingPosted);
    await harness.event(directMessage());
    await harness.posted(2);
    const methods = harness.slack.received.map(({ method }) => method);
    expect(methods.filter((method) => /^(chat|conversations)/.test(method))).toEqual([
      'chat.postMessage',
      'conversations.history',
      'conversations.history',
      'chat.postMessage',
    ]);
  });

  test('a question in another channel does not wait for it', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '60' } });
    await harness.event(directMessage({ channel: 'D1' }));
    await harness.posted(1);
    await harness.event(directMessage({ channel: 'D2' }));
    const posted = await harness.posted(2);
    expect(posted.map(({ channel }) => channel)).toEqual(['D1', 'D2']);
  });

  test('a question of more than ten minutes ago is not answered any more, but said', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', down);
    harness.slack.answer('conversations.history', nothingPosted);
    await harness.event(directMessage());
    await harness.posted(1);
    harness.pass(11 * 60_000);
    const [, late] = await harness.posted(2);
    expect(late?.text).toBe(`${strings.tooLate.en}\n${strings.tooLate.fr}`);
    await harness.settled();
    expect(await pending(harness)).toBe(0);
  });

  test('nobody is told after a day', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', down, down);
    harness.slack.answer('conversations.history', down);
    await harness.event(directMessage());
    await harness.posted(1);
    harness.pass(25 * 60 * 60_000);
    await vi.waitFor(async () => expect(harness.logged()).toContain('answer not delivered'), 5_000);
    expect(await harness.settled()).toHaveLength(1);
    expect(await pending(harness)).toBe(0);
  });
});

describe('when the process ends before the answer stands', () => {
  async function interrupted(): Promise<Harness> {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '60' } });
    await harness.event(directMessage({ ts: '1.1' }));
    await harness.posted(1);
    // Its turn comes after the first.
    await harness.event(directMessage({ ts: '1.2', thread_ts: '1.2' }));
    const before = Date.now();
    await harness.settled();
    expect(Date.now() - before).toBeLessThan(2_000);
    return harness;
  }

  test('the next one answers what was asked, in order, once', async () => {
    const harness = await interrupted();
    harness.slack.answer('conversations.history', nothingPosted);
    harness.slack.answer('conversations.replies', nothingPosted);
    const next = harness.create();
    onTestFinished(() => next.stop());
    await next.start();
    const [, first, second] = await harness.posted(3);
    expect(first).not.toHaveProperty('thread_ts');
    expect(second).toMatchObject({ thread_ts: '1.2' });
    await next.stop();
    expect(harness.slack.posted).toHaveLength(3);
    expect(await pending(harness)).toBe(0);
  });

  test('the next one finds an answer that stands already', async () => {
    const harness = await interrupted();
    harness.slack.answer('conversations.history', standing('1.1'));
    harness.slack.answer('conversations.replies', standing('1.2'));
    const next = harness.create();
    await next.start();
    await vi.waitFor(async () => expect(harness.slack.calls('conversations.replies')).toHaveLength(1), 5_000);
    await next.stop();
    expect(harness.slack.posted).toHaveLength(1);
    expect(await pending(harness)).toBe(0);
  });

  test('a redelivery meanwhile is not a second question', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '60' } });
    const body = JSON.stringify(envelopeOf(directMessage()));
    await harness.send(body);
    await harness.posted(1);
    await harness.send(body);
    await harness.settled();
    expect(await pending(harness)).toBe(1);
    expect(harness.answering.asked).toHaveLength(1);
  });
});
