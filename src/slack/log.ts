/** What may be logged: codes and causes; never what people wrote, who they are, or tokens. */
import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

export interface ErrorDescription {
  readonly code: string;
  /** Slack's own word for it (`channel_not_found`), the system's (`ECONNREFUSED`), or the error's class. */
  readonly cause?: string;
  readonly status?: number;
  readonly retryAfter?: number;
  /** What to do about a scope that the app lacks, with its name. */
  readonly remedy?: string;
}

/** An error as code and cause. Its message stays out: a library may have put a text into it. */
export function describeError(error: unknown): ErrorDescription {
  const name = error instanceof Error ? error.name : typeof error;
  const status = numberAt(error, 'statusCode') ?? numberAt(error, 'status');
  const retryAfter = numberAt(error, 'retryAfter');
  const scope = wordAt(property(error, 'data'), 'needed');
  const cause =
    wordAt(property(error, 'data'), 'error') ??
    wordAt(property(error, 'original'), 'code') ??
    wordAt(property(property(error, 'original'), 'cause'), 'code') ??
    wordAt(property(error, 'original'), 'name');
  return {
    code: wordAt(error, 'code') ?? name,
    ...(cause !== undefined && { cause }),
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(cause === 'missing_scope' && scope !== undefined && { remedy: remedyFor(scope) }),
  };
}

/** The scope that Slack wants and the app lacks, when that is why it refused. */
export function missingScope(error: unknown): string | undefined {
  const data = property(error, 'data');
  return wordAt(data, 'error') === 'missing_scope' ? wordAt(data, 'needed') : undefined;
}

function remedyFor(scope: string): string {
  return `the app lacks the scope ${scope}: add it under OAuth & Permissions and install the app again`;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function wordAt(value: unknown, key: string): string | undefined {
  const word = property(value, key);
  return typeof word === 'string' && /^[\w.:,-]{1,80}$/.test(word) ? word : undefined;
}

function numberAt(value: unknown, key: string): number | undefined {
  const number = property(value, key);
  return typeof number === 'number' ? number : undefined;
}

/**
 * Bolt's logger on top of ours. Debug and info are dropped, because Bolt and the Web API client write
 * whole payloads there; of warnings and errors only the sentence is kept, without addresses and tokens.
 */
export function boltLogger(log: Logger): BoltLogger {
  const sentence = (parts: readonly unknown[]) => {
    const [first] = parts;
    const text = typeof first === 'string' ? first : describeError(first).code;
    return text.replaceAll(/\b(?:xox|xapp|wss?:|https?:)\S+/g, '…').slice(0, 300);
  };
  return {
    debug() {},
    info() {},
    warn: (...parts) => log.warn({ library: 'bolt' }, sentence(parts)),
    error: (...parts) => log.error({ library: 'bolt' }, sentence(parts)),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
