/** Node's own SQLite in the shape that Kysely's SQLite dialect expects: no native package to install. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** @param file a path, or `:memory:` */
export function openSqlite(file: string): SqliteDatabase {
  const database = new DatabaseSync(file);
  // Durable on power loss; a second process on the same file waits, then fails with a clear code.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000;');
  return {
    close: () => database.close(),
    prepare(sql): SqliteStatement {
      const statement = database.prepare(sql);
      return {
        // A statement that yields columns is read, any other is run.
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
