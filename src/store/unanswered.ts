/** Questions that got no answer: what the editors of the content should know, without who asked. */
import { randomUUID } from 'node:crypto';
import type { OpenDatabase } from './databases.ts';
import { keepable, readList } from './rows.ts';
import { mayKeepWords } from './settings.ts';
import type { Tenant } from './tenant.ts';

export interface UnansweredQuestion extends Tenant {
  readonly language: 'en' | 'fr';
  /** Words that no content has; at most twenty of fifty characters are kept. */
  readonly unknownTerms: readonly string[];
  /** The section that came nearest. */
  readonly nearest?: { readonly entry: string; readonly section: string };
  /** The question itself, up to 4,000 characters: kept only where the workspace allows that words are kept. */
  readonly text?: string;
}

export interface Unanswered {
  record(question: UnansweredQuestion, now: Date): Promise<void>;
  /** Of one tenant or (for the operator) of all, the latest first, at most `limit`. */
  since(
    tenant: Tenant | 'all',
    from: Date,
    limit: number,
  ): Promise<(UnansweredQuestion & { readonly askedAt: Date })[]>;
}

const keptTerms = 20;
const longestTerm = 50;

export function createUnanswered({ kysely }: OpenDatabase): Unanswered {
  return {
    async record(question, now) {
      await kysely.transaction().execute(async (transaction) => {
        const words = question.text !== undefined && (await mayKeepWords(transaction, question));
        await transaction
          .insertInto('unanswered_question')
          .values({
            id: randomUUID(),
            platform: question.platform,
            workspace: question.workspace,
            language: question.language,
            unknown_terms: JSON.stringify(
              question.unknownTerms.slice(0, keptTerms).map((term) => term.slice(0, longestTerm)),
            ),
            nearest_entry: question.nearest?.entry ?? null,
            nearest_section: question.nearest?.section ?? null,
            text: words ? keepable(question.text ?? '') : null,
            asked_at: now.getTime(),
          })
          .execute();
      });
    },
    async since(tenant, from, limit) {
      let query = kysely
        .selectFrom('unanswered_question')
        .selectAll()
        .where('asked_at', '>=', from.getTime())
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .limit(limit);
      if (tenant !== 'all') {
        query = query.where('platform', '=', tenant.platform).where('workspace', '=', tenant.workspace);
      }
      return (await query.execute()).map((row) => ({
        platform: row.platform,
        workspace: row.workspace,
        language: row.language,
        unknownTerms: readList(row.unknown_terms),
        ...(row.nearest_entry !== null &&
          row.nearest_section !== null && {
            nearest: { entry: row.nearest_entry, section: row.nearest_section },
          }),
        ...(row.text !== null && { text: row.text }),
        askedAt: new Date(row.asked_at),
      }));
    },
  };
}
