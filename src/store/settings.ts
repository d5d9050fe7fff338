/** What an administrator of a workspace decided. */
import type { Transaction } from 'kysely';
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';
import { readList } from './rows.ts';
import type { Database } from './schema.ts';
import type { Tenant } from './tenant.ts';

export interface WorkspaceSettings {
  /** Where questions nobody could answer are taken to. */
  readonly expertChannel?: string;
  /** Who may subscribe channels: anyone, those who manage the channel, or the listed people. */
  readonly subscribers: 'anyone' | 'managers' | 'listed';
  /** Ids. */
  readonly listedPeople: readonly string[];
  /** Ids of the channels where the bot answers; absent: everywhere. */
  readonly allowedChannels?: readonly string[];
  /** Whether the words of unanswered questions and comments may be kept. */
  readonly keepQuestionText: boolean;
}

export interface Settings {
  /** The defaults (anyone, everywhere, no words kept) where nobody decided. */
  of(tenant: Tenant): Promise<WorkspaceSettings>;
  /** Replaces all; when words may no longer be kept, those kept already are erased with it. */
  save(tenant: Tenant, settings: WorkspaceSettings, by: string, now: Date): Promise<void>;
}

const defaults: WorkspaceSettings = { subscribers: 'anyone', listedPeople: [], keepQuestionText: false };

export function createSettings({ kysely }: OpenDatabase): Settings {
  const decided = prepared((value: { platform: Tenant['platform']; workspace: string }) =>
    kysely
      .selectFrom('workspace_setting')
      .selectAll()
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace),
  );
  return {
    async of({ platform, workspace }) {
      const [row] = (await decided(kysely, { platform, workspace })).rows;
      if (!row) return defaults;
      return {
        ...(row.expert_channel !== null && { expertChannel: row.expert_channel }),
        subscribers: row.subscribers,
        listedPeople: readList(row.listed_people),
        ...(row.allowed_channels !== null && { allowedChannels: readList(row.allowed_channels) }),
        keepQuestionText: row.keep_question_text === 1,
      };
    },
    async save({ platform, workspace }, settings, by, now) {
      const written = {
        expert_channel: settings.expertChannel ?? null,
        subscribers: settings.subscribers,
        listed_people: JSON.stringify(settings.listedPeople),
        allowed_channels: settings.allowedChannels ? JSON.stringify(settings.allowedChannels) : null,
        keep_question_text: settings.keepQuestionText ? 1 : 0,
        updated_by: by,
        updated_at: now.getTime(),
      };
      await kysely.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('workspace_setting')
          .values({ platform, workspace, ...written })
          .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doUpdateSet(written))
          .execute();
        if (settings.keepQuestionText) return;
        await transaction
          .updateTable('unanswered_question')
          .set({ text: null })
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('text', 'is not', null)
          .execute();
        await transaction
          .updateTable('feedback')
          .set({ comment: null })
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('comment', 'is not', null)
          .execute();
        await transaction
          .updateTable('expert_request')
          .set({ question: null, answer: null })
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('state', '=', 'closed')
          .execute();
      });
    },
  };
}

/** Whether the workspace allowed that words of its people are kept; asked in the transaction that keeps them. */
export async function mayKeepWords(
  transaction: Transaction<Database>,
  { platform, workspace }: Tenant,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('workspace_setting')
    .select('keep_question_text')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row?.keep_question_text === 1;
}
