/** What is needed to speak in a Teams conversation again: a small record, never an object of an SDK. */
import type { OpenDatabase } from './databases.ts';
import type { Channel, Tenant } from './tenant.ts';

export interface References {
  /** Replaces an earlier one. @param reference JSON that the caller understands */
  save(channel: Channel, reference: string, now: Date): Promise<void>;
  get(channel: Channel): Promise<string | undefined>;
  /** Every conversation of a tenant. */
  of(tenant: Tenant): Promise<readonly { readonly channel: Channel; readonly reference: string }[]>;
}

export function createReferences({ kysely }: OpenDatabase): References {
  return {
    async save({ platform, workspace, channel }, reference, now) {
      const written = { reference, updated_at: now.getTime() };
      await kysely
        .insertInto('conversation_reference')
        .values({ platform, workspace, channel, ...written })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'channel']).doUpdateSet(written))
        .execute();
    },
    async get({ platform, workspace, channel }) {
      const row = await kysely
        .selectFrom('conversation_reference')
        .select('reference')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .executeTakeFirst();
      return row?.reference;
    },
    async of({ platform, workspace }) {
      const rows = await kysely
        .selectFrom('conversation_reference')
        .select(['channel', 'reference'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .orderBy('channel')
        .execute();
      return rows.map(({ channel, reference }) => ({ channel: { platform, workspace, channel }, reference }));
    },
  };
}
