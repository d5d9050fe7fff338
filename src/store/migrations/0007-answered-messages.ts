import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which message answers which question, so that an edited question can have its answer corrected. */
export const answeredMessages: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('answered_message')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('question_id', 'text', (column) => column.notNull())
      .addColumn('answer_id', 'text', (column) => column.notNull())
      .addColumn('edited', 'integer', (column) => column.notNull())
      .addColumn('answered_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('answered_message_key', ['platform', 'workspace', 'channel', 'question_id'])
      .execute();
    await database.schema
      .createIndex('answered_message_answered_at')
      .on('answered_message')
      .column('answered_at')
      .execute();
  },
};
