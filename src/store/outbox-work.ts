/** What workers do with the outbox: claim (`outbox-claim.ts` says what), send, settle. */
import { type Selectable, sql, type Transaction } from 'kysely';
import type { DeliveryQuery, OpenDatabase } from './databases.ts';
import { isOpen, skipCancelled, updateDeliveries } from './deliveries.ts';
import type { Outbox, Outcome, Settlement } from './outbox.ts';
import { claimMessages } from './outbox-claim.ts';
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
              // What is in doubt is looked for since it began to be sent, however late and often.
              ...(outcome.state !== 'in-doubt' && { updated_at: now.getTime() }),
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
        return claimMessages(database, transaction, claim);
      }),

    renew: (worker, ids, now, leaseUntil) =>
      kysely.transaction().execute(async (transaction) => {
        const held = await lockHeld(transaction, worker, ids, (rows) =>
          rows.where('lease_until', '>', now.getTime()),
        );
        await updateDeliveries(transaction, held, { lease_until: leaseUntil.getTime() });
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
        await updateDeliveries(transaction, held, {
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
        await updateDeliveries(transaction, held, { claimed_by: null, lease_until: null });
      }),

    sweep: (now) => kysely.transaction().execute((transaction) => sweepExpired(database, transaction, now)),

    async nextDue() {
      // In one statement: between two, a delivery that is given back, or taken, would be in neither.
      const found = await kysely
        .selectNoFrom((select) => [
          select
            .selectFrom('delivery')
            .select(({ fn }) => fn.min('next_attempt_at').as('at'))
            .where(isOpen)
            .where('lease_until', 'is', null)
            .as('free'),
          select
            .selectFrom('delivery')
            .select(({ fn }) => fn.min('lease_until').as('at'))
            .where(isOpen)
            .where('lease_until', 'is not', null)
            .as('leased'),
        ])
        .executeTakeFirst();
      const times = [found?.free, found?.leased].filter((at) => at != null);
      return times.length > 0 ? new Date(Math.min(...times)) : undefined;
    },
  };
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
  // `updated_at` stays the moment when it began to be sent: since then it may stand.
  await updateDeliveries(transaction, ids, { in_doubt: 1, claimed_by: null, lease_until: null });
  return ids.length;
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
