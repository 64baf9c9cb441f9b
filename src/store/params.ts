import { PapergraphError } from "../errors.js";
import { checkMergeKeys } from "./merge-keys.js";
import { parametersOf } from "./statements.js";
import type { Params, Statement } from "./store.js";

/**
 * Throws INTERNAL unless the parameters are exactly those that the statement uses and every value is one that both
 * engines take and give back alike. The engines differ in what they do with the rest: one stores NaN as null, one
 * refuses it, and neither says which row it was.
 */
export function checkParams(statement: Statement, params: Params): void {
  const used = parametersOf(statement);
  for (const name of used) {
    if (params[name] === undefined) fail(statement, `$${name}`, "is missing");
  }
  for (const name of Object.keys(params)) {
    if (!used.has(name)) fail(statement, `$${name}`, "is not used by the statement");
    checkValue(statement, `$${name}`, params[name]);
  }
  checkMergeKeys(statement, params);
}

function checkValue(statement: Statement, path: string, value: unknown): void {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number") checkNumber(statement, path, value);
  else if (Array.isArray(value)) checkList(statement, path, value);
  else if (isPlainMap(value)) for (const key in value) checkValue(statement, `${path}.${key}`, value[key]);
  else fail(statement, path, `is ${describe(value)}; allowed: strings, numbers, booleans, null, lists and plain maps`);
}

function checkNumber(statement: Statement, path: string, value: number): void {
  if (!Number.isFinite(value)) fail(statement, path, `is ${value}; a number must be finite`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    fail(statement, path, `is ${value}; integers are exact only up to 2^53`);
  }
}

function checkList(statement: Statement, path: string, list: readonly unknown[]): void {
  let kind: string | undefined;
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (value === null) fail(statement, `${path}[${i}]`, "is null; a list holds no null");
    checkValue(statement, `${path}[${i}]`, value);
    const its = kindOf(value);
    if (kind !== undefined && its !== kind) fail(statement, path, `mixes ${kind} and ${its}; a list is of one kind`);
    kind = its;
  }
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? "list" : typeof value);

function isPlainMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // Compared by name as well, so that a map from another realm (a test's) is a map too.
  return prototype === null || prototype === Object.prototype || prototype.constructor?.name === "Object";
}

const describe = (value: unknown): string =>
  typeof value === "object" && value !== null ? `a ${value.constructor?.name ?? "object"}` : `${typeof value}`;

function fail(statement: Statement, path: string, what: string): never {
  throw new PapergraphError("INTERNAL", `Parameter ${path} of ${statement.name} ${what}.`, {
    statement: statement.name,
    parameter: path,
  });
}
