import { expect, test } from 'vitest';
import { startBot } from '../support/bot.ts';

const id = '11111111-2222-4333-8444-555555555555';
const secrets = {
  SLACK_SIGNING_SECRET: 'planted-signing-secret',
  SLACK_BOT_TOKEN: 'xoxb-planted-bot-token',
  MICROSOFT_APP_PASSWORD: 'planted-app-password',
  NOTIFY_TOKEN: 'planted-notify-token-of-more-than-32-characters',
  ENCRYPTION_KEY: `k1:${Buffer.alloc(32, 'planted').toString('base64')}`,
};

test('secrets of the configuration stand nowhere in what the bot prints and logs', {
  timeout: 60_000,
}, async () => {
  const bot = await startBot({
    ...secrets,
    ...{ MICROSOFT_APP_ID: id, MICROSOFT_APP_TENANT_ID: id, LOG_LEVEL: 'trace' },
    // Nobody listens there: what goes wrong is logged.
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
  });
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secrets.NOTIFY_TOKEN}` };
    const post = (path: string, body: string) =>
      fetch(`${bot.address}${path}`, { method: 'POST', body, headers });
    await post('/slack/events', '{');
    await post('/api/messages', '{"type":"message"}');
    await post('/api/notifications', '{');
    await post('/playground/ask', '{');
    const readiness = await (await fetch(`${bot.address}/readyz`)).text();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const [name, secret] of Object.entries(secrets)) {
      const plain = secret.replace(/^k1:/, '');
      expect(bot.output() + readiness, name).not.toContain(plain);
    }
    // The token that could not be checked is told all the same.
    expect(bot.output()).toContain('the bot token could not be checked');
  } finally {
    await bot.stop();
  }
});
