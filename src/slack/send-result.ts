/** Slack's errors → what becomes of a delivery: the one table. */
import type { SendResult } from '../notifications/sender.ts';
import { describeError } from './log.ts';

type Failure = Exclude<SendResult, { type: 'sent' }>;

/** docs.slack.dev/reference/methods/chat.postMessage#errors */
const byError: ReadonlyMap<string, Failure['type']> = new Map([
  // The channel or the workspace cannot be reached for now; both may come back.
  ...[
    'is_archived',
    'channel_not_found',
    'not_in_channel',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'messages_tab_disabled',
    'user_disabled',
    'cannot_dm_bot',
    'team_access_not_granted',
    'access_denied',
    'no_permission',
    'org_login_required',
    'ekm_access_denied',
    'account_inactive',
    'invalid_auth',
    'not_authed',
    'token_expired',
    'token_revoked',
    'two_factor_setup_required',
    'enterprise_is_restricted',
  ].map((error) => [error, 'suspend'] as const),
  // Slack did not do it.
  ...[
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'team_added_to_org',
    'service_unavailable',
  ].map((error) => [error, 'retry'] as const),
  // "It's possible some aspect of the operation succeeded before the error was raised."
  ...['fatal_error', 'internal_error', 'request_timeout'].map((error) => [error, 'unknown'] as const),
]);

/** Network errors that come before anything left. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
/** What no waiting mends: an address that is none. */
const neverLeaves = new Set(['ERR_INVALID_URL']);

export function resultOf(error: unknown): Failure {
  const { code, cause, status, retryAfter } = describeError(error);
  if (retryAfter !== undefined) {
    return { type: 'retry', reason: 'ratelimited', status: 429, after: retryAfter * 1_000 };
  }
  switch (code) {
    case 'slack_webapi_platform_error': {
      // A page of a proxy in place of Slack's answer: the client takes its text for Slack's word.
      if (cause === undefined) return { type: 'unknown', reason: 'not_an_answer', status: 200 };
      return { type: byError.get(cause) ?? 'fail', reason: cause, status: 200 };
    }
    case 'slack_webapi_http_error':
    case 'slack_bolt_respond_error':
      if (status === 429) return { type: 'retry', reason: 'ratelimited', status };
      // Behind a 5xx the message may stand there; a 4xx was not taken.
      return {
        type: (status ?? 500) >= 500 ? 'unknown' : 'fail',
        reason: `HTTP ${status ?? '?'}`,
        ...(status && { status }),
      };
    case 'slack_webapi_request_error':
      if (cause !== undefined && neverLeaves.has(cause)) return { type: 'fail', reason: cause };
      return {
        type: cause !== undefined && neverLeft.has(cause) ? 'retry' : 'unknown',
        reason: cause ?? code,
      };
    default:
      return { type: 'unknown', reason: cause ?? code };
  }
}

/** Whether Slack is out of order or too busy, so that the same will work later; what it refuses stays refused. */
export function isOutage(error: unknown): boolean {
  const { type } = resultOf(error);
  // Anything else is a mistake of our own, which waiting does not mend.
  const isSlacks = /^slack_(?:webapi|bolt_respond)_/.test(describeError(error).code);
  return isSlacks && (type === 'retry' || type === 'unknown');
}
