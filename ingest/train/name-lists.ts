import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { HashTable } from "../extract/statistics/hash-table.js";
import { buildNameList, LISTED } from "../extract/statistics/name-list.js";

/** Rows of a tab-separated file with a header line, gzipped or not. */
export const readTable = (file: string): string[][] => {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
};

/** The name lists of a folder as one table of flags. */
export const readNameLists = (folder: string): HashTable => {
  const entries: [string, number][] = [];
  const each = (file: string, flagsOf: (row: string[]) => number): void => {
    const path = join(folder, file);
    if (!existsSync(path)) return;
    for (const row of readTable(path)) {
      const flags = flagsOf(row);
      if (flags === 0) continue;
      for (const name of [row[0]!, ...(row[2] ?? "").split("|")]) if (name !== "") entries.push([name, flags]);
    }
  };
  const kind = (row: string[]): number => LISTED[row[1] as "METHOD" | "MODEL" | "DATASET"] ?? 0;
  each("_merged.tsv.gz", (row) => (row[3] === "mined_titles" ? 0 : kind(row)));
  each("techniques.tsv.gz", (row) => kind(row) | (row[3] === "R" ? LISTED.ESTABLISHED : LISTED.GENERAL));
  each("NEG_pwc_tasks.tsv.gz", () => LISTED.TASK);
  each("NEG_gold_tasks_train.tsv.gz", () => LISTED.TASK);
  return buildNameList(entries);
};
