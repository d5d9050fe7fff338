import express from 'express';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSlack } from '../../src/slack/slack.ts';
import {
  FakeAnswerLog,
  FakeSubscriptions,
  noApprovals,
  noSubscribers,
} from '../support/fake-notifications.ts';
import { FakeAnswering } from './fake-answering.ts';
import { envelopeOf, freshness, type Harness, mention, nowSeconds, sign, startHarness } from './harness.ts';
import { openWorkspace } from './workspace.ts';

const form = 'application/x-www-form-urlencoded';

async function expectRefused(harness: Harness, response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status);
  expect((await response.text()).length).toBeLessThan(50);
  expect(await harness.settled()).toEqual([]);
  expect(harness.answering.asked).toEqual([]);
}

describe('a request is refused', () => {
  const body = () => JSON.stringify(envelopeOf(mention()));

  test('with a signature made with another secret', async () => {
    const harness = await startHarness();
    await expectRefused(harness, await harness.send(body(), { secret: 'wrong' }), 401);
  });

  test.each(['', 'v0=', 'v1=abc', 'v0=zz', 'abc'])('with signature “%s”', async (signature) => {
    const harness = await startHarness();
    await expectRefused(harness, await harness.send(body(), { signature }), 401);
  });

  test('with a signature that is one digit off, one digit short or one too long', async () => {
    const good = sign(body(), nowSeconds());
    const off = good.slice(0, -1) + (good.endsWith('0') ? '1' : '0');
    for (const signature of [off, good.slice(0, -1), `${good}0`]) {
      const harness = await startHarness();
      await expectRefused(harness, await harness.send(body(), { signature }), 401);
    }
  });

  test.each([-301, -86_400, 302, 86_400])('when signed %i seconds from now', async (offset) => {
    const harness = await startHarness();
    await expectRefused(harness, await harness.send(body(), { timestamp: nowSeconds() + offset }), 401);
  });

  test.each(['', 'soon', '-1', '1e9', '99999999999999'])('with timestamp “%s”', async (stamp) => {
    const harness = await startHarness();
    const headers = { 'x-slack-request-timestamp': stamp };
    await expectRefused(harness, await harness.send(body(), { headers }), 401);
  });

  test('when its body is replayed under another timestamp', async () => {
    const harness = await startHarness();
    const replayed = body();
    const signature = sign(replayed, nowSeconds() - 10);
    await expectRefused(harness, await harness.send(replayed, { signature }), 401);
  });

  test('when its body was changed after signing', async () => {
    const harness = await startHarness();
    const signature = sign(body(), nowSeconds());
    await expectRefused(harness, await harness.send(`${body()} `, { signature }), 401);
  });

  test('when it is unsigned and malformed: the signature is judged first', async () => {
    const harness = await startHarness();
    await expectRefused(harness, await harness.send('{', { secret: 'wrong' }), 401);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '7',
    '{"type":"event_callback"}',
    '{"type":"event_callback","event":[]}',
    '{"type":"event_callback","event":{"type":"function_executed","function_execution_id":"Fx1","bot_access_token":{}}}',
  ])('with signed JSON %s', async (text) => {
    const harness = await startHarness();
    await expectRefused(harness, await harness.send(text), 400);
  });

  test.each([
    'a=b',
    'payload=',
    'payload=null',
    'payload={',
    'payload={"type":"block_actions","actions":[]}',
  ])('with signed form %s', async (text) => {
    const harness = await startHarness();
    await expectRefused(harness, await harness.send(text, { contentType: form }), 400);
  });

  test('when it is longer than 100 KB, whether signed or not', async () => {
    const harness = await startHarness();
    const oversized = JSON.stringify(envelopeOf(mention({ text: 'a'.repeat(101 * 1024) })));
    expect((await harness.send(oversized, { secret: 'wrong' })).status).toBe(413);
    await expectRefused(harness, await harness.send(oversized), 413);
  });

  test('when it is compressed', async () => {
    const harness = await startHarness();
    const headers = { 'content-encoding': 'gzip' };
    await expectRefused(harness, await harness.send(body(), { headers }), 400);
  });
});

describe('a request is accepted', () => {
  test.each([-290, 0, 290])('when signed %i seconds from now', async (offset) => {
    const harness = await startHarness();
    const body = JSON.stringify(envelopeOf(mention()));
    expect((await harness.send(body, { timestamp: nowSeconds() + offset })).status).toBe(200);
    expect(await harness.settled()).toHaveLength(1);
  });

  test('just below 100 KB', async () => {
    const harness = await startHarness();
    const body = JSON.stringify(envelopeOf(mention({ text: `<@UBOT> ${'a'.repeat(99 * 1024)}` })));
    expect((await harness.send(body)).status).toBe(200);
    expect(await harness.settled()).toHaveLength(1);
  });

  test('when Slack verifies the address', async () => {
    const harness = await startHarness();
    const response = await harness.send(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(await response.json()).toEqual({ challenge: 'abc' });
    expect(await harness.settled()).toEqual([]);
  });

  test('when Slack checks the certificate, unsigned; nothing else in it counts', async () => {
    const harness = await startHarness();
    const body = 'ssl_check=1&command=%2Fsupercluster&text=NGen&response_url=x';
    const response = await harness.send(body, { contentType: form, secret: 'wrong' });
    expect(response.status).toBe(200);
    expect(await harness.settled()).toEqual([]);
    expect(harness.answering.asked).toEqual([]);
  });

  test('as a form whose type names a character set', async () => {
    const harness = await startHarness();
    const fields = { command: '/supercluster', text: 'NGen', team_id: 'T1', channel_id: 'C1', user_id: 'U1' };
    const body = new URLSearchParams({ ...fields, response_url: harness.slack.responseUrl }).toString();
    const response = await harness.send(body, { contentType: `${form}; charset=utf-8` });
    expect(response.status).toBe(200);
    expect(await harness.posted(1)).toHaveLength(1);
  });

  test.each([
    ['an event nobody listens to', JSON.stringify(envelopeOf({ type: 'app_home_opened', user: 'U1' }))],
    ['a rate limit notice', JSON.stringify({ type: 'app_rate_limited', minute_rate_limited: 1 })],
  ])('and answered at once when it is %s', async (_, body) => {
    const harness = await startHarness();
    const before = Date.now();
    expect((await harness.send(body)).status).toBe(200);
    expect(Date.now() - before).toBeLessThan(1_000);
    expect(await harness.settled()).toEqual([]);
  });
});

describe('stopping', () => {
  test('waits for the answer under way and refuses new work', async () => {
    const harness = await startHarness();
    let open = () => {};
    harness.answering.gate = new Promise((resolve) => {
      open = resolve;
    });
    await harness.event(mention());
    let stopped = false;
    const stopping = harness.platform.stop().then(() => {
      stopped = true;
    });
    const refused = await harness.event(mention({ ts: '1.2' }));
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(stopped).toBe(false);
    expect(harness.slack.posted).toEqual([]);
    open();
    await stopping;
    expect(harness.slack.posted).toHaveLength(1);
  });
});

test('stopping waits for a slow Slack', async () => {
  const harness = await startHarness();
  harness.slack.answer('chat.postMessage', { after: 400 });
  await harness.event(mention());
  await harness.posted(1);
  const before = Date.now();
  await harness.platform.stop();
  expect(Date.now() - before).toBeGreaterThan(200);
});

describe('without configuration', () => {
  test('the address says so, and the status too', async () => {
    const platform = createSlack({
      config: undefined,
      installations: undefined,
      answering: new FakeAnswering(),
      workspace: await openWorkspace(),
      freshness: () => freshness,
      subscriptions: new FakeSubscriptions(),
      suggestedQuestions: () => [],
      sources: { callFor: () => undefined },
      answerLog: new FakeAnswerLog(),
      approvals: noApprovals,
      subscribers: noSubscribers,
      logger: pino({ level: 'silent' }),
    });
    const app = express();
    platform.mount(app);
    const server = app.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST' });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ error: 'slack_not_configured' });
    expect(platform.status()).toMatchObject({ name: 'slack', state: 'off' });
    await platform.start();
    await platform.stop();
  });
});
