/**
 * Whether Bolt can read a payload. It takes ids out of it before any listener runs, and where an object is
 * missing it fails with a 500, after which Slack would deliver the same again and again.
 */

type Payload = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null;
const isAbsentOrText = (value: unknown) => value == null || typeof value === 'string';
const isAbsentOrObject = (value: unknown) => value === undefined || isObject(value);
/** Bolt keeps a client for each workspace under its id, in an object that knows `__proto__` and `constructor`. */
const isId = (value: unknown) => value == null || (typeof value === 'string' && /^[A-Z0-9]*$/.test(value));
const hasIds = (holder: unknown, ...keys: readonly string[]) =>
  !isObject(holder) || keys.every((key) => isId(holder[key]));

/** @param payload an `event_callback` whose `event` is an object */
export function isReadableEvent(payload: Payload): boolean {
  const { authorizations, event } = payload;
  if (!isObject(event)) return false;
  const { type, user, channel, item, subteam, function_execution_id, bot_access_token } = event;
  const [authorization] = Array.isArray(authorizations) ? authorizations : [];
  return (
    isAbsentOrObject(authorization) &&
    hasIds(authorization, 'team_id', 'enterprise_id') &&
    hasIds(payload, 'team_id', 'enterprise_id') &&
    user !== null &&
    (typeof channel === 'string' || isAbsentOrObject(channel)) &&
    isAbsentOrObject(item) &&
    isAbsentOrObject(subteam) &&
    (type !== 'function_executed' ||
      (typeof function_execution_id === 'string' &&
        function_execution_id !== '' &&
        isAbsentOrText(bot_access_token)))
  );
}

/** @param payload a click, a submitted modal or a shortcut */
export function isReadableInteraction(payload: Payload): boolean {
  const { user, channel, team, enterprise, view, actions, response_urls, bot_access_token } = payload;
  const [action] = Array.isArray(actions) ? actions : [];
  return (
    isObject(user) &&
    isAbsentOrObject(channel) &&
    isAbsentOrText(bot_access_token) &&
    (action === undefined || (isObject(action) && typeof action.action_id === 'string')) &&
    (response_urls === undefined || (Array.isArray(response_urls) && response_urls.every(isObject))) &&
    hasIds(user, 'team_id') &&
    hasIds(team, 'id', 'enterprise_id') &&
    hasIds(enterprise, 'id') &&
    hasIds(view, 'app_installed_team_id')
  );
}

/** The fields of a slash command that are read; any other may come twice. */
const commandFields = ['text', 'channel_id', 'user_id', 'response_url', 'trigger_id'];

/** @param form a slash command */
export function isReadableCommand(form: Payload): boolean {
  const { command } = form;
  // A command without its slash finds no listener.
  return (
    typeof command === 'string' &&
    command.startsWith('/') &&
    hasIds(form, 'team_id', 'enterprise_id') &&
    commandFields.every((field) => form[field] === undefined || typeof form[field] === 'string')
  );
}
