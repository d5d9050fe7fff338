import { endsWithin } from '../ends-within.ts';

export interface InOrderOptions {
  /** Milliseconds after which what comes next is begun all the same. */
  readonly patience?: number;
  /** What comes while so many wait, of all keys, is begun at once: no memory is without end. */
  readonly mostWaiting?: number;
}

/** Works off what belongs together one by one, in the order in which it came. */
export class InOrder {
  readonly #last = new Map<string, Promise<void>>();
  readonly #options: Required<InOrderOptions>;
  #waiting = 0;

  constructor({ patience = 60_000, mostWaiting = 1_000 }: InOrderOptions = {}) {
    this.#options = { patience, mostWaiting };
  }

  /**
   * Runs when what came before it under that key has ended, well or badly, or has been under way for as
   * long as patience lasts; other keys are not waited for.
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    if (before && this.#waiting >= this.#options.mostWaiting) return work();
    const result = before ? this.#after(before, work) : Promise.resolve().then(work);
    const passed = (before ?? Promise.resolve()).then(async () => {
      // How it ended is its own asker's matter.
      await endsWithin(result, this.#options.patience);
    });
    this.#last.set(key, passed);
    void passed.then(() => {
      if (this.#last.get(key) === passed) this.#last.delete(key);
    });
    return result;
  }

  async #after<T>(before: Promise<void>, work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    await before;
    this.#waiting -= 1;
    return work();
  }
}
