/**
 * Node's own SQLite as Kysely knows it: durable, every transaction a writer from its beginning, and patient
 * while another process writes. No native package to install. How it differs from PostgreSQL is told in `databases.ts`.
 */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

/** Longer than any transaction of ours. */
export const busyMilliseconds = 5_000;

/** Statements kept ready, and the longest of them in characters: a large insert is not. */
const mostKeptStatements = 300;
const longestKeptStatement = 4_000;

/** Node's own SQLite in the shape that Kysely's dialect expects: no native package to install. */
function openSqlite(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: busyMilliseconds });
  // Durable on power loss: an acknowledged row is on the disk. From then on waiting is ours.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0;');
  const prepared = new Map<string, SqliteStatement>();
  function prepare(text: string): SqliteStatement {
    const statement = database.prepare(text);
    return {
      // A statement that yields columns is read, any other is run.
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
      run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
      // Read bit by bit, it must not be begun again in between.
      iterate: (parameters) => database.prepare(text).iterate(...(parameters as SQLInputValue[])),
    };
  }
  return {
    close: () => database.close(),
    // Making a statement takes longer than running most of ours: those that come again are kept.
    prepare(text) {
      const known = prepared.get(text);
      if (known) return known;
      const statement = prepare(text);
      if (text.length > longestKeptStatement) return statement;
      if (prepared.size >= mostKeptStatements) prepared.clear();
      prepared.set(text, statement);
      return statement;
    },
  };
}

/** A transaction that reads before it writes would otherwise fail when a tool wrote in between. */
class ImmediateSqliteDriver extends SqliteDriver {
  #connection: PatientConnection | undefined;
  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= new PatientConnection(await super.acquireConnection());
    return this.#connection;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * Waits while another process writes. SQLite's own waiting would stop this process with all its answers;
 * a statement that was refused as busy did nothing and can be repeated.
 */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const patience = performance.now() + busyMilliseconds;
    for (;;) {
      try {
        return await this.#connection.executeQuery(query);
      } catch (error) {
        if (!isBusy(error) || performance.now() > patience) throw error;
        await delay(5);
      }
    }
  }
  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery(query, chunkSize);
  }
}

const sqliteBusy = 5;

/** The lowest byte is the primary code: https://sqlite.org/rescode.html */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === sqliteBusy
  );
}

/** SQLite keeps changes of tables within a transaction, though Kysely does not count on it. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#config);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** @param file made when it is missing */
export function sqliteDialect(file: string): SqliteDialect {
  return new ImmediateSqliteDialect({ database: openSqlite(file) });
}
