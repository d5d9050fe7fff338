import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startBot } from '../support/bot.ts';
import { personalMessage } from '../teams/activities.ts';
import { startConnector } from '../teams/server.ts';

/** The terminal beside the running bot, on the same data. */
async function notify(data: string, ...options: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['src/cli/notify.ts', ...options], {
    env: { PATH: process.env.PATH, DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, 'close');
  return output;
}

test('a chat subscribes in Teams, an editor publishes in the terminal, and the bot tells the chat', {
  timeout: 180_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'notifications-'));
  const data = join(directory, 'data');
  const file = join(directory, 'message.md');
  writeFileSync(file, '# Summit {#en}\n\nIt is in June.\n\n# Sommet {#fr}\n\nIl est en juin.');
  const connector = await startConnector();
  const bot = await startBot({ DATA_DIR: data, PLATFORMS: 'teams' });
  onTestFinished(async () => {
    await bot.stop();
    await connector.close();
    rmSync(directory, { recursive: true });
  });
  const said = () => connector.sent.map(({ activity }) => JSON.stringify(activity)).join('\n');

  const activity = personalMessage(connector.serviceUrl, 'subscribe NGen instantly');
  await fetch(new URL('/api/messages', bot.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  await vi.waitFor(() => expect(said()).toContain('I will tell this channel about: NGen'), 20_000);

  const published = await notify(data, '--message', file, '--topics', 'NGen');
  expect(published).toMatch(/^Published to 1 channels: /);
  await vi.waitFor(() => expect(said()).toContain('It is in June.'), 30_000);

  const id = /Published to 1 channels: (\S+)/.exec(published)?.[1] ?? '';
  await vi.waitFor(async () => {
    expect(await notify(data, '--report', id)).toContain('audience 1 = sent 1 + failed 0');
  }, 60_000);
});
