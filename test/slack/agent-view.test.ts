/** The Messages tab of an agent app: suggestions, a greeting, and threads with a title and a status. */
import { describe, expect, test, vi } from 'vitest';
import { limits, limitViolations, type SlackMessage } from '../../src/slack/limits.ts';
import { strings } from '../../src/slack/strings.ts';
import { directMessage, type Harness, mention, startHarness, suggested } from './harness.ts';
import type { SlackDouble } from './slack-double.ts';
import { tenant } from './workspace.ts';

const status = 'agents.sessions.setStatus';
const prompts = 'assistant.threads.setSuggestedPrompts';

/** As Slack tells that somebody opened the Messages tab of an agent app. */
const opened = {
  type: 'app_home_opened',
  user: 'UANN',
  channel: 'D1',
  tab: 'messages',
  event_ts: '1700000000.000700',
  context: { entities: [{ type: 'slack#/types/channel_id', value: 'C9', team_id: 'T1' }] },
};
const stopped = {
  type: 'agent_session_stopped',
  channel: 'D1',
  user: 'UANN',
  thread_ts: '1700000000.000200',
  streaming_message_ts: [],
  event_ts: '1700000000.000750',
};

/** A Slack where the app is an agent, and nobody has written yet. */
function asAgent({ slack }: { readonly slack: SlackDouble }): void {
  slack.always(status, { body: { ok: true, status: 'processing' } });
  slack.always(prompts, { body: { ok: true } });
  slack.always('conversations.history', { body: { ok: true, messages: [] } });
}
async function startAgent(): Promise<Harness> {
  const harness = await startHarness();
  asAgent(harness);
  return harness;
}
const calls = (harness: Harness, method: string, count: number) =>
  vi.waitFor(() => {
    const found = harness.slack.calls(method);
    if (found.length < count) throw new Error(`${found.length} of ${count} ${method}`);
    return found;
  }, 5_000);
const locale = (locale: string) => ({ body: { ok: true, user: { id: 'UANN', locale } } });

describe('opening the Messages tab', () => {
  test('suggests questions from the content, in no thread', async () => {
    const harness = await startAgent();
    await harness.event(opened);
    const [set] = await calls(harness, prompts, 1);
    expect(set).toMatchObject({
      channel_id: 'D1',
      title: strings.tryAsking.en,
      prompts: suggested.en.map((question) => ({ title: question, message: question })),
    });
    expect(set).not.toHaveProperty('thread_ts');
  });

  test('suggests four at most, with titles that fit and whole messages', async () => {
    const harness = await startAgent();
    const long = `What does ${'very '.repeat(40)}much?`;
    suggested.en.push(long, 'b?', 'c?', 'd?');
    try {
      await harness.event(opened);
      const [set] = await calls(harness, prompts, 1);
      const made = set?.prompts as { title: string; message: string }[];
      expect(made).toHaveLength(limits.suggestedPrompts);
      expect(made[2]?.message).toBe(long);
      expect(made[2]?.title.length).toBeLessThanOrEqual(limits.promptTitle);
    } finally {
      suggested.en.splice(2);
    }
  });

  test('greets a person once, in the language of their Slack', async () => {
    const harness = await startAgent();
    harness.slack.always('users.info', locale('fr-CA'));
    await harness.event(opened);
    const [greeting] = await harness.posted(1);
    expect(greeting).toMatchObject({ channel: 'D1' });
    expect(limitViolations(greeting as unknown as SlackMessage)).toEqual([]);
    expect(harness.answering.called).toEqual([
      { call: { intent: 'greeting', args: {}, language: 'fr' }, place: undefined },
    ]);
    expect(harness.slack.calls('users.info')[0]).toMatchObject({ user: 'UANN', include_locale: 'true' });
    expect(harness.slack.calls(prompts)[0]?.title).toBe(strings.tryAsking.fr);
    await harness.event(opened);
    expect(await harness.settled()).toHaveLength(1);
    expect(harness.slack.calls(prompts)).toHaveLength(2);
  });

  test('speaks the language that the person chose, whatever their Slack', async () => {
    const harness = await startAgent();
    harness.slack.always('users.info', locale('fr-CA'));
    const person = { ...tenant, kind: 'person', id: 'UANN' } as const;
    await harness.store.preferences.change(person, { language: 'en' }, new Date());
    await harness.event(opened);
    await harness.posted(1);
    expect(harness.answering.called[0]?.call.language).toBe('en');
    expect(harness.slack.calls('users.info')).toEqual([]);
  });

  test('greets nobody who has written already, or whose messages cannot be seen', async () => {
    const harness = await startAgent();
    harness.slack.answer(
      'conversations.history',
      { body: { ok: true, messages: [{ type: 'message', ts: '1.1' }] } },
      { body: { ok: false, error: 'missing_scope', needed: 'im:history' } },
    );
    await harness.event(opened);
    await harness.event({ ...opened, user: 'UBEN' });
    expect(await harness.settled()).toEqual([]);
    expect(harness.slack.calls(prompts)).toHaveLength(2);
  });

  test('in an app that is no agent fails quietly', async () => {
    const harness = await startHarness();
    await harness.event(opened);
    expect(await harness.settled()).toEqual([]);
    expect(harness.logged()).toContain('no questions suggested');
  });
});

describe('a direct message in an agent app', () => {
  test('is a session: a title, a status while working, the answer in its thread', async () => {
    const harness = await startAgent();
    await harness.event(directMessage({ text: 'who leads <@U2> &amp; NGen?' }));
    const set = await calls(harness, status, 2);
    expect(set).toMatchObject([
      {
        channel_id: 'D1',
        thread_ts: '1700000000.000200',
        status: 'processing',
        initiator_user_id: 'UANN',
        title: 'who leads & NGen?',
      },
      { channel_id: 'D1', thread_ts: '1700000000.000200', status: 'active' },
    ]);
    expect(harness.slack.posted).toMatchObject([{ channel: 'D1', thread_ts: '1700000000.000200' }]);
    expect(harness.slack.received.map(({ method }) => method)).toEqual([status, 'chat.postMessage', status]);
    expect(harness.answering.asked[0]?.place.id).toBe('T1/D1/1700000000.000200');
  });

  test('in a thread goes on with that session', async () => {
    const harness = await startAgent();
    await harness.event(directMessage({ ts: '1.9', thread_ts: '1.5' }));
    const [begun] = await calls(harness, status, 2);
    expect(begun).toMatchObject({ thread_ts: '1.5' });
    expect(harness.slack.posted).toMatchObject([{ thread_ts: '1.5' }]);
    expect(harness.answering.asked[0]?.place.id).toBe('T1/D1/1.5');
  });

  test('has a title that can be read, however long the question', async () => {
    const harness = await startAgent();
    await harness.event(directMessage({ text: 'who leads '.repeat(100) }));
    const [begun] = await calls(harness, status, 2);
    expect(String(begun?.title).length).toBeLessThanOrEqual(limits.sessionTitle);
  });

  test('is no longer worked on when answering fails', async () => {
    const harness = await startAgent();
    harness.answering.failure = new Error('broken');
    await harness.event(directMessage());
    const set = await calls(harness, status, 2);
    expect(set.at(-1)).toMatchObject({ status: 'active' });
    expect((await harness.settled())[0]?.text).toContain(strings.failed.en);
  });

  test('that is stopped gets no answer, and the bot is ready again', async () => {
    const harness = await startAgent();
    let open = () => {};
    harness.answering.gate = new Promise((resolve) => {
      open = resolve;
    });
    await harness.event(directMessage());
    await calls(harness, status, 1);
    await harness.event(stopped);
    await calls(harness, status, 2);
    open();
    expect(await harness.settled()).toEqual([]);
    expect(harness.slack.calls(status).map((call) => call.status)).toEqual(['processing', 'active']);
  });

  test('stopped after its answer loses nothing, and the next one is answered', async () => {
    const harness = await startAgent();
    await harness.event(directMessage());
    await calls(harness, status, 2);
    await harness.event(stopped);
    await calls(harness, status, 3);
    await harness.event(directMessage({ ts: '1.9', thread_ts: '1700000000.000200' }));
    expect(await harness.posted(2)).toHaveLength(2);
  });

  test('delivered twice shows no status the second time', async () => {
    const harness = await startAgent();
    await harness.event(directMessage(), { event_id: 'EvSame' });
    await harness.event(directMessage(), { event_id: 'EvSame' });
    await harness.settled();
    expect(harness.slack.calls(status)).toHaveLength(2);
  });
});

describe('where Slack shows no sessions', () => {
  test('a direct message is answered beside the question, and Slack is not asked again at once', async () => {
    const harness = await startHarness();
    await harness.event(directMessage({ ts: '1.1' }));
    await harness.event(directMessage({ ts: '1.2' }));
    const posted = await harness.settled();
    expect(posted).toHaveLength(2);
    expect(posted.filter((message) => 'thread_ts' in message)).toEqual([]);
    expect(harness.slack.calls(status)).toHaveLength(1);
  });

  test('for a moment only, the next message shows one', async () => {
    const harness = await startAgent();
    harness.slack.answer(status, { status: 429, headers: { 'retry-after': '60' } });
    await harness.event(directMessage({ ts: '1.1' }));
    await harness.event(directMessage({ ts: '1.2' }));
    const posted = await harness.settled();
    expect(posted.map((message) => message.thread_ts)).toEqual([undefined, '1.2']);
  });
});

test('a mention in a channel is no session', async () => {
  const harness = await startAgent();
  await harness.event(mention());
  await harness.settled();
  expect(harness.slack.calls(status)).toEqual([]);
});
