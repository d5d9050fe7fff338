import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which workspaces speak through the installation of their organisation. */
export const organisationMembers: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('organisation_member')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('organisation_member_key', ['platform', 'workspace'])
      .execute();
    await database.schema
      .createIndex('organisation_member_organisation')
      .on('organisation_member')
      .columns(['platform', 'organisation'])
      .execute();
  },
};
