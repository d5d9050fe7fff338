import { describe, expect, it } from 'vitest';
import { reach } from '../../src/store/databases.ts';
import { parseKeyRing } from '../../src/store/secrets.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { minutes } from './times.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const first = parseKeyRing(`a:${key(1)}`);
const address =
  'https://prod-1.westus.logic.azure.com/workflows/x/triggers/manual/paths/invoke?sig=very-secret';
const trade = { name: 'Trade team', address, id: 'w1', by: 'ada' };
const channel = { platform: 'workflows', workspace: '', channel: 'w1' } as const;

describe.each(databaseKinds)('webhooks in %s', (kind) => {
  const opened = useStore(kind, { keys: first });

  it('are kept under a name, and listed without their addresses', async () => {
    const { webhooks } = opened.store;
    expect(await webhooks.save(trade, minutes(0))).toEqual(channel);
    expect(await webhooks.address(channel)).toBe(address);
    expect(await webhooks.list()).toEqual([
      { channel, name: 'Trade team', createdBy: 'ada', createdAt: minutes(0) },
    ]);
  });

  it('get a new address under their name, and keep their channel', async () => {
    const { webhooks } = opened.store;
    await webhooks.save(trade, minutes(0));
    expect(await webhooks.save({ ...trade, address: `${address}2`, id: 'w2' }, minutes(1))).toEqual(channel);
    expect(await webhooks.address(channel)).toBe(`${address}2`);
    expect(await webhooks.list()).toHaveLength(1);
  });

  it('reach the database sealed, and do not open where they were copied to', async () => {
    const { webhooks } = opened.store;
    await webhooks.save(trade, minutes(0));
    await webhooks.save({ ...trade, name: 'Other', id: 'w2' }, minutes(0));
    const raw = reach(opened.location).open();
    const rows = await raw.kysely.selectFrom('webhook').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/very-secret|logic\.azure/);
    const stolen = { sealed: rows.find((row) => row.channel === 'w1')?.sealed ?? '' };
    await raw.kysely.updateTable('webhook').set(stolen).where('channel', '=', 'w2').execute();
    await raw.close();
    await expect(webhooks.address({ ...channel, channel: 'w2' })).rejects.toMatchObject({ code: 'damaged' });
  });

  it('go with their channel, subscriptions included', async () => {
    const { channels, subscriptions, webhooks } = opened.store;
    await webhooks.save(trade, minutes(0));
    const settings = {
      ...{ language: 'en' as const, cadence: 'instantly' as const, at: '09:00', weekday: 1 },
      ...{ timeZone: 'America/Toronto', weekends: 'deliver' as const },
    };
    await subscriptions.put(channel, [{ topic: 'ngen', settings }], 'ada', minutes(0));
    await channels.forget(channel);
    expect(await webhooks.list()).toEqual([]);
    expect(await webhooks.address(channel)).toBeUndefined();
    expect(await subscriptions.of(channel)).toEqual([]);
  });

  it('are sealed anew at the next start after the key was changed', async () => {
    await opened.store.webhooks.save(trade, minutes(0));
    await opened.reopen({ keys: parseKeyRing(`b:${key(2)},a:${key(1)}`) });
    await opened.reopen({ keys: parseKeyRing(`b:${key(2)}`) });
    expect(await opened.store.webhooks.address(channel)).toBe(address);
    expect(await opened.store.webhooks.reseal()).toBe(0);
  });

  it('are not kept without a key', async () => {
    await opened.reopen({ keys: undefined });
    await expect(opened.store.webhooks.save(trade, minutes(0))).rejects.toMatchObject({ code: 'no-key' });
    expect(await opened.store.webhooks.list()).toEqual([]);
  });
});
