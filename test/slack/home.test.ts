import type { HomeView } from '@slack/types';
import { describe, expect, test, vi } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import { homeStrings } from '../../src/slack/home-strings.ts';
import { viewViolations } from '../../src/slack/view-limits.ts';
import { loadingView } from '../../src/slack/views/answer-view.ts';
import { homeView } from '../../src/slack/views/home-view.ts';
import { settingsView } from '../../src/slack/views/settings-view.ts';
import { realConversation, today } from '../support/real-content.ts';
import { profileCall, profileCard } from './fake-answering.ts';
import { directMessage, freshness, type Harness, mention, privately, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

const person = { ...tenant, kind: 'person', id: 'UANN' } as const;
const admin = { body: { ok: true, user: { id: 'UANN', is_admin: true } } };

const calls = (harness: Harness, method: string, count: number) =>
  vi.waitFor(() => {
    const found = harness.slack.calls(method);
    if (found.length < count) throw new Error(`${found.length} of ${count} ${method}`);
    return found;
  }, 5_000);

/** As Slack tells that somebody opened the app. */
const opened = (tab = 'home') => ({
  type: 'app_home_opened',
  user: 'UANN',
  channel: 'D1',
  tab,
  event_ts: '1700000000.000700',
});
async function visited(harness: Harness): Promise<HomeView> {
  const before = harness.slack.calls('views.publish').length;
  await harness.event(opened());
  const published = await calls(harness, 'views.publish', before + 1);
  expect(published.at(-1)?.user_id).toBe('UANN');
  return published.at(-1)?.view as HomeView;
}
const onHome = (harness: Harness, action: object) =>
  harness.click({
    actions: [{ block_id: 'b1', ...action }],
    channel: undefined,
    message: undefined,
    response_url: undefined,
    container: { type: 'view', view_id: 'VHOME' },
    view: { id: 'VHOME', type: 'home' },
  });
const text = (view: unknown) => JSON.stringify(view);

describe('the Home tab', () => {
  test('says what the bot can do, shows the clusters and how fresh the content is', async () => {
    const harness = await startHarness();
    const view = await visited(harness);
    expect(text(view)).toContain(homeStrings.intro.en);
    expect(text(view)).toContain('NGen is the advanced manufacturing cluster.');
    expect(text(view)).toContain('30 entries, 400 dated statements, the newest as of 1 October 2026; 2 are');
    expect(text(view)).not.toContain(homeStrings.admin.en);
    expect(harness.answering.called[0]?.call).toMatchObject({ intent: 'list' });
  });

  test('is not drawn for somebody who opens the messages', async () => {
    const harness = await startHarness();
    await harness.event(opened('messages'));
    await harness.settled();
    expect(harness.slack.calls('views.publish')).toEqual([]);
  });

  test('shows what the person was answered lately, as buttons, without their words', async () => {
    const harness = await startHarness();
    await harness.event(directMessage({ text: 'my own words about NGen' }));
    await harness.posted(1);
    await vi.waitFor(async () =>
      expect(await harness.store.recents.of({ ...tenant, person: 'UANN' })).toEqual([
        { title: 'NGen', call: JSON.stringify(toWire(profileCall)) },
      ]),
    );
    const view = await visited(harness);
    expect(text(view)).toContain('call:0:recent');
    expect(text(view)).not.toContain('my own words');
  });

  test('forgets that when it is switched off, and remembers nothing more', async () => {
    const harness = await startHarness();
    await harness.command({});
    await harness.posted(1);
    await vi.waitFor(async () =>
      expect(await harness.store.recents.of({ ...tenant, person: 'UANN' })).toHaveLength(1),
    );
    await onHome(harness, { action_id: 'home:history', type: 'button', value: 'off' });
    const [view] = await calls(harness, 'views.publish', 1);
    expect(text(view)).toContain(homeStrings.historyIsOff.en);
    await harness.command({});
    await harness.settled();
    expect(await harness.store.recents.of({ ...tenant, person: 'UANN' })).toEqual([]);
    expect(await harness.store.preferences.of(person)).toEqual({ history: 'off' });
  });

  test('keeps the language a person chooses, which then counts for their questions', async () => {
    const harness = await startHarness();
    const choose = (value: string) =>
      onHome(harness, { action_id: 'home:language', type: 'static_select', selected_option: { value } });
    await choose('fr');
    const [view] = await calls(harness, 'views.publish', 1);
    expect(text(view)).toContain(homeStrings.intro.fr);
    await harness.event(mention());
    await harness.posted(1);
    expect(harness.answering.asked[0]).toMatchObject({ language: 'fr' });
    await choose('as-asked');
    await calls(harness, 'views.publish', 2);
    expect(await harness.store.preferences.of(person)).toEqual({});
  });

  test('opens the form for a question', async () => {
    const harness = await startHarness();
    await onHome(harness, { action_id: 'home:ask', type: 'button' });
    const [open] = await calls(harness, 'views.open', 1);
    expect(open?.view).toMatchObject({ callback_id: 'ask' });
  });

  test('stays as it is after a forged choice', async () => {
    const harness = await startHarness();
    await onHome(harness, {
      action_id: 'home:language',
      type: 'static_select',
      selected_option: { value: 'de' },
    });
    await onHome(harness, { action_id: 'home:history', type: 'button', value: 'maybe' });
    await calls(harness, 'views.publish', 2);
    expect(await harness.store.preferences.of(person)).toEqual({});
  });
});

test.each(['en', 'fr'] as const)(
  'the Home tab says where help is, and what is done with data (%s)',
  async (language) => {
    const pages = { support: 'mailto:help@example.com', privacy: 'https://example.com/privacy?a=1&b=2' };
    const harness = await startHarness({ pages });
    await harness.store.preferences.change(person, { language }, new Date());
    expect((await visited(harness)).blocks).toContainEqual({
      type: 'context',
      elements: [
        {
          ...{ type: 'mrkdwn', verbatim: true },
          text:
            `<mailto:help@example.com|${homeStrings.support[language]}> · ` +
            `<https://example.com/privacy?a=1&amp;b=2|${homeStrings.privacy[language]}>`,
        },
      ],
    });
  },
);

describe('the settings', () => {
  const stated = {
    experts: { experts: { type: 'conversations_select', selected_conversation: 'C9' } },
    subscribers: { subscribers: { type: 'static_select', selected_option: { value: 'listed' } } },
    people: { people: { type: 'multi_users_select', selected_users: ['U1', 'U2'] } },
    channels: { channels: { type: 'multi_conversations_select', selected_conversations: ['C1'] } },
    words: { words: { type: 'checkboxes', selected_options: [{ value: 'keep' }] } },
  };
  const decided = {
    expertChannel: 'C9',
    subscribers: 'listed',
    listedPeople: ['U1', 'U2'],
    allowedChannels: ['C1'],
    keepQuestionText: true,
  };
  const nothing = {
    ...stated,
    experts: { experts: { type: 'conversations_select', selected_conversation: null } },
    people: { people: { type: 'multi_users_select', selected_users: [] } },
    channels: { channels: { type: 'multi_conversations_select', selected_conversations: [] } },
    words: { words: { type: 'checkboxes', selected_options: [] } },
  };
  const empty = { subscribers: 'anyone', listedPeople: [], keepQuestionText: false } as const;

  test('are shown to administrators, and opened behind a loading view', async () => {
    const harness = await startHarness();
    harness.slack.answer('users.info', admin, admin);
    expect(text(await visited(harness))).toContain(homeStrings.admin.en);
    await onHome(harness, { action_id: 'home:settings', type: 'button' });
    const [updated] = await calls(harness, 'views.update', 1);
    expect(harness.slack.calls('views.open')).toMatchObject([{ view: loadingView('en') }]);
    expect(updated).toMatchObject({ view_id: 'V1', view: settingsView(empty, 'en') });
  });

  test('are for nobody else', async () => {
    const harness = await startHarness();
    await onHome(harness, { action_id: 'home:settings', type: 'button' });
    const [updated] = await calls(harness, 'views.update', 1);
    expect(text(updated?.view)).toContain(homeStrings.administratorsOnly.en);
    await harness.submit({ ...settingsView(empty, 'en'), state: { values: stated } });
    await harness.settled();
    expect(await harness.store.settings.of(tenant)).toEqual(empty);
    expect(harness.logged()).toContain('not_an_administrator');
  });

  test('are kept, shown again and taken back', async () => {
    const harness = await startHarness();
    harness.slack.answer('users.info', admin, admin, admin, admin);
    await harness.submit({ ...settingsView(empty, 'en'), state: { values: stated } });
    const [home] = await calls(harness, 'views.publish', 1);
    expect(text(home)).toContain('<#C9>');
    expect(await harness.store.settings.of(tenant)).toEqual(decided);
    await harness.submit({ ...settingsView(empty, 'en'), state: { values: nothing } });
    await calls(harness, 'views.publish', 2);
    expect(await harness.store.settings.of(tenant)).toEqual({ ...empty, subscribers: 'listed' });
  });

  test('that name channels keep the bot to these and to direct messages', async () => {
    const harness = await startHarness();
    await harness.store.settings.save(tenant, { ...empty, allowedChannels: ['C7'] }, 'UBOSS', new Date());
    await harness.event(mention({ ts: '1.1' }));
    const [elsewhere] = await harness.posted(1);
    expect(elsewhere?.text).toBe(`${homeStrings.elsewhere.en}\n${homeStrings.elsewhere.fr}`);
    await harness.event(mention({ ts: '1.2', channel: 'C7' }));
    await harness.event(directMessage({ ts: '1.3' }));
    await harness.posted(3);
    expect(harness.answering.asked).toHaveLength(2);
    const value = JSON.stringify({ call: toWire(profileCall) });
    await harness.click({ actions: [{ action_id: 'share', type: 'button', value }], ...privately });
    const [notShared] = await calls(harness, 'response', 1);
    expect(notShared).toMatchObject({ text: homeStrings.elsewhere.en, response_type: 'ephemeral' });
  });
});

test('a Home tab that cannot be drawn is logged', async () => {
  const harness = await startHarness();
  harness.slack.answer('users.info', { body: { ok: false, error: 'missing_scope', needed: 'users:read' } });
  harness.slack.answer('views.publish', { body: { ok: false, error: 'not_enabled' } });
  await harness.event(opened());
  await harness.settled();
  expect(harness.logged()).toContain('not_enabled');
});

test.each(['en', 'fr'] as const)('Home tab and settings in %s keep Slack’s limits', (language) => {
  const full = {
    expertChannel: 'C9',
    subscribers: 'managers',
    listedPeople: Array.from({ length: 100 }, (_, index) => `U${index}`),
    allowedChannels: Array.from({ length: 100 }, (_, index) => `C0123456${index}`),
    keepQuestionText: true,
  } as const;
  const clusters = realConversation.call({ intent: 'list', args: {}, language }, today).card;
  const recent = Array.from({ length: 5 }, () => ({ title: 'x'.repeat(75), call: profileCall }));
  const line = {
    channel: 'C0123456789',
    topics: ['ngen'],
    text: 'x'.repeat(2_000),
    suspended: 'is_archived',
  };
  const subscriptions = Array.from({ length: 60 }, () => line);
  const pages = { support: `https://example.com/${'s'.repeat(480)}`, privacy: 'https://example.com/p' };
  const common = { language, clusters, freshness, pages, subscriptions } as const;
  const views = [
    homeView({ ...common, history: 'on', recent, settings: full, preferred: language }),
    homeView({ ...common, history: 'off', recent: [] }),
    homeView({ ...common, clusters: profileCard, history: 'on', recent: [] }),
    settingsView(full, language),
  ];
  for (const view of views) expect(viewViolations(view)).toEqual([]);
});
