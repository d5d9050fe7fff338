import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { serveMetrics } from '../../src/telemetry/metrics-server.ts';
import { startWholeBot, type WholeBot } from '../support/whole-bot.ts';

let server: Awaited<ReturnType<typeof serveMetrics>>;
let bot: WholeBot;
beforeAll(async () => {
  const metrics = { contentType: 'text/plain; version=0.0.4', text: async () => 'planted_total 1\n' };
  server = await serveMetrics(metrics, '127.0.0.1', 0);
  bot = await startWholeBot();
});
afterAll(async () => {
  server.close();
  await bot.stop();
});

function ask(method: string, path: string): Promise<{ status: number; body: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}

it('the metrics are read on their own address', async () => {
  expect(await ask('GET', '/metrics')).toEqual({ status: 200, body: 'planted_total 1\n' });
});

it.each([
  ['POST', '/metrics'],
  ['DELETE', '/metrics'],
  ['GET', '/'],
  ['GET', '/metrics/../../etc/passwd'],
  ['GET', '//metrics'],
  ['GET', 'http://elsewhere.example/metrics'],
])('%s %s finds nothing there', async (method, path) => {
  expect(await ask(method, path)).toEqual({ status: 404, body: '' });
});

it.each(['/metrics', '/metrics/', '/METRICS', '/slack/../metrics'])(
  'the public address has no %s',
  async (path) => {
    const response = await fetch(`${bot.url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('_total');
  },
);

it('the metrics are off unless a port is set, and then for this machine alone, in production too', () => {
  expect(readConfig({ METRICS_PORT: '' }).metrics).toBeUndefined();
  const production = { NODE_ENV: 'production', PLATFORMS: 'slack', SLACK_SIGNING_SECRET: 's' };
  const settings = { ...production, SLACK_BOT_TOKEN: 'xoxb-1', METRICS_PORT: '9464' };
  expect(readConfig(settings).metrics).toEqual({ host: '127.0.0.1', port: 9_464 });
});
