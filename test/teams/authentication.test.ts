import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuthentication } from '../../src/teams/adapter.ts';
import { personalMessage } from './activities.ts';
import { credentials, type Issuer, startIssuer } from './issuer.ts';
import { startServer, type TestServer } from './server.ts';

let issuer: Issuer;
let server: TestServer;
beforeEach(async () => {
  // botbuilder prints what it refuses; the tests are silent.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  // The token names the connector's address, which is known only once it listens.
  const late = { issuer: undefined as Issuer | undefined };
  const authentication = new Proxy({} as Issuer['authentication'], {
    get(_target, property) {
      const real = late.issuer?.authentication as object;
      const value: unknown = Reflect.get(real, property);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
  server = await startServer({ config: credentials, authentication });
  issuer = await startIssuer(server.serviceUrl);
  late.issuer = issuer;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
  await issuer.close();
});

const send = (authorization?: string, change: object = {}) =>
  server.post(
    { ...personalMessage(server.serviceUrl, 'hi'), ...change },
    authorization === undefined ? {} : { authorization },
  );

const hour = 3_600;
const now = () => Math.floor(Date.now() / 1000);
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('with credentials', () => {
  it('a good token is let in, and the answer carries the bot’s own', async () => {
    expect(await send(issuer.token())).toEqual({ status: 200, body: '' });
    expect(server.sent.map((sent) => sent.authorization)).toEqual(['Bearer of-the-bot']);
    expect(server.teams.status()).toMatchObject({ state: 'ready' });
  });

  it('a proxy in front is no reason to refuse', async () => {
    const activity = personalMessage(server.serviceUrl, 'hi');
    const headers = { authorization: issuer.token(), 'x-forwarded-for': '52.112.0.1' };
    expect((await server.post(activity, headers)).status).toBe(200);
  });

  it.each<[string, () => string | undefined]>([
    ['a missing token', () => undefined],
    ['an empty token', () => 'Bearer '],
    ['garbage', () => 'Bearer garbage'],
    ['garbage in three parts', () => 'Bearer e30.e30.e30'],
    ['parts that are no JSON', () => 'Bearer YWJj.YWJj.YWJj'],
    ['another scheme', () => issuer.token().replace('Bearer', 'Basic')],
    ['a token for another bot', () => issuer.token({ claims: { aud: 'another-bot' } })],
    ['a token without audience', () => issuer.token({ claims: { aud: undefined } })],
    ['another issuer', () => issuer.token({ claims: { iss: 'https://evil.example' } })],
    ['an expired token', () => issuer.token({ claims: { nbf: now() - 2 * hour, exp: now() - hour } })],
    ['a token of the future', () => issuer.token({ claims: { nbf: now() + hour, exp: now() + 2 * hour } })],
    [
      'a token for another service address',
      () => issuer.token({ claims: { serviceurl: 'https://evil.example/' } }),
    ],
    ['a key that is not endorsed for Teams', () => issuer.token({ header: { kid: 'other' } })],
    ['a key nobody knows', () => issuer.token({ header: { kid: 'unknown' } })],
    ['a signature by another key', () => issuer.token({ key: stranger })],
    ['no signature', () => issuer.token({ header: { alg: 'none' } }).replace(/[^.]*$/, '')],
    ['a symmetric algorithm', () => issuer.token({ header: { alg: 'HS256' } })],
  ])('%s is unauthorized', async (_name, authorization) => {
    expect(await send(authorization())).toEqual({ status: 401, body: '{"error":"unauthorized"}' });
    expect(server.answering.questions).toEqual([]);
    expect(server.sent).toEqual([]);
    expect(server.log()).not.toContain('Bearer');
  });

  it('another tenant is unauthorized, whatever its token', async () => {
    const response = await send(issuer.token(), { channelData: { tenant: { id: 'tenant-2' } } });
    expect(response).toEqual({ status: 401, body: '{"error":"unauthorized"}' });
    expect(server.answering.questions).toEqual([]);
  });

  it('a bot of several tenants serves those on its list alone', async () => {
    const config = {
      ...credentials,
      appType: 'MultiTenant',
      allowedTenants: ['tenant-1', 'tenant-2'],
    } as const;
    const several = await startServer({ config, authentication: issuer.authentication });
    const from = (tenant: string | undefined) =>
      several.post(
        {
          ...personalMessage(several.serviceUrl, 'hi'),
          channelData: tenant === undefined ? {} : { tenant: { id: tenant } },
          conversation: { id: 'a:chat', conversationType: 'personal' },
        },
        { authorization: issuer.token({ claims: { serviceurl: several.serviceUrl } }) },
      );
    expect((await from('tenant-2')).status).toBe(200);
    for (const tenant of ['tenant-3', '', undefined]) {
      expect(await from(tenant)).toEqual({ status: 401, body: '{"error":"unauthorized"}' });
    }
    expect(several.answering.questions).toHaveLength(1);
    await several.close();
  });

  it('an address that is not Teams’ is refused before the token is looked at', async () => {
    const response = await send(issuer.token(), { serviceUrl: 'https://evil.example/' });
    expect(response).toEqual({ status: 403, body: '{"error":"service address not allowed"}' });
  });

  it('keys that cannot be fetched are our failure, not the sender’s', async () => {
    await issuer.close();
    const unreachable = await startIssuer(server.serviceUrl);
    await unreachable.close();
    const other = await startServer({ config: credentials, authentication: unreachable.authentication });
    const response = await other.post(personalMessage(other.serviceUrl, 'hi'), {
      authorization: unreachable.token(),
    });
    expect(response).toEqual({ status: 500, body: '{"error":"internal error"}' });
    expect(other.log()).toContain('teams_request_failed');
    await other.close();
    issuer = await startIssuer(server.serviceUrl);
  });

  it('this machine is no exception in production: loopback addresses are refused too', async () => {
    const strict = await startServer({ config: credentials, production: true });
    const response = await strict.post(personalMessage(strict.serviceUrl, 'hi'), {
      authorization: issuer.token(),
    });
    expect(response).toEqual({ status: 403, body: '{"error":"service address not allowed"}' });
    await strict.close();
  });
});

describe('the credentials of the configuration', () => {
  it.each(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const)('are accepted for %s', (appType) => {
    expect(() => createAuthentication({ ...credentials, appType })).not.toThrow();
  });
});
