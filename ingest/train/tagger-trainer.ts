import { LABEL_COUNT as L, LABEL_STRIDE } from "../extract/tagger/labels.js";
import { Lattice } from "../extract/tagger/lattice.js";
import { seededRandom, shuffle } from "./random.js";

/** Sentences as flat arrays: small, quick, and shareable between threads. */
export interface TaggedSentences {
  /** Feature slots of token i: `slots[slotStart[i]] ... slots[slotStart[i + 1] - 1]`. */
  readonly slots: Int32Array;
  readonly slotStart: Int32Array;
  /** Tokens of sentence s: `sentenceStart[s] ... sentenceStart[s + 1] - 1`. */
  readonly sentenceStart: Int32Array;
  /** Fold of each sentence's paper. */
  readonly fold: Int8Array;
  /** Label of each token, or -1 where the gold does not say (optional entities): any label is right there. */
  readonly labels: Int8Array;
}

export interface TaggerTrainingOptions {
  readonly slotCount: number;
  /** Sentences of these folds are left out. */
  readonly heldOut: readonly number[];
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the L2 penalty on each weight. */
  readonly l2: number;
  /** Features seen at fewer tokens get no weight. */
  readonly minimumCount: number;
  readonly seed: number;
}

export interface TaggerWeights {
  /** LABEL_STRIDE a slot. */
  readonly emissions: Float32Array;
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
}

/**
 * Trains the linear-chain CRF by AdaGrad, one sentence at a time. Where a label is not known the likelihood sums over
 * all labels there. The penalty of a weight is spread over the touches of its feature, so that a sweep over the data
 * costs only what is active.
 */
export const trainTagger = (data: TaggedSentences, options: TaggerTrainingOptions): TaggerWeights => {
  const { rate, l2 } = options;
  const features = frequentFeatures(data, options);
  // Weights and sums of squared gradients of a feature lie beside each other, frequent features together.
  const weights = new Float32Array(features.slotOf.length * 2 * LABEL_STRIDE);
  const transitions = new Float64Array(L * L);
  const transitionSquares = new Float64Array(L * L);
  const starts = new Float64Array(L);
  const startSquares = new Float64Array(L);
  const random = seededRandom(options.seed);
  const lattice = new Lattice();
  const given = new Lattice();
  const pairs = new Float64Array(L * L);
  const givenPairs = new Float64Array(L * L);
  const chain = { transitions: new Float64Array(L * L), starts: new Float64Array(L) };
  let potentials = new Float64Array(512 * L);
  let allowed = new Float64Array(512 * L);
  const gradient = new Float64Array(L);
  const { sentences } = features;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(sentences, random);
    for (const s of sentences) {
      const first = data.sentenceStart[s]!;
      const length = data.sentenceStart[s + 1]! - first;
      if (length === 0) continue;
      if (length * L > potentials.length) {
        potentials = new Float64Array(2 * length * L);
        allowed = new Float64Array(2 * length * L);
      }
      for (let k = 0; k < L * L; k++) chain.transitions[k] = Math.exp(transitions[k]!);
      for (let k = 0; k < L; k++) chain.starts[k] = Math.exp(starts[k]!);
      emit(features, first, length, weights, potentials);
      let unknown = false;
      for (let i = 0; i < length; i++) if (data.labels[first + i]! < 0) unknown = true;
      pairs.fill(0);
      lattice.run(potentials, 0, length, chain, pairs);
      givenPairs.fill(0);
      if (unknown) {
        for (let i = 0; i < length; i++) {
          const label = data.labels[first + i]!;
          for (let l = 0; l < L; l++) allowed[i * L + l] = label < 0 || label === l ? potentials[i * L + l]! : 0;
        }
        given.run(allowed, 0, length, chain, givenPairs);
      } else
        for (let i = 1; i < length; i++) givenPairs[data.labels[first + i - 1]! * L + data.labels[first + i]!]! += 1;
      for (let i = 0; i < length; i++) {
        const label = data.labels[first + i]!;
        let any = false;
        for (let l = 0; l < L; l++) {
          const truth = unknown ? given.marginals[i * L + l]! : label === l ? 1 : 0;
          const g = lattice.marginals[i * L + l]! - truth;
          gradient[l] = Math.abs(g) < 1e-3 ? 0 : g;
          if (gradient[l] !== 0) any = true;
          if (i === 0) step(starts, startSquares, l, g, rate);
        }
        if (!any) continue;
        const end = features.start[first + i + 1]!;
        for (let k = features.start[first + i]!; k < end; k++) {
          const feature = features.values[k]!;
          const at = feature * 2 * LABEL_STRIDE;
          const shrink = l2 / features.counts[feature]!;
          for (let l = 0; l < L; l++) {
            const g0 = gradient[l]!;
            if (g0 === 0) continue;
            const w = weights[at + l]!;
            const g = g0 + shrink * w;
            const square = weights[at + LABEL_STRIDE + l]! + g * g;
            weights[at + LABEL_STRIDE + l] = square;
            weights[at + l] = w - (rate * g) / Math.sqrt(square + 1e-6);
          }
        }
      }
      for (let k = 0; k < L * L; k++) step(transitions, transitionSquares, k, pairs[k]! - givenPairs[k]!, rate);
    }
  }
  const emissions = new Float32Array(options.slotCount * LABEL_STRIDE);
  features.slotOf.forEach((slot, feature) => {
    const at = feature * 2 * LABEL_STRIDE;
    emissions.set(weights.subarray(at, at + L), slot * LABEL_STRIDE);
  });
  return { emissions, transitions, starts };
};

const step = (weights: Float64Array, squares: Float64Array, at: number, gradient: number, rate: number): void => {
  if (Math.abs(gradient) < 1e-6) return;
  squares[at]! += gradient * gradient;
  weights[at]! -= (rate * gradient) / Math.sqrt(squares[at]! + 1e-6);
};

/** The features that training keeps, numbered by frequency: what is used together then lies together in memory. */
interface FrequentFeatures {
  /** Sentences that are not held out. */
  readonly sentences: Int32Array;
  /** Features of token i: `values[start[i]] ... values[start[i + 1] - 1]`. */
  readonly values: Int32Array;
  readonly start: Int32Array;
  readonly counts: Int32Array;
  readonly slotOf: Int32Array;
}

const frequentFeatures = (data: TaggedSentences, options: TaggerTrainingOptions): FrequentFeatures => {
  const heldOut = new Set(options.heldOut);
  const sentences = Int32Array.from(
    Array.from(data.fold, (fold, s) => (heldOut.has(fold) ? -1 : s)).filter((s) => s >= 0),
  );
  const slotCounts = new Int32Array(options.slotCount);
  for (const s of sentences) {
    const end = data.slotStart[data.sentenceStart[s + 1]!]!;
    for (let k = data.slotStart[data.sentenceStart[s]!]!; k < end; k++) slotCounts[data.slots[k]!]! += 1;
  }
  const kept: number[] = [];
  for (let slot = 0; slot < slotCounts.length; slot++) if (slotCounts[slot]! >= options.minimumCount) kept.push(slot);
  const slotOf = Int32Array.from(kept).sort((a, b) => slotCounts[b]! - slotCounts[a]! || a - b);
  const featureOf = new Int32Array(options.slotCount).fill(-1);
  slotOf.forEach((slot, feature) => {
    featureOf[slot] = feature;
  });
  const tokenCount = data.slotStart.length - 1;
  const values = new Int32Array(data.slots.length);
  const start = new Int32Array(tokenCount + 1);
  let size = 0;
  for (let i = 0; i < tokenCount; i++) {
    start[i] = size;
    for (let k = data.slotStart[i]!; k < data.slotStart[i + 1]!; k++) {
      const feature = featureOf[data.slots[k]!]!;
      if (feature >= 0) values[size++] = feature;
    }
  }
  start[tokenCount] = size;
  const counts = slotOf.map((slot) => slotCounts[slot]!);
  return { sentences, values: values.subarray(0, size), start, counts, slotOf };
};

const emit = (
  features: FrequentFeatures,
  first: number,
  length: number,
  weights: Float32Array,
  potentials: Float64Array,
): void => {
  const score = new Float64Array(L);
  for (let i = 0; i < length; i++) {
    score.fill(0);
    const end = features.start[first + i + 1]!;
    for (let k = features.start[first + i]!; k < end; k++) {
      const at = features.values[k]! * 2 * LABEL_STRIDE;
      for (let l = 0; l < L; l++) score[l]! += weights[at + l]!;
    }
    let top = score[0]!;
    for (let l = 1; l < L; l++) if (score[l]! > top) top = score[l]!;
    for (let l = 0; l < L; l++) potentials[i * L + l] = Math.exp(Math.max(score[l]! - top, -60));
  }
};
