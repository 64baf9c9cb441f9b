import type { Forest } from "../extract/entity/trees.js";
import { softmax } from "../extract/entity/trees.js";
import { seededRandom } from "./random.js";

export interface TreeTrainingOptions {
  readonly classCount: number;
  readonly rounds: number;
  readonly leaves: number;
  readonly rate: number;
  /** Least sum of second derivatives in a leaf. */
  readonly minimumHessian: number;
  readonly l2: number;
  /** Share of features that a tree may ask. */
  readonly featureShare: number;
  /** Share of rows that a round sees. */
  readonly rowShare: number;
  readonly seed: number;
}

const BINS = 64;

/** Gradient-boosted trees for several classes: softmax, histograms of 64 bins a feature, leaf by leaf growth. */
export const trainForest = (
  rows: readonly Float32Array[],
  classes: Int8Array,
  options: TreeTrainingOptions,
  weights?: Float32Array,
): Forest => {
  const count = rows.length;
  const featureCount = rows[0]?.length ?? 0;
  const { classCount } = options;
  const cuts = quantileCuts(rows, featureCount);
  const bins = binRows(rows, cuts, featureCount);
  const random = seededRandom(options.seed);
  const bias = new Float32Array(classCount);
  const total = new Float64Array(classCount);
  for (let i = 0; i < count; i++) total[classes[i]!]! += weights ? weights[i]! : 1;
  const sum = total.reduce((a, b) => a + b, 0);
  for (let c = 0; c < classCount; c++) bias[c] = Math.log((total[c]! + 1) / (sum + classCount));
  const scores = new Float64Array(count * classCount);
  for (let i = 0; i < count; i++) for (let c = 0; c < classCount; c++) scores[i * classCount + c] = bias[c]!;
  const grower = new TreeGrower(bins, cuts, count, featureCount, options);
  const probabilities = new Float64Array(count * classCount);
  const row = new Float64Array(classCount);
  const gradients = new Float32Array(count);
  const hessians = new Float32Array(count);
  const seen = new Int32Array(count);
  const all = Int32Array.from({ length: featureCount }, (_, f) => f);
  for (let round = 0; round < options.rounds; round++) {
    for (let i = 0; i < count; i++) {
      for (let c = 0; c < classCount; c++) row[c] = scores[i * classCount + c]!;
      softmax(row, classCount);
      for (let c = 0; c < classCount; c++) probabilities[i * classCount + c] = row[c]!;
    }
    let seenCount = 0;
    for (let i = 0; i < count; i++) if (options.rowShare >= 1 || random() < options.rowShare) seen[seenCount++] = i;
    for (let c = 0; c < classCount; c++) {
      for (let i = 0; i < count; i++) {
        const p = probabilities[i * classCount + c]!;
        const w = weights ? weights[i]! : 1;
        gradients[i] = w * (p - (classes[i] === c ? 1 : 0));
        hessians[i] = Math.max(w * p * (1 - p), 1e-9);
      }
      const features = all.filter(() => random() < options.featureShare);
      const root = grower.grow(seen.subarray(0, seenCount), gradients, hessians, features);
      for (let i = 0; i < count; i++) scores[i * classCount + c]! += grower.predict(root, i);
    }
  }
  return grower.forest(classCount, bias);
};

interface Leaf {
  node: number;
  rows: Int32Array;
  gradient: number;
  hessian: number;
  histogram: Float64Array;
  gain: number;
  feature: number;
  bin: number;
}

class TreeGrower {
  readonly #roots: number[] = [];
  readonly #feature: number[] = [];
  readonly #bin: number[] = [];
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #value: number[] = [];
  readonly #free: Float64Array[] = [];

  constructor(
    /** Bin of row i in feature f: `bins[i * featureCount + f]`. */
    readonly bins: Uint8Array,
    readonly cuts: readonly Float32Array[],
    readonly rowCount: number,
    readonly featureCount: number,
    readonly options: TreeTrainingOptions,
  ) {}

  /** Grows one tree that asks none but `features`; returns its root. */
  grow(rows: Int32Array, gradients: Float32Array, hessians: Float32Array, features: Int32Array): number {
    const root = this.#leafNode(rows, gradients, hessians);
    this.#roots.push(root.node);
    this.#fill(root, gradients, hessians, features);
    this.#best(root, features);
    const leaves = [root];
    while (leaves.length < this.options.leaves) {
      let at = -1;
      for (let k = 0; k < leaves.length; k++)
        if (leaves[k]!.feature >= 0 && (at < 0 || leaves[k]!.gain > leaves[at]!.gain)) at = k;
      if (at < 0) break;
      const leaf = leaves[at]!;
      const [a, b] = this.#split(leaf, gradients, hessians);
      const [small, large] = a.rows.length <= b.rows.length ? [a, b] : [b, a];
      this.#fill(small, gradients, hessians, features);
      large.histogram = leaf.histogram;
      const used = features.length * BINS * 2;
      for (let k = 0; k < used; k++) large.histogram[k]! -= small.histogram[k]!;
      this.#best(a, features);
      this.#best(b, features);
      leaves[at] = a;
      leaves.push(b);
    }
    for (const leaf of leaves) this.#free.push(leaf.histogram);
    return root.node;
  }

  predict(root: number, row: number): number {
    let node = root;
    while (this.#feature[node]! >= 0)
      node =
        this.bins[row * this.featureCount + this.#feature[node]!]! <= this.#bin[node]!
          ? this.#left[node]!
          : this.#right[node]!;
    return this.#value[node]!;
  }

  forest(classCount: number, bias: Float32Array): Forest {
    const threshold = this.#feature.map((f, node) => (f < 0 ? 0 : this.cuts[f]![this.#bin[node]!]!));
    return {
      classCount,
      bias,
      roots: Int32Array.from(this.#roots),
      feature: Int16Array.from(this.#feature),
      threshold: Float32Array.from(threshold),
      left: Int32Array.from(this.#left),
      right: Int32Array.from(this.#right),
      value: Float32Array.from(this.#value),
    };
  }

  #leafNode(rows: Int32Array, gradients: Float32Array, hessians: Float32Array): Leaf {
    let gradient = 0;
    let hessian = 0;
    for (const i of rows) {
      gradient += gradients[i]!;
      hessian += hessians[i]!;
    }
    const node = this.#feature.length;
    this.#feature.push(-1);
    this.#bin.push(0);
    this.#left.push(0);
    this.#right.push(0);
    this.#value.push((-this.options.rate * gradient) / (hessian + this.options.l2));
    const histogram = this.#free.pop() ?? new Float64Array(0);
    return { node, rows, gradient, hessian, histogram, gain: 0, feature: -1, bin: 0 };
  }

  /** Histogram of the k-th of `features` from `k * BINS * 2` on: sums of gradients and hessians by bin. */
  #fill(leaf: Leaf, gradients: Float32Array, hessians: Float32Array, features: Int32Array): void {
    const width = this.featureCount;
    if (leaf.histogram.length === 0) leaf.histogram = new Float64Array(width * BINS * 2);
    else leaf.histogram.fill(0, 0, features.length * BINS * 2);
    const { histogram } = leaf;
    const { bins } = this;
    for (const i of leaf.rows) {
      const g = gradients[i]!;
      const h = hessians[i]!;
      const base = i * width;
      for (let k = 0; k < features.length; k++) {
        const at = (k * BINS + bins[base + features[k]!]!) * 2;
        histogram[at]! += g;
        histogram[at + 1]! += h;
      }
    }
  }

  #best(leaf: Leaf, features: Int32Array): void {
    const { l2, minimumHessian } = this.options;
    const { histogram, gradient, hessian } = leaf;
    leaf.feature = -1;
    leaf.gain = 1e-6;
    if (hessian < 2 * minimumHessian) return;
    const whole = (gradient * gradient) / (hessian + l2);
    for (let k = 0; k < features.length; k++) {
      const last = this.cuts[features[k]!]!.length;
      let g = 0;
      let h = 0;
      for (let b = 0; b < last; b++) {
        g += histogram[(k * BINS + b) * 2]!;
        h += histogram[(k * BINS + b) * 2 + 1]!;
        if (h < minimumHessian) continue;
        const rest = hessian - h;
        if (rest < minimumHessian) break;
        const gain = (g * g) / (h + l2) + ((gradient - g) * (gradient - g)) / (rest + l2) - whole;
        if (gain > leaf.gain) {
          leaf.gain = gain;
          leaf.feature = features[k]!;
          leaf.bin = b;
        }
      }
    }
  }

  #split(leaf: Leaf, gradients: Float32Array, hessians: Float32Array): [Leaf, Leaf] {
    const goesLeft = (i: number) => this.bins[i * this.featureCount + leaf.feature]! <= leaf.bin;
    const a = this.#leafNode(leaf.rows.filter(goesLeft), gradients, hessians);
    const b = this.#leafNode(
      leaf.rows.filter((i) => !goesLeft(i)),
      gradients,
      hessians,
    );
    this.#feature[leaf.node] = leaf.feature;
    this.#bin[leaf.node] = leaf.bin;
    this.#left[leaf.node] = a.node;
    this.#right[leaf.node] = b.node;
    return [a, b];
  }
}

/** At most BINS - 1 cuts a feature, between values that occur; a value at or under cut b falls into bin b or lower. */
const quantileCuts = (rows: readonly Float32Array[], featureCount: number): Float32Array[] =>
  Array.from({ length: featureCount }, (_, f) => {
    const values = Float32Array.from(rows, (row) => row[f]!).sort();
    const distinct = values.filter((value, i) => i === 0 || value !== values[i - 1]);
    if (distinct.length <= BINS) return distinct.subarray(0, Math.max(distinct.length - 1, 0));
    const cuts: number[] = [];
    for (let b = 1; b < BINS; b++) {
      const cut = values[Math.floor((b * values.length) / BINS)]!;
      if (cut !== cuts.at(-1) && cut < values[values.length - 1]!) cuts.push(cut);
    }
    return Float32Array.from(cuts);
  });

const binRows = (rows: readonly Float32Array[], cuts: readonly Float32Array[], featureCount: number): Uint8Array => {
  const bins = new Uint8Array(rows.length * featureCount);
  rows.forEach((row, i) => {
    for (let f = 0; f < featureCount; f++) {
      const cut = cuts[f]!;
      const value = row[f]!;
      let low = 0;
      let high = cut.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= cut[middle]!) high = middle;
        else low = middle + 1;
      }
      bins[i * featureCount + f] = low;
    }
  });
  return bins;
};
