/** Which rows of the outbox a worker gets, and the messages that they make. */
import type { ExpressionBuilder, Selectable, Transaction } from 'kysely';
import type { OpenDatabase } from './databases.ts';
import { idsPerStatement, isOpen, toDelivery, updateDeliveries } from './deliveries.ts';
import type { Claim, ClaimedMessage } from './outbox.ts';
import { pieces } from './rows.ts';
import type { Database, DeliveryTable } from './schema.ts';

/** Due messages that nobody holds, the first due first; they are the worker's until the lease is out. */
export async function claimMessages(
  database: OpenDatabase,
  transaction: Transaction<Database>,
  claim: Claim,
): Promise<ClaimedMessage[]> {
  return readMessages(transaction, await take(database, transaction, claim));
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
  await updateDeliveries(transaction, ids, { claimed_by: worker, lease_until: leaseUntil.getTime() });
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
