/** How every Web API client of ours speaks to Slack. */
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { boltLogger } from './log.ts';
import { postToResponseAddress } from './response-address.ts';

export const requestTimeout = 10_000;

/** @param timeout milliseconds for a request */
export function clientOptions(apiUrl: string, log: Logger, timeout = requestTimeout): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger: boltLogger(log),
    timeout,
    retryConfig: { retries: 2, minTimeout: 250, maxTimeout: 1_000 },
    // A rate limit met in one channel must not hold up the others: see `post`.
    rejectRateLimitedCalls: true,
    // Also used for response addresses, which know no timeout of their own.
    fetch: (url, init) => (init?.signal ? fetch(url, init) : postFor(String(url), init, timeout)),
  };
}

function postFor(url: string, init: RequestInit | undefined, timeout: number): Promise<Response> {
  const { body, headers } = init ?? {};
  return typeof body === 'string'
    ? postToResponseAddress(url, body, Object.fromEntries(new Headers(headers)), timeout)
    : fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
}
