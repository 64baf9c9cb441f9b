import { type LinearModel, linearProbabilities } from "../extract/entity/linear.js";
import { seededRandom, shuffle } from "./random.js";

export interface LinearTrainingOptions {
  readonly classCount: number;
  /** log2 of the number of slots. */
  readonly slotBits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly minimumCount: number;
  readonly seed: number;
}

/** An error under it is not worth a step. */
const LEARNT = 0.01;

/** Logistic regression by AdaGrad; the penalty of a weight is spread over the touches of its feature. */
export const trainLinear = (
  rows: readonly Int32Array[],
  classes: Int8Array,
  options: LinearTrainingOptions,
): LinearModel => {
  const { classCount, rate, l2 } = options;
  const slotMask = (1 << options.slotBits) - 1;
  const weights = new Float32Array((slotMask + 1) * classCount);
  const squares = new Float32Array(weights.length);
  const bias = new Float32Array(classCount);
  const biasSquares = new Float32Array(classCount);
  const counts = new Int32Array(slotMask + 1);
  for (const row of rows) for (const feature of row) counts[feature & slotMask]! += 1;
  const model = { classCount, weights, bias, slotMask };
  const out = new Float64Array(classCount);
  const order = Int32Array.from(rows, (_, i) => i);
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const row = rows[i]!;
      linearProbabilities(model, row, out);
      out[classes[i]!]! -= 1;
      const value = 1 / Math.sqrt(row.length || 1);
      let largest = 0;
      for (let c = 0; c < classCount; c++) {
        if (Math.abs(out[c]!) < LEARNT) out[c] = 0;
        const g = out[c]!;
        largest = Math.max(largest, Math.abs(g));
        biasSquares[c]! += g * g;
        bias[c]! -= (rate * g) / Math.sqrt(biasSquares[c]! + 1e-6);
      }
      if (largest === 0) continue;
      for (let k = 0; k < row.length; k++) {
        const slot = row[k]! & slotMask;
        const count = counts[slot]!;
        if (count < options.minimumCount) continue;
        const at = slot * classCount;
        for (let c = 0; c < classCount; c++) {
          if (out[c] === 0) continue;
          const w = weights[at + c]!;
          const g = out[c]! * value + (l2 / count) * w;
          const square = squares[at + c]! + g * g;
          squares[at + c] = square;
          weights[at + c] = w - (rate * g) / Math.sqrt(square + 1e-8);
        }
      }
    }
  }
  return model;
};
