import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Relation } from "../../ingest/link/relation.js";
import { packageRoot } from "../../src/package-root.js";

/** Two names as papers write them, and how they are related. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  /** What the pair is an example of. */
  readonly note: string;
}

/** The pairs of a half of the gold: tab-separated, a line each, the first a header. */
export function readPairs(half: "developed" | "held-back"): Pair[] {
  const file = readFileSync(join(packageRoot, "test", "link", `names-${half}.tsv`), "utf8");
  return file
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [a = "", b = "", relation = "", note = ""] = line.split("\t");
      return { a, b, relation: relation as Relation, note };
    });
}
