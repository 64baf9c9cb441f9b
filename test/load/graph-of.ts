import { type ListedName, type LookUpName, linkPaper } from "../../ingest/link/link-paper.js";
import { dump } from "../../ingest/load/fingerprint.js";
import { loadBatch, sortPapers } from "../../ingest/load/load-batch.js";
import { settle } from "../../ingest/load/settle.js";
import type { Paper } from "../../ingest/paper.js";
import type { Store } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import type { Kind, Role } from "../../src/vocabulary.js";

/** `SAM = Segment Anything Model / MODEL / INTRODUCES`: name or acronym = name, kind (METHOD), role (USES). */
export type Reads = readonly string[];

/** A name list with the given canonical names, their kinds and aliases (alias to canonical name). */
export const lists = (entries: readonly ListedName[], aliases: Readonly<Record<string, string>> = {}) => {
  const known = new Map(entries.map((entry) => [normalForm(entry.name), entry]));
  for (const [alias, name] of Object.entries(aliases)) known.set(normalForm(alias), known.get(normalForm(name))!);
  const keysOf = (entry: ListedName) => [...known].filter(([, one]) => one === entry).map(([key]) => key);
  return (key: string): ListedName | undefined => {
    const entry = known.get(key);
    return entry && { ...entry, keys: keysOf(entry) };
  };
};

export const paper = (id: string, fields: Partial<Paper> = {}): Paper => ({
  id,
  title: `Paper ${id}`,
  abstract: "",
  year: 2020,
  date: "2020",
  venue: null,
  authors: [],
  url: null,
  doi: null,
  arxivId: null,
  codeUrls: [],
  collections: [],
  ...fields,
});

export function reads(paperId: string, entries: Reads, lookUp: LookUpName = lists([])) {
  const entities = entries.map((entry, i) => {
    const [names = "", type = "METHOD", role = "USES"] = entry.split(" / ");
    const [short, long] = names.split(" = ");
    return {
      name: long ?? names,
      type: type as Kind,
      ...(long === undefined ? {} : { acronym: short as string }),
      surfaces: [names],
      role: role as Role,
      confidence: 0.9,
      spans: [{ field: "abstract" as const, start: 10 * i, end: 10 * i + 5 }],
    };
  });
  return { paper: paper(paperId), links: linkPaper(entities, lookUp) };
}

/** Loads papers (id to what it reads) in one batch and settles. */
export async function load(store: Store, papers: Readonly<Record<string, Reads>>, lookUp = lists([])): Promise<void> {
  const read = Object.entries(papers).map(([id, entries]) => reads(id, entries, lookUp));
  // The version stands for the abstract, which the table leaves out: another reading is a changed paper.
  for (const { paper, links } of read) {
    const version = JSON.stringify(links);
    const sorted = await sortPapers(store, [paper], version);
    await loadBatch(
      store,
      sorted.map((entry) => ({ ...entry, links })),
      version,
    );
  }
  await settle(store, lookUp);
}

interface EntityLine {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly paperCount: number;
  readonly bases: readonly string[];
}

/** The graph as a table: `kind name (aliases) count` per entity id, with ` < base` for variants. */
export async function entitiesOf(store: Store): Promise<Record<string, string>> {
  const table: Record<string, string> = {};
  for (const entity of await lines<EntityLine>(store, "entity")) {
    const { id, kind, name, aliases, paperCount, bases } = entity;
    const others = aliases.length > 0 ? ` (${aliases.join(", ")})` : "";
    const base = bases.length > 0 ? ` < ${bases.join(" ")}` : "";
    table[id.replace("entity:", "")] = `${kind} ${name}${others} ${paperCount}${base}`;
  }
  return table;
}

/** Paper id to `ROLE entity` of each relationship, sorted. */
export async function linksOf(store: Store): Promise<Record<string, string[]>> {
  const table: Record<string, string[]> = {};
  for (const { paper, role, entity } of await lines<{ paper: string; role: Role; entity: string }>(store, "link")) {
    table[paper] = [...(table[paper] ?? []), `${role} ${entity.replace("entity:", "")}`].sort();
  }
  return table;
}

async function lines<T>(store: Store, what: string): Promise<T[]> {
  const found: T[] = [];
  for await (const line of dump(store))
    if (line.startsWith(`${what} [`)) found.push(Object.fromEntries(JSON.parse(line.slice(what.length + 1))) as T);
  return found;
}
