import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { NotificationContent } from '../../src/notifications/content.ts';
import type { Draft, Publisher } from '../../src/notifications/publisher.ts';
import { createTopics } from '../../src/notifications/topics.ts';
import { previewsOf } from '../../src/previews.ts';
import { mountNotificationsApi, notificationsPath } from '../../src/server/notifications-api.ts';
import type { Channel } from '../../src/store/tenant.ts';
import { realKnowledge } from '../support/real-content.ts';

const token = 'a-token-of-more-than-thirty-two-characters';
const message = '# News {#en}\n\nA text.\n\n# Nouvelles {#fr}\n\nUn texte.';
const now = new Date('2026-11-23T17:00:00Z');

async function start(approvalChannel?: Channel, approvalAbove = 100) {
  const published: Draft[] = [];
  const proposers: string[] = [];
  const clock = { now };
  const keys = new Map<string, string>();
  const publisher: Publisher = {
    approvalAbove,
    draftChanges: async () => 'nothing',
    declareAnnounced: async () => {},
    draftMessage: (parts, about, idempotencyKey): Draft => {
      const texts = { en: { kind: 'announcement' as const, ...parts.en } };
      const content: NotificationContent = { v: 1, news: [{ item: 'a', topics: about, texts }] };
      return { kind: 'announcement', content, ...(idempotencyKey && { idempotencyKey }) };
    },
    async *plan() {
      yield {
        followed: ['ngen'],
        settings: {
          ...{ cadence: 'instantly', at: '09:00', weekday: 1, language: 'en', weekends: 'deliver' },
          timeZone: 'America/Toronto',
        } as const,
        delivery: {
          ...{ platform: 'slack', workspace: 'T1', channel: 'C1', id: 'd1', language: 'en', dueAt: now },
        } as const,
      };
    },
    async publish(draft, by) {
      proposers.push(by);
      const key = draft.idempotencyKey;
      const said = JSON.stringify(draft.content);
      const earlier = key === undefined ? undefined : keys.get(key);
      if (earlier !== undefined && earlier !== said) return { state: 'key-taken', id: 'n1' };
      if (earlier !== undefined) return { state: 'exists', id: 'n1', standing: 'published', audience: 1 };
      if (key !== undefined) keys.set(key, said);
      published.push(draft);
      return { state: 'published', id: 'n1', audience: 1 };
    },
    approve: async () => 'not-awaiting',
  };
  const topics = createTopics(realKnowledge);
  const app = express();
  mountNotificationsApi(app, {
    token,
    publisher,
    topics: () => topics,
    previews: previewsOf(['slack']),
    approvalChannel,
    clock: () => clock.now,
    logger: pino({ level: 'silent' }),
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${notificationsPath}`;
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };
  return { post, published, proposers, clock };
}

const good = { message, topics: ['NGen, marchés publics'] };

test('publishes a message to topics named by words', async () => {
  const { post, published } = await start();
  expect(await post(good)).toMatchObject({
    status: 201,
    body: { state: 'published', id: 'n1', audience: 1 },
  });
  expect(published[0]?.content.news[0]).toMatchObject({ topics: ['ngen', 'ceta-procurement'] });
});

test('the same idempotency key publishes once, and gets the same answer again', async () => {
  const { post, published } = await start();
  const first = await post(good, { 'idempotency-key': 'k1' });
  const again = await post(good, { 'idempotency-key': 'k1' });
  expect(again).toMatchObject({ status: 200, body: first.body });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(published).toHaveLength(1);
});

test('the same idempotency key with another message is refused in one sentence', async () => {
  const { post, published } = await start();
  await post(good, { 'idempotency-key': 'k1' });
  for (const other of [
    { ...good, topics: ['NGen'] },
    { ...good, message: message.replace('A text', 'Another') },
  ]) {
    expect(await post(other, { 'idempotency-key': 'k1' })).toMatchObject({
      status: 422,
      body: {
        error: 'idempotency_key_reused',
        message:
          'This Idempotency-Key was used for another message before: send this one with a key of its own.',
        id: 'n1',
      },
    });
  }
  expect(published).toHaveLength(1);
});

test('a dry run shows audience and payloads, and publishes nothing', async () => {
  const { post, published } = await start();
  const { status, body } = await post({ ...good, dry_run: true });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    state: 'dry-run',
    audience: 1,
    by_zone: { 'America/Toronto': 1 },
    payloads: [{ platform: 'slack', language: 'en', violations: [] }],
  });
  expect(published).toEqual([]);
});

test.each([
  [1, { needed: false, recipients: 1, threshold: 1 }],
  [
    0,
    {
      ...{ needed: true, recipients: 1, threshold: 0 },
      message: 'A second person has to approve it: more than 0 channels.',
    },
  ],
])('a dry run says whether an audience of one needs approval above %i', async (threshold, approval) => {
  const { post, published } = await start(undefined, threshold);
  expect((await post({ ...good, dry_run: true })).body.approval).toEqual(approval);
  expect(published).toEqual([]);
});

test.each([
  ['no token', { authorization: '' }],
  ['another token', { authorization: `Bearer ${token.replace('a', 'b')}` }],
  ['another scheme', { authorization: `Basic ${token}` }],
])('with %s nothing is read', async (_, headers) => {
  const { post, published } = await start();
  const { status, body, headers: answered } = await post(good, headers);
  expect([status, body, answered.get('www-authenticate')]).toEqual([
    401,
    { error: 'unauthorized' },
    'Bearer',
  ]);
  expect(published).toEqual([]);
});

test.each<[string, unknown, Record<string, string>, number, object]>([
  ['an unknown topic', { ...good, topics: ['saucers'] }, {}, 422, { unknown_topics: ['saucers'] }],
  [
    'a message without French',
    { ...good, message: '# News {#en}\n\nA text.' },
    {},
    422,
    { problems: [expect.stringContaining('expected a part "# … {#fr}"')] },
  ],
  ['unknown fields', { ...good, urgent: true }, {}, 400, { error: 'bad_request' }],
  ['no topics', { message }, {}, 400, { fields: ['topics'] }],
  ['a key that is none', good, { 'idempotency-key': 'with space' }, 400, { fields: ['Idempotency-Key'] }],
  [
    'a block for text',
    { ...good, message: { length: { toString: 'x' } } },
    {},
    400,
    { error: 'bad_request' },
  ],
  ['a list', [good], {}, 400, { fields: ['body'] }],
])('%s is refused', async (_, body, headers, status, expected) => {
  const { post, published } = await start();
  expect(await post(body, headers)).toMatchObject({ status, body: expected });
  expect(published).toEqual([]);
});

test('more than thirty requests in a minute wait', async () => {
  const { post, clock } = await start();
  for (let count = 0; count < 30; count += 1) expect((await post(good)).status).toBe(201);
  const limited = await post(good);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '60']);
  clock.now = new Date(now.getTime() + 60_000);
  expect((await post(good)).status).toBe(201);
});

test('whoever guesses tokens waits as well, and keeps nobody out', async () => {
  const { post } = await start();
  const guess = () => post(good, { authorization: 'Bearer guess' });
  for (let count = 0; count < 30; count += 1) expect((await guess()).status).toBe(401);
  expect((await guess()).status).toBe(429);
  expect((await post(good)).status).toBe(201);
});

test('without a configured token the address does not exist', () => {
  const app = express();
  mountNotificationsApi(app, { token: undefined } as Parameters<typeof mountNotificationsApi>[1]);
  expect(app.router.stack).toEqual([]);
});

test('where proposals are decided in a channel, whoever proposes must be known there', async () => {
  const channel = { platform: 'slack', workspace: 'T1', channel: 'CEDITORS' } as const;
  const { post, published, proposers } = await start(channel);
  const body = { message, topics: ['NGen'] };
  expect(await post(body)).toMatchObject({ status: 400, body: { fields: ['proposed_by'] } });
  expect(await post({ ...body, proposed_by: 'ada' })).toMatchObject({ status: 400 });
  expect(published).toEqual([]);
  expect(await post({ ...body, proposed_by: 'U0ABC' })).toMatchObject({ status: 201 });
  expect(await post({ ...body, dry_run: true })).toMatchObject({ status: 200 });
  expect(proposers).toEqual(['U0ABC']);
});
