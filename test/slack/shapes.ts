/**
 * What Slack sends, with every key that it sends, those included that nobody here reads. The keys are those
 * of recorded, anonymised payloads that Slack publishes with its SDKs: slackapi/java-slack-sdk under
 * json-logs/samples (events, app-backend) and slackapi/bolt-python under tests/scenario_tests (block
 * actions, shortcuts, views, commands, functions, edited and deleted messages, files, organisations, shared
 * channels). What is newer than those records has the keys of docs.slack.dev/reference/events and
 * /reference/interaction-payloads: `agent_session_stopped`, `context_team_id`, and `unfurl_id`, `source` and
 * `user_locale` of a shared link. Ids, names and words are made up.
 */

/** Where something happens: Slack tells it in the envelope of an event and beside an interaction. */
export interface Origin {
  readonly envelope: object;
  readonly interaction: object;
  readonly command: Readonly<Record<string, string>>;
}

const bot = { user_id: 'UBOT', is_bot: true };
const organisation = { id: 'E1', name: 'Acme Group' };
const member = { id: 'T1', domain: 'acme', enterprise_id: 'E1', enterprise_name: 'Acme Group' };

export const origins = {
  'a workspace by itself': {
    envelope: {
      ...{ team_id: 'T1', context_team_id: 'T1', context_enterprise_id: null },
      authorizations: [{ enterprise_id: null, team_id: 'T1', ...bot, is_enterprise_install: false }],
    },
    interaction: { team: { id: 'T1', domain: 'acme' }, enterprise: null, is_enterprise_install: false },
    command: { is_enterprise_install: 'false' },
  },
  'a workspace of an organisation': {
    envelope: {
      ...{ team_id: 'T1', enterprise_id: 'E1', context_team_id: 'T1', context_enterprise_id: 'E1' },
      authed_users: ['UBOT'],
      authorizations: [{ enterprise_id: 'E1', team_id: 'T1', ...bot, is_enterprise_install: false }],
    },
    interaction: { team: member, enterprise: organisation, is_enterprise_install: false },
    command: { enterprise_id: 'E1', enterprise_name: 'Acme Group', is_enterprise_install: 'false' },
  },
  'an organisation that installed the app for all': {
    envelope: {
      ...{ team_id: 'T1', enterprise_id: 'E1', context_team_id: 'T1', context_enterprise_id: 'E1' },
      authed_users: [],
      authorizations: [{ enterprise_id: 'E1', team_id: null, ...bot, is_enterprise_install: true }],
    },
    interaction: { team: null, enterprise: organisation, is_enterprise_install: true },
    command: { enterprise_id: 'E1', enterprise_name: 'Acme Group', is_enterprise_install: 'true' },
  },
} as const satisfies Record<string, Origin>;

/** The one with every key there is. */
export const richest: Origin = origins['a workspace of an organisation'];

const person = { id: 'UANN', username: 'ann', name: 'ann', team_id: 'T1' };
const common = {
  user: person,
  api_app_id: 'A1',
  token: 'verification-token',
  trigger_id: '4321.1234.abcdef0123456789',
};
const channel = { id: 'C1', name: 'general' };
const label = (text: string) => ({ type: 'plain_text', text, emoji: false });

/** The envelope of every event. */
export function fullEnvelope(event: object, id: string, origin: Origin = richest): object {
  return {
    token: 'verification-token',
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: id,
    event_time: 1_700_000_000,
    is_ext_shared_channel: false,
    event_context: '4-eyJldCI6ImFwcF9tZW50aW9uIn0',
    ...origin.envelope,
  };
}

/** An organisation itself is no workspace, and nobody is authorised by what takes the app away. */
export function fullOrganisationEnvelope(event: object, id: string): object {
  const { team_id: _, authorizations: __, ...envelope } = fullEnvelope(event, id) as Record<string, unknown>;
  return envelope;
}

/** The app's own token went with it: nobody is authorised any more. */
export function fullDepartureEnvelope(event: object, id: string): object {
  const { authorizations: _, ...envelope } = fullEnvelope(event, id) as Record<string, unknown>;
  return { ...envelope, authed_users: [] };
}

/** In a channel shared with another company: the workspace named is that of the writer. */
export function fullSharedEnvelope(event: object, id: string): object {
  const elsewhere = { team_id: 'T9', enterprise_id: 'E9', is_ext_shared_channel: true };
  return { ...fullEnvelope(event, id), ...elsewhere, context_team_id: 'T1', context_enterprise_id: 'E1' };
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
      ...{ clear_on_close: false, notify_on_close: false, submit_disabled: false },
      ...{ close: null, submit: null },
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
  // In the agent view a person's message carries their profile, and the thread what it began with.
  'message.im': told('who leads NGen?', '1700000000.000332', {
    ...{ channel_type: 'im', channel: 'D1', thread_ts: '1700000000.000200', parent_user_id: 'UANN' },
    ...{ user_team: 'T1', source_team: 'T1', user_profile: { name: 'ann', real_name: 'Ann', team: 'T1' } },
    assistant_thread: { action_token: '1.2.abc' },
  }),
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

/** The kinds of a message that are questions too, and what becomes of one. */
export const fullMessages = {
  file_share: told('who leads NGen?', '1700000000.000334', {
    ...{ subtype: 'file_share', channel_type: 'im', channel: 'D1', upload: false, display_as_bot: false },
    files: [
      {
        ...{
          id: 'F1',
          created: 1_700_000_000,
          timestamp: 1_700_000_000,
          name: 'plan.png',
          title: 'plan.png',
        },
        ...{ mimetype: 'image/png', filetype: 'png', pretty_type: 'PNG', user: 'UANN', user_team: 'T1' },
        ...{ editable: false, size: 1_024, mode: 'hosted', is_external: false, external_type: '' },
        ...{ is_public: true, public_url_shared: false, display_as_bot: false, username: '' },
        ...{ url_private: 'https://files.slack.com/files-pri/T1-F1/plan.png', media_display_type: 'unknown' },
        ...{ permalink: 'https://acme.slack.com/files/UANN/F1/plan.png', has_rich_preview: false },
        ...{ original_w: 100, original_h: 100, thumb_64: 'https://files.slack.com/files-tmb/T1-F1/64.png' },
      },
    ],
  }),
  thread_broadcast: told('<@UBOT> who leads NGen?', '1700000000.000335', {
    ...{ subtype: 'thread_broadcast', channel_type: 'mpim', channel: 'C8', ...inThread },
    root: {
      ...written('What is an NGen?', '1700000000.000100'),
      ...{ user: 'UBEN', thread_ts: '1700000000.000100', reply_count: 1, reply_users_count: 1 },
      ...{ latest_reply: '1700000000.000335', reply_users: ['UANN'], subscribed: false, is_locked: false },
    },
  }),
} as const;

/** Somebody edits a message. */
export function fullEdit(before: { text: string; ts: string }, text: string, where: object): object {
  return {
    ...{ type: 'message', subtype: 'message_changed', hidden: true },
    message: { ...written(text, before.ts), edited: { user: 'UANN', ts: '1700000009.000000' } },
    previous_message: written(before.text, before.ts),
    ...{ ts: '1700000009.000100', event_ts: '1700000009.000100', ...where },
  };
}

/** Somebody deletes a message. */
export function fullDeletion(before: { text: string; ts: string }, where: object): object {
  return {
    ...{ type: 'message', subtype: 'message_deleted', hidden: true, deleted_ts: before.ts },
    previous_message: written(before.text, before.ts),
    ...{ ts: '1700000009.000200', event_ts: '1700000009.000200', ...where },
  };
}

/** Slack runs a function of the app. */
export function fullExecution(callback: string, inputs: object): object {
  const parameter = (type: string, name: string) => ({
    ...{ type, name, title: name, description: name, is_required: true },
  });
  return {
    type: 'function_executed',
    function: {
      ...{ id: 'Fn1', callback_id: callback, title: 'Search the guide', description: 'Answers', type: 'app' },
      input_parameters: [
        parameter('string', 'query'),
        parameter('slack#/types/user_context', 'user_context'),
      ],
      output_parameters: [parameter('slack#/types/search_results', 'search_results')],
      ...{ app_id: 'A1', date_created: 1_700_000_000, date_updated: 1_700_000_000, date_deleted: 0 },
    },
    inputs,
    ...{ function_execution_id: 'Fx1', workflow_execution_id: 'Wx1', event_ts: '1700000000.000360' },
    bot_access_token: 'xwfp-of-the-function',
  };
}

/** A click under a message of the bot, in a thread that everybody sees. */
export function fullClick(action: object, responseUrl: string, origin: Origin = richest): object {
  const [ts, text] = ['1700000000.000400', 'NGen'];
  return {
    type: 'block_actions',
    ...common,
    ...origin.interaction,
    container: {
      ...{ type: 'message', message_ts: ts, channel_id: 'C1', is_ephemeral: false },
      ...{ thread_ts: '1700000000.000100', is_app_unfurl: false },
    },
    channel,
    message: {
      ...{ user: 'UBOT', type: 'message', ts, bot_id: 'BBOT', app_id: 'A1', text, team: 'T1', ...inThread },
      bot_profile: {
        ...{ id: 'BBOT', deleted: false, name: 'Supercluster Guide', updated: 1_700_000_000, app_id: 'A1' },
        ...{ team_id: 'T1', icons: { image_36: 'https://a.slack-edge.com/36.png' } },
      },
      metadata: { event_type: 'supercluster_answer', event_payload: { question: '1700000000.000100' } },
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
    ...richest.interaction,
    container: { type: 'view', view_id: 'V1' },
    view: fullView(view),
    actions: [{ block_id: 'bLk1', action_ts: '1700000001.000100', ...action }],
  };
}

/** A window that somebody submits. */
export function fullSubmission(view: object, origin: Origin = richest): object {
  return {
    ...{ type: 'view_submission', ...common, ...origin.interaction },
    ...{ view: fullView(view), response_urls: [] },
  };
}

function fullView(view: object): object {
  return {
    ...{ id: 'V1', team_id: 'T1', type: 'modal', blocks: [], private_metadata: '', callback_id: '' },
    ...{ state: { values: {} }, hash: '1700000000.AbCdEf', title: label('Supercluster Guide') },
    ...{ clear_on_close: false, notify_on_close: false, submit_disabled: false },
    ...{ close: null, submit: null },
    ...{ previous_view_id: null, root_view_id: 'V1', app_id: 'A1', external_id: '' },
    ...{ app_installed_team_id: 'T1', bot_id: 'BBOT' },
    ...view,
  };
}

/** A shortcut: the ones on a message come with it. */
export function fullShortcut(
  { type, callback_id }: { readonly type: 'message' | 'global'; readonly callback_id: string },
  responseUrl: string,
  origin: Origin = richest,
): object {
  const used = { ...common, ...origin.interaction, callback_id, action_ts: '1700000001.000200' };
  if (type === 'global') return { type: 'shortcut', ...used };
  const ts = '1700000000.000500';
  return {
    ...{ type: 'message_action', ...used, message_ts: ts, response_url: responseUrl, channel },
    message: { ...written('who leads NGen?', ts), user: 'UBEN' },
  };
}

/** A slash command. */
export function fullCommand(
  text: string,
  responseUrl: string,
  origin: Origin = richest,
): Record<string, string> {
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
    response_url: responseUrl,
    trigger_id: '4321.1234.abcdef0123456789',
    ...origin.command,
  };
}
