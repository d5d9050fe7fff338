/** Works off what belongs together one by one, in the order in which it came. */
export class InOrder {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs when everything of that key before it has ended, well or badly; other keys are not waited for. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const result = before.then(work, work);
    this.#last.set(key, result);
    const forget = () => {
      if (this.#last.get(key) === result) this.#last.delete(key);
    };
    result.then(forget, forget);
    return result;
  }
}
