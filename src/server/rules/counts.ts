import { type ASTVisitor, type DocumentNode, Kind, type ValidationContext, visit } from "graphql";
import { limitError } from "../limit-error.js";

const refuseOver = (context: ValidationContext, what: string, got: number, allowed: number): void => {
  if (got <= allowed) return;
  const message = `The document has ${got} ${what}; ${allowed} are allowed. Split it into several requests.`;
  context.reportError(limitError(message, got, allowed));
};

/** Refuses a document with more aliased fields than `allowed`: each alias runs its field once more. */
export const aliasRule =
  (allowed: number) =>
  (context: ValidationContext): ASTVisitor => ({
    Document(document) {
      let got = 0;
      visit(document, {
        Field(field) {
          if (field.alias) got += 1;
        },
      });
      refuseOver(context, "aliases", got, allowed);
    },
  });

/** Refuses a document with more directives than `allowed`. */
export const directiveRule =
  (allowed: number) =>
  (context: ValidationContext): ASTVisitor => ({
    Document(document) {
      let got = 0;
      visit(document, {
        Directive() {
          got += 1;
        },
      });
      refuseOver(context, "directives", got, allowed);
    },
  });

/** Response names at the root of the document's operations, fragments followed, each fragment once. */
const countRootFields = (document: DocumentNode, context: ValidationContext): number => {
  let most = 0;
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const names = new Set<string>();
    const seen = new Set<string>();
    const pending = [operation.selectionSet];
    for (let set = pending.pop(); set; set = pending.pop()) {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
        else if (selection.kind === Kind.INLINE_FRAGMENT) pending.push(selection.selectionSet);
        else if (!seen.has(selection.name.value)) {
          seen.add(selection.name.value);
          const fragment = context.getFragment(selection.name.value);
          if (fragment) pending.push(fragment.selectionSet);
        }
      }
    }
    most = Math.max(most, names.size);
  }
  return most;
};

/** Refuses an operation with more fields at its root than `allowed`: each is a question to the store of its own. */
export const rootFieldRule =
  (allowed: number) =>
  (context: ValidationContext): ASTVisitor => ({
    Document(document) {
      refuseOver(context, "root fields", countRootFields(document, context), allowed);
    },
  });
