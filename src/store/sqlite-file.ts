/** Node's own SQLite, opened for durable work: no native package to install. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import type { CompiledQuery, QueryResult } from 'kysely';

/** Longer than any transaction of ours. */
export const busyMilliseconds = 5_000;

/** Statements kept ready, and the longest of them in characters: a large insert is not. */
const mostKeptStatements = 300;
const longestKeptStatement = 4_000;

interface Statement {
  readonly prepared: StatementSync;
  /** It yields columns; any other is run for what it changes. */
  readonly reads: boolean;
}

/** One connection to a database file. */
export class SqliteFile {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Statement>();

  /** @param file made when it is missing */
  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: busyMilliseconds });
    // Durable on power loss: an acknowledged row is on the disk. From then on waiting is ours.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0;');
  }

  /** False after `begin` too, when an error made SQLite give up the transaction. */
  get inTransaction(): boolean {
    return this.#database.isOpen && this.#database.isTransaction;
  }

  /** Every later statement that would write fails. */
  forbidWriting(): void {
    this.#database.exec('PRAGMA query_only = ON');
  }

  run<Row>({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): QueryResult<Row> {
    const { prepared, reads } = this.#statement(sql);
    const values = parameters as SQLInputValue[];
    if (reads) return { rows: prepared.all(...values) as Row[] };
    const { changes, lastInsertRowid } = prepared.run(...values);
    return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
  }

  /** As `run`, and waits while another process writes. */
  async runPatiently<Row>(query: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<QueryResult<Row>> {
    // SQLite's own waiting would stop this process with all its answers; what was refused as busy did nothing.
    const patience = performance.now() + busyMilliseconds;
    for (;;) {
      try {
        return this.run<Row>(query);
      } catch (error) {
        if (!isBusy(error) || performance.now() > patience) throw error;
        await delay(5);
      }
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  /** Making a statement takes longer than running most of ours: those that come again are kept. */
  #statement(text: string): Statement {
    const known = this.#statements.get(text);
    if (known) return known;
    const prepared = this.#database.prepare(text);
    const statement = { prepared, reads: prepared.columns().length > 0 };
    if (text.length > longestKeptStatement) return statement;
    if (this.#statements.size >= mostKeptStatements) this.#statements.clear();
    this.#statements.set(text, statement);
    return statement;
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
