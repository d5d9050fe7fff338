/** Knows what is under way, so that stopping can wait for it. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  /** Remembers a promise until it settles, and returns it. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work);
    const forget = () => this.#work.delete(work);
    work.then(forget, forget);
    return work;
  }

  /** Resolves when nothing is under way, counting what begins while it waits. */
  async drained(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
