import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PapergraphError } from "../../src/errors.js";
import { packageRoot } from "../../src/package-root.js";
import { unpackEntityModel } from "./entity/entity-file.js";
import type { EntityModel } from "./entity/entity-model.js";
import { featuresDigest } from "./features-digest.js";
import { type Statistics, unpackStatistics } from "./statistics/statistics.js";
import { Tagger } from "./tagger/tagger.js";
import { unpackTagger } from "./tagger/tagger-file.js";
import { readUserNames, type UserNames } from "./user-names.js";
import { unpackWeights, type Weights } from "./weights-file.js";

/** The parts of a trained extractor, as training makes them and the files hold them. */
export interface ExtractorParts {
  readonly statistics: Statistics;
  readonly tagger: Tagger;
  readonly entities: EntityModel;
  readonly userNames?: UserNames;
  /** Changes whenever the same text may get another answer: of the code by hand, of weights and names by their bytes. */
  readonly version: string;
}

/** What tagger.bin and entity.bin tell of their making. */
export interface MadeFor {
  /** See features-digest.ts. */
  readonly features: string;
  /** Digest of the statistics.bin that they were trained with. */
  readonly statistics: string;
}

export const shippedWeights: string = join(packageRoot, "ingest", "extract", "data");

const CODE_VERSION = "trained-3";

export const digestOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/**
 * Reads the three files of weights in a folder, and the user's names where there are any. Throws FILE_NOT_FOUND where one
 * is missing, WEIGHTS_UNFIT where they are not of this version of papergraph or not of one training.
 */
export const loadParts = (folder: string, names?: string): ExtractorParts => {
  const [statisticsBytes, taggerBytes, entityBytes] = ["statistics.bin", "tagger.bin", "entity.bin"].map((name) =>
    readFile(join(folder, name)),
  ) as [Buffer, Buffer, Buffer];
  const statistics = unpackStatistics(unpacked(folder, statisticsBytes));
  const made: MadeFor = { features: featuresDigest(statistics), statistics: digestOf(statisticsBytes) };
  const taggerWeights = fitting(folder, unpacked(folder, taggerBytes), made);
  const entityWeights = fitting(folder, unpacked(folder, entityBytes), made);
  const userNames = names === undefined ? undefined : readUserNames(names);
  const digest = createHash("sha256").update(statisticsBytes).update(taggerBytes).update(entityBytes);
  if (userNames) digest.update(JSON.stringify([...userNames]));
  return {
    statistics,
    tagger: new Tagger(unpackTagger(taggerWeights)),
    entities: unpackEntityModel(entityWeights),
    version: `${CODE_VERSION}-${digest.digest("hex").slice(0, 12)}`,
    ...(userNames ? { userNames } : {}),
  };
};

const readFile = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (cause) {
    const advice = "Give the folder that `papergraph train --out` has written.";
    throw new PapergraphError("FILE_NOT_FOUND", `The weights ${file} cannot be read. ${advice}`, { file }, { cause });
  }
};

const unpacked = (folder: string, bytes: Buffer): Weights => {
  try {
    return unpackWeights(bytes);
  } catch (cause) {
    throw unfit(folder, "a file of it is damaged or not of weights", cause);
  }
};

const fitting = (folder: string, weights: Weights, made: MadeFor): Weights => {
  const { features, statistics } = weights.meta as Partial<MadeFor>;
  if (features !== made.features) throw unfit(folder, "they were trained by another version of papergraph");
  if (statistics !== made.statistics) throw unfit(folder, "its files are not of one training");
  return weights;
};

const unfit = (folder: string, what: string, cause?: unknown): PapergraphError =>
  new PapergraphError(
    "WEIGHTS_UNFIT",
    `The weights in ${folder} cannot be used: ${what}. Train them again with \`papergraph train\`.`,
    { folder },
    { cause },
  );
