import { keyOfForm } from "../../src/text/normal-form.js";
import { allows, type LookUpName, resolveName } from "./resolve-name.js";
import { variantBases } from "./variants.js";

/** How two names are related: names of one thing, one a variant of the other's thing, or neither. */
export type Relation = "same" | "variant" | "different";

/**
 * The relation of two names as linking has it where no paper joins them: the same steps that a name goes through on its
 * way into the graph, without a corpus.
 */
export function relate(a: string, b: string, lookUp: LookUpName): Relation {
  const [formA, formB] = [resolveName(a, lookUp), resolveName(b, lookUp)];
  if (keyOfForm(formA) === keyOfForm(formB)) return formA === "" ? "different" : "same";
  return isVariant(formA, formB, lookUp) || isVariant(formB, formA, lookUp) ? "variant" : "different";
}

function isVariant(form: string, of: string, lookUp: LookUpName): boolean {
  const wanted = keyOfForm(of);
  // Where the list has no base, the variant's own kind is the best guess.
  const own = lookUp(keyOfForm(form))?.kind;
  return variantBases(form).some(({ key, kinds }) => {
    const listed = lookUp(key);
    const names =
      key === wanted || (listed && !listed.ambiguous && keyOfForm(resolveName(listed.name, lookUp)) === wanted);
    return names && allows(kinds, listed?.kind ?? own);
  });
}
