/** What workers do with the outbox: claim, send, settle. */
import {
  type ExpressionBuilder,
  type RawBuilder,
  type Selectable,
  sql,
  type Transaction,
  type Updateable,
} from 'kysely';
import type { DeliveryQuery, OpenDatabase } from './databases.ts';
import { idsPerStatement, isOpen, skipCancelled, toDelivery } from './deliveries.ts';
import type { Claim, ClaimedMessage, Outbox, Outcome, Settlement } from './outbox.ts';
import { pieces } from './rows.ts';
import type { Database, DeliveryTable } from './schema.ts';

export type OutboxWork = Pick<
  Outbox,
  'claim' | 'renew' | 'startSending' | 'settle' | 'settleAll' | 'release' | 'sweep' | 'nextDue'
>;

/**
 * Rows that others may be changing are locked before they are changed: in the order of their ids where
 * they are waited for, and not waited for at all where they can be left for the next time. So no two
 * transactions ever wait for each other.
 */
export function createOutboxWork(database: OpenDatabase): OutboxWork {
  const { kysely } = database;

  /** Of these ids (or of all) those that the worker holds and that `which` leaves. */
  async function lockHeld(
    transaction: Transaction<Database>,
    worker: string,
    ids: readonly string[] | undefined,
    which: (rows: DeliveryQuery<{ id: string }>) => DeliveryQuery<{ id: string }>,
  ): Promise<string[]> {
    if (ids?.length === 0) return [];
    const rows = transaction
      .selectFrom('delivery')
      .select('id')
      .where('claimed_by', '=', worker)
      .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
      .orderBy('id');
    return (await database.lockRows(which(rows)).execute()).map((row) => row.id);
  }

  function settleAll(worker: string, settlements: readonly Settlement[], now: Date): Promise<string[][]> {
    return kysely.transaction().execute(async (transaction) => {
      const ids = settlements.flatMap((one) => one.ids);
      if (ids.length === 0) return settlements.map(() => []);
      const open = transaction
        .selectFrom('delivery')
        .select(['id', 'statuses', 'state', 'claimed_by'])
        .where('id', 'in', ids)
        .where(isOpen)
        .orderBy('id');
      const rows = new Map((await database.lockRows(open).execute()).map((row) => [row.id, row]));
      const written: string[][] = [];
      for (const { ids: mine, outcome } of settlements) {
        const settled = mine.flatMap((id) => {
          const row = rows.get(id);
          return row && maySettle(row, worker, outcome) ? [row] : [];
        });
        for (const row of settled) {
          rows.delete(row.id);
          await transaction
            .updateTable('delivery')
            .set({
              ...columnsOf(outcome),
              statuses: withStatus(row.statuses, outcome.status),
              claimed_by: null,
              lease_until: null,
              updated_at: now.getTime(),
            })
            .where('id', '=', row.id)
            .execute();
        }
        written.push(settled.map((row) => row.id));
      }
      if (settlements.some(({ outcome }) => outcome.state === 'pending')) {
        await skipCancelled(transaction, now, (waiting) => database.takeFreeRows(waiting));
      }
      return written;
    });
  }

  return {
    claim: (claim) =>
      kysely.transaction().execute(async (transaction) => {
        await sweepExpired(database, transaction, claim.now);
        await skipCancelled(transaction, claim.now, (rows) => database.takeFreeRows(rows));
        const ids = await take(database, transaction, claim);
        return readMessages(transaction, ids);
      }),

    renew: (worker, ids, now, leaseUntil) =>
      kysely.transaction().execute(async (transaction) => {
        const held = await lockHeld(transaction, worker, ids, (rows) =>
          rows.where('lease_until', '>', now.getTime()),
        );
        await update(transaction, held, { lease_until: leaseUntil.getTime() });
        return held;
      }),

    startSending: (worker, ids, now, leaseUntil) =>
      kysely.transaction().execute(async (transaction) => {
        const held = await lockHeld(transaction, worker, ids, (rows) =>
          rows
            .where('lease_until', '>', now.getTime())
            .where('state', '=', 'pending')
            .where('notification_id', 'in', (query) =>
              query
                .selectFrom('notification')
                .select('notification.id')
                .where('notification.state', '=', 'published'),
            ),
        );
        await update(transaction, held, {
          state: 'sending',
          attempts: sql`attempts + 1`,
          lease_until: leaseUntil.getTime(),
          updated_at: now.getTime(),
        });
        return held;
      }),

    settle: async (worker, ids, outcome, now) => (await settleAll(worker, [{ ids, outcome }], now)).flat(),

    settleAll,

    release: (worker, ids) =>
      kysely.transaction().execute(async (transaction) => {
        const held = await lockHeld(transaction, worker, ids, (rows) =>
          rows.where((row) => row.or([row('state', '=', 'pending'), row('in_doubt', '=', 1)])),
        );
        await update(transaction, held, { claimed_by: null, lease_until: null });
      }),

    sweep: (now) => kysely.transaction().execute((transaction) => sweepExpired(database, transaction, now)),

    async nextDue() {
      const free = await kysely
        .selectFrom('delivery')
        .select(({ fn }) => fn.min('next_attempt_at').as('at'))
        .where(isOpen)
        .where('lease_until', 'is', null)
        .executeTakeFirst();
      const leased = await kysely
        .selectFrom('delivery')
        .select(({ fn }) => fn.min('lease_until').as('at'))
        .where(isOpen)
        .where('lease_until', 'is not', null)
        .executeTakeFirst();
      const times = [free?.at, leased?.at].filter((at) => at != null);
      return times.length > 0 ? new Date(Math.min(...times)) : undefined;
    },
  };
}

async function update(
  transaction: Transaction<Database>,
  ids: readonly string[],
  changes: Updateable<DeliveryTable> | { readonly attempts: RawBuilder<number> },
): Promise<void> {
  for (const piece of pieces(ids, idsPerStatement)) {
    await transaction.updateTable('delivery').set(changes).where('id', 'in', piece).execute();
  }
}

/** Whoever began to send and let the lease run out may have sent it. */
async function sweepExpired(
  database: OpenDatabase,
  transaction: Transaction<Database>,
  now: Date,
): Promise<number> {
  const expired = transaction
    .selectFrom('delivery')
    .select('id')
    .where('state', '=', 'sending')
    .where('lease_until', '<=', now.getTime());
  const ids = (await database.takeFreeRows(expired).execute()).map((row) => row.id);
  await update(transaction, ids, {
    in_doubt: 1,
    claimed_by: null,
    lease_until: null,
    updated_at: now.getTime(),
  });
  return ids.length;
}

/**
 * The first due row of each message stands for it: whoever gets that row gets the message whole, so that
 * two workers never share a digest.
 */
async function take(
  database: OpenDatabase,
  transaction: Transaction<Database>,
  { worker, now, leaseUntil, limit }: Claim,
): Promise<string[]> {
  const time = now.getTime();
  const free = transaction
    .selectFrom('delivery')
    .where(isOpen)
    .where('delivery.next_attempt_at', '<=', time)
    .where((row) => isFree(row, time));
  const firstRows = free
    .select(['delivery.message_key', 'delivery.state'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery as earlier')
            .select('earlier.id')
            .whereRef('earlier.message_key', '=', 'delivery.message_key')
            .whereRef('earlier.state', '=', 'delivery.state')
            .whereRef('earlier.id', '<', 'delivery.id')
            .where('earlier.next_attempt_at', '<=', time)
            .where((row) =>
              row.or([row('earlier.lease_until', 'is', null), row('earlier.lease_until', '<=', time)]),
            ),
        ),
      ),
    )
    .orderBy('delivery.next_attempt_at')
    .orderBy('delivery.id')
    .limit(limit);
  const messages = await database.takeFreeRows(firstRows).execute();
  if (messages.length === 0) return [];
  const wanted = new Set(messages.map((message) => `${message.state} ${message.message_key}`));
  const rows = await database
    .takeFreeRows(
      free.select(['delivery.id', 'delivery.message_key', 'delivery.state']).where(
        'delivery.message_key',
        'in',
        messages.map((message) => message.message_key),
      ),
    )
    .execute();
  const ids = rows.filter((row) => wanted.has(`${row.state} ${row.message_key}`)).map((row) => row.id);
  await update(transaction, ids, { claimed_by: worker, lease_until: leaseUntil.getTime() });
  return ids;
}

function isFree(row: ExpressionBuilder<Database, 'delivery'>, time: number) {
  return row.or([row('delivery.lease_until', 'is', null), row('delivery.lease_until', '<=', time)]);
}

async function readMessages(transaction: Transaction<Database>, ids: string[]): Promise<ClaimedMessage[]> {
  const messages = new Map<string, Selectable<DeliveryTable>[]>();
  const suspended = new Map<string, string>();
  for (const piece of pieces(ids, idsPerStatement)) {
    const rows = await transaction
      .selectFrom('delivery')
      .leftJoin('channel_state', (join) =>
        join
          .onRef('channel_state.platform', '=', 'delivery.platform')
          .onRef('channel_state.workspace', '=', 'delivery.workspace')
          .onRef('channel_state.channel', '=', 'delivery.channel')
          .on('channel_state.state', '=', 'suspended'),
      )
      .selectAll('delivery')
      .select('channel_state.reason as suspended')
      .where('delivery.id', 'in', piece)
      .execute();
    for (const { suspended: reason, ...row } of rows) {
      const key = `${row.state} ${row.message_key}`;
      messages.set(key, [...(messages.get(key) ?? []), row]);
      if (reason !== null) suspended.set(key, reason);
    }
  }
  return [...messages]
    .map(([key, rows]) => toMessage(rows, suspended.get(key)))
    .sort((a, b) => dueAt(a) - dueAt(b));
}

function toMessage(rows: Selectable<DeliveryTable>[], suspended: string | undefined): ClaimedMessage {
  const deliveries = rows.map(toDelivery).sort((a, b) => (a.id < b.id ? -1 : 1));
  const { platform, workspace, channel, thread, language, inDoubt } = deliveries[0]!;
  return {
    platform,
    workspace,
    channel,
    ...(thread !== undefined && { thread }),
    language,
    inDoubt,
    ...(suspended !== undefined && { suspended }),
    deliveries,
  };
}

function dueAt({ deliveries }: ClaimedMessage): number {
  return Math.min(...deliveries.map((delivery) => delivery.nextAttemptAt.getTime()));
}

function maySettle(
  { state, claimed_by }: Pick<Selectable<DeliveryTable>, 'state' | 'claimed_by'>,
  worker: string,
  outcome: Outcome,
): boolean {
  if (outcome.state === 'sent') return true;
  return claimed_by === worker && (outcome.state !== 'in-doubt' || state === 'sending');
}

function columnsOf(outcome: Outcome) {
  switch (outcome.state) {
    case 'sent':
      return { state: 'sent' as const, reason: null, message_id: outcome.messageId, in_doubt: 0 };
    case 'failed':
    case 'skipped':
      return { state: outcome.state, reason: outcome.reason, in_doubt: 0 };
    case 'pending':
      return {
        state: 'pending' as const,
        reason: outcome.reason,
        next_attempt_at: outcome.at.getTime(),
        in_doubt: 0,
      };
    case 'in-doubt':
      return {
        state: 'sending' as const,
        reason: outcome.reason,
        next_attempt_at: outcome.at.getTime(),
        in_doubt: 1,
      };
  }
}

function withStatus(statuses: string, status: number | undefined): string {
  if (status === undefined) return statuses;
  return JSON.stringify([...(JSON.parse(statuses) as number[]), status]);
}
