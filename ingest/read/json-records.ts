import { exportedPaper } from "./exported.js";
import { ENVELOPES, WRAPPERS } from "./json-start.js";
import { excerptOf, type Found, malformed, type Problem, type RawRecord } from "./reader.js";
import { isProblem, recordOfJson } from "./record-of.js";
import { isObject, type JsonObject, type JsonSource } from "./sources/json-source.js";
import { JSON_SOURCES } from "./sources/json-sources.js";

const MAX_DEPTH = 4;

/**
 * What a JSON text of a file holds: one record, or those of the list that it wraps. An object is read as its source means
 * it where the source is known (the one given, else the one whose fields it has), else by the usual names of fields.
 */
export function* foundIn(text: string, line: number, source?: JsonSource): Generator<Found> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    yield { line, source: text, problem: malformed(`not valid JSON: ${excerptOf((error as Error).message)}`) };
    return;
  }
  for (const part of partsOf(value, source, 0)) {
    const shown = part === value ? text : (JSON.stringify(part) ?? "").slice(0, 400);
    yield { line, source: shown, ...readOf(part, source) };
  }
}

type Read = { readonly record: RawRecord } | { readonly problem: Problem } | Extract<Found, { paper: unknown }>;

function readOf(value: unknown, given: JsonSource | undefined): Omit<Read, "line" | "source"> & Read {
  const exported = exportedPaper(value);
  if (exported) return ("code" in exported ? { problem: exported } : { paper: exported }) as Read;
  const source = isObject(value) ? (given ?? sourceOf(value)) : undefined;
  const read = source ? withSource(source.record(value as JsonObject), source.name) : recordOfJson(value);
  return isProblem(read) ? { problem: read } : { record: read };
}

const sourceOf = (object: JsonObject): JsonSource | undefined => JSON_SOURCES.find((source) => source.matches(object));

const withSource = (read: RawRecord | Problem, source: string): RawRecord | Problem =>
  isProblem(read) ? read : { source, ...read };

/** The papers in a value: itself, or those of a list or of a paper that an object only stands around. */
function* partsOf(value: unknown, source: JsonSource | undefined, depth: number): Generator<unknown> {
  const inner = depth < MAX_DEPTH && isObject(value) && !isPaper(value, source) ? innerOf(value) : undefined;
  if (inner === undefined) yield value;
  else for (const part of inner) yield* partsOf(part, source, depth + 1);
}

const isPaper = (object: JsonObject, source: JsonSource | undefined): boolean =>
  typeof object.title === "string" || (source ?? sourceOf(object))?.matches(object) === true;

function innerOf(object: JsonObject): readonly unknown[] | undefined {
  for (const [name, value] of Object.entries(object)) {
    if (WRAPPERS.has(name) && Array.isArray(value) && value.length > 0) return value;
    if (ENVELOPES.has(name) && isObject(value)) return [value];
  }
  return undefined;
}
