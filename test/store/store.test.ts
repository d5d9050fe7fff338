import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';

const minutes = (count: number) => new Date(Date.UTC(2026, 0, 1) + count * 60_000);

let directory: string;
let store: Store;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openStore(directory);
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

describe('processed events', () => {
  it('are new once in ten minutes', async () => {
    expect(await store.firstSeen('slack:event:E1', minutes(0))).toBe(true);
    expect(await store.firstSeen('slack:event:E1', minutes(9))).toBe(false);
    expect(await store.firstSeen('slack:event:E2', minutes(9))).toBe(true);
    expect(await store.firstSeen('slack:event:E1', minutes(11))).toBe(true);
  });

  it('have one winner when many ask at once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => store.firstSeen('same', minutes(0))));
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('survive a restart', async () => {
    await store.firstSeen('slack:event:E1', minutes(0));
    await store.close();
    store = await openStore(directory);
    expect(await store.firstSeen('slack:event:E1', minutes(1))).toBe(false);
  });
});

describe('conversation turns', () => {
  const add = (place: string, turn: string, at: number) =>
    store.addTurn({ platform: 'slack', place, turn }, minutes(at));

  it('come back oldest first, the last five of their place', async () => {
    for (let n = 1; n <= 7; n++) await add('T/C/1', String(n), n);
    await add('T/C/2', 'other', 1);
    expect(await store.turns('slack', 'T/C/1', minutes(8))).toEqual(['3', '4', '5', '6', '7']);
    expect(await store.turns('teams', 'T/C/1', minutes(8))).toEqual([]);
  });

  it('are forgotten after a day', async () => {
    await add('T/C/1', 'old', 0);
    expect(await store.turns('slack', 'T/C/1', minutes(24 * 60 + 1))).toEqual([]);
    await store.purge(minutes(24 * 60 + 1));
    expect(await store.turns('slack', 'T/C/1', minutes(0))).toEqual([]);
  });
});

it('keeps the latest conversation reference', async () => {
  await store.saveReference('19:a', '{"serviceUrl":"one"}', minutes(0));
  await store.saveReference('19:a', '{"serviceUrl":"two"}', minutes(1));
  await expect(store.ping()).resolves.toBeUndefined();
});

it('does not answer a ping when it is closed', async () => {
  await store.close();
  await expect(store.ping()).rejects.toThrow();
  store = await openStore(':memory:');
});
