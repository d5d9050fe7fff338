/** Posting to a webhook of Workflows, and what becomes of a message by what it answers. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Card, plain } from '../../src/cards/card.ts';
import type { OutgoingMessage } from '../../src/notifications/sender.ts';
import { StoreError } from '../../src/store/errors.ts';
import { limits, sizeOf } from '../../src/teams/limits.ts';
import { createWebhookSender } from '../../src/teams/webhook-sender.ts';

const host = 'https://prod-186.westus.logic.azure.com';
const path = '/workflows/3f297b36509c41bfb5123777965aabb5/triggers/manual/paths/invoke';
const address = `${host}${path}?api-version=1&sig=secret-signature`;

const card: Card = {
  language: 'en',
  summary: 'A new call',
  elements: [
    { type: 'title', text: 'A new call' },
    { type: 'text', text: plain('NGen opens a call.') },
    {
      type: 'actions',
      actions: [
        { type: 'call', label: 'Tell me more', call: { intent: 'help', args: {}, language: 'en' } },
        { type: 'open', label: 'Open', url: 'https://www.ngen.ca/' },
      ],
    },
  ],
};
const message: OutgoingMessage = {
  channel: { platform: 'workflows', workspace: '', channel: 'w1' },
  deliveryIds: ['d1'],
  card,
};
const sender = createWebhookSender({ address: async () => address });

function workflow() {
  return nock(host).post(path).query(true);
}

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('a message', () => {
  test('is a card in the envelope that the template of Workflows takes apart', async () => {
    let body: unknown;
    nock(host)
      .post(path, (posted) => {
        body = posted;
        return true;
      })
      .query({ 'api-version': '1', sig: 'secret-signature' })
      .matchHeader('content-type', 'application/json')
      .reply(202, '', { 'x-ms-workflow-run-id': '08584-CU01' });
    expect(await sender.send(message)).toEqual({ type: 'sent', messageId: '08584-CU01', status: 202 });
    expect(body).toMatchObject({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: { type: 'AdaptiveCard', version: '1.5' },
        },
      ],
    });
    // Nobody would answer a click: only links remain.
    expect(JSON.stringify(body)).not.toMatch(/Action\.(?:Execute|Submit)/);
    expect(JSON.stringify(body)).toContain('Action.OpenUrl');
  });

  test('however long, stays within 28 KB with its envelope', async () => {
    let bytes = 0;
    nock(host)
      .post(path, (posted) => {
        bytes = sizeOf(posted);
        return true;
      })
      .query(true)
      .reply(202);
    const long = Array.from({ length: 400 }, (_, index) => plain(`Sentence ${index}. ${'x'.repeat(100)}.`));
    const elements: Card['elements'] = [{ type: 'list', ordered: false, items: long }];
    expect(await sender.send({ ...message, card: { ...card, elements } })).toMatchObject({ type: 'sent' });
    expect(bytes).toBeLessThanOrEqual(28 * 1024);
    expect(bytes).toBeGreaterThan(limits.cardBytes.maximum / 3);
  });
});

describe('the answer of a workflow', () => {
  const error = (code: string) => ({ error: { code, message: `secret words about ${address}` } });
  test.each([
    [200, {}, { type: 'sent', messageId: '' }],
    [202, {}, { type: 'sent', messageId: '' }],
    [400, error('WorkflowTriggerIsNotEnabled'), { type: 'suspend', reason: 'WorkflowTriggerIsNotEnabled' }],
    [
      401,
      error('DirectApiAuthorizationRequired'),
      { type: 'suspend', reason: 'DirectApiAuthorizationRequired' },
    ],
    [403, {}, { type: 'suspend', reason: 'HTTP 403' }],
    [404, error('WorkflowNotFound'), { type: 'suspend', reason: 'WorkflowNotFound' }],
    [410, {}, { type: 'suspend', reason: 'HTTP 410' }],
    [413, {}, { type: 'fail', reason: 'HTTP 413' }],
    [408, {}, { type: 'retry', reason: 'HTTP 408' }],
    [429, {}, { type: 'retry', reason: 'HTTP 429' }],
    [500, {}, { type: 'retry', reason: 'HTTP 500' }],
    [503, {}, { type: 'retry', reason: 'HTTP 503' }],
    [502, error('NoResponse'), { type: 'fail', reason: 'in doubt: NoResponse' }],
    [504, {}, { type: 'fail', reason: 'in doubt: HTTP 504' }],
  ])('%i %j', async (status, body, expected) => {
    workflow().reply(status, body);
    const result = await sender.send(message);
    expect(result).toEqual({ ...expected, status });
    expect(JSON.stringify(result)).not.toMatch(/secret/);
  });

  test('that leads elsewhere is not followed', async () => {
    workflow().reply(302, '', { location: 'http://169.254.169.254/latest/meta-data' });
    expect(await sender.send(message)).toEqual({ type: 'suspend', reason: 'HTTP 302', status: 302 });
  });

  test.each([
    ['12', 12_000],
    [new Date(Date.now() + 60_000).toUTCString(), expect.closeTo(60_000, -4)],
    ['99999999', 6 * 3_600_000],
    ['soon', undefined],
  ])('Retry-After: %s', async (header, after) => {
    workflow().reply(429, {}, { 'retry-after': header });
    const result = await sender.send(message);
    expect(result).toMatchObject({ type: 'retry', ...(after !== undefined && { after }) });
    if (after === undefined) expect(result).not.toHaveProperty('after');
  });

  test('without end is read for its code only, and not to its end', async () => {
    workflow().reply(400, `{"error":{"code":"BadRequest","message":"${'x'.repeat(1_000_000)}"}}`);
    expect(await sender.send(message)).toMatchObject({ type: 'suspend', reason: 'BadRequest' });
  });
});

describe('a line that fails', () => {
  test('before anything left is tried again', async () => {
    workflow().replyWithError(Object.assign(new Error(address), { code: 'ENOTFOUND' }));
    expect(await sender.send(message)).toEqual({ type: 'retry', reason: 'ENOTFOUND' });
  });

  test('later leaves doubt: a person decides, and nothing stands there twice', async () => {
    workflow().replyWithError(Object.assign(new Error(address), { code: 'ECONNRESET' }));
    expect(await sender.send(message)).toEqual({ type: 'fail', reason: 'in doubt: ECONNRESET' });
  });

  test('by silence does so too, in its time', async () => {
    workflow().delay(2_000).reply(202);
    const impatient = createWebhookSender({ address: async () => address, timeout: 50 });
    expect(await impatient.send(message)).toEqual({ type: 'fail', reason: 'in doubt: TimeoutError' });
  });
});

describe('an address', () => {
  test('that is not on the list is never asked, whoever stored it', async () => {
    for (const foreign of ['http://127.0.0.1:9/', 'https://example.com/?sig=a', 'file:///etc/passwd']) {
      const other = createWebhookSender({ address: async () => foreign });
      expect(await other.send(message)).toEqual({ type: 'suspend', reason: 'webhook_address_not_allowed' });
    }
  });

  test('that was removed leaves nothing to reach', async () => {
    const removed = createWebhookSender({ address: async () => undefined });
    expect(await removed.send(message)).toEqual({ type: 'forget', reason: 'webhook_removed' });
  });

  test('whose key is gone suspends the channel with that reason', async () => {
    const locked = createWebhookSender({
      address: () => Promise.reject(new StoreError('unknown-key', 'A stored secret …')),
    });
    expect(await locked.send(message)).toEqual({ type: 'suspend', reason: 'webhook_address_unknown-key' });
  });
});
