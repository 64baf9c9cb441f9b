import neo4j from "neo4j-driver";
import type { Params, Value } from "./store.js";

/** The parameters as the driver wants them: it sends every plain number as a float, so integers are marked. */
export const neo4jParams = (params: Params): Record<string, unknown> => convert(params) as Record<string, unknown>;

function convert(value: Value): unknown {
  if (typeof value === "number") return Number.isInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(convert);
  return Object.fromEntries(Object.entries(value).map(([key, its]) => [key, convert(its)]));
}
