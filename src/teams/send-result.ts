/** What the connector answers → what becomes of a message and of its conversation: the one table. */
import type { SendResult } from '../notifications/sender.ts';

export type SendFailure = Exclude<SendResult, { readonly type: 'sent' }>;

/** Codes speak before statuses: learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes */
const byCode: ReadonlyMap<string, SendFailure['type']> = new Map([
  // Until the app is installed again.
  ['BotNotInConversationRoster', 'suspend'],
  ['BotDisabledByAdmin', 'suspend'],
  ['ForbiddenOperationException', 'suspend'],
  ['InvalidBotApiHost', 'suspend'],
  // A channel that was deleted can be restored, and one answer is no proof: nothing is lost by waiting.
  ['ConversationNotFound', 'suspend'],
  // The person wants nothing of the bot any more.
  ['ConversationBlockedByUser', 'forget'],
  ['ActivityNotFoundInConversation', 'fail'],
  ['BadSyntax', 'fail'],
  ['MessageSizeTooBig', 'fail'],
  // Two writers at once; Microsoft asks to try again.
  ['PreconditionFailed', 'retry'],
]);

/** Microsoft: retry 412, 429, 502, 503 and 504; not 400, 401, 403, 404, 413 and 500. */
const byStatus: ReadonlyMap<number, SendFailure['type']> = new Map([
  [400, 'fail'],
  [401, 'fail'],
  [403, 'suspend'],
  [404, 'suspend'],
  [412, 'retry'],
  [413, 'fail'],
  [429, 'retry'],
  [500, 'fail'],
  [502, 'retry'],
  [503, 'retry'],
  [504, 'retry'],
]);

/** Network errors that come before anything left. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** @param error what botbuilder's connector threw */
export function resultOf(error: unknown): SendFailure {
  const status = numberAt(error, 'statusCode');
  const code = errorCode(error);
  if (status === undefined) {
    // No answer: what has left may stand there.
    return { type: neverLeft.has(code) ? 'retry' : 'unknown', reason: code };
  }
  const type = byCode.get(code) ?? byStatus.get(status) ?? (status > 500 ? 'retry' : 'fail');
  const after = retryAfter(error);
  const reason = code === 'RestError' || code === 'REQUEST_SEND_ERROR' ? `HTTP ${status}` : code;
  if (type !== 'retry') return { type, reason, status };
  return { type, reason, status, ...(after !== undefined && { after }) };
}

/** Whether the error is the connector's at all, and not one of our own. */
export function isConnectorError(error: unknown): boolean {
  return error instanceof Error && error.name === 'RestError';
}

/** The connector's own code in the body, else that of the network, else the error's class. */
function errorCode(error: unknown): string {
  const inBody =
    property(property(property(error, 'details'), 'error'), 'code') ??
    property(property(property(error, 'body'), 'error'), 'code') ??
    property(property(property(property(error, 'response'), 'parsedBody'), 'error'), 'code');
  const code = inBody ?? property(error, 'code') ?? property(property(error, 'cause'), 'code');
  if (typeof code === 'string' && /^\w{1,80}$/.test(code)) return code;
  return error instanceof Error ? error.name : typeof error;
}

/** Milliseconds; the header has seconds. */
function retryAfter(error: unknown): number | undefined {
  const headers = property(property(error, 'response'), 'headers');
  const get = property(headers, 'get');
  if (typeof get !== 'function') return undefined;
  const value: unknown = Reflect.apply(get, headers, ['retry-after']);
  const seconds = typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function numberAt(value: unknown, key: string): number | undefined {
  const number = property(value, key);
  return typeof number === 'number' ? number : undefined;
}
