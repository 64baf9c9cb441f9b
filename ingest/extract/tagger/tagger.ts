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

/** Most slots that a text asks for are empty: a look at their eight bytes as two numbers passes them by. */
const byteScorer = (bytes: Int8Array, weights: Float32Array, slotMask: number): Scorer => {
  const halves = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return ({ values, start }, token, score) => {
    const end = start[token + 1]!;
    for (let k = start[token]!; k < end; k++) {
      const slot = values[k]! & slotMask;
      if (halves[slot * 2] === 0 && halves[slot * 2 + 1] === 0) continue;
      const at = slot * LABEL_STRIDE;
      for (let l = 0; l < L; l++) score[l]! += weights[bytes[at + l]! + 128]!;
    }
  };
};
