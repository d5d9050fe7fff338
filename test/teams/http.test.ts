import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLoopbackServiceUrl, isTeamsServiceUrl } from '../../src/teams/service-url.ts';
import { createTeams } from '../../src/teams/teams.ts';
import {
  FakeAnswerLog,
  FakeSubscriptions,
  noApprovals,
  noSubscribers,
} from '../support/fake-notifications.ts';
import { personalMessage } from './activities.ts';
import { createFakeAnswering } from './fake-answering.ts';
import { createFakeServices } from './fake-services.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

describe('a request that is no activity', () => {
  it.each(['{', '"text"', 'null', '', '[1]', '{"type":', '\u0000'])('%j is a bad request', async (body) => {
    const response = await server.post(body);
    expect(response.status).toBe(400);
    expect(response.body).toMatch(/^\{"error":"not (JSON|an activity)"\}$/);
  });

  it.each([
    { type: 1 },
    { type: 'message' },
    { serviceUrl: 'ftp://127.0.0.1/' },
    { conversation: undefined },
    { recipient: null },
    { from: 'me' },
    { entities: 'none' },
    { text: { evil: true } },
    { membersAdded: [null] },
  ])('a changed activity is a bad request: %j', async (change) => {
    const activity =
      'type' in change && change.type === 'message'
        ? change
        : { ...personalMessage(server.serviceUrl, 'hi'), ...change };
    expect(await server.post(activity)).toEqual({ status: 400, body: '{"error":"not an activity"}' });
    expect(server.sent).toEqual([]);
  });

  it('more than 256 KB is too large', async () => {
    const activity = personalMessage(server.serviceUrl, 'x'.repeat(256 * 1024));
    expect(await server.post(activity)).toEqual({ status: 413, body: '{"error":"too large"}' });
  });

  it('just under 256 KB is an activity', async () => {
    const spare = JSON.stringify(personalMessage(server.serviceUrl, '')).length + 10;
    const activity = personalMessage(server.serviceUrl, 'x'.repeat(256 * 1024 - spare));
    expect((await server.post(activity)).status).toBe(200);
  });

  it('another encoding is refused with a tiny body', async () => {
    const response = await server.post('{}', { 'content-encoding': 'snappy' });
    expect(response).toEqual({ status: 415, body: '{"error":"unsupported encoding"}' });
  });

  it('a form or plain text is a bad request', async () => {
    expect((await server.post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      400,
    );
    expect((await server.post('{}', { 'content-type': 'text/plain' })).status).toBe(400);
  });
});

describe('without credentials', () => {
  it('says so', () => {
    expect(server.teams.status()).toMatchObject({ name: 'teams', state: 'local' });
  });

  it.each(['x-forwarded-for', 'forwarded'])('refuses what came through a proxy (%s)', async (header) => {
    const response = await server.post(personalMessage(server.serviceUrl, 'hi'), { [header]: '127.0.0.1' });
    expect(response).toEqual({ status: 403, body: '{"error":"loopback only"}' });
    expect(server.answering.questions).toEqual([]);
  });

  it('refuses a web page of another site, even one whose name leads here', async () => {
    expect(
      (await server.post(personalMessage(server.serviceUrl, 'hi'), { origin: 'https://evil.example' }))
        .status,
    ).toBe(403);
    expect(await postWithHost(server, 'evil.example')).toBe(403);
    expect(await postWithHost(server, 'localhost')).toBe(200);
  });

  it('refuses another machine', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4')?.address;
    // A machine without a network has nobody to refuse; the address check below covers it there.
    if (outside) {
      const open = await startServer({}, outside);
      expect(await postWithHost(open, 'localhost')).toBe(403);
      await open.close();
    }
  });

  it.each([
    'http://evil.example/',
    'https://smba.trafficmanager.net/teams/',
    'http://127.0.0.1.evil.example/',
    'http://localhost@evil.example/',
    'http://169.254.169.254/',
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
  ])('never sends to %s', async (serviceUrl) => {
    const response = await server.post(personalMessage(serviceUrl, 'hi'));
    expect(response).toEqual({ status: 403, body: '{"error":"service address not allowed"}' });
    expect(server.answering.questions).toEqual([]);
  });

  it('is off in production', async () => {
    const teams = createTeams({
      config: undefined,
      production: true,
      answering: createFakeAnswering(),
      ...createFakeServices(),
      subscriptions: new FakeSubscriptions(),
      answerLog: new FakeAnswerLog(),
      approvals: noApprovals,
      subscribers: noSubscribers,
      logger: (await import('pino')).pino({ level: 'silent' }),
    });
    expect(teams.status().state).toBe('off');
    const app = express();
    teams.mount(app);
    expect(JSON.stringify(app.router.stack)).not.toContain('/api/messages');
  });
});

describe('the service address', () => {
  it.each([
    'https://smba.trafficmanager.net/amer/11111111-1111-4111-8111-111111111111/',
    'https://smba.trafficmanager.net/teams/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://smba.infra.dod.teams.microsoft.us/teams',
  ])('of Teams is %s', (url) => {
    expect(isTeamsServiceUrl(url)).toBe(true);
    expect(isLoopbackServiceUrl(url)).toBe(false);
  });

  it.each([
    'http://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net:8443/teams/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://xsmba.trafficmanager.net/',
    'https://127.0.0.1/',
    'not an address',
  ])('of Teams is never %s', (url) => {
    expect(isTeamsServiceUrl(url)).toBe(false);
  });

  it.each(['http://127.0.0.1:56150/x', 'http://localhost:1/', 'http://[::1]:56150/', 'https://127.9.9.9/'])(
    'of this machine is %s',
    (url) => {
      expect(isLoopbackServiceUrl(url)).toBe(true);
    },
  );
});

/** `fetch` does not let a test choose the Host header. */
function postWithHost({ url, serviceUrl }: TestServer, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}/api/messages`,
      { method: 'POST', headers: { host, 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(personalMessage(serviceUrl, 'hi')));
  });
}
