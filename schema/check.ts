import { PapergraphError } from "../src/errors.js";
import { LIMITS } from "../src/limits.js";

/** Throws LIMIT_EXCEEDED when a list argument is too long. */
export function checkListLength(argument: string, list: readonly unknown[]): void {
  const allowed = LIMITS.listLength;
  if (list.length <= allowed) return;
  const message = `\`${argument}\` has ${list.length} items; at most ${allowed} are allowed. Ask in parts.`;
  throw new PapergraphError("LIMIT_EXCEEDED", message, { got: list.length, allowed });
}

/** Throws LIMIT_EXCEEDED for a text or name that is longer than any that could be found. */
export function checkTextLength(argument: string, text: string): void {
  const allowed = LIMITS.textLength;
  if (text.length <= allowed) return;
  const message = `\`${argument}\` has ${text.length} characters; at most ${allowed} are allowed. Use fewer words.`;
  throw new PapergraphError("LIMIT_EXCEEDED", message, { got: text.length, allowed });
}

/** A whole number of at least `least`, else BAD_ARGUMENT. */
export function checkAtLeast(argument: string, value: number, least: number): void {
  if (value >= least) return;
  const message = `\`${argument}\` is ${value}; it must be at least ${least}.`;
  throw new PapergraphError("BAD_ARGUMENT", message, { got: value, allowed: `at least ${least}` });
}
