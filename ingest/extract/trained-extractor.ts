import { KINDS, type Kind, ROLES, type Role, type Span } from "../../src/vocabulary.js";
import { type Document, readDocument, spanOf } from "./document.js";
import { type Candidate, findCandidates } from "./entity/candidates.js";
import { type Decision, settleOverlaps } from "./entity/decide.js";
import { entityFeatures, listedFlags } from "./entity/entity-features.js";
import { chooseKind, chooseRole, kindProbabilities } from "./entity/entity-model.js";
import { documentWordFeatures, wordFeatures } from "./entity/word-features.js";
import {
  type ExtractedEntity,
  type Extractor,
  KEEP_CONFIDENCE,
  LEAST_CONFIDENCE,
  type PaperText,
} from "./extractor.js";
import type { ExtractorParts } from "./load-parts.js";
import { tokenFeatures } from "./tagger/token-features.js";
import type { UserNames } from "./user-names.js";
import { WordBook } from "./word-facts.js";

/** A decision with what it was made from, so that it can be explained. */
export interface ReadEntity extends Decision {
  readonly row: Float32Array;
  readonly words: Int32Array;
  readonly role: Role;
}

/** Confidence of a name that the user has given. */
const USER_CONFIDENCE = 0.99;

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
      .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
      .map((entity) => describe(document, entity))
      .sort(byPlace);
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
      if (confidence < LEAST_CONFIDENCE) return { ...decision, role: "MENTIONS" as const };
      return { ...decision, role: ROLES[chooseRole(model.roles, document, candidate, kind, row, sparse)]! };
    });
    return { document, marginals, entities };
  }
}

const userKind = (candidate: Candidate, names: UserNames | undefined): Kind | undefined => {
  if (names) for (const key of candidate.keys) if (names.has(key)) return names.get(key);
  return undefined;
};

/** A decision as it is told: name, surfaces and places in the stored text. */
export const describe = (
  document: Document,
  { candidate, kind, confidence, mentions, role }: ReadEntity,
): ExtractedEntity => {
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

/** By first span; of two at one place the longer one first. */
export const byPlace = ({ spans: [a] }: ExtractedEntity, { spans: [b] }: ExtractedEntity): number =>
  position(a!) - position(b!) || b!.end - a!.end;

/** Title before abstract, then by start. */
const position = ({ field, start }: Span): number => (field === "title" ? 0 : 2 ** 40) + start;
