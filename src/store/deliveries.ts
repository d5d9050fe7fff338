/** Deliveries as rows. */
import { setImmediate } from 'node:timers/promises';
import {
  type RawBuilder,
  type Selectable,
  type SqlBool,
  sql,
  type Transaction,
  type Updateable,
} from 'kysely';
import type { DeliveryQuery, OpenDatabase } from './databases.ts';
import type { Delivery, NewDelivery } from './outbox.ts';
import { pieces } from './rows.ts';
import type { Database, DeliveryTable } from './schema.ts';

/** Both databases bound the parameters of a statement. */
export const idsPerStatement = 1_000;

/** Within the transaction that publishes: the audience is written as a whole or not at all. */
export async function insertDeliveries(
  { rowsPerInsert }: OpenDatabase,
  transaction: Transaction<Database>,
  notificationId: string,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  for (const piece of pieces(deliveries, rowsPerInsert)) {
    await transaction
      .insertInto('delivery')
      .values(piece.map((delivery) => toRow(delivery, notificationId, now)))
      .execute();
    // Whoever asks a question meanwhile is not kept waiting by the size of the audience.
    await setImmediate();
  }
}

function toRow(delivery: NewDelivery, notificationId: string, now: Date): Selectable<DeliveryTable> {
  const { platform, workspace, channel, thread = '', language, digest } = delivery;
  return {
    id: delivery.id,
    notification_id: notificationId,
    platform,
    workspace,
    channel,
    thread,
    language,
    message_key:
      digest === undefined
        ? delivery.id
        : JSON.stringify([platform, workspace, channel, thread, language, digest]),
    state: delivery.skipped === undefined ? 'pending' : 'skipped',
    reason: delivery.skipped ?? null,
    attempts: 0,
    statuses: '[]',
    next_attempt_at: delivery.dueAt.getTime(),
    claimed_by: null,
    lease_until: null,
    in_doubt: 0,
    message_id: null,
    updated_at: now.getTime(),
  };
}

export function toDelivery(row: Selectable<DeliveryTable>): Delivery {
  return {
    id: row.id,
    notificationId: row.notification_id,
    platform: row.platform,
    workspace: row.workspace,
    channel: row.channel,
    ...(row.thread !== '' && { thread: row.thread }),
    language: row.language,
    state: row.state,
    ...(row.reason !== null && { reason: row.reason }),
    attempts: row.attempts,
    statuses: JSON.parse(row.statuses) as number[],
    nextAttemptAt: new Date(row.next_attempt_at),
    inDoubt: row.in_doubt === 1,
    ...(row.message_id !== null && { messageId: row.message_id }),
    updatedAt: new Date(row.updated_at),
  };
}

/** Still to be worked on; written as the partial index `delivery_due` has it, so that it is used. */
export const isOpen = sql<SqlBool>`state in ('pending', 'sending')`;

/**
 * A cancelled notification sends nothing more: what came back from a failed attempt is skipped as well.
 * @param lock how to get hold of the rows; it may narrow them
 * @returns how many
 */
export async function skipCancelled(
  transaction: Transaction<Database>,
  now: Date,
  lock: (rows: DeliveryQuery<{ id: string }>) => DeliveryQuery<{ id: string }>,
): Promise<number> {
  const pending = transaction
    .selectFrom('delivery')
    .select('id')
    .where('state', '=', 'pending')
    .where('notification_id', 'in', (query) =>
      query
        .selectFrom('notification')
        .select('notification.id')
        .where('notification.state', '=', 'cancelled'),
    )
    .orderBy('id');
  const rows = await lock(pending).execute();
  for (const piece of pieces(rows, idsPerStatement)) {
    await transaction
      .updateTable('delivery')
      .set({
        state: 'skipped',
        reason: 'cancelled',
        claimed_by: null,
        lease_until: null,
        in_doubt: 0,
        updated_at: now.getTime(),
      })
      .where(
        'id',
        'in',
        piece.map((row) => row.id),
      )
      .execute();
  }
  return rows.length;
}

/** The same changes to any number of rows. */
export async function updateDeliveries(
  transaction: Transaction<Database>,
  ids: readonly string[],
  changes: Updateable<DeliveryTable> | { readonly attempts: RawBuilder<number> },
): Promise<void> {
  for (const piece of pieces(ids, idsPerStatement)) {
    await transaction.updateTable('delivery').set(changes).where('id', 'in', piece).execute();
  }
}
