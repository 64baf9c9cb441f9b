import { type ASTVisitor, Kind, type SelectionSetNode, type ValidationContext } from "graphql";
import { limitError } from "../limit-error.js";

/**
 * Refuses an operation whose fields lie deeper than `allowed` levels, fragments followed. Introspection fields are not
 * counted: graphql-js bounds them itself. Each fragment is measured once, so a document of many spreads stays cheap;
 * a fragment inside itself is left to the rule of graphql-js that forbids it.
 */
export const depthRule =
  (allowed: number) =>
  (context: ValidationContext): ASTVisitor => {
    const measured = new Map<string, number>();

    const depthOf = (set: SelectionSetNode | undefined): number => {
      let deepest = 0;
      for (const selection of set?.selections ?? []) {
        let depth: number;
        if (selection.kind === Kind.FIELD) {
          depth = selection.name.value.startsWith("__") ? 0 : 1 + depthOf(selection.selectionSet);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          depth = depthOf(selection.selectionSet);
        } else {
          depth = depthOfFragment(selection.name.value);
        }
        deepest = Math.max(deepest, depth);
      }
      return deepest;
    };

    const depthOfFragment = (name: string): number => {
      const known = measured.get(name);
      if (known !== undefined) return known;
      measured.set(name, 0);
      const depth = depthOf(context.getFragment(name)?.selectionSet);
      measured.set(name, depth);
      return depth;
    };

    return {
      OperationDefinition(operation) {
        const got = depthOf(operation.selectionSet);
        if (got <= allowed) return;
        const message = `The operation is ${got} levels deep; ${allowed} are allowed. Split it into several operations.`;
        context.reportError(limitError(message, got, allowed, [operation]));
      },
    };
  };
