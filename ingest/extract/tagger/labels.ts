import { KINDS } from "../../../src/vocabulary.js";

/** The tagger's labels: 0 is outside; then B and I of each kind: B-METHOD, I-METHOD, B-MODEL, I-MODEL, B-DATASET, I-DATASET. */
export const LABEL_COUNT = 1 + 2 * KINDS.length;
export const OUTSIDE = 0;

/** Weights of one feature lie beside each other; 8 keeps them in one cache line. */
export const LABEL_STRIDE = 8;

export const beginOf = (kind: number): number => 1 + 2 * kind;
export const insideOf = (kind: number): number => 2 + 2 * kind;
