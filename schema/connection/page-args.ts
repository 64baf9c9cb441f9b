import { PapergraphError } from "../../src/errors.js";
import { LIMITS } from "../../src/limits.js";
import type { After } from "../../src/store/filter/order.js";
import { readCursor } from "./cursor.js";

/** What a client asks of a connection. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** One page to fetch: `size` rows behind `after`. */
export interface PageRequest {
  readonly size: number;
  readonly after: After | undefined;
  /** The name of the order, which its cursors carry. */
  readonly order: string;
}

/** The page that the arguments ask for, checked; `order` names what the rows are ordered by. */
export function pageRequest(args: PageArgs, order: string, keyType: "string" | "number"): PageRequest {
  const after = args.after == null ? undefined : readCursor(order, args.after, keyType);
  return { size: pageSize(args.first), after, order };
}

/** `first`, or the default; throws LIMIT_EXCEEDED above the limit and BAD_ARGUMENT below 1. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? LIMITS.defaultPageSize;
  const allowed = LIMITS.maxPageSize;
  if (size < 1) {
    const message = `\`first\` is ${size}; allowed are 1 to ${allowed}. For the number alone, select \`totalCount\`.`;
    throw new PapergraphError("BAD_ARGUMENT", message, { got: size, allowed: `1 to ${allowed}` });
  }
  if (size > allowed) {
    const message = `\`first\` is ${size}; at most ${allowed} are allowed. Ask for more pages with \`after\`.`;
    throw new PapergraphError("LIMIT_EXCEEDED", message, { got: size, allowed });
  }
  return size;
}

export const FIRST = `How many, 1 to ${LIMITS.maxPageSize}.`;
export const AFTER = "Goes on after this cursor: the `endCursor` of the page before, or the `cursor` of an edge.";
