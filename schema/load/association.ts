import type { Association } from "../enums.js";

/** In how many papers of a part of the corpus two entities are. */
export interface Counts {
  /** Both. */
  readonly together: number;
  readonly one: number;
  readonly other: number;
  /** Papers of the part. */
  readonly papers: number;
}

/**
 * How strongly two entities belong together, in millionths: whole numbers, so that equal scores are equal and are
 * ordered by what comes next. Lift: papers with both over those to be expected if the entities had nothing to do with
 * each other. Jaccard: papers with both over papers with either.
 */
export function associationOf(by: Association, { together, one, other, papers }: Counts): number {
  if (by === "COUNT") return together * SCALE;
  if (by === "LIFT") return Math.round((SCALE * together * papers) / (one * other));
  return Math.round((SCALE * together) / (one + other - together));
}

const SCALE = 1_000_000;
export const inUnits = (score: number): number => score / SCALE;
