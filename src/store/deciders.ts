/** Whose ids stand in notifications because of a proposal that was put before a workspace. */
import type { Kysely } from 'kysely';
import { approvalItem } from './notifications.ts';
import type { Database } from './schema.ts';
import type { Tenant } from './tenant.ts';

/** Of Slack or Microsoft Entra; everything else in these columns is a name of the staff, or of a job. */
const personId = /^(?:[UW][A-Z0-9]{1,30}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @returns ids of those who proposed, approved or refused what was announced in the workspace */
export async function decidersOf(
  kysely: Kysely<Database>,
  { platform, workspace }: Tenant,
): Promise<ReadonlySet<string>> {
  const proposals = await kysely
    .selectFrom('delivery')
    .innerJoin('notification as announcement', 'announcement.id', 'delivery.notification_id')
    .innerJoin('notification_item', 'notification_item.notification_id', 'announcement.id')
    .innerJoin('notification as proposal', (join) =>
      join.on(({ eb, ref, val }) =>
        eb('notification_item.item', '=', eb(val(approvalItem('')), '||', ref('proposal.id'))),
      ),
    )
    .select(['proposal.created_by', 'proposal.approved_by', 'proposal.cancelled_by'])
    .where('announcement.kind', '=', 'approval')
    .where('delivery.platform', '=', platform)
    .where('delivery.workspace', '=', workspace)
    .execute();
  const named = proposals.flatMap((row) => [row.created_by, row.approved_by, row.cancelled_by]);
  return new Set(named.filter((one) => one !== null).filter((one) => personId.test(one)));
}
