import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Questions that were taken up and are not answered yet: what is needed to answer them later. */
export const pendingQuestions: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('pending_question')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('question_id', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('pending_question_key', ['platform', 'workspace', 'channel', 'question_id'])
      .execute();
    await database.schema
      .createIndex('pending_question_lease_until')
      .on('pending_question')
      .column('lease_until')
      .execute();
  },
};
