/** What people ask of the outbox: how far it is, what became of each, and to try failures again. */
import type { OpenDatabase } from './databases.ts';
import { isOpen, toDelivery } from './deliveries.ts';
import type { DeliveryState, Outbox } from './outbox.ts';

export type OutboxReport = Pick<Outbox, 'backlog' | 'counts' | 'deliveries' | 'resendFailures' | 'firstPost'>;

export function createOutboxReport({ kysely }: OpenDatabase): OutboxReport {
  return {
    async backlog(now) {
      const rows = await kysely
        .selectFrom('delivery')
        .select(({ fn }) => [
          'state',
          'in_doubt',
          fn.count<number>('id').as('number'),
          fn.min('next_attempt_at').as('oldest'),
        ])
        .where(isOpen)
        .groupBy(['state', 'in_doubt'])
        .execute();
      const count = (state: DeliveryState, inDoubt: number) =>
        rows.find((row) => row.state === state && row.in_doubt === inDoubt)?.number ?? 0;
      const waiting = rows.flatMap((row) => (row.state === 'pending' ? [Number(row.oldest)] : []));
      const oldest = Math.min(...waiting);
      return {
        pending: count('pending', 0),
        sending: count('sending', 0),
        inDoubt: count('sending', 1),
        ...(oldest <= now.getTime() && { oldestDue: new Date(oldest) }),
      };
    },

    async counts(notificationId) {
      // One statement, so that the figures belong to one moment.
      const rows = await kysely
        .selectFrom('notification')
        .leftJoin('delivery', 'delivery.notification_id', 'notification.id')
        .select(({ fn }) => [
          'notification.audience',
          'delivery.state',
          'delivery.in_doubt',
          fn.count<number>('delivery.id').as('number'),
        ])
        .where('notification.id', '=', notificationId)
        .groupBy(['notification.audience', 'delivery.state', 'delivery.in_doubt'])
        .execute();
      const [first] = rows;
      if (!first) return undefined;
      const sum = (wanted: typeof rows) => wanted.reduce((total, row) => total + row.number, 0);
      const of = (state: DeliveryState) => sum(rows.filter((row) => row.state === state));
      return {
        audience: first.audience,
        pending: of('pending'),
        sending: of('sending'),
        inDoubt: sum(rows.filter((row) => row.state === 'sending' && row.in_doubt === 1)),
        sent: of('sent'),
        failed: of('failed'),
        skipped: of('skipped'),
      };
    },

    async deliveries(notificationId, { after, limit }) {
      const rows = await kysely
        .selectFrom('delivery')
        .selectAll()
        .where('notification_id', '=', notificationId)
        .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },

    async resendFailures(notificationId, now) {
      const time = now.getTime();
      const result = await kysely
        .updateTable('delivery')
        .set({ state: 'pending', reason: null, attempts: 0, next_attempt_at: time, updated_at: time })
        .where('notification_id', '=', notificationId)
        .where('state', '=', 'failed')
        .where('notification_id', 'in', (query) =>
          query
            .selectFrom('notification')
            .select('notification.id')
            .where('notification.state', '=', 'published'),
        )
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },

    async firstPost({ platform, workspace, channel }, item) {
      const row = await kysely
        .selectFrom('delivery')
        .innerJoin('notification_item', 'notification_item.notification_id', 'delivery.notification_id')
        .innerJoin('notification', 'notification.id', 'delivery.notification_id')
        .selectAll('delivery')
        .where('notification.kind', '!=', 'correction')
        .where('delivery.platform', '=', platform)
        .where('delivery.workspace', '=', workspace)
        .where('delivery.channel', '=', channel)
        .where('delivery.state', '=', 'sent')
        .where('notification_item.item', '=', item)
        .orderBy('delivery.updated_at')
        .orderBy('delivery.id')
        .limit(1)
        .executeTakeFirst();
      if (!row?.message_id) return undefined;
      const together = await kysely
        .selectFrom('delivery')
        .select('id')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('message_id', '=', row.message_id)
        .orderBy('id')
        .execute();
      return {
        notificationId: row.notification_id,
        deliveryIds: together.map(({ id }) => id),
        messageId: row.message_id,
        ...(row.thread !== '' && { thread: row.thread }),
        language: row.language,
        at: new Date(row.updated_at),
      };
    },
  };
}
