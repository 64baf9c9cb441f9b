import { PapergraphError } from "../errors.js";
import type { Params, Statement } from "./store.js";

/**
 * Throws INTERNAL when a MERGE of the statement would get null for a property that it looks for: one engine refuses
 * it, the other makes a node without the property, every time anew.
 */
export function checkMergeKeys(statement: Statement, params: Params): void {
  for (const path of keyPathsOf(statement)) {
    const place = placeOfNull(params, path, "$");
    if (place === undefined) continue;
    throw new PapergraphError("INTERNAL", `${place} of ${statement.name} is null, but MERGE looks for it.`, {
      statement: statement.name,
      parameter: place,
    });
  }
}

/** Where a MERGE key comes from, from the parameters down: names of maps, and EACH for the items of a list. */
type Path = readonly (string | typeof EACH)[];
const EACH = Symbol("each");

const known = new WeakMap<Statement, readonly Path[]>();

function keyPathsOf(statement: Statement): readonly Path[] {
  const paths = known.get(statement) ?? keyPaths(statement.text);
  known.set(statement, paths);
  return paths;
}

/** `UNWIND a AS b` and `FOREACH (b IN a |` name the items of a list; `MERGE (n:Label {key: b.c})` looks for one. */
const CLAUSE =
  /\bUNWIND\s+([$\w.]+)\s+AS\s+(\w+)|\bFOREACH\s*\(\s*(\w+)\s+IN\s+([$\w.]+)|\bMERGE\s*\([^(){}]*\{([^{}]*)\}/gi;
const KEY = /\w+\s*:\s*([$\w.]+)/g;

function keyPaths(text: string): Path[] {
  const items = new Map<string, Path>();
  const resolve = (expression: string): Path | undefined => {
    const [head = "", ...fields] = expression.split(".");
    const base = head.startsWith("$") ? [head.slice(1)] : items.get(head);
    return base && [...base, ...fields];
  };
  const keys: Path[] = [];
  for (const [, unwound, unwoundAs, eachAs, each, properties] of text.matchAll(CLAUSE)) {
    const list = resolve(unwound ?? each ?? "");
    if (list) items.set(unwoundAs ?? eachAs ?? "", [...list, EACH]);
    for (const [, expression] of (properties ?? "").matchAll(KEY)) {
      const path = resolve(expression ?? "");
      if (path) keys.push(path);
    }
  }
  return keys;
}

/** The written place of the first null below a path, such as `$rows[3].id`. */
function placeOfNull(value: unknown, [step, ...rest]: Path, place: string): string | undefined {
  if (value === null || value === undefined) return place;
  if (step === undefined) return undefined;
  if (step === EACH) {
    const list = value as readonly unknown[];
    for (let i = 0; i < list.length; i++) {
      const found = placeOfNull(list[i], rest, `${place}[${i}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return placeOfNull((value as Record<string, unknown>)[step], rest, place === "$" ? `$${step}` : `${place}.${step}`);
}
