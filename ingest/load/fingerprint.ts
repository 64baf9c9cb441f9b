import { createHash } from "node:crypto";
import { statement } from "../../src/store/statements.js";
import type { Row, Statement, Store } from "../../src/store/store.js";
import { byCode } from "../link/evidence.js";

const LIST_PAPERS = statement("dump/list-papers");
const LIST_LINKS = statement("dump/list-links");
const LIST_ENTITIES = statement("dump/list-entities");
const LIST_WITHHELD = statement("dump/list-withheld");
const LIST_RESULTS = statement("results/list-of-papers");
const LIST_DECISIONS = statement("curate/list-decisions");
const LIST_LOOSE_NAMES = statement("dump/list-loose-names");

const PAGE = 500;

/**
 * The SHA-256 of a sorted dump of all nodes and relationships, as 64 hex digits: equal graphs have equal fingerprints, on
 * either engine. Former ids, checkpoints and other bookkeeping are left out, since they tell how the graph came to be.
 */
export async function fingerprint(store: Store): Promise<string> {
  const hash = createHash("sha256");
  for await (const line of dump(store)) hash.update(line).update("\n");
  return hash.digest("hex");
}

/** The lines that the fingerprint is made of; their difference shows where two graphs differ. */
export async function* dump(store: Store): AsyncGenerator<string> {
  for await (const papers of pages(store, LIST_PAPERS)) {
    for (const paper of papers) yield line("paper", paper);
    const links = await store.read(LIST_LINKS, { ids: papers.map(({ id }) => id as string) });
    yield* links.map((link) => line("link", link)).sort(byCode);
    const withheld = await store.read(LIST_WITHHELD, { ids: papers.map(({ id }) => id as string) });
    yield* withheld.map((reading) => line("withheld", reading)).sort(byCode);
    const results = await store.read(LIST_RESULTS, { ids: papers.map(({ id }) => id as string) });
    yield* results.map((result) => line("result", result)).sort(byCode);
  }
  for await (const decisions of pages(store, LIST_DECISIONS))
    for (const decision of decisions) yield line("decision", decision);
  for await (const entities of pages(store, LIST_ENTITIES)) for (const entity of entities) yield line("entity", entity);
  for (const name of await store.read(LIST_LOOSE_NAMES, { limit: PAGE })) yield line("loose name", name);
}

async function* pages(store: Store, list: Statement): AsyncGenerator<Row[]> {
  for (let after = ""; ; ) {
    const rows = await store.read(list, { after, limit: PAGE });
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id as string;
  }
}

/** Keys sorted, nulls and absent properties alike, lists that come from relationships sorted. */
function line(what: string, row: Row): string {
  const unordered = new Set(["labels", "names", "baseKeys", "bases"]);
  const fields = Object.keys(row)
    .sort(byCode)
    .filter((key) => row[key] !== null && row[key] !== undefined)
    .map((key) => [key, unordered.has(key) ? [...(row[key] as string[])].sort(byCode) : row[key]]);
  return `${what} ${JSON.stringify(fields)}`;
}
