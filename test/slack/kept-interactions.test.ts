/** Slack out of order while somebody waits for the answer to a command, a shortcut, a button or a modal. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import { strings } from '../../src/slack/strings.ts';
import { askCallback } from '../../src/slack/views/ask-view.ts';
import { profileCall } from './fake-answering.ts';
import { type Harness, privately, startHarness } from './harness.ts';
import type { Answer } from './slack-double.ts';

const down: Answer = { status: 503, body: {} };
const spent: Answer = { status: 404, body: 'used_url' };
const refused = (error: string): Answer => ({ body: { ok: false, error } });
const leadership = 'NGen is the advanced manufacturing cluster.';

const button = {
  actions: [{ type: 'button', action_id: 'call:1', value: JSON.stringify(toWire(profileCall)) }],
};
const onHome = {
  ...{ channel: undefined, message: undefined, response_url: undefined },
  container: { type: 'view', view_id: 'VHOME' },
  view: { id: 'VHOME', type: 'home' },
};
const asked = {
  callback_id: askCallback,
  state: {
    values: {
      question: { question: { type: 'plain_text_input', value: 'who leads NGen?' } },
      language: { language: { type: 'static_select', selected_option: { value: 'as-asked' } } },
    },
  },
};

/** What was taken up and not answered yet. */
const pending = (harness: Harness) =>
  harness.store.pendingQuestions.claim('slack', { holder: 'test', until: new Date(0) }, new Date(8.64e15));
const shown = (harness: Harness) => harness.slack.calls('views.update');

/** Every way to ask that is answered through a response address. */
const ways: readonly (readonly [string, (harness: Harness) => Promise<Response>])[] = [
  ['a slash command', (harness) => harness.command({ text: 'ask who leads NGen?' })],
  [
    'the message shortcut',
    (harness) =>
      harness.shortcut({
        ...{ type: 'message_action', callback_id: 'answer_this', response_url: harness.slack.responseUrl },
        channel: { id: 'C1', name: 'general' },
        message: { type: 'message', user: 'UBEN', text: 'who leads NGen?', ts: '1.1' },
      }),
  ],
  ['a button that one person sees', (harness) => harness.click({ ...button, ...privately })],
];

describe.each(ways)('%s', (_, ask) => {
  test('is answered once Slack is back, once', async () => {
    const harness = await startHarness();
    harness.slack.answer('response', down, down);
    await ask(harness);
    const said = await harness.posted(3);
    expect(said[2]).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining(leadership) });
    expect(await harness.settled()).toHaveLength(3);
    expect(harness.answering.asked.length + harness.answering.called.length).toBe(1);
    expect(await pending(harness)).toEqual([]);
    expect(harness.logged().match(/kept until Slack takes it/g)).toHaveLength(1);
  });

  test('is answered directly, with the question, where its address is spent', async () => {
    const harness = await startHarness();
    const { reply } = harness.answering;
    // What a button asks is known to the reply.
    harness.answering.reply = { ...reply, turn: { ...reply.turn, question: 'who leads NGen?' } };
    harness.slack.answer('response', spent);
    await ask(harness);
    const [, direct] = await harness.posted(2);
    expect(direct).toMatchObject({ channel: 'UANN', text: expect.stringContaining(leadership) });
    expect(direct?.text).toContain(`${strings.youAsked.en}who leads NGen?`);
    await harness.settled();
    expect(await pending(harness)).toEqual([]);
  });

  test('is answered directly where its address has been out of order for a minute', async () => {
    const harness = await startHarness();
    harness.slack.always('response', down);
    await ask(harness);
    await harness.posted(1);
    harness.pass(61_000);
    await vi.waitFor(() => expect(harness.slack.calls('chat.postMessage')).toHaveLength(1), 5_000);
    const [direct] = harness.slack.calls('chat.postMessage');
    expect(direct).toMatchObject({ channel: 'UANN', text: expect.stringContaining(leadership) });
    expect(await harness.settled()).toHaveLength(3);
    expect(await pending(harness)).toEqual([]);
  });

  test('is not answered after ten minutes, but said', async () => {
    const harness = await startHarness();
    harness.slack.answer('response', down);
    await ask(harness);
    await harness.posted(1);
    harness.pass(11 * 60_000);
    const [, late] = await harness.posted(2);
    expect(late?.text).toBe(`${strings.tooLate.en}\n${strings.tooLate.fr}`);
    await harness.settled();
    expect(await pending(harness)).toEqual([]);
  });

  test('is answered directly by the next process, where this one ended before', async () => {
    const harness = await startHarness();
    harness.slack.always('response', down);
    await ask(harness);
    await harness.posted(1);
    await harness.settled();
    const [left] = await pending(harness);
    // Whoever has a response address can post with it.
    expect(left?.question).not.toContain('/response/');
    const next = harness.create();
    onTestFinished(() => next.stop());
    await next.start();
    await vi.waitFor(() => expect(harness.slack.calls('chat.postMessage')).toHaveLength(1), 5_000);
    const [direct] = harness.slack.calls('chat.postMessage');
    expect(direct).toMatchObject({ channel: 'UANN', text: expect.stringContaining(leadership) });
    await next.stop();
    expect(await pending(harness)).toEqual([]);
  });
});

describe('a button that everybody sees', () => {
  test('is answered in its thread once Slack is back', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', down);
    harness.slack.answer('conversations.replies', { body: { ok: true, messages: [], has_more: false } });
    await harness.click(button);
    const [, answer] = await harness.posted(2);
    expect(answer).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000300' });
    expect(await harness.settled()).toHaveLength(2);
    expect(await pending(harness)).toEqual([]);
  });

  test('is not answered twice where Slack took the answer without saying so', async () => {
    const harness = await startHarness();
    harness.slack.remember();
    harness.slack.answer('chat.postMessage', { cut: true, body: { ok: true } });
    await harness.click(button);
    await vi.waitFor(() => expect(harness.slack.calls('conversations.replies')).toHaveLength(1), 5_000);
    expect(await harness.settled()).toHaveLength(1);
    expect(await pending(harness)).toEqual([]);
  });
});

describe('a question in a modal', () => {
  test('is answered there once Slack is back', async () => {
    const harness = await startHarness();
    harness.slack.answer('views.update', down, down);
    await harness.submit(asked);
    await vi.waitFor(() => expect(shown(harness)).toHaveLength(3), 8_000);
    expect(JSON.stringify(shown(harness)[2]?.view)).toContain('NGen');
    await harness.settled();
    expect(await pending(harness)).toEqual([]);
  });

  test('is answered directly where the modal was closed while the person waited', async () => {
    const harness = await startHarness();
    harness.slack.answer('views.update', down, refused('not_found'));
    await harness.submit(asked);
    const [direct] = await harness.posted(1);
    expect(direct).toMatchObject({ channel: 'UANN', text: expect.stringContaining('who leads NGen?') });
    expect(direct?.text).toContain(leadership);
  });

  test('is left where it was closed at once', async () => {
    const harness = await startHarness();
    harness.slack.answer('views.update', refused('not_found'));
    await harness.submit(asked);
    await vi.waitFor(() => expect(shown(harness)).toHaveLength(1), 5_000);
    expect(await harness.settled()).toEqual([]);
    expect(await pending(harness)).toEqual([]);
  });

  test('asked with a button of the Home tab, which can open none, is answered directly', async () => {
    const harness = await startHarness();
    harness.slack.always('views.open', down);
    await harness.click({ ...onHome, ...button });
    const [direct] = await harness.posted(1);
    expect(direct).toMatchObject({ channel: 'UANN', text: expect.stringContaining(leadership) });
  });
});

describe('written down', () => {
  const slowly = (milliseconds: number) => (store: Harness['store']) => {
    const add: typeof store.pendingQuestions.add = async (...given) => {
      await delay(milliseconds);
      return store.pendingQuestions.add(...given);
    };
    return { workspace: { ...store, pendingQuestions: { ...store.pendingQuestions, add } } };
  };

  test.each([...ways, ['a modal', (harness: Harness) => harness.submit(asked)] as const])(
    '%s is before it is acknowledged, so that no killed process loses it',
    async (_, ask) => {
      const harness = await startHarness({}, slowly(200));
      harness.slack.always('response', down);
      harness.slack.always('views.update', down);
      expect((await ask(harness)).status).toBe(200);
      expect(await pending(harness)).toHaveLength(1);
    },
  );

  test('is nothing longer than Slack waits: a slow store costs nobody the acknowledgement', async () => {
    const harness = await startHarness({}, slowly(4_000));
    const before = Date.now();
    expect((await harness.command({ text: 'ask who leads NGen?' })).status).toBe(200);
    expect(Date.now() - before).toBeLessThan(2_500);
    const [answer] = await harness.posted(1);
    expect(answer?.text).toContain(leadership);
  });

  test('or not, every question is answered', async () => {
    const add = () => Promise.reject(new Error('no database'));
    const harness = await startHarness({}, (store) => ({
      workspace: { ...store, pendingQuestions: { ...store.pendingQuestions, add } },
    }));
    await harness.command({ text: 'ask who leads NGen?' });
    const [answer] = await harness.posted(1);
    expect(answer?.text).toContain(leadership);
    expect(harness.logged()).toContain('question not written down');
  });
});

test('two commands typed quickly are answered in order, also where the first has to wait', async () => {
  const harness = await startHarness();
  harness.slack.answer('response', down);
  await harness.command({ text: 'ask who leads NGen?' });
  await harness.posted(1);
  await harness.command({ text: 'ask who leads Scale AI?' });
  const said = await harness.posted(3);
  expect(said.map(({ text }) => /who leads (?:NGen|Scale AI)/.exec(String(text))?.[0])).toEqual([
    'who leads NGen',
    'who leads NGen',
    'who leads Scale AI',
  ]);
});
