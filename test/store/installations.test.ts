import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reach } from '../../src/store/databases.ts';
import { parseKeyRing } from '../../src/store/secrets.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { minutes } from './times.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const first = parseKeyRing(`a:${key(1)}`);
const rotated = parseKeyRing(`b:${key(2)},a:${key(1)}`);
const second = parseKeyRing(`b:${key(2)}`);
const team = { platform: 'slack', workspace: 'T1' } as const;
const otherTeam = { platform: 'slack', workspace: 'T2' } as const;
const installation = '{"bot":{"token":"xoxb-very-secret"}}';

describe.each(databaseKinds)('installations in %s', (kind) => {
  const opened = useStore(kind, { keys: first });

  it('are kept, replaced and removed', async () => {
    const { installations } = opened.store;
    await installations.save(team, installation, minutes(0));
    await installations.save(otherTeam, '{"bot":{}}', minutes(0));
    expect(await installations.get(team)).toBe(installation);
    await installations.save(team, '{"bot":{"token":"xoxb-new"}}', minutes(1));
    expect(await installations.get(team)).toBe('{"bot":{"token":"xoxb-new"}}');
    expect(await installations.list()).toEqual([team, otherTeam]);
    await installations.remove(team);
    await installations.remove(team);
    expect(await installations.get(team)).toBeUndefined();
    expect(await installations.list()).toEqual([otherTeam]);
  });

  it('reach the database sealed', async () => {
    await opened.store.installations.save(team, installation, minutes(0));
    const { location } = opened;
    if (location.kind === 'sqlite') {
      for (const file of readdirSync(location.directory)) {
        expect(readFileSync(join(location.directory, file), 'latin1')).not.toContain('very-secret');
      }
    }
    const raw = reach(location).open();
    const rows = await raw.kysely.selectFrom('installation').selectAll().execute();
    await raw.close();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('very-secret');
  });

  it('do not open where they were copied to', async () => {
    await opened.store.installations.save(team, installation, minutes(0));
    await opened.store.installations.save(otherTeam, '{"bot":{}}', minutes(0));
    const raw = reach(opened.location).open();
    const stolen = await raw.kysely
      .selectFrom('installation')
      .select('sealed')
      .where('workspace', '=', 'T1')
      .executeTakeFirstOrThrow();
    await raw.kysely.updateTable('installation').set(stolen).where('workspace', '=', 'T2').execute();
    await raw.close();
    await expect(opened.store.installations.get(otherTeam)).rejects.toMatchObject({ code: 'damaged' });
    expect(await opened.store.installations.get(team)).toBe(installation);
  });

  it('are sealed anew at the next start after the key was changed', async () => {
    await opened.store.installations.save(team, installation, minutes(0));
    await opened.reopen({ keys: rotated });
    await opened.reopen({ keys: second });
    expect(await opened.store.installations.get(team)).toBe(installation);
    expect(await opened.store.installations.reseal()).toBe(0);
  });

  it('say so when their key is gone, and do not hinder the start', async () => {
    await opened.store.installations.save(team, installation, minutes(0));
    await opened.reopen({ keys: second });
    await expect(opened.store.installations.get(team)).rejects.toMatchObject({ code: 'unknown-key' });
  });

  it('are not kept without a key', async () => {
    await opened.reopen({ keys: undefined });
    await expect(opened.store.installations.save(team, installation, minutes(0))).rejects.toMatchObject({
      code: 'no-key',
      message: expect.stringContaining('ENCRYPTION_KEY'),
    });
    expect(await opened.store.installations.get(team)).toBeUndefined();
  });
});
