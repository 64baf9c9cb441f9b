import type { Command } from "commander";

/** What `train` and `evaluate` share: annotated papers. */
export interface GoldOptions {
  readonly papers: readonly string[];
  readonly gold: readonly string[];
}

export const addGoldOptions = (command: Command): Command =>
  command
    .requiredOption("--papers <files...>", "papers, JSON Lines: id, title, abstract")
    .requiredOption("--gold <files...>", "their entities, JSON Lines: id, entities (see docs/extraction.md)");
