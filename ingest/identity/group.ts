import { idsOf, titleKey } from "./keys.js";
import type { PaperRecord } from "./paper-record.js";

/** Disjoint sets of numbers. */
class Sets {
  readonly #parents: number[];
  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, at) => at);
  }
  find(at: number): number {
    let root = at;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    for (let next = at; next !== root; ) {
      const parent = this.#parents[next]!;
      this.#parents[next] = root;
      next = parent;
    }
    return root;
  }
  join(a: number, b: number): void {
    this.#parents[this.find(a)] = this.find(b);
  }
}

function collect<T>(items: readonly T[], keyOf: (item: T) => string | number | null): Map<string | number, T[]> {
  const groups = new Map<string | number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The records of each paper. Records that share an id are of one paper. So are those of one title, first author and year
 * (or the year beside it), unless two of them have different DOIs or different arXiv ids: those say that the papers differ.
 */
export function groupRecords(records: readonly PaperRecord[]): PaperRecord[][] {
  const sets = new Sets(records.length);
  const owners = new Map<string, number>();
  for (const [at, record] of records.entries()) {
    for (const id of idsOf(record)) {
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, at);
      else sets.join(at, owner);
    }
  }
  const all = records.map((_, at) => at);
  // Decided on the sets by id alone, so that the order of the titles does not matter.
  const byId = all.map((at) => sets.find(at));
  const ids = idsOfSets(records, byId);
  for (const family of familiesOf(records, all)) {
    const members = [...new Set(family.map((at) => byId[at]!))];
    if (members.length < 2 || differ(members, ids, "doi:") || differ(members, ids, "arxiv:")) continue;
    for (const member of members) sets.join(member, members[0]!);
  }
  return [...collect(all, (at) => sets.find(at)).values()].map((group) => group.map((at) => records[at]!));
}

/** Records of one title and author, their years without a gap. */
function* familiesOf(records: readonly PaperRecord[], all: readonly number[]): Generator<number[]> {
  const keys = records.map(({ paper }) => titleKey(paper));
  const yearOf = (at: number) => records[at]!.paper.year ?? 0;
  for (const group of collect(all, (at) => keys[at]!).values()) {
    if (group.length < 2) continue;
    const sorted = [...group].sort((a, b) => yearOf(a) - yearOf(b));
    let family: number[] = [];
    for (const at of sorted) {
      if (family.length > 0 && yearOf(at) - yearOf(family.at(-1)!) > 1) {
        yield family;
        family = [];
      }
      family.push(at);
    }
    yield family;
  }
}

const ARXIV_DOI = "doi:10.48550/";

/** The DOIs and arXiv ids of each set of records; arXiv's own DOIs are no sign of another paper. */
function idsOfSets(records: readonly PaperRecord[], setOf: readonly number[]): Map<number, Set<string>> {
  const sets = new Map<number, Set<string>>();
  for (const [at, record] of records.entries()) {
    const set = sets.get(setOf[at]!) ?? new Set();
    sets.set(setOf[at]!, set);
    for (const id of idsOf(record)) if (!id.startsWith(ARXIV_DOI)) set.add(id);
  }
  return sets;
}

/** Whether more than one of the sets has an id of the kind: they are different ones, or the sets would be one. */
function differ(members: readonly number[], ids: ReadonlyMap<number, ReadonlySet<string>>, kind: string): boolean {
  return members.filter((member) => [...ids.get(member)!].some((id) => id.startsWith(kind))).length > 1;
}
