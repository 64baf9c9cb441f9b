/** A forest of small regression trees in flat arrays; nodes of a tree lie one after another. */
export interface Forest {
  readonly classCount: number;
  /** Score of each class before any tree. */
  readonly bias: Float32Array;
  /** First node of tree t; tree t adds to class t % classCount. */
  readonly roots: Int32Array;
  /** Feature asked at a node; -1 at a leaf. */
  readonly feature: Int16Array;
  /** Values at or under it go left. */
  readonly threshold: Float32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** At a leaf what it adds; at an inner node the mean of what lies under it, so that a decision can be explained. */
  readonly value: Float32Array;
}

/** Probability of each class, into `out`. */
export const forestProbabilities = (forest: Forest, row: Float32Array, out: Float64Array): void => {
  const { classCount, roots, feature, threshold, left, right, value } = forest;
  for (let c = 0; c < classCount; c++) out[c] = forest.bias[c]!;
  let c = 0;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!;
    let asked = feature[node]!;
    while (asked >= 0) {
      node = row[asked]! <= threshold[node]! ? left[node]! : right[node]!;
      asked = feature[node]!;
    }
    out[c]! += value[node]!;
    if (++c === classCount) c = 0;
  }
  softmax(out, classCount);
};

/**
 * What each feature did to the score of class `wanted`: along the path of each tree, the change of the mean value from
 * a node to the child taken is the doing of the feature that was asked there.
 */
export const forestContributions = (
  forest: Forest,
  row: Float32Array,
  wanted: number,
  featureCount: number,
): Float64Array => {
  const contributions = new Float64Array(featureCount);
  for (let t = wanted; t < forest.roots.length; t += forest.classCount) {
    let node = forest.roots[t]!;
    let asked = forest.feature[node]!;
    while (asked >= 0) {
      const next = row[asked]! <= forest.threshold[node]! ? forest.left[node]! : forest.right[node]!;
      contributions[asked]! += forest.value[next]! - forest.value[node]!;
      node = next;
      asked = forest.feature[node]!;
    }
  }
  return contributions;
};

/** In place: scores become probabilities. */
export const softmax = (scores: Float64Array, count: number): void => {
  let top = scores[0]!;
  for (let c = 1; c < count; c++) if (scores[c]! > top) top = scores[c]!;
  let sum = 0;
  for (let c = 0; c < count; c++) {
    scores[c] = Math.exp(scores[c]! - top);
    sum += scores[c]!;
  }
  for (let c = 0; c < count; c++) scores[c]! /= sum;
};
