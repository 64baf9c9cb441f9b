import { KINDS, ROLES } from "../../src/vocabulary.js";
import type { Candidate } from "../extract/entity/candidates.js";
import { foldName } from "../extract/name-key.js";
import type { GoldEntity } from "./gold.js";

/** Outcomes of a candidate by the gold: the kinds, optional, none; the order of the name prior's counts. */
export const OPTIONAL_OUTCOME = 3;
export const NONE_OUTCOME = 4;

/** A candidate of a paper of the gold with what is true of it. */
export interface Example {
  readonly paper: number;
  readonly fold: number;
  readonly candidate: Candidate;
  readonly outcome: number;
  /** Place in ROLES, or -1. */
  readonly role: number;
  /** Dense features; the trainer fills in what depends on the folds it may see. */
  readonly row: Float32Array;
  readonly words: Int32Array;
  /** Sparse features of its role, and those among them that the name alone gives; only where the gold has a role. */
  readonly roleWords?: Int32Array;
  readonly nameWords?: Int32Array;
}

/**
 * What the gold says of each candidate: each gold entity is given to the candidate that is likest to be it (most
 * names in common, then the best marginal); a second candidate of the same entity is none.
 */
export const outcomesOf = (
  candidates: readonly Candidate[],
  entities: readonly GoldEntity[],
): { outcome: number; role: number }[] => {
  const outcomes = candidates.map(() => ({ outcome: NONE_OUTCOME, role: -1 }));
  const best = candidates.map(({ mentions }) => Math.max(...mentions.map(({ score }) => score)));
  const taken = new Set<number>();
  const required = entities.filter((entity) => !entity.optional);
  for (const group of [required, entities.filter((entity) => entity.optional)])
    for (const entity of group) {
      const keys = new Set([entity.name, ...entity.surfaces].map(foldName));
      let chosen = -1;
      let most = 0;
      candidates.forEach((candidate, c) => {
        if (taken.has(c)) return;
        let common = 0;
        for (const key of candidate.keys) if (keys.has(key)) common += 1;
        if (common === 0) return;
        const worth = common + best[c]! * 0.9;
        if (worth > most) {
          most = worth;
          chosen = c;
        }
        if (entity.optional) outcomes[c] = { outcome: OPTIONAL_OUTCOME, role: -1 };
      });
      if (chosen < 0) continue;
      taken.add(chosen);
      outcomes[chosen] = entity.optional
        ? { outcome: OPTIONAL_OUTCOME, role: -1 }
        : { outcome: KINDS.indexOf(entity.type), role: entity.role ? ROLES.indexOf(entity.role) : -1 };
    }
  return outcomes;
};
