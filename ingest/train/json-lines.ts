import { PapergraphError } from "../../src/errors.js";
import { openSource } from "../read/open.js";

export interface JsonLine {
  readonly file: string;
  readonly line: number;
  readonly value: unknown;
}

export const malformedLine = (file: string, line: number, what: string): PapergraphError =>
  new PapergraphError("RECORD_MALFORMED", `Line ${line} of ${file} ${what}`, { file, line });

/** The values of a JSON Lines file, gzipped or not, with their places. A wrong line ends it: training leaves nothing out. */
export async function* jsonLinesOf(file: string): AsyncGenerator<JsonLine> {
  const source = await openSource(file).catch((error: unknown) => {
    if (!(error instanceof PapergraphError)) throw error;
    throw new PapergraphError(error.code, `${file}: ${error.message}.`, { ...error.details, file }, { cause: error });
  });
  for await (const { number, text, problem } of source.lines()) {
    if (problem) throw new PapergraphError(problem.code, `Line ${number} of ${file}: ${problem.reason}.`, { file });
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw malformedLine(file, number, "is not JSON. Give one JSON object a line.");
    }
    yield { file, line: number, value };
  }
}
