import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { PapergraphError } from "../../src/errors.js";
import type { HashTable } from "../extract/statistics/hash-table.js";
import { buildNameList, LISTED } from "../extract/statistics/name-list.js";

type Row = Readonly<Record<string, string>>;

const TYPES = ["METHOD", "MODEL", "DATASET", "TASK"] as const;
const DECISIONS: Readonly<Record<string, number>> = { R: LISTED.ESTABLISHED, O: LISTED.GENERAL };

/**
 * The name lists of a folder as one table of flags: every .tsv and .tsv.gz file in it, with a header line that has the
 * columns `name` and `type` (METHOD, MODEL, DATASET, or TASK for what is none of these), perhaps `aliases` (parted by |)
 * and `decision` (R for an established technique, O for one too general to count).
 */
export const readNameLists = (folder: string): HashTable => {
  const entries: [string, number][] = [];
  for (const file of listFiles(folder))
    for (const { name = "", type = "", aliases = "", decision = "" } of rowsOf(join(folder, file))) {
      const known = TYPES.find((one) => one === type);
      if (!known) continue;
      const flags = LISTED[known] | (DECISIONS[decision] ?? 0);
      for (const one of [name, ...aliases.split("|")]) if (one !== "") entries.push([one, flags]);
    }
  return buildNameList(entries);
};

const listFiles = (folder: string): string[] => {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch (cause) {
    const advice = "Give a folder of tab-separated lists.";
    throw new PapergraphError("FILE_NOT_FOUND", `${folder} cannot be read. ${advice}`, { file: folder }, { cause });
  }
  const lists = files.filter((file) => /\.tsv(?:\.gz)?$/.test(file)).sort();
  if (lists.length > 0) return lists;
  throw new PapergraphError("FILE_EMPTY", `${folder} has no .tsv or .tsv.gz file. Give a folder of name lists.`, {
    file: folder,
  });
};

const rowsOf = (file: string): Row[] => {
  const bytes = readFileSync(file);
  const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const columns = (header: string[]): string[] => {
    if (["name", "type"].every((column) => header.includes(column))) return header;
    throw new PapergraphError(
      "COLUMN_MISSING",
      `${file} has the columns ${header.join(", ")}; a name list needs name and type, parted by tabs.`,
      { file, line: 1 },
    );
  };
  return parse(text, { ...TABS, columns });
};

/** Names hold quotation marks as they are. */
const TABS = { delimiter: "\t", quote: false, bom: true, relax_column_count: true, skip_empty_lines: true } as const;
