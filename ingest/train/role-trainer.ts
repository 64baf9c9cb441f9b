import { ROLES } from "../../src/vocabulary.js";
import { type RoleModel, roleRow } from "../extract/entity/entity-model.js";
import { linearProbabilities } from "../extract/entity/linear.js";
import type { Example } from "./examples.js";
import { type LinearTrainingOptions, trainLinear } from "./linear-trainer.js";
import { type TreeTrainingOptions, trainForest } from "./trees-trainer.js";

export interface RoleTrainingOptions {
  readonly linear: LinearTrainingOptions;
  readonly trees: TreeTrainingOptions;
  readonly forests: number;
}

/** Trains the decision over roles on those examples that have one; `rows` are their rows as the entity stage sees them. */
export const trainRoles = (
  examples: readonly Example[],
  rows: readonly Float32Array[],
  folds: readonly number[],
  options: RoleTrainingOptions,
): RoleModel => {
  const used = examples.map((_, i) => i).filter((i) => examples[i]!.role >= 0);
  const classes = Int8Array.from(used, (i) => examples[i]!.role);
  const words = used.map((i) => examples[i]!.roleWords!);
  const out = new Float64Array(ROLES.length);
  const full: Float32Array[] = new Array(used.length);
  for (const fold of folds) {
    const kept = used.map((_, u) => u).filter((u) => examples[used[u]!]!.fold !== fold);
    const linear = trainLinear(
      kept.map((u) => words[u]!),
      Int8Array.from(kept, (u) => classes[u]!),
      options.linear,
    );
    used.forEach((i, u) => {
      if (examples[i]!.fold !== fold) return;
      linearProbabilities(linear, words[u]!, out);
      full[u] = roleRow(rows[i]!, out, examples[i]!.outcome);
    });
  }
  return {
    linear: trainLinear(words, classes, options.linear),
    forests: Array.from({ length: options.forests }, (_, k) =>
      trainForest(full, classes, { ...options.trees, seed: options.trees.seed + 101 * k }),
    ),
  };
};
