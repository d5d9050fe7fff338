/**
 * What Slack sends, with every field that it documents and clients are seen to send, those included that
 * nobody here reads: docs.slack.dev/reference/events, /reference/interaction-payloads and
 * /interactivity/implementing-slash-commands. The ids are made up.
 */

const person = { id: 'UANN', username: 'ann', name: 'ann', team_id: 'T1' };
const common = {
  user: person,
  api_app_id: 'A1',
  token: 'verification-token',
  trigger_id: '4321.1234.abcdef0123456789',
  team: { id: 'T1', domain: 'acme' },
  enterprise: null,
  is_enterprise_install: false,
};
const channel = { id: 'C1', name: 'general' };
const label = (text: string) => ({ type: 'plain_text', text, emoji: false });

/** The envelope of every event. */
export function fullEnvelope(event: object, id: string): object {
  return {
    token: 'verification-token',
    team_id: 'T1',
    context_team_id: 'T1',
    context_enterprise_id: null,
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: id,
    event_time: 1_700_000_000,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-eyJldCI6ImFwcF9tZW50aW9uIn0',
  };
}

/** A message as people write it in Slack's editor. */
function written(text: string, ts: string): object {
  return {
    user: 'UANN',
    type: 'message',
    ts,
    client_msg_id: '0a1b2c3d-0000-4000-8000-000000000001',
    text,
    team: 'T1',
    blocks: [
      {
        type: 'rich_text',
        block_id: 'aBc1',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
      },
    ],
  };
}

const inThread = { thread_ts: '1700000000.000100', parent_user_id: 'UBEN' };
const told = (text: string, ts: string, fields: object) => ({
  ...written(text, ts),
  channel: 'C1',
  event_ts: ts,
  ...fields,
});

/** One event for each that the app subscribes to, by its name in the manifest. */
export const fullEvents = {
  agent_session_stopped: {
    type: 'agent_session_stopped',
    channel: 'D1',
    user: 'UANN',
    thread_ts: '1700000000.000200',
    streaming_message_ts: ['1700000000.000201'],
    event_ts: '1700000000.000750',
  },
  app_home_opened: {
    type: 'app_home_opened',
    user: 'UANN',
    channel: 'D1',
    tab: 'home',
    event_ts: '1700000000.123456',
    view: {
      ...{ id: 'V1', team_id: 'T1', type: 'home', blocks: [], private_metadata: '', callback_id: '' },
      ...{ state: { values: {} }, hash: '1700000000.AbCdEf', title: label('View Title') },
      ...{ clear_on_close: false, notify_on_close: false, close: null, submit: null },
      ...{ previous_view_id: null, root_view_id: 'V1', app_id: 'A1', external_id: '' },
      ...{ app_installed_team_id: 'T1', bot_id: 'BBOT' },
    },
  },
  app_mention: told('<@UBOT> who leads NGen?', '1700000000.000301', { type: 'app_mention' }),
  app_uninstalled: { type: 'app_uninstalled', event_ts: '1700000000.000310' },
  link_shared: {
    type: 'link_shared',
    user: 'UANN',
    channel: 'C1',
    message_ts: '1700000000.000320',
    thread_ts: '1700000000.000100',
    is_bot_user_member: true,
    unfurl_id: 'C1.1700000000.000320.0123456789abcdef',
    source: 'conversations_history',
    user_locale: 'en-US',
    links: [
      {
        url: 'https://clustercollaboration.eu/news/eu-canada-cluster-matchmaking-event-success',
        domain: 'clustercollaboration.eu',
      },
    ],
    event_ts: '1700000000.000321',
  },
  'message.channels': told('and NGen?', '1700000000.000330', { channel_type: 'channel', ...inThread }),
  'message.groups': told('and NGen?', '1700000000.000331', { channel_type: 'group', ...inThread }),
  'message.im': told('who leads NGen?', '1700000000.000332', { channel_type: 'im', channel: 'D1' }),
  'message.mpim': told('<@UBOT> who leads NGen?', '1700000000.000333', {
    ...{ channel_type: 'mpim', channel: 'C8' },
  }),
  member_joined_channel: {
    ...{ type: 'member_joined_channel', user: 'UANN', channel: 'C1', channel_type: 'C' },
    ...{ team: 'T1', inviter: 'UBOB', event_ts: '1700000000.000330' },
  },
  team_access_revoked: { type: 'team_access_revoked', team_ids: ['T8'], event_ts: '1700000000.000340' },
  tokens_revoked: {
    type: 'tokens_revoked',
    tokens: { oauth: ['UANN'], bot: ['UBOT'] },
    event_ts: '1700000000.000350',
  },
} as const;

/** A click under a message of the bot, in a thread that everybody sees. */
export function fullClick(action: object, responseUrl: string): object {
  const [ts, text] = ['1700000000.000400', 'NGen'];
  return {
    type: 'block_actions',
    ...common,
    container: {
      ...{ type: 'message', message_ts: ts, channel_id: 'C1', is_ephemeral: false },
      ...{ thread_ts: '1700000000.000100', is_app_unfurl: false },
    },
    channel,
    message: {
      ...{ user: 'UBOT', type: 'message', ts, bot_id: 'BBOT', app_id: 'A1', text, team: 'T1', ...inThread },
      blocks: [{ type: 'header', block_id: 'hDr1', text: label('NGen') }],
    },
    state: { values: {} },
    response_url: responseUrl,
    actions: [{ block_id: 'bLk1', action_ts: '1700000001.000100', ...action }],
  };
}

/** The same where only the person sees the message: Slack then sends no message along. */
export function fullPrivateClick(action: object, responseUrl: string): object {
  return {
    ...fullClick(action, responseUrl),
    container: { type: 'message', message_ts: '1700000000.000400', channel_id: 'C1', is_ephemeral: true },
    message: undefined,
  };
}

/** A click on the Home tab or in a window. */
export function fullViewClick(action: object, view: object): object {
  return {
    type: 'block_actions',
    ...common,
    container: { type: 'view', view_id: 'V1' },
    view: fullView(view),
    actions: [{ block_id: 'bLk1', action_ts: '1700000001.000100', ...action }],
  };
}

/** A window that somebody submits. */
export function fullSubmission(view: object): object {
  return { type: 'view_submission', ...common, view: fullView(view), response_urls: [] };
}

function fullView(view: object): object {
  return {
    ...{ id: 'V1', team_id: 'T1', type: 'modal', blocks: [], private_metadata: '', callback_id: '' },
    ...{ state: { values: {} }, hash: '1700000000.AbCdEf', title: label('Supercluster Guide') },
    ...{ clear_on_close: false, notify_on_close: false, close: null, submit: null },
    ...{ previous_view_id: null, root_view_id: 'V1', app_id: 'A1', external_id: '' },
    ...{ app_installed_team_id: 'T1', bot_id: 'BBOT' },
    ...view,
  };
}

/** The app's shortcuts, by their `callback_id`. */
export function fullShortcut(callback: 'answer_this' | 'ask_guide', responseUrl: string): object {
  const used = { ...common, callback_id: callback, action_ts: '1700000001.000200' };
  if (callback === 'ask_guide') return { type: 'shortcut', ...used };
  const ts = '1700000000.000500';
  return {
    ...{ type: 'message_action', ...used, message_ts: ts, response_url: responseUrl, channel },
    message: { ...written('who leads NGen?', ts), user: 'UBEN' },
  };
}

/** A slash command. */
export function fullCommand(text: string, responseUrl: string): Record<string, string> {
  return {
    token: 'verification-token',
    team_id: 'T1',
    team_domain: 'acme',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'UANN',
    user_name: 'ann',
    command: '/supercluster',
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: '4321.1234.abcdef0123456789',
  };
}
