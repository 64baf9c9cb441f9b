import type { Link } from "./link/link-paper.js";

/** A paper as the graph stores it. Text is cleaned by the readers; spans of mentions point into `title` and `abstract`. */
export interface Paper {
  /** `arxiv:2303.08774`, `doi:10.1000/x`, else the id in its source, else `hash:` of normalised title and year. See identify.ts. */
  readonly id: string;
  readonly title: string;
  /** Empty when the source has none. */
  readonly abstract: string;
  readonly year: number | null;
  /** ISO date as exact as the source has it: `2023-03-15`, `2023-03`, `2023`; empty when unknown. Sorts as text. */
  readonly date: string;
  readonly venue: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly doi: string | null;
  /** Without version: `2303.08774`. */
  readonly arxivId: string | null;
  readonly codeUrls: readonly string[];
  /** Names given by `--collection`; a paper may be in several. Sorted. */
  readonly collections: readonly string[];
  /** What was read in it before, where an export of papergraph says so. Holds for this title and abstract alone. */
  readonly reading?: Reading;
  /** What it reports, as rows of one result each, where an export of papergraph says so. */
  readonly results?: readonly Readonly<Record<string, unknown>>[];
}

/** What some version of the extractor read in a paper. */
export interface Reading {
  readonly extractorVersion: string;
  readonly links: readonly Link[];
}
