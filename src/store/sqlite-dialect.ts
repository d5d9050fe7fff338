/**
 * SQLite as Kysely knows it: two connections to a file, one that writes and one that reads what was committed.
 * How it differs from PostgreSQL is told in `databases.ts`.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteDialect,
} from 'kysely';
import { SqliteFile } from './sqlite-file.ts';
import { type Batch, SqliteWriter } from './sqlite-writer.ts';

/** What Kysely holds for a query or a transaction; any number at a time. */
class Connection implements DatabaseConnection {
  readonly #reader: SqliteFile;
  readonly writer: SqliteWriter;
  /** Of the transaction under way. */
  batch: Batch | undefined;

  constructor(reader: SqliteFile, writer: SqliteWriter) {
    this.#reader = reader;
    this.writer = writer;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.batch) return this.writer.run<Row>(this.batch, query);
    return SelectQueryNode.is(query.query)
      ? this.#reader.runPatiently<Row>(query)
      : this.writer.write<Row>(query);
  }

  /** @throws always: nothing of ours is read bit by bit */
  streamQuery(): never {
    throw new Error('the rows of a query are read at once');
  }
}

class SqliteDriver implements Driver {
  readonly #path: string;
  #reader: SqliteFile | undefined;
  #writer: SqliteWriter | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async init(): Promise<void> {
    this.#writer = new SqliteWriter(new SqliteFile(this.#path));
    this.#reader = new SqliteFile(this.#path);
    this.#reader.forbidWriting();
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#reader || !this.#writer) throw new Error('the database is not open');
    return new Connection(this.#reader, this.#writer);
  }
  async beginTransaction(connection: Connection): Promise<void> {
    connection.batch = await connection.writer.beginTransaction();
  }
  async commitTransaction(connection: Connection): Promise<void> {
    const batch = leave(connection);
    if (batch) await connection.writer.commitTransaction(batch);
  }
  /** Kysely asks for this after a commit that failed, too. */
  async rollbackTransaction(connection: Connection): Promise<void> {
    const batch = leave(connection);
    if (batch) await connection.writer.rollbackTransaction(batch);
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {
    this.#reader?.close();
    await this.#writer?.close();
  }
}

/** @returns the batch of the transaction that was under way */
function leave(connection: Connection): Batch | undefined {
  const { batch } = connection;
  connection.batch = undefined;
  return batch;
}

/** What SQLite can, beyond what Kysely counts on. */
class Adapter extends SqliteAdapter {
  /** A connection of the driver is only a place in the order of writing. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
  /** SQLite keeps changes of tables within a transaction. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** @param path of the file, made when it is missing */
export function sqliteDialect(path: string): Dialect {
  // For the grammar alone: the database behind it is opened by our driver.
  const grammar = new SqliteDialect({ database: () => Promise.reject(new Error('never opened here')) });
  return {
    createDriver: () => new SqliteDriver(path),
    createAdapter: () => new Adapter(),
    createQueryCompiler: () => grammar.createQueryCompiler(),
    createIntrospector: (database) => grammar.createIntrospector(database),
  };
}
