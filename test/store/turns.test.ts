import { describe, expect, it } from 'vitest';
import { databaseKinds, useStore } from '../support/databases.ts';
import { minutes } from './times.ts';

const place = (id: string, workspace = 'T') => ({ platform: 'slack', workspace, place: id }) as const;

describe.each(databaseKinds)('conversation turns in %s', (kind) => {
  const opened = useStore(kind);

  it('come back oldest first, the last five of their place', async () => {
    const { turns } = opened.store;
    for (let n = 1; n <= 7; n++) await turns.add(place('T/C/1'), String(n), minutes(n));
    await turns.add(place('T/C/2'), 'other', minutes(1));
    expect(await turns.of(place('T/C/1'), minutes(8))).toEqual(['3', '4', '5', '6', '7']);
    expect(await turns.of({ ...place('T/C/1'), platform: 'teams' }, minutes(8))).toEqual([]);
    expect(await turns.of(place('T/C/1', 'another'), minutes(8))).toEqual([]);
  });

  it('are forgotten after a day', async () => {
    const { turns } = opened.store;
    await turns.add(place('T/C/1'), 'old', minutes(0));
    expect(await turns.of(place('T/C/1'), minutes(24 * 60 + 1))).toEqual([]);
    await opened.store.purge(minutes(24 * 60 + 1));
    expect(await turns.of(place('T/C/1'), minutes(0))).toEqual([]);
  });

  it('are all kept when two processes write in one place at once', async () => {
    const other = await opened.another();
    const written = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(
      written.map((turn, n) =>
        (n % 2 === 0 ? opened.store : other).turns.add(place('T/C/1'), turn, minutes(0)),
      ),
    );
    expect((await opened.store.turns.of(place('T/C/1'), minutes(1))).toSorted()).toEqual(written);
  });
});

describe.each(databaseKinds)('a store on %s', (kind) => {
  const opened = useStore(kind);

  it('answers a ping until it is closed', async () => {
    await expect(opened.store.ping()).resolves.toBeUndefined();
    const other = await opened.another();
    await other.close();
    await expect(other.ping()).rejects.toThrow();
  });
});
