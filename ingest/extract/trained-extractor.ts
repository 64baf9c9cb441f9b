import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PapergraphError } from "../../src/errors.js";
import { packageRoot } from "../../src/package-root.js";
import { KINDS, type Kind, ROLES, type Role, type Span } from "../../src/vocabulary.js";
import { type Document, readDocument, spanOf } from "./document.js";
import { type Candidate, findCandidates } from "./entity/candidates.js";
import { type Decision, settleOverlaps } from "./entity/decide.js";
import { entityFeatures, listedFlags } from "./entity/entity-features.js";
import { unpackEntityModel } from "./entity/entity-file.js";
import { chooseKind, type EntityModel, kindProbabilities, roleProbabilities } from "./entity/entity-model.js";
import { documentWordFeatures, wordFeatures } from "./entity/word-features.js";
import { type ExtractedEntity, type Extractor, KEEP_CONFIDENCE, type PaperText } from "./extractor.js";
import { type Statistics, unpackStatistics } from "./statistics/statistics.js";
import { Tagger } from "./tagger/tagger.js";
import { unpackTagger } from "./tagger/tagger-file.js";
import { tokenFeatures } from "./tagger/token-features.js";
import { readUserNames, type UserNames } from "./user-names.js";
import { unpackWeights, type Weights } from "./weights-file.js";
import { WordBook } from "./word-facts.js";

export interface TrainedExtractorOptions {
  /** Folder of the weights; the shipped ones where not given. */
  readonly weights?: string;
  /** File of the user's own names, see user-names.ts. */
  readonly names?: string;
}

/** The parts of a trained extractor, as training makes them and the files hold them. */
export interface ExtractorParts {
  readonly statistics: Statistics;
  readonly tagger: Tagger;
  readonly entities: EntityModel;
  readonly userNames?: UserNames;
  /** Changes whenever the same text may get another answer: of the code by hand, of weights and names by their bytes. */
  readonly version: string;
}

/** A decision with what it was made from, so that it can be explained. */
export interface ReadEntity extends Decision {
  readonly row: Float32Array;
  readonly words: Int32Array;
  readonly role: Role;
}

export const shippedWeights: string = join(packageRoot, "ingest", "extract", "data");

const CODE_VERSION = "trained-1";

/** Reads the three files of weights in a folder, and the user's names where there are any. */
export const loadParts = (folder: string, names?: string): ExtractorParts => {
  const digest = createHash("sha256");
  const read = (name: string): Weights => {
    const file = join(folder, name);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (cause) {
      const advice = "Give the folder that `papergraph train --out` has written.";
      throw new PapergraphError("FILE_NOT_FOUND", `The weights ${file} cannot be read. ${advice}`, { file }, { cause });
    }
    digest.update(bytes);
    return unpackWeights(bytes);
  };
  const statistics = unpackStatistics(read("statistics.bin"));
  const tagger = new Tagger(unpackTagger(read("tagger.bin")));
  const entities = unpackEntityModel(read("entity.bin"));
  const userNames = names === undefined ? undefined : readUserNames(names);
  if (userNames) digest.update(JSON.stringify([...userNames]));
  const version = `${CODE_VERSION}-${digest.digest("hex").slice(0, 12)}`;
  return { statistics, tagger, entities, version, ...(userNames ? { userNames } : {}) };
};

/** Confidence of a name that the user has given. */
const USER_CONFIDENCE = 0.99;

/** Candidates under it are noise, and are told to nobody. */
const TOLD = 0.05;

/** The trained two-stage extractor: the tagger proposes, one decision per entity and paper follows. */
export class TrainedExtractor implements Extractor {
  readonly version: string;
  readonly #book: WordBook;

  constructor(readonly parts: ExtractorParts) {
    this.version = parts.version;
    this.#book = new WordBook(parts.statistics.words);
  }

  extract(paper: PaperText): ExtractedEntity[] {
    const { document, entities } = this.read(paper);
    return entities
      .filter(({ confidence }) => confidence >= TOLD)
      .map((entity) => describe(document, entity))
      .sort((a, b) => position(a.spans[0]!) - position(b.spans[0]!) || b.spans[0]!.end - a.spans[0]!.end);
  }

  /** All decisions on a paper, the surest first, with their features. */
  read(paper: PaperText): { document: Document; marginals: Float64Array; entities: ReadEntity[] } {
    const { statistics, tagger, entities: model, userNames } = this.parts;
    const document = readDocument(paper, this.#book);
    const sources = { nameList: statistics.list, nameStatistics: statistics.names, userNames };
    const marginals = tagger.marginals(document, tokenFeatures(document, sources));
    const candidates = findCandidates(document, marginals, sources);
    const rows = entityFeatures(document, marginals, candidates, model.prior, sources);
    const ofDocument = documentWordFeatures(document);
    const words = candidates.map((candidate) =>
      wordFeatures(document, candidate, listedFlags(candidate, statistics.list), ofDocument),
    );
    const decisions = candidates.map((candidate, c) => {
      const choice = chooseKind(kindProbabilities(model, rows[c]!, words[c]!), model.calibration);
      const given = userKind(candidate, userNames);
      const { kind, confidence } = given
        ? { kind: KINDS.indexOf(given), confidence: Math.max(USER_CONFIDENCE, choice.confidence) }
        : choice;
      return { candidate, kind, confidence, mentions: candidate.mentions, row: rows[c]!, words: words[c]! };
    });
    const entities = settleOverlaps(decisions, KEEP_CONFIDENCE).map((decision) => {
      const { candidate, kind, confidence, row, words: sparse } = decision;
      if (confidence < TOLD) return { ...decision, role: "MENTIONS" as const };
      const probabilities = roleProbabilities(model.roles, document, candidate, kind, row, sparse);
      return { ...decision, role: ROLES[probabilities.indexOf(Math.max(...probabilities))]! };
    });
    return { document, marginals, entities };
  }
}

const userKind = (candidate: Candidate, names: UserNames | undefined): Kind | undefined => {
  if (names) for (const key of candidate.keys) if (names.has(key)) return names.get(key);
  return undefined;
};

const describe = (document: Document, { candidate, kind, confidence, mentions, role }: ReadEntity): ExtractedEntity => {
  const { text, starts, ends } = document;
  const places = mentions.map(({ from, to }) => ({ start: starts[from]!, end: ends[to - 1]! }));
  const surfaces = [...new Set(places.map(({ start, end }) => text.slice(start, end)))];
  const { acronym, longForm } = candidate;
  return {
    name: longForm !== undefined && surfaces.includes(longForm) ? longForm : mostComplete(surfaces),
    type: KINDS[kind]!,
    ...(acronym !== undefined && surfaces.includes(acronym) ? { acronym } : {}),
    surfaces,
    role,
    confidence: Math.round(confidence * 1000) / 1000,
    spans: places.map(({ start, end }) => spanOf(document, start, end)),
  };
};

/** The longest surface; of equally long ones the first in the text. */
const mostComplete = (surfaces: readonly string[]): string =>
  surfaces.reduce((best, surface) => (surface.length > best.length ? surface : best));

/** Title before abstract, then by start. */
const position = ({ field, start }: Span): number => (field === "title" ? 0 : 2 ** 40) + start;

/** The shipped extractor; with options, one of the user's own weights or with the user's names. */
export const createExtractor = (options: TrainedExtractorOptions = {}): TrainedExtractor =>
  new TrainedExtractor(loadParts(options.weights ?? shippedWeights, options.names));
