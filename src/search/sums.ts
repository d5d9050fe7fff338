/**
 * A sum for each of many lines, of which a question touches few: to begin anew clears those, where another array
 * for each question would have to be made and looked through.
 */
export class Sums {
  readonly values: Float64Array;
  readonly #touched: Int32Array;
  #count = 0;

  constructor(lines: number) {
    this.values = new Float64Array(lines);
    this.#touched = new Int32Array(lines);
  }

  /** The lines with a sum, in no order. */
  get touched(): Int32Array {
    return this.#touched.subarray(0, this.#count);
  }

  /** @param value more than nought */
  add(line: number, value: number): void {
    const before = this.values[line]!;
    if (before === 0) this.#touched[this.#count++] = line;
    this.values[line] = before + value;
  }

  clear(): void {
    for (let at = 0; at < this.#count; at++) this.values[this.#touched[at]!] = 0;
    this.#count = 0;
  }

  /** Makes these sums those of others. */
  copy(others: Sums): void {
    this.clear();
    this.#touched.set(others.touched);
    this.#count = others.#count;
    for (const line of others.touched) this.values[line] = others.values[line]!;
  }
}
