import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const eventsTurnsReferences: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('processed_event')
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('processed_event_seen_at')
      .on('processed_event')
      .column('seen_at')
      .execute();
    await database.schema
      .createTable('conversation_turn')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('turn', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversation_turn_key', ['platform', 'place', 'position'])
      .execute();
    await database.schema
      .createIndex('conversation_turn_asked_at')
      .on('conversation_turn')
      .column('asked_at')
      .execute();
    await database.schema
      .createTable('conversation_reference')
      .addColumn('conversation_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
