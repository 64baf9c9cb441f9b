import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { LISTED, nameKey } from "../../ingest/extract/statistics/name-list.js";
import { readNameLists } from "../../ingest/train/name-lists.js";
import { PapergraphError } from "../../src/errors.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folderOf = (files: Readonly<Record<string, string | Buffer>>): string => {
  const folder = join(temporaryFolder(), "lists");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

describe("a folder of name lists", () => {
  const table = readNameLists(
    folderOf({
      "models.tsv": "name\ttype\taliases\nTide Net\tMODEL\tTN-7|TideNet-7\nReef\tDATASET\t\n",
      "more.tsv.gz": gzipSync(
        "type\tname\tdecision\r\nMETHOD\tebb sort\tR\r\nMETHOD\tflow\tO\r\nTASK\treef\t\r\nCITY\tOslo\t\r\n",
      ),
      "notes.txt": "not a list",
    }),
  );
  it.each([
    ["Tide Net", LISTED.MODEL],
    ["tn7", LISTED.MODEL],
    ["TideNet-7", LISTED.MODEL],
    ["Reef", LISTED.DATASET | LISTED.TASK],
    ["Ebb Sort", LISTED.METHOD | LISTED.ESTABLISHED],
    ["flow", LISTED.METHOD | LISTED.GENERAL],
    ["Oslo", undefined],
  ])("says of %s what all its files say", (name, flags) => {
    const row = table.find(...nameKey(name));
    expect(row < 0 ? undefined : table.byte(row, 0)).toBe(flags);
  });

  it.each([
    ["has no lists", { "notes.txt": "x" }, "FILE_EMPTY"],
    ["has a list without a column of types", { "a.tsv": "name\tkind\nx\tMODEL\n" }, "COLUMN_MISSING"],
  ])("that %s is refused", (_name, files, code) => {
    expect(() => readNameLists(folderOf(files))).toThrow(
      expect.objectContaining({ code }) as unknown as PapergraphError,
    );
  });

  it("that is not there is refused", () => {
    expect(() => readNameLists("/nowhere/lists")).toThrow(PapergraphError);
  });
});
