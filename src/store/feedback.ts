/** Whether answers helped. A person has one opinion of an answer and may change it. */
import type { OpenDatabase } from './databases.ts';
import { keepable } from './rows.ts';
import { mayKeepWords } from './settings.ts';
import type { Channel, Tenant } from './tenant.ts';

/** What can be said of an answer that did not help. */
export const feedbackReasons = ['wrong', 'off-topic', 'incomplete', 'unclear'] as const;

export interface Opinion extends Channel {
  /** The answer. */
  readonly messageId: string;
  /** Id of the person; never a name. */
  readonly person: string;
  readonly rating: 'helpful' | 'not-helpful';
  /** Why it did not help. */
  readonly reason?: (typeof feedbackReasons)[number];
  /** Up to 4,000 characters; kept only where the workspace allows that words are kept. */
  readonly comment?: string;
}

export interface Feedback {
  save(opinion: Opinion, now: Date): Promise<void>;
  /** The latest first, at most `limit`. */
  since(tenant: Tenant, from: Date, limit: number): Promise<(Opinion & { readonly givenAt: Date })[]>;
}

export function createFeedback({ kysely }: OpenDatabase): Feedback {
  return {
    async save(opinion, now) {
      await kysely.transaction().execute(async (transaction) => {
        const words = opinion.comment !== undefined && (await mayKeepWords(transaction, opinion));
        const written = {
          rating: opinion.rating,
          reason: opinion.reason ?? null,
          comment: words ? keepable(opinion.comment ?? '') : null,
          given_at: now.getTime(),
        };
        await transaction
          .insertInto('feedback')
          .values({
            platform: opinion.platform,
            workspace: opinion.workspace,
            channel: opinion.channel,
            message_id: opinion.messageId,
            person: opinion.person,
            ...written,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['platform', 'workspace', 'channel', 'message_id', 'person'])
              .doUpdateSet(written),
          )
          .execute();
      });
    },
    async since({ platform, workspace }, from, limit) {
      const rows = await kysely
        .selectFrom('feedback')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('given_at', '>=', from.getTime())
        .orderBy('given_at', 'desc')
        .orderBy('message_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        platform: row.platform,
        workspace: row.workspace,
        channel: row.channel,
        messageId: row.message_id,
        person: row.person,
        rating: row.rating,
        ...(row.reason !== null && { reason: row.reason }),
        ...(row.comment !== null && { comment: row.comment }),
        givenAt: new Date(row.given_at),
      }));
    },
  };
}
