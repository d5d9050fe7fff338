/** Brings the tables up to date: at start, under a lock, forwards only. */
import type { Kysely } from 'kysely';
import { type Migration, type MigrationInfo, Migrator } from 'kysely/migration';
import type { ReachedDatabase } from './databases.ts';
import { StoreError } from './errors.ts';
import { migrations as ours } from './migrations/index.ts';

/**
 * @throws StoreError `newer`, `migration` or `unreachable`; `in-use` when there is something to do and
 *   another process serves from the same SQLite file, for its queries expect the tables as they are
 */
export async function migrate(
  { gate, forMigration }: Pick<ReachedDatabase, 'gate' | 'forMigration'>,
  migrations: Readonly<Record<string, Migration>> = ours,
): Promise<void> {
  const kysely = forMigration();
  try {
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    });
    const known = await reachable(() => migrator.getMigrations());
    if (known.every((migration) => migration.executedAt !== undefined)) {
      await refuseNewer(kysely, known);
      return;
    }
    gate.hold();
    await refuseNewer(kysely, known);
    const { error } = await migrator.migrateToLatest();
    if (error) {
      throw new StoreError('migration', 'The database could not be brought up to date; it is as it was.', {
        cause: error,
      });
    }
  } finally {
    await kysely.destroy();
  }
}

async function reachable<Result>(query: () => Promise<Result>): Promise<Result> {
  try {
    return await query();
  } catch (error) {
    throw new StoreError('unreachable', `The database cannot be reached (${codeOf(error)}).`, {
      cause: error,
    });
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown cause';
}

/** A database that a later version wrote may mean something else by the same names. */
async function refuseNewer(kysely: Kysely<unknown>, known: readonly MigrationInfo[]): Promise<void> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return;
  const executed = await (kysely as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  const names = new Set(known.map((migration) => migration.name));
  const later = executed.find((migration) => !names.has(migration.name));
  if (later) {
    throw new StoreError(
      'newer',
      `The database was written by a later version (${later.name}): start that version, or restore a backup.`,
    );
  }
}
