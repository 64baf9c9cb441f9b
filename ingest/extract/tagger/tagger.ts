import type { Document } from "../document.js";
import { LABEL_COUNT as L, LABEL_STRIDE } from "./labels.js";
import { type Chain, Lattice } from "./lattice.js";
import type { TokenFeatures } from "./token-features.js";

/** A trained tagger: score of label l for feature slot s at `emissions[s * LABEL_STRIDE + l]`. */
export interface TaggerModel extends Chain {
  /** As training makes them; or as they are shipped, a byte each, so that they stay in the processor's cache. */
  readonly emissions: Float32Array | { readonly bytes: Int8Array; readonly values: Float32Array };
  readonly slotMask: number;
}

type Scorer = (features: TokenFeatures, token: number, score: Float64Array) => void;

/** Gives each token the probability of each label, sentence by sentence. */
export class Tagger {
  readonly #lattice = new Lattice();
  readonly #score: Scorer;

  constructor(readonly model: TaggerModel) {
    const { emissions, slotMask } = model;
    this.#score =
      emissions instanceof Float32Array
        ? floatScorer(emissions, slotMask)
        : byteScorer(emissions.bytes, emissions.values, slotMask);
  }

  /** `[i * L + l]`: probability that token i has label l. */
  marginals(document: Document, features: TokenFeatures): Float64Array {
    const n = document.words.length;
    const potentials = new Float64Array(n * L);
    const score = new Float64Array(L);
    for (let i = 0; i < n; i++) {
      score.fill(0);
      this.#score(features, i, score);
      let top = score[0]!;
      for (let l = 1; l < L; l++) if (score[l]! > top) top = score[l]!;
      for (let l = 0; l < L; l++) potentials[i * L + l] = Math.exp(Math.max(score[l]! - top, -60));
    }
    const marginals = new Float64Array(n * L);
    for (let s = 0; s + 1 < document.sentences.length; s++) {
      const first = document.sentences[s]!;
      const length = document.sentences[s + 1]! - first;
      this.#lattice.run(potentials, first, length, this.model);
      marginals.set(this.#lattice.marginals.subarray(0, length * L), first * L);
    }
    return marginals;
  }
}

const floatScorer =
  (emissions: Float32Array, slotMask: number): Scorer =>
  ({ values, start }, token, score) => {
    const end = start[token + 1]!;
    for (let k = start[token]!; k < end; k++) {
      const at = (values[k]! & slotMask) * LABEL_STRIDE;
      for (let l = 0; l < L; l++) score[l]! += emissions[at + l]!;
    }
  };

/** Many slots that a text asks for are empty; one bit each tells so without a look at the bytes. */
const byteScorer = (bytes: Int8Array, weights: Float32Array, slotMask: number): Scorer => {
  const used = new Uint32Array((slotMask + 32) >>> 5);
  for (let at = 0; at < bytes.length; at++)
    if (bytes[at] !== 0) used[Math.floor(at / LABEL_STRIDE) >>> 5]! |= 1 << (Math.floor(at / LABEL_STRIDE) & 31);
  return ({ values, start }, token, score) => {
    const end = start[token + 1]!;
    // One variable a label: sums in registers are what makes this loop quick.
    let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0];
    for (let k = start[token]!; k < end; k++) {
      const slot = values[k]! & slotMask;
      if ((used[slot >>> 5]! & (1 << (slot & 31))) === 0) continue;
      const at = slot * LABEL_STRIDE;
      s0 += weights[bytes[at]! + 128]!;
      s1 += weights[bytes[at + 1]! + 128]!;
      s2 += weights[bytes[at + 2]! + 128]!;
      s3 += weights[bytes[at + 3]! + 128]!;
      s4 += weights[bytes[at + 4]! + 128]!;
      s5 += weights[bytes[at + 5]! + 128]!;
      s6 += weights[bytes[at + 6]! + 128]!;
    }
    score.set([s0, s1, s2, s3, s4, s5, s6]);
  };
};
