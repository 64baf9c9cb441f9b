import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { reliabilityTable } from "../../ingest/train/calibration-trainer.js";
import { FEATURE_GROUPS, type FeatureGroup } from "../../ingest/train/cross-validation.js";
import { evaluate } from "../../ingest/train/evaluate.js";
import { reportEvaluation, reportMistakes } from "../../ingest/train/report.js";
import { readSettings } from "../config.js";
import { addGoldOptions, type GoldOptions } from "./gold-options.js";
import { addExtractorOptions, type ExtractorCommandOptions, extractorSettings, wholeNumber } from "./options.js";
import { say, write, writeJson } from "./output.js";

interface EvaluateCommandOptions extends GoldOptions, ExtractorCommandOptions {
  readonly crossValidate?: boolean;
  readonly without?: readonly FeatureGroup[];
  readonly errors: number;
  readonly jobs: number;
  readonly json?: boolean;
}

/** `papergraph evaluate` */
export const addEvaluate = (program: Command): void => {
  const command = program
    .command("evaluate")
    .description("measure the extractor on annotated papers: precision, recall, F1, roles, confidence, mistakes");
  addExtractorOptions(addGoldOptions(command))
    .option("--errors <n>", "list so many mistakes", wholeNumber(0), 40)
    .option("--cross-validate", "train by five folds on this gold, and measure that")
    .addOption(
      new Option("--without <groups...>", "groups of features to leave out, with --cross-validate").choices(
        FEATURE_GROUPS,
      ),
    )
    .option("--jobs <n>", "threads that train", wholeNumber(1), availableParallelism())
    .option("--json", "print the figures and all mistakes as JSON")
    .action(async (options: EvaluateCommandOptions) => {
      const { papers, gold, crossValidate, without, errors, jobs, json } = options;
      const { extractor } = readSettings(extractorSettings(options));
      const evaluation = await evaluate({
        ...{ papers, gold, crossValidate, without },
        ...extractor,
        threads: jobs,
        log: say,
      });
      if (json) {
        const { score, calibrationError, outcomes } = evaluation;
        await writeJson({ ...score, calibrationError, reliability: reliabilityTable(outcomes) });
        return;
      }
      await write(`${reportEvaluation(evaluation)}\n${reportMistakes(evaluation, errors)}`);
    });
};
