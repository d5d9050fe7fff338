/** Whether a channel can be reached. Nothing is lost by suspending: its subscriptions stay. */
import type { Transaction } from 'kysely';
import type { OpenDatabase } from './databases.ts';
import type { Database } from './schema.ts';
import type { Channel, Tenant } from './tenant.ts';

export type ChannelState =
  | { readonly state: 'active' }
  | { readonly state: 'suspended'; readonly reason: string; readonly since: Date };

export interface Channels {
  /** A channel nobody said anything about is active. */
  state(channel: Channel): Promise<ChannelState>;
  /** Keeps the first reason and `since` when the channel is suspended already. */
  suspend(channel: Channel, reason: string, now: Date): Promise<void>;
  resume(channel: Channel, now: Date): Promise<void>;
  /** Resumes the channels of a workspace that were suspended for one of these reasons. */
  resumeAll(tenant: Tenant, reasons: readonly string[], now: Date): Promise<void>;
  /** Removes the channel's subscriptions, conversation reference or webhook, preferences, answer records, feedback and state. */
  forget(channel: Channel): Promise<void>;
}

/** The tables that know a channel, beside its deliveries: these are history and stay until their time. */
const channelTables = [
  'subscription',
  'conversation_reference',
  'answer_record',
  'feedback',
  'answered_message',
  'pending_question',
  'channel_state',
  'webhook',
] as const;

export function createChannels({ kysely }: OpenDatabase): Channels {
  async function change(channel: Channel, state: 'active' | 'suspended', reason: string, now: Date) {
    const changed_at = now.getTime();
    await kysely
      .insertInto('channel_state')
      .values({
        platform: channel.platform,
        workspace: channel.workspace,
        channel: channel.channel,
        state,
        reason,
        changed_at,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'workspace', 'channel'])
          .doUpdateSet({ state, reason, changed_at })
          .where('channel_state.state', '!=', state),
      )
      .execute();
  }
  return {
    async state({ platform, workspace, channel }) {
      const row = await kysely
        .selectFrom('channel_state')
        .select(['state', 'reason', 'changed_at'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .executeTakeFirst();
      return row?.state === 'suspended'
        ? { state: 'suspended', reason: row.reason, since: new Date(row.changed_at) }
        : { state: 'active' };
    },
    suspend: (channel, reason, now) => change(channel, 'suspended', reason, now),
    resume: (channel, now) => change(channel, 'active', '', now),
    async resumeAll({ platform, workspace }, reasons, now) {
      await kysely
        .updateTable('channel_state')
        .set({ state: 'active', reason: '', changed_at: now.getTime() })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('state', '=', 'suspended')
        .where('reason', 'in', reasons)
        .execute();
    },
    async forget(channel) {
      await kysely.transaction().execute((transaction) => forgetChannel(transaction, channel));
    },
  };
}

/** Within a transaction, so that nothing of a channel remains behind. */
export async function forgetChannel(
  transaction: Transaction<Database>,
  { platform, workspace, channel }: Channel,
): Promise<void> {
  for (const table of channelTables) {
    await transaction
      .deleteFrom(table)
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .execute();
  }
  await transaction
    .deleteFrom('preference')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('subject_kind', '=', 'channel')
    .where('subject', '=', channel)
    .execute();
}
