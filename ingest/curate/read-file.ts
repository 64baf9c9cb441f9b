import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { isMap, isSeq, LineCounter, parseAllDocuments } from "yaml";
import { type Decision, parseDecision } from "../../src/curation/decision.js";
import { PapergraphError } from "../../src/errors.js";

/** Characters of a file of decisions: many thousands of them. */
const LONGEST = 16_000_000;

/** A record of a file, and the line where it begins. */
interface Found {
  readonly line: number;
  readonly record: unknown;
}

/**
 * The decisions of a file (`-`: standard input): JSON Lines, or YAML with a list of them. All or none: throws
 * DECISION_MALFORMED for the first that is wrong, saying how many more are.
 */
export async function readDecisionFile(path: string): Promise<Decision[]> {
  const name = path === "-" ? "standard input" : path;
  const found = recordsOf(await readText(path, name), name);
  if (found.length === 0) throw malformed(name, 1, "the file has no decision; see docs/curation.md");
  const decisions: Decision[] = [];
  const problems: { readonly line: number; readonly message: string }[] = [];
  for (const { line, record } of found) {
    try {
      decisions.push(parseDecision(record));
    } catch (error) {
      if (!(error instanceof PapergraphError)) throw error;
      problems.push({ line, message: error.message });
    }
  }
  const [first, ...others] = problems;
  if (!first) return decisions;
  const more = others.length > 0 ? ` Wrong too: lines ${others.map(({ line }) => line).join(", ")}.` : "";
  throw malformed(name, first.line, `${first.message}${more} Nothing was applied.`);
}

async function readText(path: string, name: string): Promise<string> {
  try {
    const content = path === "-" ? await text(process.stdin) : await readFile(path, "utf8");
    if (content.length <= LONGEST) return content.replace(/^\uFEFF/, "");
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "";
    throw new PapergraphError(
      "FILE_NOT_FOUND",
      `${name} cannot be read (${reason}).`,
      { file: name, reason },
      { cause },
    );
  }
  throw new PapergraphError(
    "RECORD_TOO_LONG",
    `${name} has more than ${LONGEST} characters. Cut it into several files.`,
  );
}

/** A file whose first line with anything on it is an object is JSON Lines; JSON and YAML lists are read as YAML. */
function recordsOf(content: string, name: string): Found[] {
  const [first = ""] = /^\s*\S.*$/m.exec(content) ?? [];
  return first.trim().startsWith("{") ? jsonLines(content, name) : yaml(content, name);
}

function jsonLines(content: string, name: string): Found[] {
  return content.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      return [{ line: i + 1, record: JSON.parse(line) as unknown }];
    } catch (error) {
      throw malformed(name, i + 1, `not JSON: ${(error as Error).message}`);
    }
  });
}

function yaml(content: string, name: string): Found[] {
  const lines = new LineCounter();
  const found: Found[] = [];
  for (const document of parseAllDocuments(content, { lineCounter: lines })) {
    const [error] = document.errors;
    if (error) throw malformed(name, lines.linePos(error.pos[0]).line, `not YAML: ${error.message.split("\n")[0]}`);
    const { contents } = document;
    const items = isSeq(contents) ? contents.items : contents === null ? [] : [contents];
    for (const item of items) {
      const line = isMap(item) ? lines.linePos(item.range?.[0] ?? 0).line : 1;
      found.push({ line, record: isMap(item) ? item.toJS(document, { maxAliasCount: 100 }) : item });
    }
  }
  return found;
}

const malformed = (file: string, line: number, message: string): PapergraphError =>
  new PapergraphError("DECISION_MALFORMED", `${file}:${line}: ${message}`, { file, line });
