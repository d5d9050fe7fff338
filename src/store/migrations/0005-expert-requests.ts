import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Questions that people take to the experts of their workspace, and what became of them. */
export const expertRequests: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('expert_request')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('asker', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('thread', 'text')
      .addColumn('expert_channel', 'text', (column) => column.notNull())
      .addColumn('card_id', 'text')
      .addColumn('expert', 'text')
      .addColumn('question', 'text')
      .addColumn('answer', 'text')
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('expert_request_updated_at')
      .on('expert_request')
      .column('updated_at')
      .execute();
  },
};
