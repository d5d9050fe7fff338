/** Removes what is past its time, and what belonged to a workspace that left. */
import type { Kysely, Transaction } from 'kysely';
import { forgetChannel } from './channels.ts';
import type { OpenDatabase } from './databases.ts';
import { isOpen } from './deliveries.ts';
import type { Retention } from './retention.ts';
import type { Database } from './schema.ts';
import type { Tenant } from './tenant.ts';

export async function purge({ kysely }: OpenDatabase, retention: Retention, now: Date): Promise<void> {
  const before = (kept: number) => now.getTime() - kept;
  await kysely.deleteFrom('processed_event').where('seen_at', '<', before(retention.events)).execute();
  await kysely.deleteFrom('conversation_turn').where('asked_at', '<', before(retention.turns)).execute();
  await kysely.deleteFrom('answer_record').where('answered_at', '<', before(retention.answers)).execute();
  await kysely.deleteFrom('feedback').where('given_at', '<', before(retention.feedback)).execute();
  await kysely
    .deleteFrom('unanswered_question')
    .where('asked_at', '<', before(retention.questions))
    .execute();
  await kysely.deleteFrom('recent_answer').where('answered_at', '<', before(retention.questions)).execute();
  await kysely.deleteFrom('answered_message').where('answered_at', '<', before(retention.turns)).execute();
  await kysely.deleteFrom('pending_question').where('asked_at', '<', before(retention.turns)).execute();
  await purgeExpertRequests(kysely, before(retention.turns), before(retention.questions));
  await purgeNotifications(kysely, before(retention.notifications));
  await purgeSnapshots(kysely, before(retention.notifications));
  await purgeSuspended(kysely, before(retention.suspended));
}

/** An answered question that nobody closes loses its words as any thread does, where they may not be kept. */
async function purgeExpertRequests(kysely: Kysely<Database>, answered: number, all: number): Promise<void> {
  await kysely.deleteFrom('expert_request').where('updated_at', '<', all).execute();
  await kysely
    .updateTable('expert_request')
    .set({ question: null, answer: null })
    .where('state', '=', 'answered')
    .where('updated_at', '<', answered)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('workspace_setting')
            .select('workspace_setting.workspace')
            .whereRef('workspace_setting.platform', '=', 'expert_request.platform')
            .whereRef('workspace_setting.workspace', '=', 'expert_request.workspace')
            .where('workspace_setting.keep_question_text', '=', 1),
        ),
      ),
    )
    .execute();
}

/** Their deliveries and items go with them. */
async function purgeNotifications(kysely: Kysely<Database>, before: number): Promise<void> {
  await kysely
    .deleteFrom('notification')
    .where('created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.notification_id', '=', 'notification.id')
            .where('delivery.state', 'in', ['pending', 'sending']),
        ),
      ),
    )
    .execute();
}

/** The announced version stays: the next one is compared with it. */
async function purgeSnapshots(kysely: Kysely<Database>, before: number): Promise<void> {
  await kysely
    .deleteFrom('content_snapshot')
    .where('saved_at', '<', before)
    .where((row) =>
      row.or([
        row('announced_at', 'is', null),
        row(
          'announced_at',
          '<',
          row
            .selectFrom('content_snapshot as other')
            .select(({ fn }) => fn.max('other.announced_at').as('latest')),
        ),
      ]),
    )
    .execute();
}

async function purgeSuspended(kysely: Kysely<Database>, before: number): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    const channels = await transaction
      .selectFrom('channel_state')
      .select(['platform', 'workspace', 'channel'])
      .where('state', '=', 'suspended')
      .where('changed_at', '<', before)
      .execute();
    for (const channel of channels) await forgetChannel(transaction, channel);
  });
}

/** Every table of a tenant but the deliveries, which are part of the count of their notification. */
const tenantTables = [
  'conversation_turn',
  'conversation_reference',
  'channel_state',
  'installation',
  'preference',
  'workspace_setting',
  'subscription',
  'answer_record',
  'feedback',
  'unanswered_question',
  'expert_request',
  'recent_answer',
  'answered_message',
  'organisation_member',
  'pending_question',
  'webhook',
] as const;

export async function forgetWorkspace(
  transaction: Transaction<Database>,
  { platform, workspace }: Tenant,
  now: Date,
): Promise<void> {
  for (const table of tenantTables) {
    await transaction
      .deleteFrom(table)
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .execute();
  }
  await transaction
    .updateTable('delivery')
    .set({
      state: 'skipped',
      reason: 'uninstalled',
      claimed_by: null,
      lease_until: null,
      in_doubt: 0,
      updated_at: now.getTime(),
    })
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where(isOpen)
    .execute();
}
