import { KINDS, ROLES } from "../../src/vocabulary.js";
import type { EntityTrainingOptions } from "./entity-trainer.js";
import type { TaggerTrainingOptions } from "./tagger-trainer.js";

/** Every number of training in one place; chosen by cross-validation on the gold. */
export interface TrainingSettings {
  readonly tagger: Omit<TaggerTrainingOptions, "heldOut">;
  readonly entities: EntityTrainingOptions;
}

export const SETTINGS: TrainingSettings = {
  tagger: { slotCount: 1 << 20, epochs: 6, rate: 0.1, l2: 8, minimumCount: 2, seed: 1 },
  entities: {
    linear: {
      classCount: KINDS.length + 1,
      slotBits: 18,
      epochs: 10,
      rate: 0.3,
      l2: 0.05,
      minimumCount: 2,
      seed: 3,
    },
    trees: {
      classCount: KINDS.length + 1,
      rounds: 150,
      leaves: 15,
      rate: 0.08,
      minimumHessian: 2,
      l2: 1,
      featureShare: 0.4,
      rowShare: 0.8,
      seed: 7,
    },
    forests: 1,
    roles: {
      linear: { classCount: ROLES.length, slotBits: 18, epochs: 10, rate: 0.3, l2: 0.05, minimumCount: 2, seed: 4 },
      trees: {
        classCount: ROLES.length,
        rounds: 60,
        leaves: 15,
        rate: 0.1,
        minimumHessian: 2,
        l2: 1,
        featureShare: 0.4,
        rowShare: 0.8,
        seed: 8,
      },
      forests: 1,
      renaming: { introduced: 2, others: 0.25, seed: 9 },
    },
  },
};
