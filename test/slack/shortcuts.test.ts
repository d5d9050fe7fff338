import type { ModalView } from '@slack/types';
import { describe, expect, test, vi } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import { strings } from '../../src/slack/strings.ts';
import { viewViolations } from '../../src/slack/view-limits.ts';
import { answerView, loadingView, messageView } from '../../src/slack/views/answer-view.ts';
import { askView } from '../../src/slack/views/ask-view.ts';
import { reachableCalls } from '../support/reachable.ts';
import { realConversation, today } from '../support/real-content.ts';
import { profileCall, profileCard, replyOf } from './fake-answering.ts';
import { type Harness, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

const calls = (harness: Harness, method: string, count: number) =>
  vi.waitFor(() => {
    const found = harness.slack.calls(method);
    if (found.length < count) throw new Error(`${found.length} of ${count} ${method}`);
    return found;
  }, 5_000);
const prefer = (harness: Harness, language: 'en' | 'fr') =>
  harness.store.preferences.change({ ...tenant, kind: 'person', id: 'UANN' }, { language }, new Date());

const messageShortcut = (harness: Harness, message: object = {}) => ({
  type: 'message_action',
  callback_id: 'answer_this',
  response_url: harness.slack.responseUrl,
  channel: { id: 'C2', name: 'random' },
  message_ts: '1.9',
  message: {
    type: 'message',
    user: 'UBOB',
    ts: '1.9',
    text: 'who leads <https://ngen.ca|NGen>?',
    ...message,
  },
});

describe('“Answer this”', () => {
  test('answers a message of anybody to the one who used it, with a button to share', async () => {
    const harness = await startHarness();
    const response = await harness.shortcut(messageShortcut(harness));
    expect([response.status, await response.text()]).toEqual([200, '']);
    const [answer] = await harness.posted(1);
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(answer?.text).toMatch(/^You asked: who leads NGen\?\n\nNGen/);
    expect(answer).not.toHaveProperty('thread_ts');
    expect(JSON.stringify(answer?.blocks)).toContain('"share"');
    expect(harness.answering.asked).toEqual([
      { place: { platform: 'slack', workspace: 'T1', id: 'T1/C2/UANN' }, text: 'who leads NGen?' },
    ]);
  });

  test('answers in the thread of the message, and without the bot’s own mention', async () => {
    const harness = await startHarness();
    await harness.shortcut(messageShortcut(harness, { thread_ts: '1.1', text: '<@UBOT> who leads NGen?' }));
    const [answer] = await harness.posted(1);
    expect(answer).toMatchObject({ thread_ts: '1.1' });
    expect(harness.answering.asked[0]?.text).toBe('who leads NGen?');
  });

  test('says when there is nothing to answer', async () => {
    const harness = await startHarness();
    await prefer(harness, 'fr');
    await harness.shortcut(messageShortcut(harness, { text: '' }));
    const [said] = await harness.posted(1);
    expect(said).toMatchObject({ text: strings.nothingToAnswer.fr, response_type: 'ephemeral' });
  });

  test('that fails says so', async () => {
    const harness = await startHarness();
    harness.answering.failure = new Error('secret words');
    await harness.shortcut(messageShortcut(harness));
    const [said] = await harness.posted(1);
    expect(said?.text).toContain(strings.failed.en);
    expect(harness.logged()).not.toContain('secret words');
  });
});

describe('“Ask Supercluster Guide”', () => {
  const stated = (question: string, language: string) => ({
    question: { question: { type: 'plain_text_input', value: question } },
    language: { language: { type: 'static_select', selected_option: { value: language } } },
  });
  async function submitted(harness: Harness, question: string, language: string) {
    await harness.shortcut({});
    const [opened] = await calls(harness, 'views.open', 1);
    const view = opened?.view as ModalView;
    return harness.submit({ ...view, state: { values: stated(question, language) } });
  }

  test('opens a modal in the person’s language, with it chosen', async () => {
    const harness = await startHarness();
    await prefer(harness, 'fr');
    expect((await harness.shortcut({})).status).toBe(200);
    const [opened] = await calls(harness, 'views.open', 1);
    expect(opened).toMatchObject({ trigger_id: '1.2.5', view: askView('fr', 'fr') });
  });

  test('shows at once that it is looking, then the answer', async () => {
    const harness = await startHarness();
    let open = () => {};
    harness.answering.gate = new Promise((resolve) => {
      open = resolve;
    });
    const response = await submitted(harness, 'who leads NGen?', 'as-asked');
    expect(await response.json()).toEqual({ response_action: 'update', view: loadingView() });
    expect(harness.slack.calls('views.update')).toEqual([]);
    open();
    const [updated] = await calls(harness, 'views.update', 1);
    expect(updated).toMatchObject({ view_id: 'V1' });
    expect(JSON.stringify(updated?.view)).toContain('NGen is the advanced manufacturing cluster.');
    expect(harness.answering.asked).toEqual([
      { place: { platform: 'slack', workspace: 'T1', id: 'T1/view/UANN' }, text: 'who leads NGen?' },
    ]);
  });

  test('answers in the language that was chosen, whatever the words are in', async () => {
    const harness = await startHarness();
    await submitted(harness, 'who leads NGen?', 'fr');
    await calls(harness, 'views.update', 1);
    expect(harness.answering.asked[0]).toMatchObject({ language: 'fr' });
    expect(harness.answering.called[0]?.call).toEqual({ ...profileCall, language: 'fr' });
  });

  test('says in the modal when it fails', async () => {
    const harness = await startHarness();
    harness.answering.failure = new Error('no');
    await submitted(harness, 'who leads NGen?', 'en');
    const [updated] = await calls(harness, 'views.update', 1);
    expect(updated?.view).toEqual(messageView(strings.failed.en, 'en'));
  });

  test('that comes too late is logged', async () => {
    const harness = await startHarness();
    harness.slack.answer('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await harness.shortcut({});
    await harness.settled();
    expect(harness.logged()).toContain('expired_trigger_id');
  });
});

describe('a button in a view', () => {
  const action = { action_id: 'call:1', type: 'button', value: JSON.stringify(toWire(profileCall)) };
  const inView = (type: string) => ({
    actions: [action],
    channel: undefined,
    message: undefined,
    response_url: undefined,
    container: { type: 'view', view_id: 'V7' },
    view: { id: 'V7', type, callback_id: 'answer' },
  });

  test('of a modal is answered in that modal', async () => {
    const harness = await startHarness();
    await harness.click(inView('modal'));
    const [updated] = await calls(harness, 'views.update', 1);
    expect(updated).toMatchObject({ view_id: 'V7' });
    expect(harness.answering.called).toEqual([{ call: profileCall, place: 'T1/view/UANN' }]);
  });

  test('of the Home tab opens a modal first, and is answered there', async () => {
    const harness = await startHarness();
    await harness.click(inView('home'));
    const [updated] = await calls(harness, 'views.update', 1);
    expect(harness.slack.calls('views.open')).toMatchObject([{ view: loadingView('en') }]);
    expect(updated).toMatchObject({ view_id: 'V1' });
  });
});

test('an unknown shortcut is acknowledged, a malformed one refused', async () => {
  const harness = await startHarness();
  expect((await harness.shortcut({ callback_id: 'left_over' })).status).toBe(200);
  expect((await harness.shortcut({ callback_id: 7 })).status).toBe(400);
  expect((await harness.shortcut({ ...messageShortcut(harness), channel: null })).status).toBe(400);
});

test('modals keep Slack’s limits, with every answer there is', () => {
  for (const language of ['en', 'fr'] as const) {
    const views = [askView(language), askView(language, language), loadingView(language), loadingView()];
    for (const view of views) expect(viewViolations(view)).toEqual([]);
  }
  for (const call of reachableCalls()) {
    const view = answerView(realConversation.call(call, today), 'a question');
    expect(viewViolations(view)).toEqual([]);
  }
  const hidden = { ...profileCard, elements: [{ type: 'title' as const, text: '' }] };
  expect(viewViolations(answerView(replyOf(hidden), ''))).toEqual([]);
});

describe('a window that Slack does not let open any more', () => {
  const expired = { body: { ok: false, error: 'expired_trigger_id' } };

  test('of the global shortcut is said to the person directly, in both languages', async () => {
    const harness = await startHarness();
    harness.slack.answer('views.open', expired);
    await harness.shortcut({});
    const [said] = await harness.posted(1);
    expect(said).toMatchObject({
      channel: 'UANN',
      text: `${strings.viewTooLate.en}\n${strings.viewTooLate.fr}`,
    });
    expect(harness.logged()).toContain('expired_trigger_id');
  });

  test.each([
    ['home:ask', strings.viewTooLate.en],
    ['home:settings', strings.viewTooLate.en],
    ['subscription:new', strings.formTooLate.en],
  ])('of %s on the Home tab too', async (action_id, sentence) => {
    const harness = await startHarness();
    harness.slack.answer('views.open', expired);
    await harness.click({
      channel: undefined,
      message: undefined,
      response_url: undefined,
      container: { type: 'view', view_id: 'VHOME' },
      view: { id: 'VHOME', type: 'home' },
      actions: [{ type: 'button', action_id, value: '' }],
    });
    const [said] = await harness.posted(1);
    expect(said).toMatchObject({ channel: 'UANN', text: sentence });
  });

  test('of an answer of the Home tab too, in its language', async () => {
    const harness = await startHarness();
    harness.slack.answer('views.open', expired);
    await harness.click({
      channel: undefined,
      message: undefined,
      container: { type: 'view', view_id: 'VHOME' },
      view: { id: 'VHOME', type: 'home' },
      actions: [
        {
          type: 'button',
          action_id: 'call:1',
          value: JSON.stringify(toWire({ ...profileCall, language: 'fr' })),
        },
      ],
    });
    const [said] = await harness.posted(1);
    expect(said).toMatchObject({ channel: 'UANN', text: strings.viewTooLate.fr });
  });
});
