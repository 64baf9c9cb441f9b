import { softmax } from "./trees.js";

/** Multinomial logistic regression over hashed sparse features; rows are scaled to length 1. */
export interface LinearModel {
  readonly classCount: number;
  /** Weight of class c at slot s: `weights[s * classCount + c]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly slotMask: number;
}

/** Probability of each class, into `out`. `features` are hashes; none may occur twice. */
export const linearProbabilities = (model: LinearModel, features: Int32Array, out: Float64Array): void => {
  const { classCount, weights, slotMask } = model;
  const value = 1 / Math.sqrt(features.length || 1);
  for (let c = 0; c < classCount; c++) out[c] = 0;
  for (let k = 0; k < features.length; k++) {
    const at = (features[k]! & slotMask) * classCount;
    for (let c = 0; c < classCount; c++) out[c]! += weights[at + c]!;
  }
  for (let c = 0; c < classCount; c++) out[c] = out[c]! * value + model.bias[c]!;
  softmax(out, classCount);
};
