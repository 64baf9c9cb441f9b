import { PapergraphError } from "../../src/errors.js";
import type { After } from "../../src/store/filter/order.js";

/**
 * A cursor says where in an order a row stands, by sort key and id; so a page goes on at the right place whatever came
 * or went meanwhile. It is opaque to clients, and bound to the order that it was made in.
 */
export const writeCursor = (order: string, { key, id }: After): string =>
  Buffer.from(JSON.stringify([order, key, id])).toString("base64url");

/** The place that a cursor holds. Throws BAD_CURSOR when it was not made by `writeCursor` for the same order. */
export function readCursor(order: string, cursor: string, keyType: "string" | "number"): After {
  const parts = decode(cursor);
  if (!parts) throw badCursor("is not a cursor, or was cut");
  const [its, key, id] = parts;
  if (its !== order) throw badCursor(`belongs to another order (${its}), not to ${order}`);
  if (typeof key !== keyType || !Number.isFinite(keyType === "number" ? key : 0)) throw badCursor("was changed");
  return { key, id };
}

function decode(cursor: string): [string, string | number, string] | undefined {
  if (!/^[\w-]+$/.test(cursor)) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(cursor, "base64url")));
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 3) return undefined;
  const [order, key, id] = parts as unknown[];
  if (typeof order !== "string" || typeof id !== "string") return undefined;
  if (typeof key !== "string" && typeof key !== "number") return undefined;
  return [order, key, id];
}

const badCursor = (why: string): PapergraphError =>
  new PapergraphError(
    "BAD_CURSOR",
    `The cursor in \`after\` ${why}. Take it from \`endCursor\` or an edge of the same field and \`orderBy\`.`,
  );
