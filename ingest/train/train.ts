import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PapergraphError } from "../../src/errors.js";
import { packEntityModel } from "../extract/entity/entity-file.js";
import { OUTCOMES } from "../extract/entity/name-prior.js";
import { featuresDigest } from "../extract/features-digest.js";
import { digestOf, type MadeFor, shippedWeights } from "../extract/load-parts.js";
import { buildHashTable, type HashTable } from "../extract/statistics/hash-table.js";
import { packStatistics, type Statistics, unpackStatistics } from "../extract/statistics/statistics.js";
import { packTagger } from "../extract/tagger/tagger-file.js";
import { packWeights, readWeights, type Weights } from "../extract/weights-file.js";
import { trainCalibration } from "./calibration-trainer.js";
import { corpusStatistics } from "./corpus-statistics.js";
import { decideFold, evaluateDecisions, otherFolds, outcomesOfDecisions } from "./cross-validate.js";
import { FOLD_COUNT } from "./folds.js";
import { readGold } from "./gold.js";
import { readNameLists } from "./name-lists.js";
import { PriorCounter } from "./prior-counter.js";
import { reportEvaluation } from "./report.js";
import { SETTINGS, type TrainingSettings } from "./settings.js";
import { tagSentences } from "./tagger-data.js";
import { runTasks } from "./task-pool.js";
import { makeExamples, readTrainingPapers, taggerOf } from "./training-papers.js";

export interface TrainOptions {
  /** JSON Lines of papers (id, title, abstract) and of their gold; several are read as one. */
  readonly papers: readonly string[];
  readonly gold: readonly string[];
  /** Abstracts for statistics of words and names; without it those that are shipped are used. */
  readonly corpus?: string | undefined;
  /** Folder of name lists; without it the shipped list is used. */
  readonly lists?: string | undefined;
  readonly out: string;
  readonly threads?: number;
  readonly settings?: TrainingSettings;
  readonly log?: (line: string) => void;
}

const LEAST_PAPERS = 50;
const ALL_FOLDS = Array.from({ length: FOLD_COUNT }, (_, f) => f);

/** Trains statistics, tagger and entity stage, and writes their three files to `out`. Returns their sizes in bytes. */
export const train = async (options: TrainOptions): Promise<Record<string, number>> => {
  const { threads = 1, settings = SETTINGS, log = () => {} } = options;
  const gold = await readGold(options.papers, options.gold);
  if (gold.length < LEAST_PAPERS)
    throw new PapergraphError(
      "BAD_USAGE",
      `Training needs at least ${LEAST_PAPERS} papers that have a line in the gold; these files have ${gold.length}. Annotate more, or add the papers and gold that papergraph was trained on.`,
      { got: gold.length, allowed: LEAST_PAPERS },
    );
  log(`${gold.length} papers with gold`);
  const statistics = await statisticsFor(options);
  log(`${statistics.words.size} words, ${statistics.names.size} names, ${statistics.list.size} listed names`);
  const papers = readTrainingPapers(gold, statistics);
  const data = tagSentences(papers, settings.tagger.slotCount);
  // One tagger for each fold that has not seen it, and one of all: the second stage must learn from honest marginals.
  const taggers = await runTasks(
    [...ALL_FOLDS.map((fold) => [fold]), []].map((heldOut) => ({
      kind: "tagger" as const,
      data,
      options: { ...settings.tagger, heldOut },
    })),
    threads,
  );
  log("tagger trained");
  const byFold = ALL_FOLDS.map((fold) => taggerOf(taggers[fold]!));
  const examples = makeExamples(papers, statistics, (fold) => byFold[fold]!);
  log(`${examples.length} candidates`);
  const models = await runTasks(
    [...ALL_FOLDS.map(otherFolds), ALL_FOLDS].map((folds) => ({
      kind: "entities" as const,
      examples,
      folds,
      options: settings.entities,
    })),
    threads,
  );
  log("entity stage trained");
  const decisions = ALL_FOLDS.flatMap((fold) =>
    decideFold(papers, examples, fold, models[fold]!, settings.entities.without),
  );
  const calibration = trainCalibration(outcomesOfDecisions(decisions));
  log(reportEvaluation(evaluateDecisions(gold, papers, decisions)));
  const tagger = taggers[FOLD_COUNT]!;
  const statisticsBytes = packWeights(packStatistics(statistics));
  const made: MadeFor = { features: featuresDigest(statistics), statistics: digestOf(statisticsBytes) };
  const sizes = writeFiles(options.out, {
    "statistics.bin": statisticsBytes,
    "tagger.bin": packFor(
      made,
      packTagger({
        emissions: tagger.emissions,
        transitions: tagger.transitions.map(Math.exp),
        starts: tagger.starts.map(Math.exp),
      }),
    ),
    "entity.bin": packFor(
      made,
      packEntityModel({ ...models[FOLD_COUNT]!, calibration }, priorTables(new PriorCounter(examples))),
    ),
  });
  log(
    Object.entries(sizes)
      .map(([file, size]) => `${file} ${(size / 1e6).toFixed(2)} MB`)
      .join(", "),
  );
  return sizes;
};

const packFor = (made: MadeFor, { meta, arrays }: Weights): Buffer =>
  packWeights({ meta: { ...meta, ...made }, arrays });

/** Returns the size of each file. */
const writeFiles = (folder: string, files: Readonly<Record<string, Buffer>>): Record<string, number> => {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  } catch (cause) {
    const advice = "Give a folder that can be written.";
    throw new PapergraphError(
      "FILE_UNWRITABLE",
      `The weights cannot be written to ${folder}. ${advice}`,
      {},
      { cause },
    );
  }
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.length]));
};

const statisticsFor = async ({ corpus, lists, log }: TrainOptions): Promise<Statistics> => {
  const shipped = corpus && lists ? undefined : unpackStatistics(readWeights(join(shippedWeights, "statistics.bin")));
  const list = lists ? readNameLists(lists) : shipped!.list;
  if (!corpus) return { words: shipped!.words, names: shipped!.names, list };
  return { ...(await corpusStatistics(corpus, list, log)), list };
};

const priorTables = (counter: PriorCounter) => {
  const prior = counter.of(ALL_FOLDS);
  const { names, heads } = counter.entries(ALL_FOLDS);
  const table = (entries: readonly [number, Float64Array][]): HashTable =>
    buildHashTable(
      entries.map(([id, counts]) => [
        Math.floor(id / 65536),
        id % 65536,
        Array.from(counts, (count) => Math.min(255, count)),
      ]),
      OUTCOMES,
    );
  return { names: table(names), heads: table(heads), base: prior.base };
};
