import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../src/store/databases.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { databaseKinds, freshDatabase } from '../support/databases.ts';
import { minutes } from './times.ts';

const kills = 20;
const writer = fileURLToPath(new URL('durability-writer.ts', import.meta.url));

/** Lets a process write, kills it at a random moment, and returns what it said was written. */
async function writeAndKill(location: DatabaseLocation, prefix: string): Promise<string[]> {
  const child = spawn(process.execPath, [writer, JSON.stringify(location), prefix], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), Math.random() * 150);
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  return output.split('\n').slice(0, -1);
}

async function isThere(store: Store, line: string): Promise<boolean> {
  const [what, id = ''] = line.split(' ');
  if (what === 'event') return !(await store.events.firstSeen(id, minutes(0)));
  if (what === 'notification') return (await store.outbox.counts(id))?.audience === 3;
  const notification = id.replace(/-a$/, '');
  const [first] = await store.outbox.deliveries(notification, { limit: 1 });
  return first?.state === 'sent' && first.messageId === `ts-${notification}`;
}

describe.each(databaseKinds)('%s', (kind) => {
  it(`keeps every acknowledged write through ${kills} kills`, { timeout: 300_000 }, async () => {
    const { location, remove } = await freshDatabase(kind);
    let acknowledged = 0;
    for (let kill = 0; kill < kills; kill++) {
      const lines = await writeAndKill(location, `k${kill}`);
      acknowledged += lines.length;
      const store = await openStore(location, { role: 'server' });
      for (const line of lines) expect([line, await isThere(store, line)]).toEqual([line, true]);
      // What was under way is there as a whole or not at all.
      for (const { id } of await store.notifications.latest(1_000)) {
        const counts = await store.outbox.counts(id);
        expect(counts).toMatchObject({ audience: 3 });
        expect((counts?.pending ?? 0) + (counts?.sent ?? 0)).toBe(3);
      }
      await store.close();
    }
    console.log(`${kind}: ${kills} kills, ${acknowledged} acknowledged writes, 0 lost`);
    expect(acknowledged).toBeGreaterThan(kills);
    await remove();
  });
});
