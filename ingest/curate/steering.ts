import { intoId } from "../../src/curation/decision.js";
import { normalForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import type { Homes } from "../link/acronym-groups.js";
import type { Decision } from "../link/decide-entity.js";
import { byCode, type Evidence } from "../link/evidence.js";
import { formOf, keyOf } from "../link/link-paper.js";
import type { Curations, EntityDecision, Named } from "./curations.js";

/** One step on which readings go from one entity to another. */
type Step =
  | { readonly op: "merge"; readonly from: string; readonly into: string }
  | {
      readonly op: "split";
      readonly from: string;
      readonly into: string;
      readonly names: ReadonlySet<string>;
      readonly papers: ReadonlySet<string>;
    }
  | { readonly op: "alias"; readonly key: string; readonly into: string };

/**
 * What decisions make of what the corpus says. Decisions are taken one after the other, by their time: each finds the
 * readings where the earlier ones have put them, and an id in it stands for the entity that it resolves to by then.
 */
export class Steering {
  readonly #steps: Step[] = [];
  readonly #names = new Map<string, string>();
  readonly #kinds = new Map<string, Kind>();
  readonly #aliases: { readonly id: string; readonly name: string; readonly from: number }[] = [];
  readonly #homes: Homes;
  /** What the corpus says of acronyms, for entities as they are after the merges. */
  readonly homes: Homes;

  constructor(curations: Curations, readings: readonly Evidence[], homes: Homes) {
    this.#homes = homes;
    const current = new Map<string, string>();
    const keys = new Set<string>();
    for (const { readAs, readName } of readings) {
      current.set(keyOf(readAs), homes.home.get(readAs) ?? readAs);
      keys.add(keyOf(readAs)).add(normalForm(readName));
    }
    const idOf = (id: string): string => current.get(keyOf(id)) ?? homes.meaning.get(keyOf(id)) ?? id;
    for (const decision of curations.concerning(keys)) this.#take(decision, (id) => this.merged(idOf(id)), curations);
    const isPlain = this.#steps.length === 0;
    const meaning = new Map([...homes.meaning].map(([key, id]) => [key, this.merged(id)]));
    this.homes = isPlain ? homes : { ...homes, meaning };
  }

  #take(decision: EntityDecision, idOf: (id: string) => string, { paperOf }: Curations): void {
    const id = idOf(decision.entity);
    if (decision.op === "rename") this.#names.set(id, decision.name);
    if (decision.op === "retype") this.#kinds.set(id, decision.kind);
    if (decision.op === "addAlias") {
      this.#aliases.push({ id, name: decision.name, from: this.#steps.length });
      this.#steps.push({ op: "alias", key: normalForm(decision.name), into: id });
    }
    if (decision.op === "merge" || decision.op === "split") {
      const into = idOf(intoId(decision.into));
      if (into === id) return;
      if (decision.op === "merge") {
        this.#steps.push({ op: "merge", from: id, into });
        return;
      }
      const names = new Set(decision.names.map(normalForm));
      this.#steps.push({ op: "split", from: id, into, names, papers: new Set(decision.papers.map(paperOf)) });
      if (!decision.into.startsWith("entity:") && !this.#names.has(into)) this.#names.set(into, decision.into);
    }
  }

  /** The entity that an id stands for after the merges. */
  merged(id: string, from = 0): string {
    return this.#steps.slice(from).reduce((at, step) => (step.op === "merge" && step.from === at ? step.into : at), id);
  }

  /** Where a reading goes that the corpus puts at `home`. */
  target(home: string, reading: Named, paper: string): string {
    return this.#steps.reduce((at, step) => (this.#takes(step, at, reading, paper) ? step.into : at), home);
  }

  /** Whether it may hang on the paper where a reading goes. */
  hangsOnPaper(reading: Named): boolean {
    return this.#steps.some((step) => step.op === "split" && step.papers.size > 0 && isNamed(step.names, reading));
  }

  /** The entity that takes over an id which is no entity any more. */
  heirOf(id: string): string {
    const { home, meaning, ambiguous } = this.#homes;
    const heir = home.get(id) ?? meaning.get(keyOf(id)) ?? ambiguous.get(keyOf(id))?.[0]?.id ?? id;
    return this.target(heir, { readAs: id, readName: formOf(id), readAcronym: "" }, "");
  }

  #takes(step: Step, at: string, reading: Named, paper: string): boolean {
    if (step.op === "merge") return step.from === at;
    if (step.op === "alias") {
      // An alias that several things share is only a name: what it means is read paper by paper.
      const isShared = this.#homes.ambiguous.has(step.key);
      return !isShared && (normalForm(reading.readName) === step.key || keyOf(reading.readAs) === step.key);
    }
    return step.from === at && isNamed(step.names, reading) && (step.papers.size === 0 || step.papers.has(paper));
  }

  /** An entity with the name, kind and aliases that curators gave it. */
  shape(decision: Decision): Decision {
    const { id } = decision;
    const given = this.#names.get(id);
    const added = this.#aliases.filter((alias) => this.merged(alias.id, alias.from) === id).map(({ name }) => name);
    const kind = this.#kinds.get(id) ?? decision.kind;
    if (given === undefined && added.length === 0) return { ...decision, kind };
    const name = given ?? decision.name;
    const names = new Map([[normalForm(name), name]]);
    for (const other of [...added, decision.name, ...decision.aliases])
      if (!names.has(normalForm(other))) names.set(normalForm(other), other);
    return {
      ...{ id, kind, name },
      aliases: [...names.values()].slice(1).sort(byCode),
      keys: [...new Set([...decision.keys, ...names.keys()])].sort(byCode),
    };
  }
}

const isNamed = (names: ReadonlySet<string>, { readAs, readName }: Named): boolean =>
  names.size === 0 || names.has(normalForm(readName)) || names.has(keyOf(readAs));
