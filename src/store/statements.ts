import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import type { Statement } from "./store.js";

/** The folder with every Cypher text of the program. */
export const cypherFolder: string = join(packageRoot, "cypher");

const loaded = new Map<string, Statement>();
const parameterNames = new WeakMap<Statement, ReadonlySet<string>>();

/**
 * The statement in cypher/<name>.cypher, without its comments. Read once; a file that is missing or empty throws, so
 * call it at the top of a module and a broken package fails at start, not at the first request.
 */
export function statement(name: string): Statement {
  const known = loaded.get(name);
  if (known) return known;
  const text = withoutComments(readFileSync(join(cypherFolder, `${name}.cypher`), "utf8"));
  if (text === "") throw new Error(`cypher/${name}.cypher holds no statement`);
  const made: Statement = Object.freeze({ name, text });
  loaded.set(name, made);
  return made;
}

/** The statements of a schema file, which ends each with a semicolon. */
export function schemaStatements(engine: "embedded" | "neo4j"): Statement[] {
  const { name, text } = statement(`schema.${engine}`);
  return text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ name, text: part }));
}

/** The names of the parameters that a statement uses, without the dollar sign. */
export function parametersOf(statement: Statement): ReadonlySet<string> {
  const known = parameterNames.get(statement);
  if (known) return known;
  const names = new Set<string>();
  for (const [token, name] of statement.text.matchAll(TOKEN)) if (token.startsWith("$") && name) names.add(name);
  parameterNames.set(statement, names);
  return names;
}

/** A quoted string or name, a comment, or a parameter: what may hold `//` or `$` without meaning it comes first. */
const TOKEN = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\$([A-Za-z_]\w*)/g;

function withoutComments(source: string): string {
  return source
    .replace(TOKEN, (token) => (token.startsWith("//") ? "" : token))
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n")
    .trim();
}
