import { ENTITY_FEATURE_GROUPS, type EntityFeatureGroup } from "../extract/entity/entity-features.js";
import type { Statistics } from "../extract/statistics/statistics.js";
import type { Tagger } from "../extract/tagger/tagger.js";
import { TOKEN_FEATURE_GROUPS, type TokenFeatureGroup } from "../extract/tagger/token-features.js";
import { decideFold, type Evaluation, evaluateDecisions, type HeldOutDecision, otherFolds } from "./cross-validate.js";
import { FOLD_COUNT } from "./folds.js";
import type { GoldPaper } from "./gold.js";
import { SETTINGS, type TrainingSettings } from "./settings.js";
import { tagSentences } from "./tagger-data.js";
import { runTasks } from "./task-pool.js";
import { makeExamples, readTrainingPapers, taggerOf } from "./training-papers.js";

/** Groups of features, of tokens and of entities; a name that both have means both. */
export type FeatureGroup = TokenFeatureGroup | EntityFeatureGroup;
export const FEATURE_GROUPS: readonly FeatureGroup[] = [
  ...new Set([...TOKEN_FEATURE_GROUPS, ...(Object.keys(ENTITY_FEATURE_GROUPS) as EntityFeatureGroup[])]),
];

export interface CrossValidationOptions {
  readonly gold: readonly GoldPaper[];
  readonly statistics: Statistics;
  readonly threads?: number;
  readonly settings?: TrainingSettings;
  /** Groups of features to leave out, to measure what they bring. */
  readonly without?: readonly FeatureGroup[];
  readonly log?: (line: string) => void;
}

const FOLDS = Array.from({ length: FOLD_COUNT }, (_, f) => f);

/**
 * Trains and tests by folds. Nothing that decides on a paper has seen it, at any stage: for each fold that is held out
 * the second stage learns from taggers that have seen neither that fold nor the paper's own.
 */
export const crossValidate = async (options: CrossValidationOptions): Promise<Evaluation> => {
  const { gold, statistics, threads = 1, settings = SETTINGS, without = [], log = () => {} } = options;
  const papers = readTrainingPapers(gold, statistics, without as TokenFeatureGroup[]);
  const data = tagSentences(papers, settings.tagger.slotCount);
  const heldOut = FOLDS.flatMap((a) => FOLDS.filter((b) => b >= a).map((b) => (a === b ? [a] : [a, b])));
  const weights = await runTasks(
    heldOut.map((folds) => ({ kind: "tagger" as const, data, options: { ...settings.tagger, heldOut: folds } })),
    threads,
  );
  log("taggers trained");
  const taggers = new Map<string, Tagger>(heldOut.map((folds, i) => [folds.join(), taggerOf(weights[i]!)]));
  const entityGroups = without as EntityFeatureGroup[];
  const decisions: HeldOutDecision[] = [];
  for (const fold of FOLDS) {
    const examples = makeExamples(
      papers,
      statistics,
      (own) => taggers.get((own === fold ? [fold] : [fold, own].sort()).join())!,
    );
    const task = {
      kind: "entities" as const,
      examples,
      folds: otherFolds(fold),
      options: { ...settings.entities, without: entityGroups },
    };
    const [parts] = await runTasks([task], threads);
    decisions.push(...decideFold(papers, examples, fold, parts!, entityGroups));
    log(`fold ${fold + 1} of ${FOLD_COUNT} decided`);
  }
  return evaluateDecisions(gold, papers, decisions);
};
