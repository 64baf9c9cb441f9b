import { headWordOf, idOfHead, idOfKey, type NamePrior, OUTCOMES } from "../extract/entity/name-prior.js";
import type { Example } from "./examples.js";
import { FOLD_COUNT } from "./folds.js";

/** Counts of outcomes by name and head word, kept apart by fold, so that a paper never sees its own answer. */
export class PriorCounter {
  readonly #names = new Map<number, Uint16Array>();
  readonly #heads = new Map<number, Uint16Array>();

  constructor(examples: readonly Example[]) {
    for (const { candidate, fold, outcome } of examples) {
      for (const key of candidate.keys) count(this.#names, idOfKey(key), fold, outcome);
      count(this.#heads, idOfHead(headWordOf(candidate)), fold, outcome);
    }
  }

  /** What the papers of these folds say. */
  of(folds: readonly number[]): NamePrior {
    const base = new Float64Array(OUTCOMES);
    for (const counts of this.#heads.values()) addFolds(counts, folds, base);
    const total = base.reduce((a, b) => a + b, 0) || 1;
    for (let o = 0; o < OUTCOMES; o++) base[o]! /= total;
    const look = (map: Map<number, Uint16Array>, id: number, out: Float64Array): boolean => {
      const counts = map.get(id);
      return counts !== undefined && addFolds(counts, folds, out);
    };
    return {
      name: (id, out) => look(this.#names, id, out),
      head: (id, out) => look(this.#heads, id, out),
      base,
    };
  }

  /** All counts of these folds, to be shipped. */
  entries(folds: readonly number[]): { names: [number, Float64Array][]; heads: [number, Float64Array][] } {
    const sum = (map: Map<number, Uint16Array>): [number, Float64Array][] =>
      [...map].flatMap(([id, counts]) => {
        const out = new Float64Array(OUTCOMES);
        return addFolds(counts, folds, out) ? [[id, out] as [number, Float64Array]] : [];
      });
    return { names: sum(this.#names), heads: sum(this.#heads) };
  }
}

const count = (map: Map<number, Uint16Array>, id: number, fold: number, outcome: number): void => {
  let counts = map.get(id);
  if (!counts) {
    counts = new Uint16Array(FOLD_COUNT * OUTCOMES);
    map.set(id, counts);
  }
  counts[fold * OUTCOMES + outcome]! += 1;
};

const addFolds = (counts: Uint16Array, folds: readonly number[], out: Float64Array): boolean => {
  let any = false;
  for (const fold of folds)
    for (let o = 0; o < OUTCOMES; o++) {
      const n = counts[fold * OUTCOMES + o]!;
      if (n > 0) {
        out[o]! += n;
        any = true;
      }
    }
  return any;
};
