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

  it('are renewed where they are, and come back only when somebody installs again', async () => {
    const { installations } = opened.store;
    await installations.save(team, installation, minutes(0));
    await installations.renew(team, '{"bot":{"token":"xoxb-renewed"}}', minutes(1));
    expect(await installations.get(team)).toBe('{"bot":{"token":"xoxb-renewed"}}');
    expect(await installations.installedAt(team)).toEqual(minutes(0));
    await installations.save(team, installation, minutes(2));
    expect(await installations.installedAt(team)).toEqual(minutes(2));
    await installations.remove(team);
    await installations.renew(team, installation, minutes(3));
    expect(await installations.get(team)).toBeUndefined();
    expect(await installations.installedAt(team)).toBeUndefined();
  });

  it('of an organisation serve its workspaces, which go one by one', async () => {
    const { organisations } = opened.store;
    await organisations.join(team, 'E1');
    await organisations.join(team, 'E1');
    await organisations.join(otherTeam, 'E1');
    expect(await organisations.of(team)).toBe('E1');
    const organisation = { platform: 'slack', workspace: 'E1' } as const;
    expect(await organisations.members(organisation)).toEqual([team, otherTeam]);
    await opened.store.forgetWorkspace(team, minutes(1));
    expect(await organisations.of(team)).toBeUndefined();
    expect(await organisations.members(organisation)).toEqual([otherTeam]);
  });

  it('that are back resume what was suspended for want of them, and nothing else', async () => {
    const { channels } = opened.store;
    const [gone, archived, elsewhere] = [
      { ...team, channel: 'C1' },
      { ...team, channel: 'C2' },
      { ...otherTeam, channel: 'C1' },
    ] as const;
    await channels.suspend(gone, 'not_installed', minutes(0));
    await channels.suspend(archived, 'is_archived', minutes(0));
    await channels.suspend(elsewhere, 'not_installed', minutes(0));
    await channels.resumeAll(team, ['not_installed', 'token_revoked'], minutes(1));
    expect(await channels.state(gone)).toEqual({ state: 'active' });
    expect(await channels.state(archived)).toMatchObject({ state: 'suspended' });
    expect(await channels.state(elsewhere)).toMatchObject({ state: 'suspended' });
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
