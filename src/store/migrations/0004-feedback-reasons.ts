import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Why an answer did not help: one of a few declared reasons, which may be kept everywhere. */
export const feedbackReasons: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema.alterTable('feedback').addColumn('reason', 'text').execute();
  },
};
