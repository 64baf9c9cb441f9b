import { LABEL_COUNT as L } from "./labels.js";

/** What a linear chain needs beside the scores of its tokens. */
export interface Chain {
  /** exp of the score from label (row) to label (column). */
  readonly transitions: Float64Array;
  /** exp of the score of starting with a label. */
  readonly starts: Float64Array;
}

/** Room for the sums of one sentence, grown as needed and used again, since sentences are many and short. */
export class Lattice {
  #capacity = 0;
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #scale = new Float64Array(0);
  /** After `run`: probability of label l at token i is `marginals[i * L + l]`. */
  marginals = new Float64Array(0);

  #grow(length: number): void {
    if (length <= this.#capacity) return;
    this.#capacity = Math.max(length, 2 * this.#capacity, 64);
    this.#forward = new Float64Array(this.#capacity * L);
    this.#backward = new Float64Array(this.#capacity * L);
    this.#scale = new Float64Array(this.#capacity);
    this.marginals = new Float64Array(this.#capacity * L);
  }

  /**
   * Forward-backward over `length` tokens. `potentials` holds exp of the emission scores, L a token, beginning at
   * token `from`; a label that is not allowed has 0. Sums are scaled at each token, so nothing over- or underflows.
   * With `pairs`, adds the expected number of each transition to it.
   */
  run(potentials: Float64Array, from: number, length: number, chain: Chain, pairs?: Float64Array): void {
    this.#grow(length);
    const { transitions, starts } = chain;
    const forward = this.#forward;
    const backward = this.#backward;
    const scale = this.#scale;
    const marginals = this.marginals;
    const base = from * L;
    let sum = 0;
    for (let l = 0; l < L; l++) {
      const value = starts[l]! * potentials[base + l]!;
      forward[l] = value;
      sum += value;
    }
    scale[0] = 1 / sum;
    for (let l = 0; l < L; l++) forward[l]! *= scale[0]!;
    for (let i = 1; i < length; i++) {
      const at = i * L;
      sum = 0;
      for (let l = 0; l < L; l++) {
        const potential = potentials[base + at + l]!;
        let value = 0;
        if (potential > 0) {
          for (let k = 0; k < L; k++) value += forward[at - L + k]! * transitions[k * L + l]!;
          value *= potential;
        }
        forward[at + l] = value;
        sum += value;
      }
      const s = 1 / sum;
      scale[i] = s;
      for (let l = 0; l < L; l++) forward[at + l]! *= s;
    }
    const last = (length - 1) * L;
    for (let l = 0; l < L; l++) {
      backward[last + l] = 1;
      marginals[last + l] = forward[last + l]!;
    }
    for (let i = length - 2; i >= 0; i--) {
      const at = i * L;
      const s = scale[i + 1]!;
      for (let k = 0; k < L; k++) {
        let value = 0;
        const f = forward[at + k]! * s;
        for (let l = 0; l < L; l++) {
          const step = transitions[k * L + l]! * potentials[base + at + L + l]! * backward[at + L + l]!;
          value += step;
          if (pairs) pairs[k * L + l]! += f * step;
        }
        backward[at + k] = value * s;
        marginals[at + k] = forward[at + k]! * value * s;
      }
    }
  }
}
