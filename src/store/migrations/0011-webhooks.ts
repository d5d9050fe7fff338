import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Webhooks that post into a channel of Teams, with their addresses sealed. */
export const webhooks: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('webhook')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('webhook_key', ['platform', 'workspace', 'channel'])
      .execute();
  },
};
