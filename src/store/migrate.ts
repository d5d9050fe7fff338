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

/**
 * What `migrate` would do, and what it would refuse.
 * @throws StoreError `unreachable`
 */
export async function migrationState(
  { forMigration }: Pick<ReachedDatabase, 'forMigration'>,
  migrations: Readonly<Record<string, Migration>> = ours,
): Promise<{ readonly pending: string[]; readonly later?: string }> {
  const kysely = forMigration();
  try {
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    });
    const known = await reachable(() => migrator.getMigrations());
    const later = await laterMigration(kysely, known);
    const pending = known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
    return { pending, ...(later !== undefined && { later }) };
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
  const later = await laterMigration(kysely, known);
  if (later !== undefined) {
    throw new StoreError(
      'newer',
      `The database was written by a later version (${later}): start that version, or restore a backup.`,
    );
  }
}

/** The name of a migration that was executed and is not known here. */
async function laterMigration(
  kysely: Kysely<unknown>,
  known: readonly MigrationInfo[],
): Promise<string | undefined> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return undefined;
  const executed = await (kysely as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  const names = new Set(known.map((migration) => migration.name));
  return executed.find((migration) => !names.has(migration.name))?.name;
}
