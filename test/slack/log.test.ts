import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { boltLogger, describeError } from '../../src/slack/log.ts';

describe('an error is described without its message', () => {
  const refused = new TypeError('fetch failed', {
    cause: Object.assign(new Error('secret'), { code: 'ECONNREFUSED' }),
  });
  test.each<[unknown, object]>([
    [new Error('secret'), { code: 'Error' }],
    ['secret', { code: 'string' }],
    [undefined, { code: 'undefined' }],
    [Object.assign(new Error('secret'), { code: 'EIO' }), { code: 'EIO' }],
    [Object.assign(new Error('secret'), { code: 'a secret with spaces' }), { code: 'Error' }],
    [
      new WebAPIPlatformError({ ok: false, error: 'not_in_channel' }),
      { code: 'slack_webapi_platform_error', cause: 'not_in_channel' },
    ],
    [
      new WebAPIPlatformError(Object.assign({ ok: false, error: 'missing_scope' }, { needed: 'users:read' })),
      {
        code: 'slack_webapi_platform_error',
        cause: 'missing_scope',
        remedy:
          'the app lacks the scope users:read: add it under OAuth & Permissions and install the app again',
      },
    ],
    [new WebAPIHTTPError(502, 'Bad Gateway', {}, 'secret'), { code: 'slack_webapi_http_error', status: 502 }],
    [new WebAPIRateLimitedError(7), { code: 'slack_webapi_rate_limited_error', retryAfter: 7 }],
    [new WebAPIRequestError(refused), { code: 'slack_webapi_request_error', cause: 'ECONNREFUSED' }],
  ])('%o', (error, description) => {
    expect(describeError(error)).toEqual(description);
  });
});

describe('Bolt’s logger', () => {
  function logged(write: (logger: ReturnType<typeof boltLogger>) => void): string {
    const lines: string[] = [];
    write(boltLogger(pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })));
    return lines.join('');
  }

  test('drops what may hold payloads', () => {
    expect(
      logged((logger) => {
        logger.debug('http request body: secret');
        logger.info('secret');
      }),
    ).toBe('');
  });

  test('keeps the sentence of a warning, without its details, tokens and addresses', () => {
    const text = logged((logger) => {
      logger.warn(
        'it failed (xoxb-1-secret xapp-1-secret wss://e.ca/?ticket=secret https://e.ca/secret)',
        'secret',
      );
      logger.error(new Error('secret'));
      logger.error('x'.repeat(10_000));
    });
    expect(text).toContain('it failed');
    expect(text).not.toContain('secret');
    expect(text.length).toBeLessThan(1_000);
  });
});
