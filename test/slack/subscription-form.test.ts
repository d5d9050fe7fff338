import type { HomeView, ModalView } from '@slack/types';
import { describe, expect, test, vi } from 'vitest';
import { subscriptionVerbs } from '../../src/intents/commands.ts';
import { createSubscriptionDesk } from '../../src/notifications/subscription-desk.ts';
import { formStrings } from '../../src/notifications/subscription-form-strings.ts';
import { homeStrings } from '../../src/slack/home-strings.ts';
import { strings } from '../../src/slack/strings.ts';
import { viewViolations } from '../../src/slack/view-limits.ts';
import { loadingView } from '../../src/slack/views/answer-view.ts';
import { subscriptionView } from '../../src/slack/views/subscription-view.ts';
import type { Store } from '../../src/store/store.ts';
import { noon, settings, topics } from '../notifications/fixtures.ts';
import { directMessage, type Harness, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

const realDesk = (store: Store) =>
  createSubscriptionDesk({
    store,
    topics: () => topics,
    verbs: subscriptionVerbs,
    timeZone: 'America/Toronto',
    clock: () => noon,
  });
const start = () => startHarness({}, (store) => ({ subscriptions: realDesk(store) }));

const calls = (harness: Harness, method: string, count = 1) =>
  vi.waitFor(() => {
    const found = harness.slack.calls(method);
    if (found.length < count) throw new Error(`${found.length} of ${count} ${method}`);
    return found;
  }, 5_000);
const lastView = async (harness: Harness, count = 1) =>
  (await calls(harness, 'views.update', count)).at(-1)?.view as ModalView;
const text = (value: unknown) => JSON.stringify(value);
const following = async (harness: Harness, channel: string) =>
  (await harness.store.subscriptions.of({ ...tenant, channel })).map(({ topic, cadence, at }) => ({
    ...{ topic, cadence, at },
  }));

/** What a person states in the fields of a form, as Slack sends it; `fields` change what the form shows. */
function stated(view: ModalView, fields: Readonly<Record<string, object>> = {}): object {
  const values = view.blocks.flatMap((block) => {
    if (!('element' in block)) return [];
    const { block_id = '' } = block;
    const [field = ''] = block_id.split(':');
    const {
      action_id = '',
      type,
      ...element
    } = block.element as unknown as Record<string, unknown> & {
      action_id: string;
      type: string;
    };
    const shown = {
      selected_option: element.initial_option ?? null,
      selected_options: element.initial_options ?? [],
      selected_time: element.initial_time ?? null,
      value: element.initial_value ?? null,
    };
    return [[block_id, { [action_id]: { type, ...shown, ...fields[field] } }]];
  });
  return { ...view, state: { values: Object.fromEntries(values) } };
}
const option = (value: string) => ({ selected_option: { value } });
const options = (...values: string[]) => ({ selected_options: values.map((value) => ({ value })) });
const time = (selected_time: string | null) => ({ selected_time });

const within = (harness: Harness, view: ModalView, action: object) =>
  harness.click({
    actions: [{ block_id: 'b1', type: 'button', ...action }],
    channel: undefined,
    message: undefined,
    response_url: undefined,
    container: { type: 'view', view_id: 'V1' },
    view: { id: 'V1', type: 'modal', private_metadata: view.private_metadata },
  });
const onHome = (harness: Harness, action: object) =>
  harness.click({
    actions: [{ block_id: 'b1', type: 'button', ...action }],
    channel: undefined,
    message: undefined,
    response_url: undefined,
    container: { type: 'view', view_id: 'VHOME' },
    view: { id: 'VHOME', type: 'home', private_metadata: '' },
  });
const memberOf = (...channels: string[]) => ({
  body: { ok: true, channels: channels.map((id) => ({ id })), response_metadata: { next_cursor: '' } },
});
const opened = { type: 'app_home_opened', user: 'UANN', channel: 'D1', tab: 'home', event_ts: '1.7' };

describe('/supercluster subscribe without words', () => {
  test.each([
    ['subscribe', 'en'],
    ['abonner', 'fr'],
  ] as const)('“%s” opens the form of the channel in its language', async (words, language) => {
    const harness = await start();
    await harness.command({ text: words, channel_id: 'C7' });
    const view = await lastView(harness);
    expect(harness.slack.calls('views.open')).toMatchObject([
      { trigger_id: '1.2.3', view: loadingView(language) },
    ]);
    expect(viewViolations(view)).toEqual([]);
    expect(view.title.text).toBe(formStrings.title[language]);
    expect(text(view)).toContain('<#C7>');
    expect(harness.answering.asked).toEqual([]);
  });

  test('what is stated is kept, and the modal says so', async () => {
    const harness = await start();
    await harness.command({ text: 'subscribe', channel_id: 'C7' });
    const view = await lastView(harness);
    const response = await harness.submit(
      stated(view, {
        topics: options('ngen', 'ceta-procurement'),
        cadence: option('weekly'),
        at: time('08:30'),
        weekday: option('2'),
        language: option('fr'),
        timeZone: { value: 'Bruxelles' },
        quietFrom: time('22:00'),
        quietTo: time('07:00'),
        weekends: option('wait'),
      }),
    );
    expect(await response.json()).toMatchObject({ response_action: 'update' });
    expect(text(await lastView(harness, 2))).toContain(
      'I will tell this channel about: NGen, CETA public procurement.',
    );
    expect(await harness.store.subscriptions.of({ ...tenant, channel: 'C7' })).toMatchObject(
      ['ceta-procurement', 'ngen'].map((topic) => ({
        ...{ topic, cadence: 'weekly', at: '08:30', weekday: 2, language: 'fr' },
        ...{ timeZone: 'Europe/Brussels', weekends: 'wait', createdBy: 'UANN' },
        quietHours: { from: '22:00', to: '07:00' },
      })),
    );
  });

  test('what is wrong is said in its field, and nothing is kept', async () => {
    const harness = await start();
    await harness.command({ text: 'subscribe', channel_id: 'C7' });
    const view = await lastView(harness);
    const refused = async (fields: Readonly<Record<string, object>>) =>
      (await harness.submit(stated(view, { topics: options('ngen'), ...fields }))).json();
    expect(
      await refused({
        topics: options('atlantis'),
        timeZone: { value: 'Narnia' },
        quietFrom: time('22:00'),
      }),
    ).toEqual({
      response_action: 'errors',
      errors: {
        'topics:new': expect.stringContaining('I do not know “atlantis”'),
        'timeZone:new': expect.stringContaining('I know no such time zone: “Narnia”'),
        'quietTo:new': formStrings.bothTimes.en,
      },
    });
    expect(
      await refused({
        cadence: option('daily'),
        at: time('23:00'),
        quietFrom: time('22:00'),
        quietTo: time('07:00'),
      }),
    ).toMatchObject({ errors: { 'at:new': 'These words contradict each other: “23:00”, “22:00-07:00”.' } });
    expect(
      await refused({ cadence: option('weekly'), weekday: option('6'), weekends: option('wait') }),
    ).toMatchObject({ errors: { 'weekday:new': expect.stringContaining('Saturday') } });
    expect(await refused({ cadence: option('hourly'), topics: options() })).toMatchObject({
      errors: { 'cadence:new': formStrings.choose.en, 'topics:new': expect.stringMatching(/^Tell me which/) },
    });
    expect(await following(harness, 'C7')).toEqual([]);
  });

  test('whoever may not subscribe the channel is told so, when it opens and when it is saved', async () => {
    const harness = await start();
    const save = (subscribers: 'managers' | 'anyone') =>
      harness.store.settings.save(
        tenant,
        { subscribers, listedPeople: [], keepQuestionText: false },
        'UBOSS',
        noon,
      );
    await harness.command({ text: 'subscribe', channel_id: 'C7' });
    const view = await lastView(harness);
    await save('managers');
    await harness.submit(stated(view, { topics: options('ngen') }));
    expect(text(await lastView(harness, 2))).toContain('only those who manage a channel');
    expect(await following(harness, 'C7')).toEqual([]);
    await harness.command({ text: 'subscribe', channel_id: 'C7' });
    expect(text(await lastView(harness, 3))).toContain('only those who manage a channel');
  });

  test('a line of the channel can be changed, and its topics unsubscribed', async () => {
    const harness = await start();
    const put = (topic: string, cadence: 'daily' | 'weekly') => ({ topic, settings: settings({ cadence }) });
    await harness.store.subscriptions.put(
      { ...tenant, channel: 'C7' },
      [put('ngen', 'daily'), put('ocean', 'daily'), put('eccp', 'weekly')],
      'U1',
      noon,
    );
    await harness.command({ text: 'subscribe', channel_id: 'C7' });
    const form = await lastView(harness);
    await within(harness, form, { action_id: 'subscription:edit', value: 'ocean' });
    const change = await lastView(harness, 2);
    expect(viewViolations(change)).toEqual([]);
    expect(change.blocks.find((block) => block.block_id === 'cadence:ngen')).toMatchObject({
      element: { initial_option: { value: 'daily' } },
    });
    await harness.submit(stated(change, { topics: options('ngen', 'digital') }));
    await lastView(harness, 3);
    expect(await following(harness, 'C7')).toEqual([
      { topic: 'digital', cadence: 'daily', at: '09:00' },
      { topic: 'eccp', cadence: 'weekly', at: '09:00' },
      { topic: 'ngen', cadence: 'daily', at: '09:00' },
    ]);
    await within(harness, change, { action_id: 'subscription:remove', value: 'remove' });
    expect(text(await lastView(harness, 4))).toContain('no longer tell this channel about: NGen.');
    expect(await following(harness, 'C7')).toMatchObject([{ topic: 'digital' }, { topic: 'eccp' }]);
  });

  test.each([
    ['is too late', { body: { ok: false, error: 'expired_trigger_id' } }],
    ['is out of order', { status: 503, body: {} }],
  ])('where Slack %s, the person is told where they were', async (_, refusal) => {
    const harness = await start();
    harness.slack.always('views.open', refusal);
    await harness.command({ text: 'abonner' });
    await harness.click({ actions: [{ type: 'button', action_id: 'subscription:here', value: '' }] });
    const said = await harness.settled();
    expect(said.map(({ text, response_type }) => [response_type, text]).toSorted()).toEqual([
      ['ephemeral', strings.formTooLate.fr],
      ['ephemeral', strings.formTooLate.en],
    ]);
  });

  test('in a message it is answered with a button that opens the form', async () => {
    const harness = await start();
    await harness.event(directMessage({ text: 'subscribe' }));
    const [message] = await harness.posted(1);
    expect(text(message)).toContain('subscription:here');
    expect(message?.text).toContain('Tell me which topics');
    await harness.click({ actions: [{ action_id: 'subscription:here', type: 'button' }] });
    expect(text(await lastView(harness))).toContain('<#C1>');
  });

  test('a forged form changes nothing', async () => {
    const harness = await start();
    await harness.command({ text: 'subscribe' });
    const view = await lastView(harness);
    const metadata = [
      '',
      'null',
      '{"v":2}',
      '{"v":1,"language":"en","from":"channel","channel":"x","replaces":[]}',
    ];
    for (const private_metadata of metadata) {
      const forged = { ...stated(view, { topics: options('ngen') }), private_metadata };
      expect((await harness.submit(forged)).status).toBe(200);
      await within(harness, { ...view, private_metadata }, { action_id: 'subscription:remove' });
      await within(harness, { ...view, private_metadata }, { action_id: 'subscription:edit', value: 'ngen' });
    }
    await onHome(harness, { action_id: 'subscription:line', value: 'not json' });
    await onHome(harness, { action_id: 'subscription:line', value: '{"channel":"../C1","topic":"ngen"}' });
    await harness.settled();
    expect(await harness.store.subscriptions.inWorkspace(tenant, 10)).toEqual([]);
    expect(harness.slack.calls('views.update')).toHaveLength(1);
  });
});

describe('the Home tab', () => {
  const subscribed = async (harness: Harness, channel: string, by = 'U9') => {
    const line = [{ topic: 'ngen', settings: settings({ cadence: 'daily' }) }];
    await harness.store.subscriptions.put({ ...tenant, channel }, line, by, noon);
  };
  const visit = async (harness: Harness, count = 1) => {
    await harness.event(opened);
    return (await calls(harness, 'views.publish', count)).at(-1)?.view as HomeView;
  };

  test('shows what the person’s channels are told, and of no other', async () => {
    const harness = await start();
    for (const [channel, by] of [['C1'], ['C2'], ['GSECRET'], ['D1', 'UANN'], ['D2', 'UBOB']] as const) {
      await subscribed(harness, channel, by);
    }
    await harness.store.channels.suspend({ ...tenant, channel: 'C1' }, 'is_archived', noon);
    harness.slack.answer('users.conversations', memberOf('C1', 'C5'));
    const view = await visit(harness);
    const json = text(view);
    expect(json).toContain(`<#C1> (${homeStrings.suspended.en}): NGen daily at 09:00`);
    expect(json).toContain(`${homeStrings.directMessages.en}: NGen daily`);
    for (const other of ['C2', 'GSECRET', 'D2']) expect(json).not.toContain(other);
    expect(viewViolations(view)).toEqual([]);
  });

  test('shows no channel where Slack does not tell the person’s', async () => {
    const harness = await start();
    await subscribed(harness, 'C1');
    harness.slack.answer('users.conversations', { body: { ok: false, error: 'missing_scope' } });
    expect(text(await visit(harness))).toContain(homeStrings.noSubscriptions.en);
  });

  test('subscribes a channel that the person is in', async () => {
    const harness = await start();
    await onHome(harness, { action_id: 'subscription:new' });
    const form = await lastView(harness);
    expect(viewViolations(form)).toEqual([]);
    const fields = { topics: options('events'), channel: { selected_conversation: 'C8' } };
    expect(await (await harness.submit(stated(form, { topics: options('events') }))).json()).toEqual({
      response_action: 'errors',
      errors: { channel: formStrings.fill.en },
    });
    harness.slack.answer('users.conversations', memberOf('C9'), memberOf('C8'), memberOf('C8'));
    await harness.submit(stated(form, fields));
    expect(text(await lastView(harness, 2))).toContain(homeStrings.notInChannel.en);
    expect(await following(harness, 'C8')).toEqual([]);
    await harness.submit(stated(form, fields));
    await lastView(harness, 3);
    expect(await following(harness, 'C8')).toMatchObject([{ topic: 'events' }]);
    expect(text((await calls(harness, 'views.publish', 2)).at(-1)?.view)).toContain('<#C8>');
  });

  test('changes and ends a line, unless the person is not in the channel', async () => {
    const harness = await start();
    await subscribed(harness, 'C1');
    const value = JSON.stringify({ channel: 'C1', topic: 'ngen' });
    harness.slack.answer('users.conversations', memberOf(), memberOf('C1'), memberOf('C1'), memberOf('C1'));
    await onHome(harness, { action_id: 'subscription:line', value });
    expect(text(await lastView(harness))).toContain(homeStrings.notInChannel.en);
    await onHome(harness, { action_id: 'subscription:line', value });
    const form = await lastView(harness, 2);
    await within(harness, form, { action_id: 'subscription:remove', value: 'remove' });
    await lastView(harness, 3);
    expect(await following(harness, 'C1')).toEqual([]);
  });
});

test.each(['en', 'fr'] as const)(
  'the form in %s keeps Slack’s limits with every topic chosen',
  (language) => {
    const names = topics.all.map(({ id }) => ({ id, name: topics.nameOf(id, language) }));
    const ids = names.map(({ id }) => id);
    const lines = Array.from({ length: 40 }, (_, index) => ({
      topics: [ids[index % ids.length]!],
      text: 'x'.repeat(900),
    }));
    const filled = { topics: ids, settings: settings({ quietHours: { from: '22:00', to: '07:00' } }) };
    const form = { topics: names, lines, filled, replaces: [] };
    const place = { language, from: 'channel', channel: 'C1' } as const;
    expect(viewViolations(subscriptionView(form, place))).toEqual([]);
    expect(viewViolations(subscriptionView({ ...form, replaces: ids }, place))).toEqual([]);
  },
);

describe('what a channel is told that nobody else saw changed', () => {
  const told = (harness: Harness) =>
    harness.slack.calls('chat.postMessage').map(({ channel, text: said }) => [channel, said]);
  const inChannel = { body: { ok: true, channel: { id: 'C7', is_member: true } } };

  test('is announced there with who changed it, subscribed or not any more, by a command', async () => {
    const harness = await start();
    harness.slack.always('conversations.info', inChannel);
    await harness.command({ text: 'subscribe NGen', channel_id: 'C7' });
    await harness.posted(2);
    await harness.command({ text: 'désabonner tout', channel_id: 'C7' });
    await harness.posted(4);
    expect(told(harness)).toEqual([
      ['C7', expect.stringMatching(/^<@UANN> changed what I tell this channel\. It now follows: NGen/)],
      ['C7', expect.stringContaining('<@UANN>')],
    ]);
  });

  test.each(['• subscribe NGen', '/supercluster subscribe NGen', 'subscribe NGen\n• subscribe events'])(
    'is announced there also for what was copied: “%s”',
    async (text) => {
      const harness = await start();
      harness.slack.always('conversations.info', inChannel);
      await harness.command({ text, channel_id: 'C7' });
      await harness.posted(2);
      await harness.command({ text: 'se désabonner tout', channel_id: 'C7' });
      await harness.posted(4);
      expect(told(harness)).toHaveLength(2);
    },
  );

  test('is announced there by a form', async () => {
    const harness = await start();
    await harness.command({ text: 'subscribe', channel_id: 'C7' });
    await harness.submit(stated(await lastView(harness), { topics: options('ngen') }));
    await vi.waitFor(() => expect(told(harness)).toHaveLength(1), 5_000);
    expect(told(harness)[0]?.[1]).toContain('It now follows: NGen');
  });

  test.each([
    ['a line that changes nothing', { text: 'unsubscribe NGen', channel_id: 'C7' }],
    ['a line that nobody understands', { text: 'subscribe zeppelins', channel_id: 'C7' }],
    ['a direct message', { text: 'subscribe NGen', channel_id: 'D1' }],
  ])('is not announced for %s', async (_, command) => {
    const harness = await start();
    harness.slack.always('conversations.info', inChannel);
    await harness.command(command);
    await harness.posted(1);
    await harness.settled();
    expect(told(harness)).toEqual([]);
  });

  test('is changed also where it cannot be announced', async () => {
    const harness = await start();
    harness.slack.always('conversations.info', inChannel);
    harness.slack.always('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    await harness.command({ text: 'subscribe NGen', channel_id: 'C7' });
    await harness.settled();
    expect(await following(harness, 'C7')).toMatchObject([{ topic: 'ngen' }]);
    expect(harness.slack.calls('response')[0]?.text).toContain('I will tell this channel about: NGen.');
  });
});
