import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Subscriptions, notifications, and the outbox with one row per recipient. */
export const notifications: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('subscription')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('cadence', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('weekday', 'integer', (column) => column.notNull())
      .addColumn('time_zone', 'text', (column) => column.notNull())
      .addColumn('quiet_from', 'text')
      .addColumn('quiet_to', 'text')
      .addColumn('weekends', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('subscription_key', ['platform', 'workspace', 'channel', 'topic'])
      .execute();

    await database.schema
      .createTable('notification')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('topics', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('audience', 'integer', (column) => column.notNull())
      .addColumn('idempotency_key', 'text', (column) => column.unique())
      .addColumn('content_version', 'text')
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('approved_by', 'text')
      .addColumn('published_at', 'bigint')
      .addColumn('cancelled_at', 'bigint')
      .execute();
    await database.schema
      .createIndex('notification_created_at')
      .on('notification')
      .column('created_at')
      .execute();

    await database.schema
      .createTable('notification_item')
      .addColumn('notification_id', 'text', (column) =>
        column.notNull().references('notification.id').onDelete('cascade'),
      )
      .addColumn('item', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('notification_item_key', ['notification_id', 'item'])
      .execute();

    await database.schema
      .createTable('delivery')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('notification_id', 'text', (column) =>
        column.notNull().references('notification.id').onDelete('cascade'),
      )
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('thread', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('message_key', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('statuses', 'text', (column) => column.notNull())
      .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
      .addColumn('claimed_by', 'text')
      .addColumn('lease_until', 'bigint')
      .addColumn('in_doubt', 'integer', (column) => column.notNull())
      .addColumn('message_id', 'text')
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('delivery_recipient', [
        'notification_id',
        'platform',
        'workspace',
        'channel',
        'thread',
      ])
      .execute();
    // What waits is a small part of what was ever sent: indexes of these rows alone stay small.
    const open = sql<boolean>`state in ('pending', 'sending')`;
    await database.schema
      .createIndex('delivery_due')
      .on('delivery')
      .columns(['next_attempt_at', 'id'])
      .where(open)
      .execute();
    await database.schema
      .createIndex('delivery_message')
      .on('delivery')
      .columns(['message_key', 'id'])
      .execute();
    await database.schema
      .createIndex('delivery_lease')
      .on('delivery')
      .column('lease_until')
      .where(sql<boolean>`lease_until is not null`)
      .execute();
    await database.schema
      .createIndex('delivery_channel')
      .on('delivery')
      .columns(['platform', 'workspace', 'channel'])
      .execute();

    await database.schema
      .createTable('content_snapshot')
      .addColumn('version', 'text', (column) => column.primaryKey().notNull())
      .addColumn('snapshot', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .addColumn('announced_at', 'bigint')
      .execute();
  },
};
