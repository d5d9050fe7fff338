/** A bot of the type `UserAssignedMSI`: the token of what it sends is that of its managed identity. */
import { createServer } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { messageCard } from '../../src/cards/message-card.ts';
import { createAuthentication } from '../../src/teams/adapter.ts';
import type { ConversationRecord } from '../../src/teams/conversation-record.ts';
import { createTeamsSender } from '../../src/teams/sender.ts';
import { credentials } from './issuer.ts';
import { listen, startConnector } from './server.ts';

/** Azure's own address for managed identities, as an App Service has it: looked up once in a process. */
let asked: URL[] = [];
const identity = createServer((request, response) => {
  asked.push(new URL(request.url ?? '', 'http://identity'));
  const isKnown = request.headers['x-identity-header'] === 'of-this-machine';
  response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
  const until = String(Math.floor(Date.now() / 1000) + 3_600);
  response.end(JSON.stringify({ access_token: 'of-the-identity', expires_on: until, token_type: 'Bearer' }));
});
beforeAll(async () => {
  vi.stubEnv('IDENTITY_ENDPOINT', `${await listen(identity, '127.0.0.1')}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'of-this-machine');
});
afterAll(() => {
  vi.unstubAllEnvs();
  identity.close();
});

// Tokens are kept for the whole process: each test has an identity of its own.
test.each([
  ['without a secret', '44444444-4444-4444-8444-444444444444', undefined],
  ['with a secret that is not for it', '55555555-5555-4555-8555-555555555555', 'left-over'],
])('a message carries the token of the identity, %s', async (_name, appId, appPassword) => {
  asked = [];
  const connector = await startConnector();
  onTestFinished(() => connector.close());
  const { appPassword: _none, ...known } = credentials;
  const config = {
    ...known,
    appId,
    appType: 'UserAssignedMSI',
    ...(appPassword && { appPassword }),
  } as const;
  const channel = { platform: 'teams', workspace: 'tenant-1', channel: '19:x@thread.tacv2' } as const;
  const record: ConversationRecord = {
    ...{ conversationId: channel.channel, conversationType: 'channel', serviceUrl: connector.serviceUrl },
    ...{ channelId: 'msteams', botId: '28:bot', tenantId: 'tenant-1' },
  };
  const sender = createTeamsSender({
    config,
    authentication: createAuthentication(config),
    reference: async () => JSON.stringify(record),
    logger: pino({ level: 'silent' }),
  });
  const card = messageCard('en', 'Summit', 'It takes place in June.');
  expect(await sender.send({ channel, deliveryIds: ['d1'], card })).toMatchObject({ type: 'sent' });
  expect(connector.sent.map(({ authorization }) => authorization)).toEqual(['Bearer of-the-identity']);
  expect(asked.map(({ searchParams }) => searchParams.get('client_id'))).toEqual([appId]);
});
