import type { Problem, RawRecord } from "../reader.js";
import { textOf } from "../values.js";

export type JsonObject = Readonly<Record<string, unknown>>;

/** One source of papers in JSON: which objects are its, and what their fields mean. */
export interface JsonSource {
  /** As `--format` has it. */
  readonly name: string;
  /** Whether an object is of this source, by its fields. */
  matches(object: JsonObject): boolean;
  record(object: JsonObject): RawRecord | Problem;
}

export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** The text under a path of names, `a.b.c`; empty where there is none. */
export const textAt = (object: JsonObject, path: string): string => textOf(valueAt(object, path)) ?? "";

export function valueAt(object: JsonObject, path: string): unknown {
  let value: unknown = object;
  for (const name of path.split(".")) value = isObject(value) ? value[name] : undefined;
  return value;
}

/** The objects of a list; none where it is no list. */
export const objectsAt = (object: JsonObject, path: string): JsonObject[] => {
  const value = valueAt(object, path);
  return Array.isArray(value) ? value.filter(isObject) : [];
};
