import { ROLES } from "../../../src/vocabulary.js";
import type { Document } from "../document.js";
import { type Calibration, calibrate } from "./calibration.js";
import type { Candidate } from "./candidates.js";
import { CLASS_COUNT } from "./decide.js";
import { ENTITY_FEATURE_NAMES, WORDS_AT } from "./entity-features.js";
import { type LinearModel, linearProbabilities } from "./linear.js";
import type { NamePrior } from "./name-prior.js";
import { isNamedByTitle } from "./named-by-title.js";
import { roleFeatures } from "./role-features.js";
import { type Forest, forestProbabilities } from "./trees.js";

/** Everything that decides over candidates. */
export interface EntityModel {
  readonly prior: NamePrior;
  readonly linear: LinearModel;
  /** Their probabilities are averaged. */
  readonly forests: readonly Forest[];
  readonly calibration: Calibration;
  readonly roles: RoleModel;
}

export interface RoleModel {
  readonly linear: LinearModel;
  readonly forests: readonly Forest[];
}

/** A row for the roles: the row of the entity, then what words say of the role, then the kind. */
export const ROLE_ROW = ENTITY_FEATURE_NAMES.length + ROLES.length + 1;

/** Probabilities of the kinds and of none; fills in what words say. The row must hold all else already. */
export const kindProbabilities = (
  model: Pick<EntityModel, "linear" | "forests">,
  row: Float32Array,
  words: Int32Array,
): Float64Array => {
  const one = new Float64Array(CLASS_COUNT);
  linearProbabilities(model.linear, words, one);
  row.set(one, WORDS_AT);
  return averageForests(model.forests, row, CLASS_COUNT);
};

export const averageForests = (forests: readonly Forest[], row: Float32Array, classCount: number): Float64Array => {
  const mean = new Float64Array(classCount);
  const one = new Float64Array(classCount);
  for (const forest of forests) {
    forestProbabilities(forest, row, one);
    for (let c = 0; c < classCount; c++) mean[c]! += one[c]! / forests.length;
  }
  return mean;
};

/** The likeliest kind and how sure it is. */
export const chooseKind = (
  probabilities: Float64Array,
  calibration: Calibration,
): { kind: number; confidence: number } => {
  let kind = 0;
  for (let k = 1; k < CLASS_COUNT - 1; k++) if (probabilities[k]! > probabilities[kind]!) kind = k;
  return { kind, confidence: calibrate(calibration, probabilities[kind]!) };
};

/** The likeliest role, as its place in ROLES. */
export const chooseRole = (
  model: RoleModel,
  document: Document,
  candidate: Candidate,
  kind: number,
  row: Float32Array,
  words: Int32Array,
): number => {
  if (isNamedByTitle(document, candidate)) return ROLES.indexOf("INTRODUCES");
  const one = new Float64Array(ROLES.length);
  linearProbabilities(model.linear, roleFeatures(document, candidate, kind, words), one);
  const probabilities = averageForests(model.forests, roleRow(row, one, kind), ROLES.length);
  return probabilities.indexOf(Math.max(...probabilities));
};

export const roleRow = (row: Float32Array, byWords: Float64Array, kind: number): Float32Array => {
  const full = new Float32Array(ROLE_ROW);
  full.set(row);
  full.set(byWords, ENTITY_FEATURE_NAMES.length);
  full[ROLE_ROW - 1] = kind;
  return full;
};
