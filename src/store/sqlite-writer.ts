/**
 * Writes of the same moment share one commit: a commit waits for the disk, and many people ask at once. Whoever
 * writes hears of it after that commit, so that what was acknowledged is on the disk.
 */
import type { CompiledQuery, QueryResult } from 'kysely';
import type { SqliteFile } from './sqlite-file.ts';

/** What is committed together: begun by a first write, ended once the events at hand were handled. */
export interface Batch {
  /** Settles with the commit. */
  readonly committed: Promise<void>;
  settle(error?: unknown): void;
}

const command = (sql: string) => ({ sql, parameters: [] });
/** As a writer from the beginning: a transaction that reads first would fail when a tool wrote in between. */
const begin = command('begin immediate');
const commit = command('commit');
const rollback = command('rollback');
const savepoint = command('savepoint work');
const release = command('release work');
const rollbackToSavepoint = command('rollback to work');

/** The one writer of a file. Single writes and transactions take turns; within a batch, a transaction is a savepoint. */
export class SqliteWriter {
  readonly #file: SqliteFile;
  #batch: Batch | undefined;
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  constructor(file: SqliteFile) {
    this.#file = file;
  }

  /** A write of its own. */
  async write<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const batch = await this.#enter();
    let result: QueryResult<Row>;
    try {
      result = this.run(batch, query);
    } finally {
      this.#leave();
    }
    await batch.committed;
    return result;
  }

  /** Until the end of the transaction nobody else writes. */
  async beginTransaction(): Promise<Batch> {
    const batch = await this.#enter();
    try {
      this.run(batch, savepoint);
    } catch (error) {
      this.#leave();
      throw error;
    }
    return batch;
  }

  /**
   * A statement in a transaction.
   * @param batch that the transaction began in: some errors make SQLite give up all that is not committed
   */
  run<Row>(batch: Batch, query: Pick<CompiledQuery, 'sql' | 'parameters'>): QueryResult<Row> {
    if (batch !== this.#batch) throw new Error('the transaction ended with an earlier error');
    try {
      return this.#file.run<Row>(query);
    } catch (error) {
      if (!this.#file.inTransaction) this.#end(batch, error);
      throw error;
    }
  }

  async commitTransaction(batch: Batch): Promise<void> {
    try {
      this.run(batch, release);
    } finally {
      this.#leave();
    }
    await batch.committed;
  }

  async rollbackTransaction(batch: Batch): Promise<void> {
    try {
      if (batch === this.#batch) {
        this.run(batch, rollbackToSavepoint);
        this.run(batch, release);
      }
    } finally {
      this.#leave();
    }
    // Why it was given up may lie in what others wrote in this batch: it is told when that is certain.
    await batch.committed.catch(() => undefined);
  }

  /** Commits what is open and closes the file; later writes fail. */
  async close(): Promise<void> {
    await this.#commitInTurn(() => this.#file.close());
  }

  /** Waits for the turn and for a batch to write in. Ends with `#leave`. */
  async #enter(): Promise<Batch> {
    await this.#take();
    if (this.#batch) return this.#batch;
    try {
      await this.#file.runPatiently(begin);
    } catch (error) {
      this.#leave();
      throw error;
    }
    this.#batch = newBatch();
    setImmediate(() => void this.#commitInTurn());
    return this.#batch;
  }

  async #take(): Promise<void> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }

  async #commitInTurn(andThen = () => {}): Promise<void> {
    await this.#take();
    try {
      if (this.#batch) await this.#commit(this.#batch);
      andThen();
    } finally {
      this.#leave();
    }
  }

  /** Never fails: those who wrote are told. */
  async #commit(batch: Batch): Promise<void> {
    try {
      await this.#file.runPatiently(commit);
      this.#end(batch);
    } catch (error) {
      this.#end(batch, error);
      this.#giveUp();
    }
  }

  /** Where not even this works, the next `begin` fails and tells whoever writes. */
  #giveUp(): void {
    try {
      if (this.#file.inTransaction) this.#file.run(rollback);
    } catch {}
  }

  #end(batch: Batch, error?: unknown): void {
    this.#batch = undefined;
    batch.settle(error);
  }
}

function newBatch(): Batch {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // Nobody may be listening, as after a transaction that was given up.
  promise.catch(() => undefined);
  return {
    committed: promise,
    settle: (error) => (error === undefined ? resolve() : reject(error)),
  };
}
