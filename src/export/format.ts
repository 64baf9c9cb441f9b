import type { GraphPart } from "./graph-part.js";

/** What an export says of itself. */
export interface Provenance {
  /** `papergraph 0.1.0`. */
  readonly madeBy: string;
  /** The versions of the extractor that read the papers. */
  readonly extractors: readonly string[];
  /** The filter of a part, as JSON. */
  readonly where?: string | undefined;
}

/** Said in every export. */
export const RIGHTS = "Titles and abstracts belong to their authors and publishers, on the terms of their sources.";

/** One file of an export. `text` comes in pieces, while the graph is read. */
export interface ExportFile {
  readonly name: string;
  text(): AsyncIterable<string>;
}

/** One output format. To add one: a file that exports an ExportFormat, and its place in formats.ts. */
export interface ExportFormat {
  /** As `--format` has it. */
  readonly name: string;
  /** Whether it is a folder of several files, which cannot go to standard output. */
  readonly isFolder: boolean;
  /** The files, to be written in this order, one at a time. */
  files(part: GraphPart, provenance: Provenance): readonly ExportFile[];
}
