/**
 * Whether Bolt can read a payload. It takes ids out of it before any listener runs, and where an object is
 * missing it fails with a 500, after which Slack would deliver the same again and again.
 */

type Payload = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null;
const isAbsentOrObject = (value: unknown) => value === undefined || isObject(value);

/** @param payload an `event_callback` whose `event` is an object */
export function isReadableEvent(payload: Payload): boolean {
  const { authorizations, event } = payload;
  if (!isObject(event)) return false;
  const { user, channel, item, subteam } = event;
  return (
    (!Array.isArray(authorizations) || isAbsentOrObject(authorizations[0])) &&
    user !== null &&
    (typeof channel === 'string' || isAbsentOrObject(channel)) &&
    isAbsentOrObject(item) &&
    isAbsentOrObject(subteam)
  );
}

/** @param payload a click, a submitted modal or a shortcut */
export function isReadableInteraction({ user, channel }: Payload): boolean {
  return isObject(user) && isAbsentOrObject(channel);
}
