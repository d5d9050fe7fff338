import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { type FreshDatabase, freshDatabase } from '../support/databases.ts';
import { minutes } from './times.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'serving-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const location = () => ({ kind: 'sqlite', directory }) as const;

describe('one SQLite file', () => {
  it('serves one bot: the second says so in one sentence', async () => {
    const first = await startBot({ DATA_DIR: directory });
    try {
      await expect(startBot({ DATA_DIR: directory })).rejects.toThrow(
        /Another Supercluster Guide serves from .*: stop it first, or set DATABASE_URL/,
      );
    } finally {
      await first.stop();
    }
  });

  it('is open to commands beside the bot, and both see what the other wrote', async () => {
    const server = await openStore(location(), { role: 'server' });
    const tool = await openStore(location(), { role: 'tool' });
    expect(await tool.events.firstSeen('by the tool', minutes(0))).toBe(true);
    expect(await server.events.firstSeen('by the tool', minutes(0))).toBe(false);
    await tool.close();
    await expect(openStore(location(), { role: 'server' })).rejects.toMatchObject({ code: 'in-use' });
    await server.close();
    const next = await openStore(location(), { role: 'server' });
    await next.close();
  });

  it('is free again when its bot was killed', async () => {
    const script = `
      const { openStore } = await import(${JSON.stringify(join(process.cwd(), 'src/store/store.ts'))});
      await openStore(${JSON.stringify(location())}, { role: 'server' });
      console.log('open');
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await expect(openStore(location(), { role: 'server' })).rejects.toMatchObject({ code: 'in-use' });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const next = await openStore(location(), { role: 'server' });
    await next.close();
  });

  it('is made with its directory', async () => {
    directory = join(directory, 'deep', 'er');
    mkdirSync(join(directory, '..'), { recursive: true });
    const store = await openStore(location(), { role: 'tool' });
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  });
});

describe('one PostgreSQL', () => {
  let database: FreshDatabase;
  const bots: RunningBot[] = [];
  beforeEach(async () => {
    database = await freshDatabase('PostgreSQL');
  });
  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
    await database.remove();
  });

  it('serves several bots, which remember a conversation together', async () => {
    const url = database.location.kind === 'postgres' ? database.location.url : '';
    bots.push(...(await Promise.all([startBot({ DATABASE_URL: url }), startBot({ DATABASE_URL: url })])));
    const [one, two] = bots;
    const ready = await fetch(`${two?.address}/readyz`);
    expect(await ready.json()).toMatchObject({ ready: true, store: { state: 'open' } });
    const conversation = '0b7c2a3e-5d1f-4c8a-9b60-1f2e3d4c5b6a';
    const ask = async (bot: RunningBot | undefined, text: string) => {
      const response = await fetch(`${bot?.address}/playground/ask`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text, conversation }),
      });
      return response.text();
    };
    await ask(one, 'Who leads NGen?');
    expect(await ask(two, 'and its website?')).toContain('ngen.ca');
  });

  it('that is not there stops the start with one sentence and without its password', async () => {
    const refused = startBot({ DATABASE_URL: 'postgres://guide:secret-word@127.0.0.1:1/guide' });
    await expect(refused).rejects.toThrow('The database cannot be reached (ECONNREFUSED).');
    await expect(refused).rejects.not.toThrow('secret-word');
  });
});
