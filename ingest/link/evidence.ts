import type { Kind } from "../../src/vocabulary.js";

/** What the papers of one entity read under one name, counted. */
export interface Evidence {
  /** The entity that the papers are linked to now. */
  readonly entity: string;
  /** The id that the paper alone gives it. */
  readonly readAs: string;
  readonly readName: string;
  readonly readKind: Kind;
  /** Empty when the papers join no acronym to the name. */
  readonly readAcronym: string;
  readonly papers: number;
  /** How many of the papers introduce it. */
  readonly introducing: number;
}

/** Compares by code point, so that every machine sorts alike. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
