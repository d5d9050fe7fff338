/** Generated requests for the HTTP edges: mostly signed as the platform signs them, some broken. */
import type { Chance } from './chance.ts';
import { damaged, mutated, text, value } from './values.ts';

export interface FuzzRequest {
  readonly platform: 'slack' | 'teams';
  readonly body: string;
  readonly contentType: string;
  readonly signed: 'well' | 'badly';
}

export interface Addresses {
  /** Slack's response address, and Teams' connector. */
  readonly responseUrl: string;
  readonly serviceUrl: string;
}

const form = 'application/x-www-form-urlencoded';
const people = ['UANN', 'UBOB', 'UBOT'];
const channels = ['C1', 'C2', 'D1', 'D2', 'G1'];

function calls(chance: Chance): unknown {
  return {
    v: 1,
    intent: chance.pick(['profile', 'section', 'help', 'attribute', 'list', 'compare', 'brief', 'find', 'x']),
    args: {
      entry: chance.pick(['ngen', 'ceta', 'scale-ai', text(chance).slice(0, 50)]),
      ...(chance.happens(0.5) && {
        section: chance.pick(['overview', 'funding', text(chance).slice(0, 50)]),
      }),
      ...(chance.happens(0.3) && { attribute: chance.pick(['head', 'website,head', 'x']) }),
    },
    language: chance.pick(['en', 'fr']),
  };
}

/** What buttons carry, in the forms of both platforms. */
function buttonData(chance: Chance): unknown {
  switch (chance.below(8)) {
    case 0:
      return value(chance);
    case 1:
      return { v: 1, language: 'en', question: text(chance).slice(0, 1_000) };
    case 2:
      return { id: '0b7c2a3e-5d1f-4c8a-9b60-1f2e3d4c5b6a', answer: text(chance) };
    case 3:
      return { v: 1, id: '0b7c2a3e-5d1f-4c8a-9b60-1f2e3d4c5b6a', language: chance.pick(['en', 'fr', 'x']) };
    case 4:
      return {
        ...subscriptionPlace(chance),
        ...{
          topic: chance.pick(['ngen', text(chance).slice(0, 120)]),
          topics: chance.pick(['ngen,ceta', '']),
        },
        ...{ cadence: chance.pick(['daily', 'x']), at: '09:00', weekday: chance.pick(['1', '9']) },
        ...{ timeZone: chance.pick(['UTC', text(chance).slice(0, 50)]), quietFrom: '22:00', quietTo: '' },
      };
    default:
      return calls(chance);
  }
}

function sent(
  chance: Chance,
  platform: FuzzRequest['platform'],
  body: string,
  contentType: string,
): FuzzRequest {
  const broken = chance.happens(0.05);
  return {
    platform,
    body: broken ? damaged(chance, body) : body,
    contentType: chance.happens(0.02)
      ? chance.pick(['', 'text/plain', 'application/json; charset=utf-7'])
      : contentType,
    signed: chance.happens(0.1) ? 'badly' : 'well',
  };
}

function stamp(index: number): string {
  return `${1_700_000_000 + index}.000100`;
}

/** What events other than messages carry. */
function eventParts(chance: Chance, index: number): Record<string, unknown> {
  const source = 'https://clustercollaboration.eu/news/eu-canada-cluster-matchmaking-event-success';
  const address = () => chance.pick([source, `${source}?x=${index}`, 'https://ngen.ca/', text(chance)]);
  return {
    ...{ message_ts: stamp(index), source: chance.pick(['conversations_history', 'composer']) },
    links: Array.from({ length: chance.below(4) }, () => ({ domain: 'x', url: address() })),
    user_locale: chance.pick(['en-US', 'fr-CA', text(chance).slice(0, 20)]),
    function: { id: 'Fn1', callback_id: chance.pick(['search_guide', text(chance).slice(0, 50)]) },
    inputs: { query: text(chance), user_context: { id: chance.pick(people), secret: 'x' } },
    ...{ function_execution_id: `Fx${index}`, bot_access_token: 'xwfp-function-token' },
    tokens: { oauth: [text(chance).slice(0, 50)] },
    team_ids: [text(chance).slice(0, 50)],
  };
}

/** What the form for subscriptions states, with values that it never offers among them. */
function statedSubscription(chance: Chance): unknown {
  const some = (...values: readonly string[]) => chance.pick([...values, text(chance).slice(0, 200)]);
  const block = (field: string, value: object) => [`${field}:new`, { [field]: value }] as const;
  const option = (value: string) => ({ type: 'static_select', selected_option: { value } });
  const time = () => ({ type: 'timepicker', selected_time: chance.pick([null, '09:00', '25:61', 'x']) });
  return Object.fromEntries([
    block('topics', {
      type: 'multi_static_select',
      selected_options: Array.from({ length: chance.below(5) }, () => ({
        value: some('ngen', 'ceta', '__proto__'),
      })),
    }),
    block('cadence', option(some('instantly', 'daily', 'weekly'))),
    ...['at', 'quietFrom', 'quietTo'].map((field) => block(field, time())),
    block('weekday', option(some('1', '7', '0', '-1'))),
    block('language', option(some('en', 'fr'))),
    block('timeZone', { type: 'plain_text_input', value: some('America/Toronto', 'Narnia') }),
    block('weekends', option(some('deliver', 'wait'))),
  ]);
}

/** Of a form for subscriptions: for both platforms, in the form of each. */
function subscriptionPlace(chance: Chance): Record<string, unknown> {
  return {
    ...{ v: 1, language: chance.pick(['en', 'fr']), from: chance.pick(['home', 'channel']) },
    ...(chance.happens(0.7) && { channel: chance.pick([...channels, '../C1']) }),
    replaces: chance.happens(0.7) ? [] : ['ngen', text(chance).slice(0, 120)],
  };
}

export function slackEvent(chance: Chance, index: number): FuzzRequest {
  const channel = chance.pick(channels);
  const event: Record<string, unknown> = {
    type: chance.pick([
      'app_mention',
      'message',
      'message',
      'app_home_opened',
      'app_uninstalled',
      'member_joined_channel',
      'link_shared',
      'function_executed',
      'agent_session_stopped',
      'tokens_revoked',
      'team_access_revoked',
    ]),
    ...(channel.startsWith('D') && { channel_type: 'im' }),
    ...(chance.happens(0.2) && {
      subtype: chance.pick(['message_changed', 'message_deleted', 'bot_message', 'file_share']),
    }),
    user: chance.pick(people),
    text: chance.happens(0.5) ? `<@UBOT> ${text(chance)}` : text(chance),
    ts: stamp(index),
    ...(chance.happens(0.3) && { thread_ts: stamp(index - 1) }),
    channel,
    ...(chance.happens(0.2) && {
      message: { type: 'message', user: 'UANN', text: text(chance), ts: stamp(index - 1) },
    }),
    ...(chance.happens(0.2) && {
      previous_message: { user: 'UANN', ts: stamp(index - 1) },
      deleted_ts: stamp(index - 1),
    }),
    ...(chance.happens(0.2) && { tab: chance.pick(['home', 'messages']) }),
    ...eventParts(chance, index),
  };
  const envelope = {
    ...{
      token: 'x',
      team_id: 'T1',
      api_app_id: 'A1',
      event,
      event_id: `Ev${index}`,
      event_time: 1_700_000_000,
    },
    type: chance.happens(0.95)
      ? 'event_callback'
      : chance.pick(['url_verification', 'app_rate_limited', 'x']),
    challenge: text(chance),
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
  };
  return sent(chance, 'slack', JSON.stringify(mutated(chance, envelope)), 'application/json');
}

export function slackCommand(chance: Chance, index: number, { responseUrl }: Addresses): FuzzRequest {
  const fields: Record<string, string> = {
    command: chance.pick(['/supercluster', '/ceta', '/supercluster', text(chance).slice(0, 50)]),
    ...{ text: text(chance), team_id: 'T1', channel_id: chance.pick(channels), user_id: chance.pick(people) },
    ...{ response_url: responseUrl, trigger_id: `${index}.2.3`, api_app_id: 'A1' },
  };
  for (const key of Object.keys(fields)) {
    const luck = chance.next();
    if (key === 'response_url') continue;
    if (luck < 0.02) delete fields[key];
    else if (luck < 0.04) fields[key] = text(chance);
  }
  return sent(chance, 'slack', new URLSearchParams(fields).toString(), form);
}

export function slackInteraction(chance: Chance, index: number, { responseUrl }: Addresses): FuzzRequest {
  const user = { id: chance.pick(people), username: 'ann', team_id: 'T1' };
  const common = {
    team: { id: 'T1', domain: 'acme' },
    user,
    api_app_id: 'A1',
    token: 'x',
    trigger_id: `${index}.2.3`,
  };
  const channel = { id: chance.pick(channels), name: 'general' };
  const state = {
    values: {
      question: { question: { type: 'plain_text_input', value: text(chance) } },
      language: {
        language: { type: 'static_select', selected_option: { value: chance.pick(['en', 'fr', 'x']) } },
      },
      answer: { answer: { type: 'plain_text_input', value: text(chance) } },
      comment: { comment: { type: 'plain_text_input', value: text(chance) } },
      channel: { channel: { type: 'conversations_select', selected_conversation: channel.id } },
      ...Object(statedSubscription(chance)),
    },
  };
  const payloads = [
    {
      ...{ ...common, type: 'block_actions', channel, response_url: responseUrl },
      container: {
        type: 'message',
        message_ts: stamp(index),
        channel_id: channel.id,
        is_ephemeral: chance.happens(0.3),
      },
      ...(chance.happens(0.7) && { message: { type: 'message', ts: stamp(index) } }),
      actions: [
        {
          action_id: chance.pick([
            ...[
              'call:1',
              'share',
              'markdown:1',
              'open:1',
              'feedback',
              'ask-person',
              'home:ask',
              'home:settings',
            ],
            ...[
              'home:language',
              'home:history',
              'expert:take',
              'expert:answer',
              'expert:close',
              ...['approval:approve', 'approval:refuse', 'subscription:here', 'subscription:new'],
              ...['subscription:line', 'subscription:edit', 'subscription:remove'],
              text(chance),
            ],
          ]),
          ...{ block_id: 'b', type: 'button', action_ts: stamp(index) },
          value: chance.pick([
            JSON.stringify(buttonData(chance)),
            'helpful:en',
            'not-helpful:fr',
            text(chance),
          ]),
          ...(chance.happens(0.3) && {
            selected_option: { value: chance.pick(['en', 'fr', 'on', 'off', text(chance)]) },
          }),
        },
      ],
    },
    {
      ...{ ...common, type: 'view_submission', response_urls: [] },
      view: {
        ...{ id: 'V1', team_id: 'T1', hash: '1.a', app_id: 'A1', bot_id: 'BBOT', type: 'modal', state },
        callback_id: chance.pick([
          'ask',
          'feedback',
          'expert_answer',
          'expert-answer',
          'settings',
          'subscription',
          'answer',
          text(chance),
        ]),
        private_metadata: JSON.stringify(
          chance.happens(0.5) ? subscriptionPlace(chance) : buttonData(chance),
        ),
      },
    },
    {
      ...{
        ...common,
        type: 'message_action',
        callback_id: chance.pick(['answer_this', text(chance)]),
        channel,
      },
      ...{
        response_url: responseUrl,
        message_ts: stamp(index),
        message: { type: 'message', text: text(chance), ts: stamp(index) },
      },
    },
    {
      ...common,
      type: 'shortcut',
      callback_id: chance.pick(['ask_guide', text(chance)]),
      action_ts: stamp(index),
    },
    { ...common, type: chance.pick(['view_closed', 'block_suggestion', 'dialog_submission', text(chance)]) },
  ];
  const payload = mutated(chance, chance.pick(payloads));
  // Slack alone makes up the address: a signed request never names another.
  if (typeof payload === 'object' && payload !== null && 'response_url' in payload)
    payload.response_url = responseUrl;
  return sent(chance, 'slack', new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form);
}

function activity(chance: Chance, index: number, serviceUrl: string) {
  const tenant = chance.pick(['tenant-1', 'tenant-2']);
  const [id, conversationType] = chance.pick([
    ['a:personal', 'personal'],
    ['19:group@thread.v2', 'groupChat'],
    ['19:channel@thread.tacv2;messageid=1700000000001', 'channel'],
  ] as const);
  return {
    ...{ id: `activity-${index}`, channelId: 'msteams', serviceUrl, timestamp: '2026-11-23T10:00:00Z' },
    from: {
      id: '29:1person',
      name: 'zyxwplanted name',
      aadObjectId: chance.pick([
        '11111111-1111-4111-8111-111111111111',
        '99999999-9999-4999-8999-999999999999',
      ]),
    },
    recipient: { id: '28:00000000-0000-4000-8000-000000000001', name: 'Supercluster Guide' },
    conversation: { id: `${tenant}${id}`, conversationType, tenantId: tenant },
    channelData: {
      tenant: { id: tenant },
      ...(conversationType === 'channel' && { team: { id: '19:team' } }),
    },
    locale: chance.pick(['en-CA', 'fr-CA', 'de', text(chance).slice(0, 20)]),
  };
}

export function teamsActivity(chance: Chance, index: number, { serviceUrl }: Addresses): FuzzRequest {
  const mention = {
    type: 'mention',
    text: '<at>Supercluster Guide</at>',
    mentioned: { id: '28:x', name: 'x' },
  };
  const base = activity(chance, index, serviceUrl);
  const body = {
    ...base,
    type: chance.pick([
      'message',
      'message',
      'message',
      'message',
      'conversationUpdate',
      'installationUpdate',
      'messageReaction',
      'typing',
      'event',
      text(chance).slice(0, 30),
    ]),
    ...{
      text: text(chance),
      textFormat: 'plain',
      action: chance.pick(['add', 'remove', 'add-upgrade', 'x']),
    },
    ...(chance.happens(0.5) && { entities: [mention, { type: 'clientInfo', locale: 'fr-CA' }] }),
    ...(chance.happens(0.2) && { value: buttonData(chance), text: '' }),
    ...(chance.happens(0.2) && { membersAdded: [base.recipient], membersRemoved: [{ id: '29:1person' }] }),
    ...(chance.happens(0.2) && { replyToId: 'm1' }),
  };
  return sent(chance, 'teams', JSON.stringify(mutated(chance, body)), 'application/json');
}

export function teamsInvoke(chance: Chance, index: number, { serviceUrl }: Addresses): FuzzRequest {
  const data = buttonData(chance);
  const values = [
    {
      action: {
        ...{ type: 'Action.Execute', title: 'x', data },
        verb: chance.pick([
          ...['call', 'share', 'markdown', 'feedback', 'ask-person', 'ask-person-send', 'expert-take'],
          ...['expert-answer', 'expert-close', 'approval-approve', 'approval-refuse', 'subscribe-open'],
          ...['subscribe-save', 'subscribe-remove', '__proto__', text(chance).slice(0, 90)],
        ]),
      },
      trigger: 'manual',
    },
    {
      actionName: 'feedback',
      actionValue: {
        reaction: chance.pick(['like', 'dislike', 'x']),
        feedback: JSON.stringify({ feedbackText: text(chance) }),
      },
    },
    {
      commandId: 'ask',
      parameters: [{ name: 'question', value: text(chance) }],
      queryOptions: { skip: chance.pick([0, 5, -1, 1e9]), count: chance.pick([25, 0, 1e9]) },
    },
    {
      commandId: 'answerThis',
      messagePayload: { body: { contentType: 'html', content: text(chance) } },
      data,
    },
    { url: chance.pick(['https://www.ngen.ca/', 'https://example.com/', text(chance)]) },
    value(chance),
  ];
  const body = {
    ...activity(chance, index, serviceUrl),
    type: 'invoke',
    name: chance.pick([
      ...[
        'adaptiveCard/action',
        'message/submitAction',
        'composeExtension/query',
        'composeExtension/fetchTask',
      ],
      ...[
        'composeExtension/submitAction',
        'composeExtension/queryLink',
        'task/fetch',
        'task/submit',
        text(chance).slice(0, 100),
      ],
    ]),
    value: chance.pick(values),
    ...(chance.happens(0.6) && { replyToId: 'm1' }),
  };
  return sent(chance, 'teams', JSON.stringify(mutated(chance, body)), 'application/json');
}
