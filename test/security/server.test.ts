import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { limits } from '../../src/server/server.ts';
import { closesWithin, notifyToken, startWholeBot, type WholeBot } from '../support/whole-bot.ts';

let bot: WholeBot;
beforeAll(async () => {
  bot = await startWholeBot();
}, 60_000);
afterAll(() => bot.stop());

const pages = ['/', '/playground/app.js', '/playground/nothing', '/healthz', '/readyz', '/nothing', '/%ff'];
const posts = ['/slack/events', '/api/messages', '/api/notifications', '/playground/ask'];

describe('every response', () => {
  test.each([...pages.map((path) => ['GET', path]), ...posts.map((path) => ['POST', path])])(
    '%s %s tells browsers to guess nothing, frame nothing and load nothing from elsewhere',
    async (method, path) => {
      const { headers } = await fetch(`${bot.url}${path}`, { method });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('path traversal', () => {
  test.each([
    '/playground/../../package.json',
    '/playground/%2e%2e/%2e%2e/package.json',
    '/playground/..%2f..%2fpackage.json',
    '/playground/..%5c..%5cpackage.json',
    '/playground/%252e%252e%252fpackage.json',
    '/playground/vendor/../../../.env',
    '/playground//etc/passwd',
    '/playground/app.js%00.html',
    '/playground/.env',
    '/playground/jsconfig.json',
    '/playground/types.d.ts',
    '//etc/passwd',
    '/.env',
    '/package.json',
  ])('%s finds nothing', async (path) => {
    // By hand: `fetch` would tidy the path.
    const status = await new Promise<number>((resolve, reject) => {
      request({ host: '127.0.0.1', port: bot.port, path, method: 'GET' }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
    expect([400, 404]).toContain(status);
  });
});

describe('request limits', () => {
  test('headers of more than 16 KB are refused', async () => {
    const answer = await closesWithin(
      bot.port,
      `GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`,
      5_000,
    );
    expect(answer).toContain('431');
  });

  test.each([
    ['/slack/events', 101 * 1024],
    ['/api/messages', 257 * 1024],
    ['/playground/ask', 65 * 1024],
    ['/api/notifications', 65 * 1024],
  ])('a body too long for %s is refused', async (path, length) => {
    const response = await fetch(`${bot.url}${path}`, {
      method: 'POST',
      body: JSON.stringify({ text: 'x'.repeat(length) }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${notifyToken}` },
    });
    expect([400, 413]).toContain(response.status);
  });

  test('two lengths of one body are refused, so that no proxy and we can read it differently', async () => {
    const both =
      'POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await closesWithin(bot.port, both, 5_000)).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe('slow clients', () => {
  const within = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 };

  test('that never end their headers, or their body, are let go; others are served meanwhile', async () => {
    const slow = await startWholeBot({ within });
    onTestFinished(() => slow.stop());
    const [headers, body, body2] = await Promise.all([
      closesWithin(slow.port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ', 10_000),
      closesWithin(
        slow.port,
        'POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{',
        10_000,
      ),
      closesWithin(
        slow.port,
        'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
        10_000,
      ),
      fetch(`${slow.url}/healthz`).then((response) => expect(response.status).toBe(200)),
    ]);
    expect(headers).toContain('408');
    expect(body).toContain('408');
    expect(body2).toContain('408');
  });

  test('in great number leave the rest alone: further connections are closed at once', async () => {
    const crowded = await startWholeBot({ within: { maxConnections: 20 } });
    onTestFinished(() => crowded.stop());
    const sockets = Array.from({ length: 40 }, () =>
      connect(crowded.port, '127.0.0.1').on('error', () => {}),
    );
    const closed = await Promise.all(
      sockets.map(
        (socket) =>
          new Promise<boolean>((resolve) => {
            socket.once('close', () => resolve(true));
            setTimeout(() => resolve(false), 1_500);
          }),
      ),
    );
    expect(closed.filter(Boolean).length).toBe(20);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await fetch(`${crowded.url}/healthz`)).status).toBe(200);
  });

  test('have no longer than these times in service', () => {
    expect(limits.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(limits.requestTimeout).toBeLessThanOrEqual(30_000);
    expect(limits.connectionsCheckingInterval).toBeLessThanOrEqual(5_000);
  });
});

describe('prototype pollution', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('by “%s” in any body changes nothing', async (key) => {
    const evil = key === 'constructor' ? { prototype: { polluted: 'yes' } } : { polluted: 'yes' };
    const json = `{"${key}":${JSON.stringify(evil)},"type":"event_callback","team_id":"T1","event":{"${key}":${JSON.stringify(evil)},"type":"app_mention"}}`;
    const activity = `{"${key}":${JSON.stringify(evil)},"type":"message","value":{"${key}":${JSON.stringify(evil)}},"channelData":{"${key}":${JSON.stringify(evil)}}}`;
    await bot.postSlack(json);
    await bot.postSlack(
      new URLSearchParams({
        payload: json,
        command: '/supercluster',
        [`${key}[polluted]`]: 'yes',
      }).toString(),
      'application/x-www-form-urlencoded',
    );
    await fetch(`${bot.url}/api/messages`, {
      ...{
        method: 'POST',
        body: activity,
        headers: { 'content-type': 'application/json', authorization: bot.issuer.token() },
      },
    });
    await fetch(`${bot.url}/playground/call`, {
      ...{ method: 'POST', body: json, headers: { 'content-type': 'application/json' } },
    });
    await fetch(`${bot.url}/?${key}[polluted]=yes&${key}.polluted=yes`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
