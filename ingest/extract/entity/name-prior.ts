import { foldWord, NameHasher } from "../name-key.js";
import type { Candidate } from "./candidates.js";

/** What the training gold says of a name: how often METHOD, MODEL, DATASET, optional, and no entity at all. */
export const OUTCOMES = 5;

/** Counts of outcomes by name, and by head word; the trainer gives one that leaves a paper's own fold out. */
export interface NamePrior {
  /** Adds the counts of a name to `out`; false where the name is not known. */
  name(id: number, out: Float64Array): boolean;
  head(id: number, out: Float64Array): boolean;
  /** Share of each outcome over all candidates. */
  readonly base: Float64Array;
}

export const idOfKey = (key: string): number => {
  const hasher = new NameHasher().reset().add(key);
  return hasher.key * 65536 + hasher.check;
};

/** The last word of letters of the longest surface: what a descriptive name is a kind of. */
export const headWordOf = (candidate: Candidate): string =>
  /([\p{L}]+)[^\p{L}]*$/u.exec((candidate.longForm ?? candidate.surfaces[0] ?? "").toLowerCase())?.[1] ?? "";

export const idOfHead = (head: string): number => idOfKey(`${foldWord(head)}#`);

export const PRIOR_NAMES = ["name", "head"].flatMap((what) =>
  ["seen", "METHOD", "MODEL", "DATASET", "optional", "none"].map((outcome) => `gold ${what}: ${outcome}`),
);

/** Counts and smoothed shares of the best-known of a candidate's names, and of its head word. */
export const priorFeatures = (prior: NamePrior, candidate: Candidate, out: Float32Array, at: number): number => {
  const best = new Float64Array(OUTCOMES);
  const counts = new Float64Array(OUTCOMES);
  let most = 0;
  for (const key of candidate.keys) {
    counts.fill(0);
    if (!prior.name(idOfKey(key), counts)) continue;
    const sum = counts.reduce((a, b) => a + b, 0);
    if (sum > most) {
      most = sum;
      best.set(counts);
    }
  }
  let next = shares(best, most, prior.base, 2, out, at);
  counts.fill(0);
  prior.head(idOfHead(headWordOf(candidate)), counts);
  next = shares(
    counts,
    counts.reduce((a, b) => a + b, 0),
    prior.base,
    4,
    out,
    next,
  );
  return next;
};

const shares = (
  counts: Float64Array,
  sum: number,
  base: Float64Array,
  weight: number,
  out: Float32Array,
  at: number,
): number => {
  out[at] = Math.log1p(sum);
  for (let o = 0; o < OUTCOMES; o++) out[at + 1 + o] = (counts[o]! + base[o]! * weight) / (sum + weight);
  return at + 1 + OUTCOMES;
};
