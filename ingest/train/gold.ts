import { z } from "zod";
import { KINDS, ROLES } from "../../src/vocabulary.js";
import type { PaperText } from "../extract/extractor.js";
import { type JsonLine, jsonLinesOf, malformedLine } from "./json-lines.js";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const paperText = z.object({ id: z.string().min(1), title: text, abstract: text });

const goldEntity = z.object({
  name: z.string().min(1),
  type: z.enum(KINDS),
  /** Every distinct string of the entity as it stands in the text. */
  surfaces: z.array(z.string()),
  role: z.enum(ROLES).nullish(),
  introduced: z.boolean().nullish(),
  /** Optional entities count neither as missed nor as wrong. */
  optional: z.boolean().nullish(),
  alt_type: z.enum(KINDS).nullish(),
});
const goldLine = z.object({ id: z.string().min(1), entities: z.array(goldEntity) });

/** An entity as annotated. */
export type GoldEntity = z.output<typeof goldEntity>;

export interface GoldPaper {
  readonly paper: PaperText;
  readonly entities: readonly GoldEntity[];
}

/**
 * Papers that have a line in the gold, in order of id: training must not depend on the order of lines in a file.
 * Throws RECORD_MALFORMED with file and line where one is not as docs/extraction.md says.
 */
export const readGold = async (papersFiles: readonly string[], goldFiles: readonly string[]): Promise<GoldPaper[]> => {
  const papers = new Map<string, PaperText>();
  for await (const line of linesOf(papersFiles)) {
    const paper = checked(paperText, line, "a paper: id, title, abstract");
    papers.set(paper.id, paper);
  }
  const gold = new Map<string, GoldPaper>();
  for await (const line of linesOf(goldFiles)) {
    const { id, entities } = checked(goldLine, line, "gold: id, entities with name, type, surfaces and role");
    if (gold.has(id)) throw malformedLine(line.file, line.line, `annotates ${id}, which has gold already. Keep one.`);
    const paper = papers.get(id);
    if (paper) gold.set(id, { paper, entities });
  }
  return [...gold.values()].sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
};

async function* linesOf(files: readonly string[]): AsyncGenerator<JsonLine> {
  for (const file of files) yield* jsonLinesOf(file);
}

const checked = <T>(schema: z.ZodType<T>, { file, line, value }: JsonLine, what: string): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw malformedLine(file, line, `is not ${what}. At ${path.join(".") || "the line"}: ${message}.`);
};
