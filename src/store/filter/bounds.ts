import { PapergraphError } from "../../errors.js";
import { LIMITS } from "../../limits.js";
import { type PaperFilter, parts } from "./filter.js";

/** Throws LIMIT_EXCEEDED when a filter is nested too deep, has too many parts, or holds a list that is too long. */
export function checkBounds(filter: PaperFilter): void {
  let conditions = 0;
  const walk = (part: PaperFilter, depth: number): void => {
    if (depth > LIMITS.whereDepth) refuse("levels of AND, OR and NOT in `where`", depth, LIMITS.whereDepth);
    const { all, any, none } = part.entities ?? {};
    const lists = [all, any, none, part.kinds, part.roles, part.years?.in, part.venues, part.collections, part.ids];
    for (const list of lists) {
      if (!list) continue;
      conditions++;
      if (list.length > LIMITS.listLength) refuse("items in a list of `where`", list.length, LIMITS.listLength);
    }
    if (part.years?.from != null) conditions++;
    if (part.years?.to != null) conditions++;
    for (const inner of parts(part)) {
      conditions++;
      walk(inner, depth + 1);
    }
    if (conditions > LIMITS.whereConditions) refuse("conditions in `where`", conditions, LIMITS.whereConditions);
  };
  walk(filter, 1);
}

function refuse(what: string, got: number, allowed: number): never {
  throw new PapergraphError("LIMIT_EXCEEDED", `${got} ${what}; at most ${allowed} are allowed. Ask for less.`, {
    got,
    allowed,
  });
}
