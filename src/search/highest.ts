/** The highest of the values added, from the highest down; sorting them all would take most of a question's time. */
export class Highest {
  readonly values: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(value: number): void {
    const { values } = this;
    if (values.length < this.#most) values.push(value);
    else if (value <= values[values.length - 1]!) return;
    else values[values.length - 1] = value;
    for (let at = values.length - 1; at > 0 && values[at]! > values[at - 1]!; at--) {
      [values[at], values[at - 1]] = [values[at - 1]!, values[at]!];
    }
  }
}
