import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Kind, Role } from "../../src/vocabulary.js";
import type { PaperText } from "../extract/extractor.js";

/** An entity as annotated. Optional ones count neither as missed nor as wrong. */
export interface GoldEntity {
  readonly name: string;
  readonly type: Kind;
  readonly surfaces: readonly string[];
  readonly role?: Role;
  readonly introduced?: boolean | null;
  readonly optional?: boolean;
  readonly alt_type?: Kind;
}

export interface GoldPaper {
  readonly paper: PaperText;
  readonly entities: readonly GoldEntity[];
}

/** The rows of a JSON Lines file, gzipped or not. */
export const readJsonLines = <T>(file: string): T[] => {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
};

/** Papers that have a line in the gold, in order of id: training must not depend on the order of lines in a file. */
export const readGold = (papersFiles: readonly string[], goldFiles: readonly string[]): GoldPaper[] => {
  const papers = new Map(
    papersFiles.flatMap((file) => readJsonLines<PaperText>(file)).map((paper) => [paper.id, paper]),
  );
  return goldFiles
    .flatMap((file) => readJsonLines<{ id: string; entities?: GoldEntity[] }>(file))
    .flatMap(({ id, entities }) => {
      const paper = papers.get(id);
      if (!paper) return [];
      const text = { id, title: paper.title ?? "", abstract: paper.abstract ?? "" };
      return [{ paper: text, entities: entities ?? [] }];
    })
    .sort((a, b) => (a.paper.id < b.paper.id ? -1 : a.paper.id > b.paper.id ? 1 : 0));
};
