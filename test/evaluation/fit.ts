/** Two small regressions, fitted by gradient descent (Adam): no chance in them, so a run can be repeated. */

export interface Choice {
  /** Figures of each alternative. */
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/**
 * Weights under which the right alternatives of each choice stand above the others (softmax regression).
 * Choices without a right alternative are passed over.
 */
export function fitChoices(choices: readonly Choice[], width: number, ridge: number): number[] {
  const usable = choices.filter((choice) => choice.right.includes(true));
  const total = usable.reduce((sum, choice) => sum + choice.weight, 0);
  return descend(width, unbound, (weights, gradient) => {
    for (const { rows, right, weight } of usable) {
      const scores = rows.map((row) => dot(row, weights));
      const highest = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - highest));
      const sum = shares.reduce((a, b) => a + b, 0);
      const rightSum = shares.reduce((a, b, index) => a + (right[index] ? b : 0), 0);
      for (const [index, row] of rows.entries()) {
        const share = shares[index]! / sum;
        const wanted = right[index] ? shares[index]! / Math.max(rightSum, 1e-12) : 0;
        const slope = ((share - wanted) * weight) / total;
        for (let column = 0; column < width; column++) gradient[column]! += slope * row[column]!;
      }
    }
    for (let column = 0; column < width; column++) gradient[column]! += ridge * weights[column]!;
  });
}

export interface Labelled {
  readonly row: readonly number[];
  readonly yes: boolean;
  readonly weight: number;
}

/**
 * Weights of a logistic regression; the last column is the constant and not held small.
 *
 * @param against columns that speak against an answer: their weight never rises above zero, whatever the
 *   other columns leave to explain
 */
export function fitLabels(
  examples: readonly Labelled[],
  width: number,
  ridge: number,
  against: ReadonlySet<number> = new Set(),
): number[] {
  const total = examples.reduce((sum, example) => sum + example.weight, 0);
  const bound = (weights: number[]) => {
    for (const column of against) weights[column] = Math.min(0, weights[column]!);
  };
  return descend(width, bound, (weights, gradient) => {
    for (const { row, yes, weight } of examples) {
      const share = 1 / (1 + Math.exp(-dot(row, weights)));
      const slope = ((share - (yes ? 1 : 0)) * weight) / total;
      for (let column = 0; column < width; column++) gradient[column]! += slope * row[column]!;
    }
    for (let column = 0; column < width - 1; column++) gradient[column]! += ridge * weights[column]!;
  });
}

const steps = 800;
const rate = 0.05;

function unbound(): void {}

/** @param bound keeps the weights where they may be, after each step */
function descend(
  width: number,
  bound: (weights: number[]) => void,
  slope: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const weights = new Array<number>(width).fill(0);
  const mean = new Array<number>(width).fill(0);
  const square = new Array<number>(width).fill(0);
  for (let step = 1; step <= steps; step++) {
    const gradient = new Array<number>(width).fill(0);
    slope(weights, gradient);
    for (let column = 0; column < width; column++) {
      mean[column] = 0.9 * mean[column]! + 0.1 * gradient[column]!;
      square[column] = 0.999 * square[column]! + 0.001 * gradient[column]! ** 2;
      const direction = mean[column]! / (1 - 0.9 ** step);
      const size = Math.sqrt(square[column]! / (1 - 0.999 ** step)) + 1e-8;
      weights[column]! -= (rate * direction) / size;
    }
    bound(weights);
  }
  return weights;
}

function dot(row: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let column = 0; column < weights.length; column++) sum += row[column]! * weights[column]!;
  return sum;
}
