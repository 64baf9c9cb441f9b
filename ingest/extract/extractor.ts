import type { Kind, Role, Span } from "../../src/vocabulary.js";

/** What an extractor sees of a paper. */
export interface PaperText {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

/** One thing that a paper mentions: every surface of it in this paper joined, acronym and long form included. */
export interface ExtractedEntity {
  /** The name to show for it in this paper: the long form where the paper spells one out, else the most complete surface. */
  readonly name: string;
  readonly type: Kind;
  /** The short form (ICL) where the paper joins one to `name`. */
  readonly acronym?: string;
  /** Every distinct string of it that stands verbatim in title or abstract. */
  readonly surfaces: readonly string[];
  readonly role: Role;
  /** 0 to 1: how sure the extractor is that this is an entity of this kind. */
  readonly confidence: number;
  /** Every place, in order of field (title first) and start; never overlapping. */
  readonly spans: readonly Span[];
}

/**
 * The port that every extractor stands behind: a pure function of one paper, deterministic, without a store.
 * `version` changes whenever the answer may change; the graph keeps it per paper, to re-extract only what is stale.
 */
export interface Extractor {
  readonly version: string;
  /** All candidates, also those under KEEP_CONFIDENCE; sorted by first span. */
  extract(paper: PaperText): ExtractedEntity[];
}

/** Entities under this confidence do not enter the graph and are left out of `extract` without `--all`. */
export const KEEP_CONFIDENCE = 0.45;

/** Candidates under this confidence are noise, and are told to nobody. */
export const LEAST_CONFIDENCE = 0.05;
