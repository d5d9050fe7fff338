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

/** @returns the places of the highest values above nought, from the highest down; of equal ones the first */
export function highestOf(values: Float64Array, most: number): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    if (value <= 0) continue;
    if (places.length < most) places.push(place);
    else if (value <= values[places[most - 1]!]!) continue;
    else places[most - 1] = place;
    for (let at = places.length - 1; at > 0 && values[places[at]!]! > values[places[at - 1]!]!; at--) {
      [places[at], places[at - 1]] = [places[at - 1]!, places[at]!];
    }
  }
  return places;
}
