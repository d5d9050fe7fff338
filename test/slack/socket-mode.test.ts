import { describe, expect, test, vi } from 'vitest';
import { botToken, envelopeOf, mention, startHarness } from './harness.ts';
import { SocketDouble } from './socket-double.ts';

const appToken = 'xapp-secret-token';

describe('with an app token', () => {
  test('the start opens a connection, and questions come and are acknowledged through it', async () => {
    const harness = await startHarness({ appToken });
    const socket = new SocketDouble(harness.slack);
    await harness.platform.start();
    expect(socket.connections).toBe(1);
    const opened = harness.slack.received.find((call) => call.method === 'apps.connections.open');
    expect(opened?.authorization).toBe(`Bearer ${appToken}`);
    socket.send({
      type: 'events_api',
      envelope_id: 'E1',
      payload: envelopeOf(mention()),
      accepts_response_payload: false,
    });
    await vi.waitFor(() => {
      expect(socket.received).toMatchObject([{ envelope_id: 'E1' }]);
      expect(harness.slack.calls('chat.postMessage')).toHaveLength(1);
    }, 5_000);
    expect(harness.answering.asked[0]?.text).toBe('who leads NGen?');
  });

  test('needs no signing secret, and the HTTP address says where questions go', async () => {
    const harness = await startHarness({ appToken, signingSecret: '' });
    const response = await harness.send('{}', { secret: 'any' });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ error: 'slack_uses_socket_mode' });
    expect(harness.platform.status()).toMatchObject({
      state: 'ready',
      detail: expect.stringContaining('Socket'),
    });
  });

  test('that Slack refuses, the start fails and logs no token', async () => {
    const harness = await startHarness({ appToken });
    harness.slack.answer('apps.connections.open', { body: { ok: false, error: 'invalid_auth' } });
    await expect(harness.platform.start()).rejects.toThrow('invalid_auth');
    expect(harness.logged()).not.toContain(appToken);
  });
});

describe('without an app token', () => {
  test('the start opens no connection and checks the bot token', async () => {
    const harness = await startHarness();
    await harness.platform.start();
    await harness.settled();
    expect(harness.slack.received.map((call) => call.method)).toEqual(['auth.test']);
    expect(harness.slack.received[0]?.authorization).toBe(`Bearer ${botToken}`);
    expect(harness.logged()).toBe('');
  });

  test('a bot token that Slack refuses is logged as an error, and the start goes on', async () => {
    const harness = await startHarness();
    harness.slack.answer('auth.test', { body: { ok: false, error: 'invalid_auth' } });
    await harness.platform.start();
    await harness.settled();
    expect(harness.logged()).toContain('"cause":"invalid_auth"');
    expect(harness.logged()).not.toContain(botToken);
    expect(harness.platform.status().state).toBe('ready');
  });
});
