/**
 * SQLite and PostgreSQL, and everything in which they differ. No other file of the store asks which
 * one it talks to.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { StoreError } from './errors.ts';
import type { Database } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { busyMilliseconds, isBusy } from './sqlite-file.ts';

/** A directory that gets one SQLite file, or a PostgreSQL database. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly directory: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** A query for rows of the outbox. */
export type DeliveryQuery<Row> = SelectQueryBuilder<Database, 'delivery', Row>;

/** An open database with what the queries cannot say alike for both. */
export interface OpenDatabase {
  readonly kysely: Kysely<Database>;
  /** Rows of one insert: both databases bound the number of parameters of a statement. */
  readonly rowsPerInsert: number;
  /** The rows read stay as they are until the end of the transaction; those another one holds are awaited. */
  lockRows<Row>(query: DeliveryQuery<Row>): DeliveryQuery<Row>;
  /** The same, but rows that another transaction holds are left out. */
  takeFreeRows<Row>(query: DeliveryQuery<Row>): DeliveryQuery<Row>;
  /** Transactions that name the same key run one after another from here on. */
  oneAtATime(transaction: Transaction<Database>, key: string): Promise<void>;
  close(): Promise<void>;
}

/** Who may change tables now, and who may serve. */
export interface DatabaseGate {
  /**
   * SQLite: holds the file for one serving process until `release`; only its holder may migrate.
   * PostgreSQL: lets everybody in, for any number of replicas serve and Kysely's advisory lock keeps
   * their migrations apart.
   * @throws StoreError `in-use` when another process serves from the same file
   */
  hold(): void;
  release(): void;
}

export interface ReachedDatabase {
  readonly gate: DatabaseGate;
  /** A connection without a time limit on statements, for migrations. */
  forMigration(): Kysely<unknown>;
  open(): OpenDatabase;
}

/** Nothing is opened or connected yet; a directory is made when it is missing. */
export function reach(location: DatabaseLocation): ReachedDatabase {
  return location.kind === 'sqlite' ? reachSqlite(location.directory) : reachPostgres(location.url);
}

/** The one file of a directory; beside it SQLite keeps `-wal` and `-shm` while it is open. */
export const sqliteFileName = 'supercluster-guide.sqlite';
const lockFileName = 'supercluster-guide.lock';

function reachSqlite(directory: string): ReachedDatabase {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const connect = <Tables>() => {
    return new Kysely<Tables>({ dialect: sqliteDialect(join(directory, sqliteFileName)) });
  };
  return {
    gate: createFileGate(directory),
    forMigration: connect,
    open() {
      const kysely = connect<Database>();
      return {
        kysely,
        rowsPerInsert: 100,
        // A transaction is the only writer, and begins as one: there is nobody to lock out.
        lockRows: (query) => query,
        takeFreeRows: (query) => query,
        oneAtATime: () => Promise.resolve(),
        close: () => kysely.destroy(),
      };
    },
  };
}

/**
 * The lock is an exclusive transaction on a file of its own: the system lets go of it when the process
 * ends in whatever way, so no stale lock can remain, and tools may use the database file meanwhile.
 */
function createFileGate(directory: string): DatabaseGate {
  let held: DatabaseSync | undefined;
  return {
    hold() {
      if (held) return;
      const lock = new DatabaseSync(join(directory, lockFileName), { timeout: 1_000 });
      try {
        lock.exec('BEGIN EXCLUSIVE');
      } catch (error) {
        lock.close();
        if (!isBusy(error)) throw error;
        throw new StoreError(
          'in-use',
          `Another Supercluster Guide serves from ${join(directory, sqliteFileName)}: stop it first, or set DATABASE_URL to let several serve from PostgreSQL.`,
          { cause: error },
        );
      }
      held = lock;
    },
    release() {
      held?.close();
      held = undefined;
    },
  };
}

/**
 * Copies the database of a directory into one file, whole and as of one moment, also while a bot serves
 * from it. The copy is a database like the original.
 * @param target must not exist
 * @throws StoreError `nothing` when the directory has no database
 */
export function backUpSqlite(directory: string, target: string): void {
  const file = join(directory, sqliteFileName);
  if (!existsSync(file)) throw new StoreError('nothing', `There is no database in ${directory}.`);
  const database = new DatabaseSync(file, { timeout: busyMilliseconds });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  checkSqlite(target);
}

/**
 * Reads the whole file and changes nothing.
 * @throws StoreError `damaged` when it is not a sound database
 */
export function checkSqlite(file: string): void {
  let verdict: unknown;
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: busyMilliseconds });
    try {
      verdict = database.prepare('PRAGMA integrity_check(1)').get()?.integrity_check;
    } finally {
      database.close();
    }
  } catch (error) {
    throw new StoreError('damaged', `${file} is not a database that can be read.`, { cause: error });
  }
  if (verdict !== 'ok') throw new StoreError('damaged', `${file} is damaged.`);
}

function reachPostgres(url: string): ReachedDatabase {
  const connect = <Tables>(limits: pg.PoolConfig) => {
    const pool = new pg.Pool({
      connectionString: url,
      application_name: 'supercluster-guide',
      connectionTimeoutMillis: 5_000,
      types: { getTypeParser: typeParser },
      ...limits,
    });
    // An idle connection that breaks is replaced; a query that meets the same trouble reports it.
    pool.on('error', () => {});
    // One that is in use tells its own listeners: without any, a database that goes away ends the process.
    pool.on('connect', (client) => client.on('error', () => {}));
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  };
  return {
    gate: { hold() {}, release() {} },
    forMigration: () => connect({ max: 2 }),
    open() {
      const kysely = connect<Database>({
        max: 10,
        statement_timeout: 30_000,
        idle_in_transaction_session_timeout: 30_000,
      });
      return {
        kysely,
        rowsPerInsert: 1_000,
        lockRows: (query) => query.forUpdate('delivery'),
        takeFreeRows: (query) => query.forUpdate('delivery').skipLocked(),
        async oneAtATime(transaction, key) {
          await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
        },
        close: () => kysely.destroy(),
      };
    },
  };
}

const int8 = 20;

/** The driver gives int8 as text, for it may pass what a number holds; our times and counts never do. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === int8) return Number;
  return format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid, 'text');
}
