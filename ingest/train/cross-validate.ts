import { KINDS, ROLES } from "../../src/vocabulary.js";
import { STRAIGHT } from "../extract/entity/calibration.js";
import { type Decision, settleOverlaps } from "../extract/entity/decide.js";
import { chooseKind, chooseRole, type EntityModel, kindProbabilities } from "../extract/entity/entity-model.js";
import { priorFeatures } from "../extract/entity/name-prior.js";
import { KEEP_CONFIDENCE } from "../extract/extractor.js";
import { calibrationError, type Outcome, trainCalibration } from "./calibration-trainer.js";
import { type EntityTrainingOptions, leaveOut } from "./entity-trainer.js";
import { type Example, NONE_OUTCOME, OPTIONAL_OUTCOME } from "./examples.js";
import { FOLD_COUNT } from "./folds.js";
import type { GoldPaper } from "./gold.js";
import { groupStart } from "./group-start.js";
import { PriorCounter } from "./prior-counter.js";
import { type Prediction, type Score, score } from "./score.js";
import type { TaggedPaper } from "./tagger-data.js";
import type { EntityParts } from "./tasks.js";

export interface Evaluation {
  readonly score: Score;
  /** Confidence and whether it was right, of every candidate that is not optional. */
  readonly outcomes: readonly Outcome[];
  /** Expected calibration error. */
  readonly calibrationError: number;
}

/** What the entity stage says of an example that it was not trained on. */
export interface HeldOutDecision extends Decision {
  readonly example: Example;
  /** As the trees say it, before calibration. */
  readonly said: number;
  readonly role: number;
}

/** Decides on the examples of a fold by a model of the other folds. */
export const decideFold = (
  papers: readonly TaggedPaper[],
  examples: readonly Example[],
  fold: number,
  parts: EntityParts,
  without: EntityTrainingOptions["without"],
): HeldOutDecision[] => {
  const model: Omit<EntityModel, "calibration"> = {
    ...parts,
    prior: new PriorCounter(examples).of(otherFolds(fold)),
  };
  return examples
    .filter((example) => example.fold === fold)
    .map((example) => {
      const row = example.row.slice();
      priorFeatures(model.prior, example.candidate, row, groupStart("prior"));
      leaveOut(row, without);
      const { kind, confidence } = chooseKind(kindProbabilities(model, row, example.words), STRAIGHT);
      const { document } = papers[example.paper]!;
      const { candidate } = example;
      const role =
        confidence > 0.2
          ? chooseRole(model.roles, document, candidate, kind, row, example.words)
          : ROLES.indexOf("MENTIONS");
      return { example, candidate, kind, said: confidence, confidence, mentions: candidate.mentions, role };
    });
};

export const otherFolds = (fold: number): number[] =>
  Array.from({ length: FOLD_COUNT }, (_, f) => f).filter((f) => f !== fold);

/** Said and right, for calibration; optional candidates count neither way. */
export const outcomesOfDecisions = (decisions: readonly HeldOutDecision[]): Outcome[] =>
  decisions
    .filter(({ example }) => example.outcome !== OPTIONAL_OUTCOME)
    .map(({ example, kind, said }) => ({ said, right: example.outcome !== NONE_OUTCOME && example.outcome === kind }));

/** Decisions with a confidence that was calibrated on the other folds. */
export const calibrateByFolds = (decisions: readonly HeldOutDecision[]): HeldOutDecision[] => {
  const folds = Array.from({ length: FOLD_COUNT }, (_, f) => f);
  const curves = folds.map((fold) =>
    trainCalibration(outcomesOfDecisions(decisions.filter(({ example }) => example.fold !== fold))),
  );
  return decisions.map((decision) => {
    const probabilities = Float64Array.of(decision.said, 0, 0, 0);
    return { ...decision, confidence: chooseKind(probabilities, curves[decision.example.fold]!).confidence };
  });
};

/** How good held-back decisions are, with the confidence that a user would see. */
export const evaluateDecisions = (
  gold: readonly GoldPaper[],
  papers: readonly TaggedPaper[],
  decisions: readonly HeldOutDecision[],
): Evaluation => {
  const calibrated = calibrateByFolds(decisions);
  const outcomes = calibrated
    .filter(({ example }) => example.outcome !== OPTIONAL_OUTCOME)
    .map(({ example, kind, confidence }) => ({ said: confidence, right: example.outcome === kind }));
  const golds = new Map(gold.map(({ paper, entities }) => [paper.id, entities]));
  return {
    score: score(golds, predictionsOf(papers, calibrated)),
    outcomes,
    calibrationError: calibrationError(outcomes),
  };
};

/** What would be given out for each paper. */
export const predictionsOf = (
  papers: readonly TaggedPaper[],
  decisions: readonly HeldOutDecision[],
  keep = KEEP_CONFIDENCE,
): Map<string, Prediction[]> => {
  const byPaper: HeldOutDecision[][] = papers.map(() => []);
  for (const decision of decisions) byPaper[decision.example.paper]!.push(decision);
  return new Map(
    papers.map(({ document }, p) => [
      document.id,
      settleOverlaps(byPaper[p]!, keep)
        .filter(({ confidence }) => confidence >= keep)
        .map(({ candidate, kind, role }) => ({
          name: candidate.longForm ?? candidate.surfaces[0]!,
          type: KINDS[kind]!,
          surfaces: candidate.surfaces,
          role: ROLES[role]!,
        })),
    ]),
  );
};
