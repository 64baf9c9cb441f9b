import type { ASTVisitor, SelectionSetNode, ValidationContext } from "graphql";
import { limitError } from "../limit-error.js";

/** Enough to say "far too many": fragments that double each other soon pass every number that JSON can hold. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * Refuses an operation that selects more than `allowed` fields when every spread of a fragment is counted. Each fragment
 * is counted once and its number used again, so a document that multiplies is refused without being multiplied out.
 */
export const selectionRule =
  (allowed: number) =>
  (context: ValidationContext): ASTVisitor => {
    const counted = new Map<string, number>();

    const countOf = (set: SelectionSetNode | undefined): number => {
      let count = 0;
      for (const selection of set?.selections ?? []) {
        if (selection.kind === "FragmentSpread") count += countOfFragment(selection.name.value);
        else count += (selection.kind === "Field" ? 1 : 0) + countOf(selection.selectionSet);
      }
      return Math.min(count, MOST);
    };

    const countOfFragment = (name: string): number => {
      const known = counted.get(name);
      if (known !== undefined) return known;
      // A fragment inside itself is left to the rule of graphql-js that forbids it.
      counted.set(name, 0);
      const count = countOf(context.getFragment(name)?.selectionSet);
      counted.set(name, count);
      return count;
    };

    return {
      OperationDefinition(operation) {
        const got = countOf(operation.selectionSet);
        if (got <= allowed) return;
        const message = `The operation selects ${got} fields, fragments followed; ${allowed} are allowed. Use fewer spreads.`;
        context.reportError(limitError(message, got, allowed, [operation]));
      },
    };
  };
