/** Every listener, given all that Slack sends: what nobody reads must not get in the way. */
import { describe, expect, test, vi } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import type { Card } from '../../src/cards/card.ts';
import { handledEvents } from '../../src/slack/listeners/events/index.ts';
import { handledShortcuts } from '../../src/slack/listeners/shortcuts/index.ts';
import { askCallback } from '../../src/slack/views/ask-view.ts';
import { expertAnswerCallback } from '../../src/slack/views/expert-answer-view.ts';
import { feedbackCallback } from '../../src/slack/views/feedback-view.ts';
import { settingsCallback } from '../../src/slack/views/settings-view.ts';
import { subscriptionCallback } from '../../src/slack/views/subscription-view.ts';
import { profileCall, profileCard, replyOf } from './fake-answering.ts';
import { type Harness, startHarness } from './harness.ts';
import {
  fullClick,
  fullCommand,
  fullEnvelope,
  fullEvents,
  fullPrivateClick,
  fullShortcut,
  fullSubmission,
  fullViewClick,
} from './shapes.ts';
import { tenant } from './workspace.ts';

const cardWithSources: Card = {
  ...profileCard,
  elements: [
    ...profileCard.elements,
    { type: 'sources', label: 'Sources', asOf: 'As of June 2019', sources: [] },
  ],
};

async function start(): Promise<Harness> {
  const harness = await startHarness();
  harness.answering.reply = replyOf(cardWithSources);
  harness.answering.isForTheGuide = (text) => text.includes('NGen');
  const settings = { subscribers: 'anyone', listedPeople: [], keepQuestionText: true } as const;
  await harness.store.settings.save(tenant, { ...settings, expertChannel: 'C1' }, 'UBOSS', new Date());
  harness.slack.always('agents.sessions.setStatus', { body: { ok: true } });
  harness.slack.always('users.info', { body: { ok: true, user: { id: 'UANN', is_admin: true } } });
  return harness;
}

const form = (payload: object) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
const asForm = { contentType: 'application/x-www-form-urlencoded' };
/** The methods of Slack's that were called. */
const done = (harness: Harness) => harness.slack.received.map(({ method }) => method);

async function comes(harness: Harness, method: string): Promise<void> {
  await vi.waitFor(() => expect(done(harness)).toContain(method), 5_000);
  await harness.settled();
  expect(harness.logged()).not.toMatch(/"level":(?:40|50|60)/);
}

/** What an event leads to: a method of Slack's, or a line of the log where Slack is told nothing. */
const led: Record<(typeof handledEvents)[number], string> = {
  agent_session_stopped: 'agents.sessions.setStatus',
  app_home_opened: 'views.publish',
  app_mention: 'chat.postMessage',
  app_uninstalled: 'slack_uninstalled',
  link_shared: 'chat.unfurl',
  // Somebody else came: only the bot's own return changes anything.
  member_joined_channel: '',
  'message.channels': 'chat.postMessage',
  'message.groups': 'chat.postMessage',
  'message.im': 'chat.postMessage',
  'message.mpim': 'chat.postMessage',
  // Of other workspaces of an organisation: nothing is held of them here.
  team_access_revoked: '',
  tokens_revoked: 'slack_token_revoked',
};

test.each(handledEvents)('the event %s', async (name) => {
  const harness = await start();
  const response = await harness.send(JSON.stringify(fullEnvelope(fullEvents[name], `Ev-${name}`)));
  expect(response.status).toBe(200);
  if (led[name].includes('.')) return comes(harness, led[name]);
  expect(await harness.settled()).toEqual([]);
  expect(harness.logged()).toContain(led[name]);
});

describe('a click', () => {
  const call = JSON.stringify(toWire(profileCall));
  const button = (action_id: string, value?: string) => ({
    ...{ type: 'button', action_id, value },
    text: { type: 'plain_text', text: 'A button', emoji: false },
  });
  const thumbs = { ...button('feedback', 'not-helpful:en'), type: 'feedback_buttons' };
  const asked = JSON.stringify({ v: 1, language: 'en', question: 'Does NGen fund zeppelins?' });

  test.each([
    ['an answer', button('call:0', call), 'chat.postMessage'],
    ['sharing', button('share', JSON.stringify({ call: toWire(profileCall), asked: 'NGen?' })), 'response'],
    ['Markdown', button('markdown:1', call), 'response'],
    ['thumbs', thumbs, 'views.open'],
    ['a person', button('ask-person', asked), 'chat.postMessage'],
    ['the form for subscriptions', button('subscription:here', ''), 'views.open'],
  ])('under a message: %s', async (_, action, method) => {
    const harness = await start();
    const click = fullClick(action, harness.slack.responseUrl);
    expect((await harness.send(form(click), asForm)).status).toBe(200);
    await comes(harness, method);
  });

  test('under what only one person sees', async () => {
    const harness = await start();
    const click = fullPrivateClick(button('call:0', call), harness.slack.responseUrl);
    expect((await harness.send(form(click), asForm)).status).toBe(200);
    await comes(harness, 'response');
  });

  test('on a link, which Slack tells of as well', async () => {
    const harness = await start();
    const click = fullClick({ ...button('open:1'), url: 'https://www.ngen.ca/' }, harness.slack.responseUrl);
    expect((await harness.send(form(click), asForm)).status).toBe(200);
    expect(await harness.settled()).toEqual([]);
  });

  const french = { text: { type: 'plain_text', text: 'Français', emoji: false }, value: 'fr' };
  test.each([
    ['a question', button('home:ask'), 'views.open'],
    ['the settings', button('home:settings'), 'views.update'],
    ['the recent questions', button('home:history', 'off'), 'views.publish'],
    [
      'the language',
      { type: 'static_select', action_id: 'home:language', selected_option: french, initial_option: french },
      'views.publish',
    ],
    ['an answer', button('call:1', call), 'views.open'],
    ['a subscription', button('subscription:new', ''), 'views.open'],
  ])('on the Home tab: %s', async (_, action, method) => {
    const harness = await start();
    const click = fullViewClick(action, { type: 'home' });
    expect((await harness.send(form(click), asForm)).status).toBe(200);
    await vi.waitFor(() => expect(done(harness)).toContain(method), 5_000);
  });
});

describe('a window that is submitted', () => {
  const option = (value: string) => ({
    selected_option: { text: { type: 'plain_text', text: value, emoji: false }, value },
  });
  const about = { channel: 'C1', messageId: '1700000000.000400', language: 'en' };
  const words = (value: string | null) => ({ type: 'plain_text_input', value });

  test('with a question', async () => {
    const harness = await start();
    const values = {
      question: { question: words('who leads NGen?') },
      language: { language: { type: 'static_select', ...option('fr') } },
    };
    const view = fullSubmission({ callback_id: askCallback, state: { values } });
    expect(await (await harness.send(form(view), asForm)).json()).toMatchObject({
      response_action: 'update',
    });
    await comes(harness, 'views.update');
  });

  test('with what was wrong', async () => {
    const harness = await start();
    const values = {
      reason: { reason: { type: 'radio_buttons', ...option('wrong') } },
      comment: { comment: words(null) },
    };
    const metadata = { private_metadata: JSON.stringify(about) };
    const view = fullSubmission({ callback_id: feedbackCallback, ...metadata, state: { values } });
    expect((await harness.send(form(view), asForm)).status).toBe(200);
    await vi.waitFor(async () => {
      expect(await harness.store.feedback.since(tenant, new Date(0), 10)).toMatchObject([
        { reason: 'wrong' },
      ]);
    }, 5_000);
  });

  test('with the settings', async () => {
    const harness = await start();
    const values = {
      experts: { experts: { type: 'conversations_select', selected_conversation: 'C9' } },
      subscribers: { subscribers: { type: 'static_select', ...option('managers') } },
      people: { people: { type: 'multi_users_select', selected_users: [] } },
      channels: { channels: { type: 'multi_conversations_select', selected_conversations: [] } },
      words: { words: { type: 'checkboxes', selected_options: [] } },
    };
    const view = fullSubmission({ callback_id: settingsCallback, state: { values } });
    expect((await harness.send(form(view), asForm)).status).toBe(200);
    await comes(harness, 'views.publish');
    expect(await harness.store.settings.of(tenant)).toMatchObject({
      ...{ expertChannel: 'C9', subscribers: 'managers', keepQuestionText: false },
    });
  });

  test.each([expertAnswerCallback, subscriptionCallback])(
    '%s that is not ours changes nothing',
    async (id) => {
      const harness = await start();
      const view = fullSubmission({ callback_id: id, private_metadata: '{}' });
      expect((await harness.send(form(view), asForm)).status).toBe(200);
      expect(await harness.settled()).toEqual([]);
    },
  );
});

test.each(handledShortcuts.map(({ callback_id }) => callback_id))('the shortcut %s', async (callback) => {
  const harness = await start();
  const used = fullShortcut(callback, harness.slack.responseUrl);
  expect((await harness.send(form(used), asForm)).status).toBe(200);
  await comes(harness, callback === 'ask_guide' ? 'views.open' : 'response');
});

test('a slash command', async () => {
  const harness = await start();
  const typed = new URLSearchParams(fullCommand('ask who leads NGen?', harness.slack.responseUrl));
  expect((await harness.send(typed.toString(), asForm)).status).toBe(200);
  await comes(harness, 'response');
});
