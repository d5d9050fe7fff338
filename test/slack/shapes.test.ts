/** Every listener, given all that Slack sends: what nobody reads must not get in the way. */
import type { App } from '@slack/bolt';
import { describe, expect, test, vi } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import type { Card } from '../../src/cards/card.ts';
import { subscriptionVerbs } from '../../src/intents/commands.ts';
import { createSubscriptionDesk } from '../../src/notifications/subscription-desk.ts';
import type { Edge } from '../../src/slack/edge.ts';
import { handledEvents } from '../../src/slack/listeners/events/index.ts';
import { searchFunction } from '../../src/slack/listeners/functions/index.ts';
import { register } from '../../src/slack/listeners/index.ts';
import { handledShortcuts } from '../../src/slack/listeners/shortcuts/index.ts';
import { askCallback } from '../../src/slack/views/ask-view.ts';
import { expertAnswerCallback } from '../../src/slack/views/expert-answer-view.ts';
import { feedbackCallback } from '../../src/slack/views/feedback-view.ts';
import { settingsCallback } from '../../src/slack/views/settings-view.ts';
import { subscriptionCallback } from '../../src/slack/views/subscription-view.ts';
import { noon, topics } from '../notifications/fixtures.ts';
import { profileCall, profileCard, replyOf } from './fake-answering.ts';
import { type Harness, startHarness } from './harness.ts';
import {
  fullClick,
  fullCommand,
  fullDeletion,
  fullDepartureEnvelope,
  fullEdit,
  fullEnvelope,
  fullEvents,
  fullExecution,
  fullMessages,
  fullOrganisationEnvelope,
  fullPrivateClick,
  fullSharedEnvelope,
  fullShortcut,
  fullSubmission,
  fullViewClick,
  type Origin,
  origins,
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
  const harness = await startHarness({}, (store) => ({
    subscriptions: createSubscriptionDesk({
      ...{ store, topics: () => topics, verbs: subscriptionVerbs, timeZone: 'America/Toronto' },
      clock: () => noon,
    }),
  }));
  harness.answering.reply = replyOf(cardWithSources);
  harness.answering.isForTheGuide = (text) => text.includes('NGen');
  const settings = { subscribers: 'anyone', listedPeople: [], keepQuestionText: true } as const;
  await harness.store.settings.save(tenant, { ...settings, expertChannel: 'C1' }, 'UBOSS', new Date());
  for (const method of ['agents.sessions.setStatus', 'agents.sessions.rename', 'functions.completeSuccess']) {
    harness.slack.always(method, { body: { ok: true } });
  }
  harness.slack.always('users.info', { body: { ok: true, user: { id: 'UANN', is_admin: true } } });
  harness.slack.always('users.conversations', { body: { ok: true, channels: [{ id: 'C1' }] } });
  harness.slack.always('conversations.info', { body: { ok: true, channel: { id: 'C1', is_member: true } } });
  return harness;
}

/** A question that waits for an expert, whose card stands in C1. */
const waiting = ({ store }: Harness) =>
  store.experts.open(
    {
      ...{ ...tenant, channel: 'C2', thread: '1700000000.000100', asker: 'UBEN', expertChannel: 'C1' },
      ...{ language: 'en', question: 'Does NGen fund zeppelins?' },
    },
    new Date(),
  );

const form = (payload: object) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
const asForm = { contentType: 'application/x-www-form-urlencoded' };
/** The methods of Slack's that were called. */
const done = (harness: Harness) => harness.slack.received.map(({ method }) => method);

/** @param method of Slack's; '' where nothing comes of it */
async function comes(harness: Harness, method: string): Promise<void> {
  if (method !== '') await vi.waitFor(() => expect(done(harness)).toContain(method), 5_000);
  await harness.settled();
  if (method === '') expect(done(harness)).toEqual([]);
  expect(harness.logged()).not.toMatch(/"level":(?:40|50|60)/);
}

async function sendForm(harness: Harness, payload: object): Promise<Response> {
  const response = await harness.send(form(payload), asForm);
  expect(response.status).toBe(200);
  return response;
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
const envelopes: Partial<Record<keyof typeof led, typeof fullEnvelope>> = {
  app_uninstalled: fullDepartureEnvelope,
  tokens_revoked: fullDepartureEnvelope,
  team_access_revoked: fullOrganisationEnvelope,
};

describe('the event', () => {
  test.each(handledEvents)('%s', async (name) => {
    const harness = await start();
    const envelope = (envelopes[name] ?? fullEnvelope)(fullEvents[name], `Ev-${name}`);
    expect((await harness.send(JSON.stringify(envelope))).status).toBe(200);
    if (led[name].includes('.')) return comes(harness, led[name]);
    expect(await harness.settled()).toEqual([]);
    expect(harness.logged()).toContain(led[name]);
  });

  test.each(['file_share', 'thread_broadcast'] as const)('message with the subtype %s', async (kind) => {
    const harness = await start();
    await harness.send(JSON.stringify(fullEnvelope(fullMessages[kind], `Ev-${kind}`)));
    await comes(harness, 'chat.postMessage');
  });

  const question = { text: 'who leads NGen?', ts: '1700000000.000340' };
  const direct = { channel: 'D1', channel_type: 'im' };
  test.each([
    ['message_changed', fullEdit(question, 'who leads Scale AI?', direct), 'chat.update'],
    ['message_deleted', fullDeletion(question, direct), 'chat.delete'],
  ])('message with the subtype %s', async (kind, event, method) => {
    const harness = await start();
    const at = { ...tenant, channel: 'D1', questionId: question.ts };
    await harness.store.answeredMessages.record(at, '1700000000.000900', new Date());
    await harness.send(JSON.stringify(fullEnvelope(event, `Ev-${kind}`)));
    await comes(harness, method);
  });

  // The workspace in the envelope is the writer's; ours is the one that is authorised.
  test('message_deleted in a channel shared with another company', async () => {
    const harness = await start();
    const at = { ...tenant, channel: 'C1', questionId: question.ts };
    await harness.store.answeredMessages.record(at, '1700000000.000900', new Date());
    const deletion = fullDeletion(question, { channel: 'C1', channel_type: 'channel' });
    await harness.send(JSON.stringify(fullSharedEnvelope(deletion, 'Ev-shared')));
    await comes(harness, 'chat.delete');
  });

  test('link_shared there asks the settings of our own workspace', async () => {
    const harness = await start();
    const settings = await harness.store.settings.of(tenant);
    await harness.store.settings.save(tenant, { ...settings, allowedChannels: ['C9'] }, 'UBOSS', new Date());
    await harness.send(JSON.stringify(fullSharedEnvelope(fullEvents.link_shared, 'Ev-shared-link')));
    await comes(harness, '');
  });
});

const call = JSON.stringify(toWire(profileCall));
const button = (action_id: string, value?: string) => ({
  ...{ type: 'button', action_id, value },
  text: { type: 'plain_text', text: 'A button', emoji: false },
});
const french = { text: { type: 'plain_text', text: 'Français', emoji: false }, value: 'fr' };
const thumbs = { ...button('feedback', 'not-helpful:en'), type: 'feedback_buttons' };
const askPerson = JSON.stringify({ v: 1, language: 'en', question: 'Does NGen fund zeppelins?' });
const proposal = JSON.stringify({ v: 1, id: '0b8ee3f0-5f1c-4c1e-9d5b-0d6a5f1f0a11', language: 'en' });
const language = {
  ...{ type: 'static_select', action_id: 'home:language' },
  ...{ selected_option: french, initial_option: french },
};
const place = JSON.stringify({ v: 1, language: 'en', channel: 'C1', from: 'channel', replaces: [] });
const inForm = { callback_id: subscriptionCallback, private_metadata: place };

/** Where it is clicked, the action, and the method of Slack's that it leads to. */
const clicks = [
  ['message', button('call:0', call), 'chat.postMessage'],
  ['private', button('call:0', call), 'response'],
  ['home', button('call:1:recent', call), 'views.open'],
  ['modal', button('call:2', call), 'views.update'],
  ['private', button('share', JSON.stringify({ call: toWire(profileCall), asked: 'NGen?' })), 'response'],
  ['message', button('markdown:1', call), 'response'],
  // Slack tells of a link as well, and opens it itself.
  ['message', { ...button('open:1'), url: 'https://www.ngen.ca/' }, ''],
  ['message', thumbs, 'views.open'],
  ['message', button('feedback:0', 'helpful:en'), 'response'],
  ['message', button('ask-person', askPerson), 'chat.postMessage'],
  ['message', button('expert:take', 'the question'), 'response'],
  ['message', button('expert:answer', 'the question'), 'views.open'],
  ['message', button('expert:close', 'the question'), 'chat.postMessage'],
  ['message', button('approval:approve', proposal), 'response'],
  ['message', button('approval:refuse', proposal), 'response'],
  ['message', button('subscription:here', ''), 'views.open'],
  ['home', button('subscription:new', ''), 'views.open'],
  ['home', button('subscription:line', JSON.stringify({ channel: 'C1', topic: 'ngen' })), 'views.update'],
  ['form', button('subscription:edit', 'ngen'), 'views.update'],
  ['form', button('subscription:remove', 'remove'), 'views.update'],
  ['home', button('home:ask'), 'views.open'],
  ['home', button('home:settings'), 'views.update'],
  ['home', button('home:history', 'off'), 'views.publish'],
  ['home', language, 'views.publish'],
  ['message', button('left-over'), 'response'],
] as const;

describe.each(clicks)('a click in a %s', (where, action, method) => {
  test(`on ${action.action_id}`, async () => {
    const harness = await start();
    const { responseUrl } = harness.slack;
    const { id } = await waiting(harness);
    const clicked = 'value' in action && action.value === 'the question' ? { ...action, value: id } : action;
    const payload = {
      message: () => fullClick(clicked, responseUrl),
      private: () => fullPrivateClick(clicked, responseUrl),
      home: () => fullViewClick(clicked, { type: 'home' }),
      modal: () => fullViewClick(clicked, {}),
      form: () => fullViewClick(clicked, inForm),
    }[where]();
    await sendForm(harness, payload);
    // An expert's card that is taken is drawn anew, where it stands.
    await comes(harness, action.action_id === 'expert:take' ? '' : method);
    if (action.action_id === 'expert:take') {
      expect(await harness.store.experts.of(tenant, id)).toMatchObject({ state: 'taken', expert: 'UANN' });
    }
  });
});

const option = (value: string) => ({
  selected_option: { text: { type: 'plain_text', text: value, emoji: false }, value },
});
const words = (value: string | null) => ({ type: 'plain_text_input', value });
const stated = (values: object) => ({ state: { values } });
const about = { channel: 'C1', messageId: '1700000000.000400', language: 'en' };

/** What is submitted, and how one sees that it was read. */
const submissions: readonly (readonly [string, object, (harness: Harness, answer: string) => unknown])[] = [
  [
    askCallback,
    stated({
      question: { question: words('who leads NGen?') },
      language: { language: { type: 'static_select', ...option('fr') } },
    }),
    async (harness, answer) => {
      expect(JSON.parse(answer)).toMatchObject({ response_action: 'update' });
      await comes(harness, 'views.update');
    },
  ],
  [
    feedbackCallback,
    {
      private_metadata: JSON.stringify(about),
      ...stated({
        reason: { reason: { type: 'radio_buttons', ...option('wrong') } },
        comment: { comment: words(null) },
      }),
    },
    (harness) =>
      vi.waitFor(async () => {
        const kept = await harness.store.feedback.since(tenant, new Date(0), 10);
        expect(kept).toMatchObject([{ reason: 'wrong' }]);
      }, 5_000),
  ],
  [
    settingsCallback,
    stated({
      experts: { experts: { type: 'conversations_select', selected_conversation: 'C9' } },
      subscribers: { subscribers: { type: 'static_select', ...option('managers') } },
      people: { people: { type: 'multi_users_select', selected_users: [] } },
      channels: { channels: { type: 'multi_conversations_select', selected_conversations: [] } },
      words: { words: { type: 'checkboxes', selected_options: [] } },
    }),
    async (harness) => {
      await comes(harness, 'views.publish');
      const saved = { expertChannel: 'C9', subscribers: 'managers', keepQuestionText: false };
      expect(await harness.store.settings.of(tenant)).toMatchObject(saved);
    },
  ],
  [
    expertAnswerCallback,
    stated({ answer: { answer: words('It does not.') } }),
    async (harness) => {
      await comes(harness, 'chat.postMessage');
      const [told] = harness.slack.posted;
      expect(told).toMatchObject({ channel: 'C2', thread_ts: '1700000000.000100' });
    },
  ],
  [
    subscriptionCallback,
    {
      private_metadata: place,
      ...stated({
        'topics:0': { topics: { type: 'multi_static_select', selected_options: [] } },
        'cadence:0': { cadence: { type: 'static_select', ...option('weekly') } },
      }),
    },
    (_, answer) => expect(JSON.parse(answer)).toMatchObject({ response_action: 'errors' }),
  ],
  ['left-over', {}, (harness) => comes(harness, '')],
];

test.each(submissions)('a window that is submitted: %s', async (callback_id, view, holds) => {
  const harness = await start();
  const { id } = await waiting(harness);
  const known = callback_id === expertAnswerCallback && { private_metadata: JSON.stringify({ id }) };
  const response = await sendForm(harness, fullSubmission({ callback_id, ...known, ...view }));
  await holds(harness, await response.text());
});

const shortcuts = [...handledShortcuts, { type: 'global', callback_id: 'left_over' } as const];
const usedShortcut = { answer_this: 'response', ask_guide: 'views.open', left_over: '' } as const;
test.each(shortcuts)('the shortcut $callback_id', async (shortcut) => {
  const harness = await start();
  await sendForm(harness, fullShortcut(shortcut, harness.slack.responseUrl));
  await comes(harness, usedShortcut[shortcut.callback_id]);
});

const typed = (harness: Harness, origin?: Origin) =>
  new URLSearchParams(fullCommand('ask who leads NGen?', harness.slack.responseUrl, origin)).toString();

test('a slash command', async () => {
  const harness = await start();
  expect((await harness.send(typed(harness), asForm)).status).toBe(200);
  await comes(harness, 'response');
});

test('a function', async () => {
  const harness = await start();
  const inputs = { query: 'NGen', user_context: { id: 'UANN', secret: 'a-secret' } };
  await harness.send(JSON.stringify(fullEnvelope(fullExecution(searchFunction, inputs), 'Ev-function')));
  await comes(harness, 'functions.completeSuccess');
});

test('a function of another app', async () => {
  const harness = await start();
  const envelope = fullEnvelope(fullExecution('left_over', {}), 'Ev-foreign-function');
  expect((await harness.send(JSON.stringify(envelope))).status).toBe(200);
  expect(harness.slack.calls('functions.completeSuccess')).toEqual([]);
});

describe.each(Object.entries(origins))('in %s', (_, origin) => {
  const asked: readonly (readonly [string, string, (harness: Harness) => Promise<Response>])[] = [
    [
      'a mention',
      'chat.postMessage',
      (harness) => harness.send(JSON.stringify(fullEnvelope(fullEvents.app_mention, 'Ev-origin', origin))),
    ],
    [
      'a click',
      'chat.postMessage',
      (harness) => sendForm(harness, fullClick(button('call:0', call), harness.slack.responseUrl, origin)),
    ],
    [
      'a shortcut',
      'response',
      (harness) => sendForm(harness, fullShortcut(shortcuts[0]!, harness.slack.responseUrl, origin)),
    ],
    [
      'a question in a window',
      'views.update',
      (harness) => {
        const [, view] = submissions[0]!;
        return sendForm(harness, fullSubmission({ callback_id: askCallback, ...view }, origin));
      },
    ],
    ['a command', 'response', (harness) => harness.send(typed(harness, origin), asForm)],
  ];
  test.each(asked)(
    '%s is answered, and remembered for the workspace of the person',
    async (_, method, ask) => {
      const harness = await start();
      expect((await ask(harness)).status).toBe(200);
      await comes(harness, method);
      const places = [
        ...harness.answering.asked.map((one) => one.place.id),
        ...harness.answering.called.map((one) => one.place),
      ];
      expect(places.filter((id) => !id?.startsWith('T1/'))).toEqual([]);
    },
  );
});

describe('every listener', () => {
  type Pattern = string | RegExp | { readonly callback_id: string | RegExp };
  /** Registers as the edge does, and notes what for. */
  function registered(): { readonly kind: string; readonly pattern: Pattern }[] {
    const found: { kind: string; pattern: Pattern }[] = [];
    const app = new Proxy({} as App, {
      get: (_, kind) => (pattern: Pattern) => void found.push({ kind: String(kind), pattern }),
    });
    register(app, {} as Edge);
    return found;
  }
  const shown: Readonly<Record<string, readonly string[]>> = {
    action: clicks.map(([, { action_id }]) => action_id),
    command: ['/supercluster'],
    event: [...handledEvents.map((name) => name.split('.')[0]!), 'function_executed'],
    function: [searchFunction],
    shortcut: shortcuts.map(({ callback_id }) => callback_id),
    view: submissions.map(([callback]) => callback),
  };
  /** `^home:(?:ask|language)$` stands for two. */
  function alternatives(pattern: string | RegExp): (string | RegExp)[] {
    const [, start, rest] =
      (pattern instanceof RegExp && /^\^(\w+:)\(\?:(.+)\)\$$/.exec(pattern.source)) || [];
    return rest === undefined ? [pattern] : rest.split('|').map((one) => `${start}${one}`);
  }
  const wanted = registered().flatMap(({ kind, pattern }) => {
    const by = typeof pattern === 'object' && 'callback_id' in pattern ? pattern.callback_id : pattern;
    return alternatives(by).map((one) => ({ kind, one }));
  });

  test('is found', () => {
    expect(new Set(wanted.map(({ kind }) => kind))).toEqual(new Set(Object.keys(shown)));
    expect(wanted.length).toBeGreaterThan(35);
  });

  test.each(wanted)('for the $kind $one is shown a payload above', ({ kind, one }) => {
    const isMeant = (id: string) => (one instanceof RegExp ? one.test(id) : one === id);
    expect(shown[kind]?.filter(isMeant)).not.toEqual([]);
  });
});
