import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { readSettings } from "../config.js";
import { PapergraphError } from "../errors.js";
import { openStore } from "../store/open-store.js";
import { EXIT } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { writeJson } from "./output.js";

interface QueryOptions {
  readonly variables?: string;
  readonly operation?: string;
}

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "";
    throw new PapergraphError("FILE_NOT_FOUND", `${file} cannot be read (${reason}).`, { file, reason }, { cause });
  }
};

/** A document from standard input, as it is where it has a brace, else from a file. */
const readDocument = (source: string): Promise<string> | string => {
  if (source === "-") return text(process.stdin);
  return source.includes("{") ? source : readText(source);
};

const readVariables = async (source: string | undefined): Promise<Record<string, unknown>> => {
  if (source === undefined) return {};
  const json = source.startsWith("@") ? await readText(source.slice(1)) : source;
  try {
    const variables: unknown = JSON.parse(json);
    if (typeof variables === "object" && variables !== null && !Array.isArray(variables)) return { ...variables };
  } catch {
    // Said below.
  }
  const message = `--variables must be a JSON object like '{"first": 5}', or @FILE with one; got ${json.slice(0, 80)}.`;
  throw new PapergraphError("BAD_USAGE", message);
};

/** `papergraph query` */
export const addQuery = (program: Command): void => {
  program
    .command("query")
    .description("run a GraphQL document against the store, without a server; prints the answer as JSON")
    .argument("<document>", "the document itself, a file with it, or - for standard input")
    .option("--variables <json>", "variables as a JSON object, or @FILE with one")
    .option("--operation <name>", "operation to run, where the document has several")
    .action(async (source: string, options: QueryOptions) => {
      const settings = readSettings();
      const query = await readDocument(source);
      const variables = await readVariables(options.variables);
      const signal = onInterrupt("Stopping.");
      const { answerLocally } = await import("../server/answer-locally.js");
      const store = await openStore(settings.store);
      try {
        const request = { query, variables, operationName: options.operation };
        const answer = await answerLocally(store, request, signal);
        await writeJson(answer);
        if (answer.errors) process.exitCode = EXIT.failed;
      } finally {
        await store.close();
      }
    });
};
