import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningBot, startBot } from '../support/bot.ts';

/** A reload reads everything anew, and the machine may be busy. */
const patience = { timeout: 15_000, interval: 200 };

describe('the running bot', () => {
  let bot: RunningBot;
  const content = mkdtempSync(join(tmpdir(), 'content-'));

  beforeAll(async () => {
    cpSync('content', content, { recursive: true });
    bot = await startBot({ CONTENT_DIR: content });
  });
  afterAll(async () => {
    await bot.stop();
    rmSync(content, { recursive: true });
  });

  const get = (path: string, init?: RequestInit) => fetch(`${bot.address}${path}`, init);

  it('says that it lives', async () => {
    const response = await get('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('says what is ready, part by part', async () => {
    const response = await get('/readyz');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ready: true,
      content: { state: 'ready', reloadErrors: [] },
      index: { state: 'ready' },
      store: { state: 'open' },
      platforms: [
        { name: 'slack', state: 'off' },
        { name: 'teams', state: 'local' },
      ],
    });
  });

  it('answers 404 with a code and without naming its framework', async () => {
    const response = await get('/nothing/here');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: 'not_found' });
    expect(response.headers.get('x-powered-by')).toBeNull();
  });

  it('refuses a path that cannot be decoded without showing a stack', async () => {
    const response = await get('/%ff');
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toMatch(/ at |node_modules/);
  });

  it('serves the playground', async () => {
    const response = await get('/');
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('reloads on SIGHUP and shows what was wrong while the old content serves', async () => {
    const file = join(content, 'clusters', 'ngen.en.md');
    writeFileSync(file, 'broken');
    bot.process.kill('SIGHUP');
    const state = async () => (await (await get('/readyz')).json()) as { ready: boolean; content: object };
    await vi.waitFor(
      async () =>
        expect(await state()).toMatchObject({
          ready: true,
          content: {
            state: 'stale',
            reloadErrors: expect.arrayContaining([expect.stringContaining('ngen.en.md:1: expected')]),
          },
        }),
      patience,
    );
    cpSync('content/clusters/ngen.en.md', file);
    bot.process.kill('SIGHUP');
    await vi.waitFor(
      async () => expect(await state()).toMatchObject({ content: { state: 'ready' } }),
      patience,
    );
  });
});

describe('starting and stopping', () => {
  it('stops on SIGTERM, quickly and with success', async () => {
    const bot = await startBot();
    const started = Date.now();
    expect(await bot.stop()).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('stops on SIGTERM when nobody reads its output any more', async () => {
    const bot = await startBot({ LOG_LEVEL: 'info' });
    bot.process.stdout?.destroy();
    expect(await bot.stop()).toBe(0);
  });

  it.each([
    ['a wrong setting', { PORT: 'http' }, /configuration is not usable:\nPORT: expected a port/],
    [
      'missing credentials in production',
      { NODE_ENV: 'production' },
      /SLACK_BOT_TOKEN: is needed in production/,
    ],
    [
      'missing Teams credentials in production',
      { NODE_ENV: 'production', PLATFORMS: 'teams' },
      /MICROSOFT_APP_ID: is needed in production/,
    ],
    ['no content', { CONTENT_DIR: 'docs/images/none' }, /start failed|content is not usable/],
  ])('does not start with %s and says why without a stack', async (_name, environment, expected) => {
    const failure = await startBot(environment).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(failure).toMatch(expected);
    expect(failure).not.toMatch(/\n\s+at /);
  });

  it('names file, line and expectation of a broken content file', async () => {
    const content = mkdtempSync(join(tmpdir(), 'content-'));
    cpSync('content', content, { recursive: true });
    writeFileSync(join(content, 'clusters', 'ngen.fr.md'), '---\nkind: robot\n---\n');
    await expect(startBot({ CONTENT_DIR: content })).rejects.toThrow(/ngen\.fr\.md:2: kind: expected one of/);
    rmSync(content, { recursive: true });
  });

  it('has no playground where it is switched off', async () => {
    const bot = await startBot({ PLAYGROUND: 'off' });
    expect((await fetch(`${bot.address}/`)).status).toBe(404);
    expect((await fetch(`${bot.address}/playground/ask`, { method: 'POST' })).status).toBe(404);
    await bot.stop();
  });

  it('says that its port is taken', async () => {
    const first = await startBot();
    const port = new URL(first.address).port;
    await expect(startBot({ PORT: port })).rejects.toThrow(/The port is in use/);
    await first.stop();
  });
});
