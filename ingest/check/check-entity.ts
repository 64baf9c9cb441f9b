import { KINDS, type Kind } from "../../src/vocabulary.js";
import { keyOf } from "../link/link-paper.js";

/** An entity as it is kept, beside a recount: see cypher/check/recount-entities.cypher. */
export interface Recount {
  readonly id: string;
  readonly kind: Kind;
  readonly labels: readonly string[];
  readonly keptCount: number | null;
  readonly keptYear: number | null;
  readonly unsettled: boolean;
  readonly links: number;
  readonly papers: number;
  readonly firstYear: number | null;
  readonly keys: readonly string[];
  readonly bases: readonly string[];
}

/** What is wrong with an entity. Of one that waits to be settled, nothing else is said: it is not decided yet. */
export function faultsOf(entity: Recount): { fault: EntityFault; detail: string }[] {
  const { id, kind, labels, keptCount, keptYear, links, papers, firstYear, keys, bases } = entity;
  const label = labels.filter((name) => KINDS.includes(name.toUpperCase() as Kind));
  const faults: { fault: EntityFault; detail: string }[] = [];
  const check = (isRight: boolean, fault: EntityFault, detail: string) => {
    if (!isRight) faults.push({ fault, detail: `${id} ${detail}` });
  };
  if (entity.unsettled) {
    return [{ fault: "unsettled", detail: `${id} waits to be settled, for a command was interrupted` }];
  }
  check(papers > 0, "entity without papers", "is mentioned by no paper");
  check(keptCount === papers, "paperCount", `has paperCount ${keptCount}, but ${papers} papers`);
  check(keptYear === firstYear, "firstYear", `has firstYear ${keptYear}, but its first paper is of ${firstYear}`);
  check(links === papers, "doubled relationship", `has ${links} relationships with ${papers} papers`);
  check(label.length === 1 && label[0]?.toUpperCase() === kind, "kind", `is of kind ${kind}, but has label ${label}`);
  check(keys.includes(keyOf(id)), "name", "cannot be found by its own name");
  check(bases.length < 2, "base", `is a variant of ${bases.join(" and ")}`);
  return faults;
}

export type EntityFault =
  | "unsettled"
  | "entity without papers"
  | "paperCount"
  | "firstYear"
  | "doubled relationship"
  | "kind"
  | "name"
  | "base";
