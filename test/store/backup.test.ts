import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteFileName } from '../../src/store/databases.ts';
import { openStore } from '../../src/store/store.ts';
import { delivery, publish } from './outbox.ts';
import { minutes } from './times.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function backup(
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/cli/backup.ts', ...args],
      { env: { PATH: process.env.PATH ?? '', DATA_DIR: join(directory, 'data'), ...environment } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, output: out + err }),
    );
  });
}

describe('npm run backup', () => {
  it('copies the database of a bot that serves; the copy restores all of it', async () => {
    const served = { kind: 'sqlite', directory: join(directory, 'data') } as const;
    const server = await openStore(served, { role: 'server' });
    await publish(server, 'n1', [delivery('a'), delivery('b')]);
    const copy = join(directory, 'copy.sqlite');
    expect(await backup({}, copy)).toEqual({
      code: 0,
      output: `The database was copied to ${copy}, and the copy is sound\n`,
    });
    await publish(server, 'n2', []);
    await server.close();

    const restored = { kind: 'sqlite', directory: join(directory, 'restored') } as const;
    mkdirSync(restored.directory);
    copyFileSync(copy, join(restored.directory, sqliteFileName));
    const store = await openStore(restored, { role: 'server' });
    expect((await store.notifications.latest(10)).map(({ id }) => id)).toEqual(['n1']);
    expect(await store.outbox.counts('n1')).toMatchObject({ audience: 2, pending: 2 });
    expect(await store.events.firstSeen('the copy is written to', minutes(0))).toBe(true);
    await store.close();
  });

  it('overwrites nothing, and says what it needs', async () => {
    const taken = join(directory, 'taken');
    writeFileSync(taken, 'mine');
    expect(await backup({}, taken)).toMatchObject({ code: 2, output: expect.stringContaining('exists') });
    expect(await backup({})).toMatchObject({ code: 2, output: expect.stringContaining('usage') });
    expect(await backup({}, join(directory, 'new'))).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no database in'),
    });
    expect(await backup({ DATABASE_URL: 'postgres://db/guide' }, join(directory, 'new'))).toMatchObject({
      code: 2,
      output: expect.stringContaining('pg_dump'),
    });
  });
});
