/** Webhooks that post into a channel of Teams. Whoever knows an address may post there: it is sealed. */
import type { OpenDatabase } from './databases.ts';
import { type KeyRing, open, requireKeys, resealed, seal } from './secrets.ts';
import type { Channel } from './tenant.ts';

export interface Webhook {
  readonly channel: Channel;
  /** What the operator calls it; unique. */
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export interface NewWebhook {
  readonly name: string;
  readonly address: string;
  /** Its channel, where the name is a new one. */
  readonly id: string;
  readonly by: string;
}

export interface Webhooks {
  /**
   * Replaces the address of an earlier one of the name, which keeps its channel and subscriptions.
   * `channels.forget` removes it.
   * @throws StoreError `no-key` when there is no encryption key
   */
  save(webhook: NewWebhook, now: Date): Promise<Channel>;
  /** @throws StoreError `no-key`, `unknown-key` or `damaged` when it does not open */
  address(channel: Channel): Promise<string | undefined>;
  /** By name, without their addresses. */
  list(): Promise<Webhook[]>;
  /**
   * Seals with the current key what an earlier one sealed.
   * @returns how many were sealed anew; those that do not open stay as they are
   */
  reseal(): Promise<number>;
}

export function createWebhooks({ kysely }: OpenDatabase, ring: KeyRing | undefined): Webhooks {
  const requireRing = () => requireKeys(ring, 'webhooks');
  return {
    async save({ name, address, id, by }, now) {
      const keys = requireRing();
      const updated_at = now.getTime();
      return kysely.transaction().execute(async (transaction) => {
        const earlier = await transaction
          .selectFrom('webhook')
          .select('channel')
          .where('name', '=', name)
          .executeTakeFirst();
        const channel = channelOf(earlier?.channel ?? id);
        const sealed = seal(address, rowOf(channel), keys);
        await transaction
          .insertInto('webhook')
          .values({ ...channel, name, sealed, created_by: by, created_at: updated_at, updated_at })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed, updated_at }))
          .execute();
        return channel;
      });
    },
    async address(channel) {
      const row = await kysely
        .selectFrom('webhook')
        .select('sealed')
        .where('platform', '=', channel.platform)
        .where('workspace', '=', channel.workspace)
        .where('channel', '=', channel.channel)
        .executeTakeFirst();
      return row && open(row.sealed, rowOf(channel), requireRing());
    },
    async list() {
      const rows = await kysely
        .selectFrom('webhook')
        .select(['channel', 'name', 'created_by', 'created_at'])
        .orderBy('name')
        .execute();
      return rows.map((row) => ({
        channel: channelOf(row.channel),
        name: row.name,
        createdBy: row.created_by,
        createdAt: new Date(row.created_at),
      }));
    },
    async reseal() {
      const keys = requireRing();
      const rows = await kysely.selectFrom('webhook').select(['channel', 'sealed']).execute();
      let count = 0;
      for (const row of rows) {
        const sealed = resealed(row.sealed, rowOf(row), keys);
        if (sealed === undefined) continue;
        const result = await kysely
          .updateTable('webhook')
          .set({ sealed })
          .where('channel', '=', row.channel)
          // Unless it was saved anew meanwhile.
          .where('sealed', '=', row.sealed)
          .executeTakeFirst();
        count += Number(result.numUpdatedRows);
      }
      return count;
    },
  };
}

/** A webhook belongs to no tenant that anybody could tell from its address. */
function channelOf(id: string): Channel {
  return { platform: 'workflows', workspace: '', channel: id };
}

/** The identity that is sealed with the address. */
function rowOf({ channel }: Pick<Channel, 'channel'>): string {
  return `webhook/${channel}`;
}
