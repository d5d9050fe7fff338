/** Questions taken to the experts of a workspace: open → taken → answered → closed. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { OpenDatabase } from './databases.ts';
import { keepable } from './rows.ts';
import type { ExpertRequestTable } from './schema.ts';
import { mayKeepWords } from './settings.ts';
import type { Channel, Tenant } from './tenant.ts';

export interface NewExpertRequest extends Channel {
  readonly language: 'en' | 'fr';
  /** Id of the person who asks. */
  readonly asker: string;
  /** Thread that the answer belongs to; absent where it belongs to the channel itself. */
  readonly thread?: string;
  readonly expertChannel: string;
  readonly question: string;
}

export interface ExpertRequest extends Omit<NewExpertRequest, 'question'> {
  readonly id: string;
  readonly state: 'open' | 'taken' | 'answered' | 'closed';
  /** Message of the request in the experts' channel; absent until it stands there. */
  readonly cardId?: string;
  /** Who took, answered or closed it. */
  readonly expert?: string;
  /** Absent once it is no longer kept. */
  readonly question?: string;
  readonly answer?: string;
}

export interface ExpertAnswer {
  readonly language: 'en' | 'fr';
  readonly question: string;
  readonly answer: string;
}

export interface Experts {
  open(request: NewExpertRequest, now: Date): Promise<ExpertRequest>;
  /** The request stands in the experts' channel. */
  placed(request: Pick<ExpertRequest, keyof Tenant | 'id'>, cardId: string, now: Date): Promise<void>;
  of(tenant: Tenant, id: string): Promise<ExpertRequest | undefined>;
  /** Open → taken. Of two experts the first wins; `undefined` where there is nothing to take. */
  take(tenant: Tenant, id: string, expert: string, now: Date): Promise<ExpertRequest | undefined>;
  /** Open or taken → answered. Of two answers the first wins; `undefined` for the other. */
  answer(
    tenant: Tenant,
    id: string,
    by: { readonly expert: string; readonly answer: string },
    now: Date,
  ): Promise<ExpertRequest | undefined>;
  /**
   * Any state → closed. The words are erased unless the workspace allows that they are kept; what comes
   * back still has them, and the state it had before.
   */
  close(
    tenant: Tenant,
    id: string,
    expert: string,
    now: Date,
  ): Promise<{ readonly before: ExpertRequest['state']; readonly request: ExpertRequest } | undefined>;
  /** Of every tenant that keeps words: answered questions, the latest first, for the editors of the content. */
  answers(from: Date, limit: number): Promise<ExpertAnswer[]>;
}

export function createExperts({ kysely }: OpenDatabase): Experts {
  const find = (tenant: Tenant, id: string) =>
    kysely
      .selectFrom('expert_request')
      .selectAll()
      .where('platform', '=', tenant.platform)
      .where('workspace', '=', tenant.workspace)
      .where('id', '=', id);
  const move = async (
    tenant: Tenant,
    id: string,
    from: readonly ExpertRequest['state'][],
    values: Partial<Pick<ExpertRequestTable, 'state' | 'expert' | 'answer' | 'updated_at'>>,
  ) => {
    const row = await kysely
      .updateTable('expert_request')
      .set(values)
      .where('platform', '=', tenant.platform)
      .where('workspace', '=', tenant.workspace)
      .where('id', '=', id)
      .where('state', 'in', from)
      .returningAll()
      .executeTakeFirst();
    return row && toRequest(row);
  };
  return {
    async open({ question, thread, ...request }, now) {
      const { platform, workspace, channel, language, asker, expertChannel } = request;
      const row = {
        ...{ id: randomUUID(), platform, workspace, channel, language, asker, state: 'open' as const },
        ...{ thread: thread ?? null, expert_channel: expertChannel, card_id: null, expert: null },
        ...{ question: keepable(question), answer: null },
        ...{ asked_at: now.getTime(), updated_at: now.getTime() },
      };
      await kysely.insertInto('expert_request').values(row).execute();
      return toRequest(row);
    },
    async placed({ platform, workspace, id }, cardId, now) {
      await kysely
        .updateTable('expert_request')
        .set({ card_id: cardId, updated_at: now.getTime() })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute();
    },
    async of(tenant, id) {
      const row = await find(tenant, id).executeTakeFirst();
      return row && toRequest(row);
    },
    take: (tenant, id, expert, now) =>
      move(tenant, id, ['open'], { state: 'taken', expert, updated_at: now.getTime() }),
    answer: (tenant, id, { expert, answer }, now) =>
      move(tenant, id, ['open', 'taken'], {
        ...{ state: 'answered', expert, answer: keepable(answer), updated_at: now.getTime() },
      }),
    close: (tenant, id, expert, now) =>
      kysely.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('expert_request')
          .selectAll()
          .where('platform', '=', tenant.platform)
          .where('workspace', '=', tenant.workspace)
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row || row.state === 'closed') return undefined;
        const words = (await mayKeepWords(transaction, tenant)) ? {} : { question: null, answer: null };
        const closed = await transaction
          .updateTable('expert_request')
          .set({ state: 'closed', expert, updated_at: now.getTime(), ...words })
          .where('id', '=', id)
          .where('state', '=', row.state)
          .executeTakeFirst();
        if (closed.numUpdatedRows === 0n) return undefined;
        return { before: row.state, request: toRequest({ ...row, state: 'closed', expert }) };
      }),
    async answers(from, limit) {
      const rows = await kysely
        .selectFrom('expert_request')
        .innerJoin('workspace_setting', (join) =>
          join
            .onRef('workspace_setting.platform', '=', 'expert_request.platform')
            .onRef('workspace_setting.workspace', '=', 'expert_request.workspace'),
        )
        .select(['expert_request.language', 'expert_request.question', 'expert_request.answer'])
        .where('workspace_setting.keep_question_text', '=', 1)
        .where('expert_request.updated_at', '>=', from.getTime())
        .where('expert_request.question', 'is not', null)
        .where('expert_request.answer', 'is not', null)
        .orderBy('expert_request.updated_at', 'desc')
        .orderBy('expert_request.id')
        .limit(limit)
        .execute();
      return rows.map(({ language, question, answer }) => ({
        language,
        question: question ?? '',
        answer: answer ?? '',
      }));
    },
  };
}

function toRequest(row: Selectable<ExpertRequestTable>): ExpertRequest {
  return {
    id: row.id,
    platform: row.platform,
    workspace: row.workspace,
    channel: row.channel,
    state: row.state,
    language: row.language,
    asker: row.asker,
    ...(row.thread !== null && { thread: row.thread }),
    expertChannel: row.expert_channel,
    ...(row.card_id !== null && { cardId: row.card_id }),
    ...(row.expert !== null && { expert: row.expert }),
    ...(row.question !== null && { question: row.question }),
    ...(row.answer !== null && { answer: row.answer }),
  };
}
