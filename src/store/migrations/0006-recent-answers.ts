import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a person was answered lately: the call that gives the answer again, never their words. */
export const recentAnswers: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('recent_answer')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('call', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('answered_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('recent_answer_key', ['platform', 'workspace', 'person', 'call'])
      .execute();
    await database.schema
      .createIndex('recent_answer_answered_at')
      .on('recent_answer')
      .column('answered_at')
      .execute();
  },
};
