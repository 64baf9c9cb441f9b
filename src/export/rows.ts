import type { StoredResult } from "../text/result-fields.js";
import type { Kind, Role } from "../vocabulary.js";

/** A paper as the graph has it. */
export interface PaperRow {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly words: string | null;
  readonly year: number | null;
  readonly date: string;
  readonly venue: string | null;
  readonly authors: readonly string[] | null;
  readonly url: string | null;
  readonly doi: string | null;
  readonly arxivId: string | null;
  readonly codeUrls: readonly string[] | null;
  readonly collections: readonly string[] | null;
  readonly contentHash: string | null;
  readonly extractorVersion: string | null;
  /** The marks of the records that it was made from. */
  readonly records: readonly string[] | null;
  readonly titleKey: string | null;
}

/** An id or a title under which a paper is known, and all papers that it leads to. */
export interface AliasRow {
  readonly paper: string;
  readonly id: string;
  readonly papers: readonly string[];
}

/** What one source says of a paper. */
export interface RecordRow {
  readonly paper: string;
  readonly id: string;
  readonly content: string;
}

/** The relationship of a paper with what it mentions. */
export interface LinkRow {
  readonly paper: string;
  readonly entity: string;
  readonly role: Role;
  readonly confidence: number;
  /** Packed: see src/text/spans.ts. */
  readonly spans: readonly number[] | null;
  readonly readAs: string;
  readonly readName: string;
  readonly readKind: Kind;
  /** Empty when the paper joins no short form to the name. */
  readonly readAcronym: string;
  /** The readings, where it stands for several: see src/text/readings.ts. */
  readonly joined: string | null;
}

/** A result that a paper reports. */
export interface ResultRow extends StoredResult {
  readonly paper: string;
  readonly id: string;
  /** The normal form of the dataset's name. */
  readonly key: string;
  readonly metric: string;
}

export interface EntityRow {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly words: string | null;
  /** Papers of what is exported. */
  readonly paperCount: number;
  /** The year of the first of these papers. */
  readonly firstYear: number | null;
  readonly unsettled: boolean | null;
  readonly staleBase: boolean | null;
  /** The exported entities that it is a variant of. */
  readonly bases: readonly string[];
}

/** A name, and the exported entities that it leads to. */
export interface NameRow {
  readonly key: string;
  readonly names: readonly string[];
  readonly formerly: readonly string[];
  readonly variedBy: readonly string[];
}
