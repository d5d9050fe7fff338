/**
 * How a worker shares its process with those who answer questions: SQLite writes on the same thread and
 * waits for the disk there, and a card takes a millisecond or two to make.
 */
import { setTimeout as delay, setImmediate } from 'node:timers/promises';

/** After a write the database rests this many times as long as the write took: a fifth of the time at most. */
const restsPerWrite = 4;
/** A rest is never longer, in milliseconds: a slow disk slows the sending, it does not stop it. */
const longestRest = 100;

export class Pace {
  #turn: Promise<void> = Promise.resolve();
  #write: Promise<unknown> = Promise.resolve();
  readonly #hurrying = new AbortController();

  /** A turn of the event loop of one's own: what was asked for at the same time does not run in one piece. */
  turn(): Promise<void> {
    this.#turn = this.#turn.then(() => setImmediate());
    return this.#turn;
  }

  /** Runs one write after another, with a rest after each. */
  write<T>(work: () => Promise<T>): Promise<T> {
    const written = this.#write.then(async () => {
      await setImmediate();
      const started = performance.now();
      try {
        return { result: await work(), took: performance.now() - started };
      } catch (error) {
        return { error, took: performance.now() - started };
      }
    });
    this.#write = written.then(({ took }) => this.#rest(took * restsPerWrite));
    return written.then((done) => {
      if ('error' in done) throw done.error;
      return done.result;
    });
  }

  /** From now on nothing rests: the process is to end. */
  hurry(): void {
    this.#hurrying.abort();
  }

  async #rest(milliseconds: number): Promise<void> {
    const { signal } = this.#hurrying;
    await delay(Math.min(longestRest, milliseconds), undefined, { signal }).catch(() => {});
  }
}

/** Gathers what is to be written while the database rests, and writes it in one transaction. */
export class Batch<Item, Result> {
  readonly #pace: Pace;
  readonly #write: (items: readonly Item[]) => Promise<readonly Result[]>;
  #waiting: Gathered<Item, Result>[] = [];

  /** @param write gives a result for each item, in their order */
  constructor(pace: Pace, write: (items: readonly Item[]) => Promise<readonly Result[]>) {
    this.#pace = pace;
    this.#write = write;
  }

  /** @throws what the write of the whole batch threw */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#waiting.length === 1) void this.#pace.write(() => this.#flush());
    });
  }

  async #flush(): Promise<void> {
    const gathered = this.#waiting;
    this.#waiting = [];
    try {
      const results = await this.#write(gathered.map(({ item }) => item));
      for (const [index, { resolve }] of gathered.entries()) resolve(results[index]!);
    } catch (error) {
      for (const { reject } of gathered) reject(error);
    }
  }
}

interface Gathered<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}
