import { type Decision, intoId } from "../../src/curation/decision.js";
import { normalForm } from "../../src/text/normal-form.js";
import { byCode } from "../link/evidence.js";
import { keyOf } from "../link/link-paper.js";
import { Unions } from "../link/unions.js";

/** What a paper reads, as far as decisions look at it. */
export interface Named {
  readonly readAs: string;
  readonly readName: string;
  readonly readAcronym: string;
}

/** A decision about which readings are of which entity, or what an entity is called; the others are about one paper or name. */
export type EntityDecision = Exclude<Decision, { readonly op: "rejectMention" | "rejectName" | "undo" }>;

/** What curators decided, and nobody undid: a function of the set of decisions, whatever their order. */
export class Curations {
  readonly #ofEntities: readonly EntityDecision[];
  readonly #rejectedNames = new Set<string>();
  /** Paper id to the names that are rejected in it. */
  readonly #rejectedIn = new Map<string, Set<string>>();
  readonly #groups = new Unions();
  readonly #bound = new Map<string, string[]>();

  /** `paperOf` gives the id that the paper has now which a decision calls so. */
  constructor(
    decisions: readonly Decision[],
    readonly paperOf: (id: string) => string = (id) => id,
  ) {
    const effective = inOrder(decisions).filter(isEffective(decisions));
    for (const decision of effective) {
      if (decision.op === "rejectName") this.#rejectedNames.add(normalForm(decision.name));
      if (decision.op === "rejectMention") {
        const paper = paperOf(decision.paper);
        const names = this.#rejectedIn.get(paper) ?? new Set();
        this.#rejectedIn.set(paper, names);
        for (const name of decision.names) names.add(normalForm(name));
      }
    }
    this.#ofEntities = effective.filter(isOfEntity);
    this.#bind();
  }

  get isEmpty(): boolean {
    return this.#ofEntities.length + this.#rejectedNames.size + this.#rejectedIn.size === 0;
  }

  /** The normal forms of names that are no entity, in whatever paper. */
  get rejectedNames(): string[] {
    return [...this.#rejectedNames].sort(byCode);
  }

  /** The papers in which something is rejected. */
  get papers(): string[] {
    return [...this.#rejectedIn.keys()].sort(byCode);
  }

  /** Whether what a paper reads does not count: its name nowhere, or any of its names in this paper. */
  rejects(paper: string, { readAs, readName, readAcronym }: Named): boolean {
    const name = normalForm(readName);
    if (this.#rejectedNames.has(name)) return true;
    const here = this.#rejectedIn.get(paper);
    return here !== undefined && [name, keyOf(readAs), normalForm(readAcronym)].some((key) => here.has(key));
  }

  /** The names that decisions bind to this one, so that what they name must be settled together. */
  boundTo(key: string): readonly string[] {
    return this.#bound.get(this.#groups.find(key)) ?? [];
  }

  /** The decisions that concern entities of these names, in order of time. */
  concerning(keys: Iterable<string>): EntityDecision[] {
    const groups = new Set<string>();
    for (const key of keys) groups.add(this.#groups.find(key));
    return this.#ofEntities.filter((decision) => namesIn(decision).some((key) => groups.has(this.#groups.find(key))));
  }

  #bind(): void {
    const all = this.#ofEntities.map(namesIn);
    for (const [first, ...others] of all) for (const other of others) this.#groups.join(other, first as string);
    for (const key of new Set(all.flat())) {
      const group = this.#groups.find(key);
      const names = this.#bound.get(group);
      if (names) names.push(key);
      else this.#bound.set(group, [key]);
    }
  }
}

const isOfEntity = (decision: Decision): decision is EntityDecision =>
  !["rejectMention", "rejectName", "undo"].includes(decision.op);

/** The normal forms of the names in ids and aliases of a decision. */
function namesIn(decision: EntityDecision): string[] {
  const { op, entity } = decision;
  if (op === "merge") return [keyOf(entity), keyOf(decision.into)];
  if (op === "split") return [keyOf(entity), keyOf(intoId(decision.into))];
  return op === "addAlias" ? [keyOf(entity), normalForm(decision.name)] : [keyOf(entity)];
}

/** By time, then id. */
export const inOrder = (decisions: readonly Decision[]): Decision[] =>
  [...decisions].sort((a, b) => byCode(a.at, b.at) || byCode(a.id, b.id));

/** Whether a decision stands: no undo of it stands. An undo can be undone too. */
export function isEffective(decisions: readonly Decision[]): (decision: Decision) => boolean {
  const undos = new Map<string, Decision[]>();
  for (const decision of decisions)
    if (decision.op === "undo") undos.set(decision.decision, [...(undos.get(decision.decision) ?? []), decision]);
  const stands = ({ id }: Decision): boolean => !(undos.get(id) ?? []).some(stands);
  return stands;
}
