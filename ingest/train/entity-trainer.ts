import { CLASS_COUNT, NONE_CLASS } from "../extract/entity/decide.js";
import { ENTITY_FEATURE_GROUPS, type EntityFeatureGroup, WORDS_AT } from "../extract/entity/entity-features.js";
import type { EntityModel } from "../extract/entity/entity-model.js";
import { linearProbabilities } from "../extract/entity/linear.js";
import { priorFeatures } from "../extract/entity/name-prior.js";
import { type Example, NONE_OUTCOME, OPTIONAL_OUTCOME } from "./examples.js";
import { groupStart } from "./group-start.js";
import { type LinearTrainingOptions, trainLinear } from "./linear-trainer.js";
import type { PriorCounter } from "./prior-counter.js";
import { type RoleTrainingOptions, trainRoles } from "./role-trainer.js";
import { type TreeTrainingOptions, trainForest } from "./trees-trainer.js";

export interface EntityTrainingOptions {
  readonly linear: LinearTrainingOptions;
  readonly trees: TreeTrainingOptions;
  /** Forests with different seeds whose probabilities are averaged. */
  readonly forests: number;
  readonly roles: RoleTrainingOptions;
  /** Groups of features that are blanked, to measure what they bring. */
  readonly without?: readonly EntityFeatureGroup[];
}

export const leaveOut = (row: Float32Array, without: readonly EntityFeatureGroup[] | undefined): void => {
  for (const group of without ?? []) {
    const at = groupStart(group);
    row.fill(0, at, at + ENTITY_FEATURE_GROUPS[group].length);
  }
};

/**
 * Trains the decision over candidates on the examples of `folds`, all but the calibration. What is learned of names
 * and words by other models is given to an example by models that have not seen its fold.
 */
export const trainEntityModel = (
  examples: readonly Example[],
  counter: PriorCounter,
  folds: readonly number[],
  options: EntityTrainingOptions,
): Omit<EntityModel, "calibration"> => {
  const used = examples.filter(({ fold, outcome }) => folds.includes(fold) && outcome !== OPTIONAL_OUTCOME);
  const classes = Int8Array.from(used, ({ outcome }) => (outcome === NONE_OUTCOME ? NONE_CLASS : outcome));
  const rows = used.map(({ row }) => row.slice());
  const priorAt = groupStart("prior");
  const out = new Float64Array(CLASS_COUNT);
  for (const fold of folds) {
    const prior = counter.of(folds.filter((other) => other !== fold));
    const kept = used.map((_, i) => i).filter((i) => used[i]!.fold !== fold);
    const linear = trainLinear(
      kept.map((i) => used[i]!.words),
      Int8Array.from(kept, (i) => classes[i]!),
      options.linear,
    );
    used.forEach((example, i) => {
      if (example.fold !== fold) return;
      priorFeatures(prior, example.candidate, rows[i]!, priorAt);
      linearProbabilities(linear, example.words, out);
      rows[i]!.set(out, WORDS_AT);
    });
  }
  const linear = trainLinear(
    used.map(({ words }) => words),
    classes,
    options.linear,
  );
  for (const row of rows) leaveOut(row, options.without);
  const forests = Array.from({ length: options.forests }, (_, k) =>
    trainForest(rows, classes, { ...options.trees, seed: options.trees.seed + 101 * k }),
  );
  return { prior: counter.of(folds), linear, forests, roles: trainRoles(used, rows, folds, options.roles) };
};
