import { keyOfForm } from "../../src/text/normal-form.js";
import type { ExtractedEntity } from "../extract/extractor.js";
import { formOf, linkPaper } from "./link-paper.js";
import { allows, type ListedName, type LookUpName } from "./resolve-name.js";
import { variantBases } from "./variants.js";

export interface ExplainedLink {
  /** The entity's id as this paper alone has it; the other papers of a corpus may move it. */
  readonly id: string;
  /** What the list of known things has for it. */
  readonly listed?: { readonly name: string; readonly kind: string };
  /** All that an ambiguous name may be; which one is decided over the corpus. */
  readonly mayBe?: readonly string[];
  /** Normal forms of what it would be a variant of, where they are in the graph. */
  readonly variantOf: readonly string[];
}

/** What an entity of a paper is linked to, and why; undefined for a name without a letter or digit. */
export function explainLink(
  entity: ExtractedEntity,
  all: readonly ExtractedEntity[],
  lookUp: LookUpName,
): ExplainedLink | undefined {
  const starts = new Set(entity.spans.map(({ field, start }) => `${field} ${start}`));
  const link = linkPaper(all, lookUp).find(({ spans }) =>
    spans.some(({ field, start }) => starts.has(`${field} ${start}`)),
  );
  if (!link) return undefined;
  const form = formOf(link.readAs);
  const found: ListedName | undefined = lookUp(keyOfForm(form));
  const bases = variantBases(form).filter(({ kinds }) => allows(kinds, entity.type));
  return {
    id: link.readAs,
    ...(found && !found.ambiguous ? { listed: { name: found.name, kind: found.kind } } : {}),
    ...(found?.ambiguous ? { mayBe: (found.all ?? []).map(({ longForm, name }) => longForm ?? name) } : {}),
    variantOf: bases.map(({ key }) => key),
  };
}
