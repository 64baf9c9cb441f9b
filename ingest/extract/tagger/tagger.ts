import type { Document } from "../document.js";
import { LABEL_COUNT as L, LABEL_STRIDE } from "./labels.js";
import { type Chain, Lattice } from "./lattice.js";
import type { TokenFeatures } from "./token-features.js";

/** A trained tagger. */
export interface TaggerModel extends Chain {
  /** Score of label l for feature slot s: `emissions[s * LABEL_STRIDE + l]`. */
  readonly emissions: Float32Array;
  readonly slotMask: number;
}

/** Gives each token the probability of each label, sentence by sentence. */
export class Tagger {
  readonly #lattice = new Lattice();
  constructor(readonly model: TaggerModel) {}

  /** `[i * L + l]`: probability that token i has label l. */
  marginals(document: Document, features: TokenFeatures): Float64Array {
    const n = document.words.length;
    const potentials = new Float64Array(n * L);
    const { emissions, slotMask } = this.model;
    const { values, start } = features;
    const score = new Float64Array(L);
    for (let i = 0; i < n; i++) {
      score.fill(0);
      for (let k = start[i]!; k < start[i + 1]!; k++) {
        const at = (values[k]! & slotMask) * LABEL_STRIDE;
        for (let l = 0; l < L; l++) score[l]! += emissions[at + l]!;
      }
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
