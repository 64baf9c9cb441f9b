import { isMap, isNode, isSeq, LineCounter, parseAllDocuments } from "yaml";
import { type ErrorCode, PapergraphError } from "../../src/errors.js";
import { startOfJson } from "../read/json-start.js";
import { JsonCutter } from "../read/json-values.js";
import { openSource } from "../read/open.js";
import { excerptOf, malformed, type Problem, type Source } from "../read/reader.js";
import { isObject, type JsonObject } from "../read/sources/json-source.js";
import { decode, invalidEncoding } from "../read/utf8.js";
import { type Given, isEvalResult, isModelCard, resultOfEntry, resultsOfCard } from "./model-card.js";
import { isPlainRow, resultOfRow } from "./plain-row.js";
import { makeResults, type PaperRef, type Result, type SaidResult } from "./result.js";
import { isTable, isTask, tablesOfDataset, tablesOfTask } from "./tables.js";

/** Bytes of one task with all its tables; the dumps have some of many megabytes. */
const LONGEST_TASK = 64 * 1024 * 1024;
/** Characters of a model card or a YAML file. */
const LONGEST_CARD = 16_000_000;

export interface ReadOptions extends Given {
  readonly onBytes?: ((count: number) => void) | undefined;
}

/** What reading a file of results gives, in its order. */
export type ResultItem =
  | { readonly kind: "result"; readonly paper: PaperRef; readonly result: Result }
  | { readonly kind: "blank" }
  | {
      readonly kind: "reject";
      readonly file: string;
      readonly line: number;
      readonly code: ErrorCode;
      readonly reason: string;
      readonly excerpt: string;
    };

/** A record of a file, or why there is none, and the line where it begins. */
interface Found {
  readonly line: number;
  readonly record?: unknown;
  readonly problem?: Problem;
  readonly source: string;
}

/**
 * The results in a file (`-`: standard input) in its order: evaluation tables of Papers with Code, model cards and
 * `.eval_results` of Hugging Face, rows with one result each; gzipped or not. What cannot be read comes with line, place and
 * reason. A fault of the file as a whole is thrown after everything that could be read.
 */
export async function* readResults(path: string, options: ReadOptions = {}): AsyncGenerator<ResultItem> {
  const file = path === "-" ? "standard input" : path;
  const given = { paper: options.paper, model: options.model ?? modelOf(path) };
  let line = 1;
  try {
    const source = await openSource(path, options.onBytes);
    let count = 0;
    for await (const found of recordsOf(source)) {
      line = Math.max(line, found.line);
      for (const item of itemsOf(found, path, given)) {
        count++;
        yield item;
      }
    }
    if (count === 0) throw new PapergraphError("FILE_EMPTY", "the file has no result; see docs/results.md");
  } catch (error) {
    if (!(error instanceof PapergraphError)) throw error;
    const details = { ...error.details, file: path, line };
    const place = error.code === "FILE_NOT_FOUND" ? file : `${file}:${line}`;
    throw new PapergraphError(error.code, `${place}: ${error.message}`, details, { cause: error.cause });
  }
}

/** The model whose repository a file is in: `org/name/.eval_results/hle.yaml`. */
const modelOf = (path: string): string | undefined => /([^/\\]+)[/\\]\.eval_results[/\\][^/\\]+$/.exec(path)?.[1];

function* itemsOf(found: Found, file: string, given: Given): Generator<ResultItem> {
  const { line, record, problem, source } = found;
  const reject = ({ code, reason }: Problem, excerpt = source): ResultItem => {
    return { kind: "reject", file, line, code, reason, excerpt: excerptOf(excerpt) };
  };
  if (problem) return void (yield reject(problem));
  if (!isObject(record)) return void (yield reject(malformed("not an object with a result")));
  const tables = tablesIn(record, given);
  if (!tables) return void (yield reject(malformed(UNKNOWN)));
  for (const { place, results } of tables) {
    for (const made of makeResults(results)) {
      if ("result" in made) yield { kind: "result", ...made };
      else if ("blank" in made) yield { kind: "blank" };
      else {
        const { said, problem } = made;
        const at = `${place === "" ? "" : `${place}: `}${said.model || "no model"}, ${said.metric || "no metric"}: `;
        yield reject({ ...problem, reason: `${at}${problem.reason}` }, JSON.stringify(said));
      }
    }
  }
}

const UNKNOWN =
  "no results: neither a task with datasets, nor a model card with model-index, nor dataset and value, nor paper, dataset, metric and value";

interface Table {
  readonly place: string;
  readonly results: readonly SaidResult[];
}

function tablesIn(record: JsonObject, given: Given): Iterable<Table> | undefined {
  if (isTask(record)) return tablesOfTask(record);
  if (isTable(record)) return tablesOfDataset(record, "", "", "");
  if (isModelCard(record)) return oneByOne(resultsOfCard(record, given));
  if (isEvalResult(record)) return oneByOne([resultOfEntry(record, given)]);
  if (isPlainRow(record)) return oneByOne([resultOfRow(record, given)]);
  return undefined;
}

/** Results that no table shares with others. */
const oneByOne = (results: readonly SaidResult[]): Table[] =>
  results.map((result) => ({ place: "", results: [result] }));

async function* recordsOf(source: Source): AsyncGenerator<Found> {
  const start = startOfJson(source.head);
  if (start === "values") yield* jsonValues(source);
  else if (start === "lines") {
    for await (const { number, text, problem } of source.lines()) {
      if (problem) yield { line: number, problem, source: text };
      else if (text.trim() !== "") yield* parsed(text, number);
    }
  } else yield* yamlRecords(await textOf(source));
}

async function* jsonValues(source: Source): AsyncGenerator<Found> {
  const cutter = new JsonCutter(LONGEST_TASK);
  for await (const chunk of source.chunks()) for (const value of cutter.push(chunk)) yield* ofValue(value);
  const { values, open } = cutter.end();
  for (const value of values) yield* ofValue(value);
  if (open) throw new PapergraphError("FILE_TRUNCATED", "the JSON list is never closed; what came before was read");
}

function* ofValue({ line, bytes, problem }: ReturnType<JsonCutter["push"]>[number]): Generator<Found> {
  const { text, invalidAt } = decode(bytes);
  if (problem) yield { line, problem, source: text };
  else if (invalidAt !== undefined) yield { line, problem: invalidEncoding("in this record"), source: text };
  else yield* parsed(text, line);
}

function* parsed(text: string, line: number): Generator<Found> {
  try {
    yield { line, record: JSON.parse(text), source: text };
  } catch (error) {
    yield { line, problem: malformed(`not valid JSON: ${excerptOf((error as Error).message)}`), source: text };
  }
}

async function textOf(source: Source): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.chunks()) {
    parts.push(chunk);
    size += chunk.length;
    if (size > LONGEST_CARD)
      throw new PapergraphError(
        "RECORD_TOO_LONG",
        `more than ${LONGEST_CARD} bytes of YAML; cut it into several files`,
      );
  }
  const { text, invalidAt } = decode(Buffer.concat(parts));
  if (invalidAt !== undefined) throw new PapergraphError("ENCODING_INVALID", `not UTF-8 at byte ${invalidAt + 1}`);
  return text;
}

/** A model card is text after metadata between lines of three hyphens; other files are YAML as a whole. */
const CARD = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

function* yamlRecords(text: string): Generator<Found> {
  const metadata = CARD.exec(text);
  const isCard = metadata !== null && metadata.index === 0;
  const yaml = isCard ? `\n${metadata[1]}` : text;
  const lines = new LineCounter();
  for (const document of parseAllDocuments(yaml, { lineCounter: lines })) {
    const [error] = document.errors;
    if (error) {
      const { line } = lines.linePos(error.pos[0]);
      const got = isCard ? "the metadata of the card is not YAML" : "not YAML, nor JSON";
      yield { line, problem: malformed(`${got}: ${error.message.split("\n")[0]}`), source: yaml };
      return;
    }
    const { contents } = document;
    const items = isSeq(contents) ? contents.items : contents === null ? [] : [contents];
    for (const item of items) {
      const line = isMap(item) ? lines.linePos(item.range?.[0] ?? 0).line : 1;
      const record = isNode(item) ? item.toJS(document, { maxAliasCount: 100 }) : item;
      yield { line, record, source: excerptOf(JSON.stringify(record) ?? "") };
    }
  }
}
