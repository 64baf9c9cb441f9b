import { readFileSync } from "node:fs";
import { PapergraphError } from "../../src/errors.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { foldName } from "./name-key.js";

/** Names that a user knows better than the model: by folded name, their kind. */
export type UserNames = ReadonlyMap<string, Kind>;

/**
 * Reads a user's own names: one a line, name and kind parted by a tab (`AcmeQA<TAB>DATASET`), further columns are
 * aliases. Empty lines and lines that begin with # are left out.
 */
export const readUserNames = (file: string): UserNames => {
  const names = new Map<string, Kind>();
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new PapergraphError(
      "FILE_NOT_FOUND",
      `The file of names ${file} cannot be read. Give the path of a text file.`,
      { file },
      { cause },
    );
  }
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const [name = "", kind = "", ...aliases] = line.split("\t").map((cell) => cell.trim());
    const its = KINDS.find((known) => known === kind.toUpperCase());
    if (foldName(name) === "" || !its)
      throw new PapergraphError(
        "RECORD_MALFORMED",
        `Line ${at + 1} of ${file} is "${line.slice(0, 80)}". A line is a name, a tab and one of ${KINDS.join(", ")}; then aliases.`,
        { file, line: at + 1 },
      );
    for (const each of [name, ...aliases]) if (foldName(each) !== "") names.set(foldName(each), its);
  });
  return names;
};
