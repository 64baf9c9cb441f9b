import { ROLES } from "../../src/vocabulary.js";
import { type RoleModel, roleRow } from "../extract/entity/entity-model.js";
import { linearProbabilities } from "../extract/entity/linear.js";
import type { Example } from "./examples.js";
import { type LinearTrainingOptions, trainLinear } from "./linear-trainer.js";
import { type RenamingOptions, type RoleExample, renamedExamples } from "./renamed.js";
import { type TreeTrainingOptions, trainForest } from "./trees-trainer.js";

export interface RoleTrainingOptions {
  readonly linear: LinearTrainingOptions;
  readonly trees: TreeTrainingOptions;
  readonly forests: number;
  readonly renaming: RenamingOptions;
}

/** Trains the decision over roles on those examples that have one; `rows` are their rows as the entity stage sees them. */
export const trainRoles = (
  examples: readonly Example[],
  rows: readonly Float32Array[],
  folds: readonly number[],
  options: RoleTrainingOptions,
): RoleModel => {
  const used: RoleExample[] = examples.flatMap(({ fold, outcome, role, roleWords }, i) =>
    role >= 0 ? [{ fold, outcome, role, row: rows[i]!, words: roleWords! }] : [],
  );
  used.push(...renamedExamples(examples, rows, options.renaming));
  const classes = Int8Array.from(used, ({ role }) => role);
  const words = used.map((example) => example.words);
  const out = new Float64Array(ROLES.length);
  const full: Float32Array[] = new Array(used.length);
  for (const fold of folds) {
    const kept = used.map((_, u) => u).filter((u) => used[u]!.fold !== fold);
    const linear = trainLinear(
      kept.map((u) => words[u]!),
      Int8Array.from(kept, (u) => classes[u]!),
      options.linear,
    );
    used.forEach((example, u) => {
      if (example.fold !== fold) return;
      linearProbabilities(linear, words[u]!, out);
      full[u] = roleRow(example.row, out, example.outcome);
    });
  }
  return {
    linear: trainLinear(words, classes, options.linear),
    forests: Array.from({ length: options.forests }, (_, k) =>
      trainForest(full, classes, { ...options.trees, seed: options.trees.seed + 101 * k }),
    ),
  };
};
