import { type EntityTrainingOptions, trainEntityModel } from "./entity-trainer.js";
import type { Example } from "./examples.js";
import { PriorCounter } from "./prior-counter.js";
import { type TaggedSentences, type TaggerTrainingOptions, type TaggerWeights, trainTagger } from "./tagger-trainer.js";

/** A piece of training that needs nothing from another piece, so that each may run on a core of its own. */
export type Task =
  | { readonly kind: "tagger"; readonly data: TaggedSentences; readonly options: TaggerTrainingOptions }
  | {
      readonly kind: "entities";
      readonly examples: readonly Example[];
      readonly folds: readonly number[];
      readonly options: EntityTrainingOptions;
    };

/** What trainEntityModel gives, without the prior: that is counted anew where it is used. */
export type EntityParts = Omit<ReturnType<typeof trainEntityModel>, "prior">;

export type TaskResult<T extends Task> = T extends { kind: "tagger" } ? TaggerWeights : EntityParts;

export const runTask = <T extends Task>(task: T): TaskResult<T> => {
  if (task.kind === "tagger") return trainTagger(task.data, task.options) as TaskResult<T>;
  const { examples, folds, options } = task;
  const { linear, forests, roles } = trainEntityModel(examples, new PriorCounter(examples), folds, options);
  return { linear, forests, roles } as TaskResult<T>;
};
