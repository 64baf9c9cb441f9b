import { keyOfForm, normalForm, readableForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import { variantBases } from "./variants.js";

/** What a name list knows of a normal form. */
export interface ListedName {
  /** The canonical name as it is usually written. */
  readonly name: string;
  readonly kind: Kind;
  /** True when the form is an alias of more than one entry: then only the corpus can tell. */
  readonly ambiguous: boolean;
  /** Normal forms of all names that the list has for it. */
  readonly keys?: readonly string[];
  /** What its short name stands for, where the list says so. */
  readonly longForm?: string;
  /** All that an ambiguous form may be. */
  readonly all?: readonly ListedName[];
}

export type LookUpName = (key: string) => ListedName | undefined;

/** Makers whose name is put before that of their model: Meta Llama 3, OpenAI GPT-4. */
const MAKER =
  /^(?:meta|openai|google|deepmind|microsoft|nvidia|mistralai|anthropic|alibaba|facebook|salesforce|ibm)-(?=.)/;

/**
 * The readable form of what a name names: that of the canonical name where the name list has the name as an alias, or as
 * an alias with more behind it (MS COCO 2017 is COCO 2017), else that of the name itself. Empty for no name.
 */
export function resolveName(name: string, lookUp: LookUpName): string {
  const form = readableForm(name);
  return form && (canonicalForm(form, lookUp) ?? withoutMaker(form, name, lookUp) ?? form);
}

function canonicalForm(form: string, lookUp: LookUpName): string | undefined {
  const listed = known(keyOfForm(form), lookUp);
  const own = listed && readableForm(listed.name);
  return ofCanonicalBase(own || form, lookUp) ?? own;
}

/** A variant of what the list has as an alias is a variant of what that names. */
function ofCanonicalBase(form: string, lookUp: LookUpName): string | undefined {
  for (let end = form.lastIndexOf("-"); end > 0; end = form.lastIndexOf("-", end - 1)) {
    const key = keyOfForm(form.slice(0, end));
    const base = known(key, lookUp);
    if (!base || normalForm(base.name) === key) continue;
    if (variantBases(form).some((one) => one.key === key && allows(one.kinds, base.kind)))
      return readableForm(base.name + form.slice(end));
  }
  return undefined;
}

function withoutMaker(form: string, name: string, lookUp: LookUpName): string | undefined {
  const rest = form.replace(MAKER, "");
  if (rest === form) return undefined;
  const found = canonicalForm(rest, lookUp);
  // Meta-World and Google News are no things of Meta and Google.
  const plain = /^\S+[\s/](.+)$/.exec(name)?.[1] ?? "";
  return found !== undefined && /\p{N}|\p{L}\p{Lu}/u.test(plain) ? found : undefined;
}

const known = (key: string, lookUp: LookUpName): ListedName | undefined => {
  const listed = lookUp(key);
  return listed && !listed.ambiguous ? listed : undefined;
};

/** Whether a base of this kind will do. Of a kind that nobody knows it may be anything but a dataset. */
export const allows = (kinds: readonly Kind[] | undefined, kind: Kind | undefined): boolean =>
  kinds === undefined || (kind === undefined ? kinds.some((one) => one !== "DATASET") : kinds.includes(kind));
