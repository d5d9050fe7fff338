/** What is needed to speak in a Teams conversation again: a small record, never an object of an SDK. */
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';
import type { Channel, Tenant } from './tenant.ts';

export interface References {
  /** Replaces an earlier one that differs. @param reference JSON that the caller understands */
  save(channel: Channel, reference: string, now: Date): Promise<void>;
  get(channel: Channel): Promise<string | undefined>;
  /** Every conversation of a tenant. */
  of(tenant: Tenant): Promise<readonly { readonly channel: Channel; readonly reference: string }[]>;
}

type Place = { platform: Tenant['platform']; workspace: string; channel: string };

export function createReferences({ kysely }: OpenDatabase): References {
  const kept = prepared((value: Place) =>
    kysely
      .selectFrom('conversation_reference')
      .select('reference')
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('channel', '=', value.channel),
  );
  async function get({ platform, workspace, channel }: Channel): Promise<string | undefined> {
    const { rows } = await kept(kysely, { platform, workspace, channel });
    return rows[0]?.reference;
  }
  return {
    async save({ platform, workspace, channel }, reference, now) {
      // Every activity brings it, and hardly any changes it: to look is cheaper than to wait for the disk.
      if ((await get({ platform, workspace, channel })) === reference) return;
      const written = { reference, updated_at: now.getTime() };
      await kysely
        .insertInto('conversation_reference')
        .values({ platform, workspace, channel, ...written })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'channel']).doUpdateSet(written))
        .execute();
    },
    get,
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
