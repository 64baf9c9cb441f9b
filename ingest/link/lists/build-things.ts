import { normalForm, readableForm } from "../../../src/text/normal-form.js";
import type { Kind } from "../../../src/vocabulary.js";
import type { ListedThing } from "../listed-things.js";
import { holds, isSameThing, isShort } from "../same-thing.js";
import { WELL_KNOWN } from "./well-known.js";

/** One line of a name list. */
export interface ListLine {
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly string[];
}

/**
 * The things of a name list: lines of one thing joined (LSTM and "long short-term memory"), aliases that are none left
 * out. `usesOf` counts how often papers write a name. Sorted by name.
 */
export function buildThings(lines: Iterable<ListLine>, usesOf: (name: string) => number): ListedThing[] {
  const entries = [...WELL_KNOWN.map((line) => toEntry(line)), ...[...lines].map((line) => toEntry(line, isSameThing))];
  const groups = joinEntries(entries.filter(({ key }) => key !== ""));
  const owners = new Map<string, number>();
  for (const keys of groups.map(keysOf)) for (const key of keys) owners.set(key, (owners.get(key) ?? 0) + 1);
  return groups
    .map((group) => toThing(group, (key) => owners.get(key) === 1, usesOf))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** A line, with those of its aliases that can be names of the same thing. */
interface Entry {
  readonly key: string;
  readonly name: string;
  readonly kind: Kind;
  /** Normal form to name, its own among them. */
  readonly names: ReadonlyMap<string, string>;
  readonly isWellKnown: boolean;
}

function toEntry({ name, kind, aliases }: ListLine, accepts?: (alias: string, name: string) => boolean): Entry {
  const key = normalForm(name);
  const names = new Map([[key, name]]);
  for (const alias of aliases) {
    const other = normalForm(alias);
    if (other && !names.has(other) && (accepts?.(alias, name) ?? true)) names.set(other, alias);
  }
  return { key, name, kind, names, isWellKnown: accepts === undefined };
}

/** Methods and models are told apart by use, so lines that differ only in that are one thing; a dataset never is. */
const areAlike = (a: Entry, b: Entry): boolean => (a.kind === "DATASET") === (b.kind === "DATASET");

/** Groups of entries that are one thing, each in the order of the list. */
function joinEntries(entries: readonly Entry[]): Entry[][] {
  const groups = new Groups(entries.length);
  const byKey = new Map<string, number[]>();
  entries.forEach((entry, i) => {
    for (const key of entry.names.keys()) {
      const same = byKey.get(key);
      if (same) same.push(i);
      else byKey.set(key, [i]);
    }
  });
  const at = (i: number): Entry => entries[i] as Entry;
  const named = [...byKey].filter(([, members]) => members.length > 1);
  for (const [key, members] of named)
    for (const i of members)
      for (const j of members) {
        const [a, b] = [at(i), at(j)];
        const mutual = a.names.has(b.key) && b.names.has(a.key);
        // A short name alone never joins two lines: it may stand for both.
        const spelling = isShort(a.name) === isShort(b.name) && isSameThing(a.name, b.name);
        if (j > i && areAlike(a, b) && (mutual || spelling || (a.key === key && b.key === key))) groups.join(i, j);
      }
  // What is well known joins the lines that have one of its names to themselves.
  entries.slice(0, WELL_KNOWN.length).forEach((entry, i) => {
    for (const key of entry.names.keys()) {
      const members = byKey.get(key) ?? [];
      if (members.some((j) => j < WELL_KNOWN.length && j !== i)) continue;
      for (const j of members) if (at(j).key === key && areAlike(entry, at(j))) groups.join(i, j);
    }
  });
  // A short name that has a line of its own, with nothing said of it, is that of the only thing that it can stand for.
  for (const [key, members] of named) {
    const bare = members.filter((i) => at(i).key === key && groups.membersOf(i).every((j) => at(j).names.size === 1));
    const explained = new Set(members.filter((i) => !bare.includes(i)).map((i) => groups.find(i)));
    const [only] = explained;
    if (explained.size === 1 && only !== undefined)
      for (const i of bare) if (areAlike(at(i), at(only))) groups.join(only, i);
  }
  return groups.all().map((members) => members.map(at));
}

const keysOf = (entries: readonly Entry[]): Set<string> => new Set(entries.flatMap(({ names }) => [...names.keys()]));

/**
 * The canonical name of a thing: of a method the long form, of a model or dataset the short name it is known by, where
 * that is its own.
 */
function toThing(
  entries: readonly Entry[],
  isOwn: (key: string) => boolean,
  usesOf: (name: string) => number,
): ListedThing {
  const first = entries[0] as Entry;
  const names = [...entries.map(({ name }) => name), ...entries.flatMap((entry) => [...entry.names.values()])];
  const kind = (entries.find(({ name }) => isShort(name)) ?? first).kind;
  const shorts = names.filter(isShort);
  const longForm = names.find((name) => readableForm(name).includes("-") && !shorts.some((one) => holds(one, name)));
  const short = shorts.find((name) => isOwn(normalForm(name)));
  const isPlain = !isShort(first.name) && !shorts.some((one) => holds(one, first.name));
  const long = isPlain ? first.name : (longForm ?? first.name);
  const chosen = first.isWellKnown ? first.name : kind === "METHOD" ? long : (short ?? long);
  const spellings = names.filter((one) => normalForm(one) === normalForm(chosen)).sort(plainest);
  const name = first.isWellKnown ? first.name : (spellings[0] as string);
  const byKey = new Map<string, string>();
  for (const one of [name, ...(longForm ? [longForm] : []), ...names])
    if (!byKey.has(normalForm(one))) byKey.set(normalForm(one), one);
  // How often a short name is written tells nothing of what it stands for.
  const uses = [...byKey.values()].filter((one) => !isShort(one)).reduce((sum, one) => sum + usesOf(one), 0);
  return { name, kind, uses, aliases: [...byKey.values()].slice(1) };
}

/** The shortest spelling first: LLaVA before LLaV A, GPT-2 before GPT-2.0. */
const plainest = (a: string, b: string): number => a.length - b.length;

/** Disjoint sets of numbers. */
class Groups {
  readonly #parent: number[];
  readonly #members: number[][];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i);
    this.#members = this.#parent.map((i) => [i]);
  }

  find(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root] as number;
    return root;
  }

  membersOf(i: number): readonly number[] {
    return this.#members[this.find(i)] as number[];
  }

  /** The smaller number stays in front. */
  join(i: number, j: number): void {
    const [a, b] = [this.find(i), this.find(j)].sort((x, y) => x - y) as [number, number];
    if (a === b) return;
    this.#parent[b] = a;
    this.#members[a] = [...this.membersOf(a), ...(this.#members[b] as number[])].sort((x, y) => x - y);
    this.#members[b] = [];
  }

  all(): readonly number[][] {
    return this.#members.filter((members) => members.length > 0);
  }
}
