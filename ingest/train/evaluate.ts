import { join } from "node:path";
import { PapergraphError } from "../../src/errors.js";
import { createExtractor } from "../extract/create-extractor.js";
import { KEEP_CONFIDENCE } from "../extract/extractor.js";
import { shippedWeights } from "../extract/load-parts.js";
import { unpackStatistics } from "../extract/statistics/statistics.js";
import { readWeights } from "../extract/weights-file.js";
import { calibrationError, type Outcome } from "./calibration-trainer.js";
import type { Evaluation } from "./cross-validate.js";
import { type CrossValidationOptions, crossValidate } from "./cross-validation.js";
import { type GoldPaper, readGold } from "./gold.js";
import { matchPredictions, type Prediction, score } from "./score.js";

export interface EvaluateOptions {
  readonly papers: readonly string[];
  readonly gold: readonly string[];
  /** Folder of the weights to measure; the shipped ones where not given. */
  readonly weights?: string | undefined;
  readonly names?: string | undefined;
  /** Train by folds on this gold instead of measuring weights that may have been trained on it. */
  readonly crossValidate?: boolean | undefined;
  readonly without?: CrossValidationOptions["without"] | undefined;
  readonly threads?: number;
  readonly log?: (line: string) => void;
}

/** Measures an extractor, or the training itself, against a gold. */
export const evaluate = async (options: EvaluateOptions): Promise<Evaluation> => {
  const gold = await readGold(options.papers, options.gold);
  if (gold.length === 0)
    throw new PapergraphError(
      "PAPERS_NONE",
      "No paper of the papers file has a line in the gold file. Both need lines with the same id.",
      { got: 0 },
    );
  return options.crossValidate ? byFolds(gold, options) : byWeights(gold, options);
};

const byFolds = (gold: readonly GoldPaper[], options: EvaluateOptions): Promise<Evaluation> => {
  const statistics = unpackStatistics(readWeights(join(options.weights ?? shippedWeights, "statistics.bin")));
  const { threads = 1, without = [], log = () => {} } = options;
  return crossValidate({ gold, statistics, threads, without, log });
};

const byWeights = (gold: readonly GoldPaper[], { weights, names }: EvaluateOptions): Evaluation => {
  const extractor = createExtractor({ weights, names });
  const outcomes: Outcome[] = [];
  const predicted = new Map<string, Prediction[]>();
  for (const { paper, entities } of gold) {
    const found = extractor.extract(paper);
    const matches = matchPredictions(entities, found);
    found.forEach((entity, i) => {
      if (matches[i]?.optional) return;
      outcomes.push({ said: entity.confidence, right: matches[i]?.type === entity.type });
    });
    predicted.set(
      paper.id,
      found.filter(({ confidence }) => confidence >= KEEP_CONFIDENCE),
    );
  }
  const golds = new Map(gold.map(({ paper, entities }) => [paper.id, entities]));
  return { score: score(golds, predicted), outcomes, calibrationError: calibrationError(outcomes) };
};
