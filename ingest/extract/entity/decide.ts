import type { Candidate } from "./candidates.js";

/** The classes of the entity decision: the kinds in their order, then no entity. */
export const NONE_CLASS = 3;
export const CLASS_COUNT = 4;

export interface Decision {
  readonly candidate: Candidate;
  /** 0, 1 or 2: place in KINDS. */
  readonly kind: number;
  /** Calibrated probability that it is an entity of this kind. */
  readonly confidence: number;
  /** Mentions that no surer candidate has taken. */
  readonly mentions: Candidate["mentions"];
}

/**
 * Candidates that stand in each other's way cannot all be right: the surest takes its places, and what has no place
 * left is dropped. In order of confidence.
 */
export const settleOverlaps = <D extends Decision>(decisions: readonly D[], keep: number): D[] => {
  const taken = new Set<number>();
  const settled: D[] = [];
  const sorted = decisions
    .map((decision, at) => ({ decision, at }))
    .sort((a, b) => b.decision.confidence - a.decision.confidence || a.at - b.at);
  for (const { decision } of sorted) {
    const mentions = decision.mentions.filter(({ from, to }) => {
      for (let i = from; i < to; i++) if (taken.has(i)) return false;
      return true;
    });
    if (mentions.length === 0) continue;
    settled.push({ ...decision, mentions });
    if (decision.confidence < keep) continue;
    for (const { from, to } of mentions) for (let i = from; i < to; i++) taken.add(i);
  }
  return settled;
};
