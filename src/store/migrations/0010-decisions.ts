import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who cancelled a notification, or refused its proposal; who approved one was known already. */
export const decisions: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema.alterTable('notification').addColumn('cancelled_by', 'text').execute();
  },
};
