import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { statement } from "../../src/store/statements.js";
import type { Row, Statement, Store, Value } from "../../src/store/store.js";

const PAGE = 500;
/** Rows of one transaction. */
const BATCH = 1000;

/** An entity in one statement: what loading writes of it in the end. */
const mergeEntity = (label: string): Statement => ({
  name: `raw ${label}`,
  text:
    `UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e:${label}, e.kind = row.kind, e.name = row.name, ` +
    "e.aliases = row.aliases, e.words = row.words, e.paperCount = row.paperCount, e.firstYear = row.firstYear",
});

/** By what papers are found again, and what their sources say of them. */
const READ_IDENTITY: Statement = {
  name: "raw identity",
  text:
    "UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN p.id AS id, p.records AS records, p.titleKey AS titleKey, " +
    "[(p)<-[:IDENTIFIES]-(a:Alias) | a.id] AS aliases, [(p)<-[:TELLS_OF]-(r:Record) | r {.id, .content}] AS contents",
};

interface Part {
  readonly name: string;
  readonly statement: Statement;
  readonly parameter: "rows" | "keys";
}

/** The parts of a graph in an order in which they can be written. */
const PARTS: readonly Part[] = [
  { name: "papers", statement: statement("load/upsert-papers"), parameter: "rows" },
  ...["Method", "Model", "Dataset"].map(
    (label): Part => ({ name: label.toUpperCase(), statement: mergeEntity(label), parameter: "rows" }),
  ),
  { name: "aliases", statement: statement("identity/set-aliases"), parameter: "rows" },
  { name: "records", statement: statement("identity/set-records"), parameter: "rows" },
  ...["introduces", "evaluates", "uses", "compares", "mentions"].map(
    (role): Part => ({ name: role.toUpperCase(), statement: statement(`load/link-${role}`), parameter: "rows" }),
  ),
  { name: "joined", statement: statement("settle/set-joined"), parameter: "rows" },
  { name: "names", statement: statement("load/merge-names"), parameter: "keys" },
  { name: "named", statement: statement("load/name-entities"), parameter: "rows" },
  { name: "varies", statement: statement("settle/set-base-keys"), parameter: "rows" },
  { name: "bases", statement: statement("settle/set-base"), parameter: "rows" },
];

/** Writes the rows that a graph is made of to files in the folder, one for each statement that writes such rows. */
export async function dumpRows(store: Store, folder: string): Promise<void> {
  const files = new Map(PARTS.map(({ name }) => [name, createWriteStream(join(folder, name))]));
  const put = async (name: string, row: unknown): Promise<void> => {
    const file = files.get(name)!;
    if (!file.write(`${JSON.stringify(row)}\n`)) await once(file, "drain");
  };
  for await (const papers of pages(store, "dump/list-papers")) {
    const ids = papers.map(({ id }) => id as string);
    const identities = new Map((await store.read(READ_IDENTITY, { ids })).map((row) => [row.id, row]));
    for (const paper of papers) {
      const { id, records, titleKey, aliases, contents } = identities.get(paper.id)!;
      await put("papers", { ...paper, records, titleKey });
      for (const alias of aliases as string[]) await put("aliases", { id: alias, paper: id });
      for (const record of contents as Row[]) await put("records", { ...record, paper: id });
    }
    for (const { role, joined, ...link } of await store.read(statement("dump/list-links"), { ids })) {
      await put(role as string, link);
      if (joined) await put("joined", { paper: link.paper, entity: link.entity, joined });
    }
  }
  const keys = new Set<string>();
  for await (const entities of pages(store, "dump/list-entities")) {
    for (const { names, baseKeys, bases, labels: _, ...entity } of entities) {
      const { id } = entity;
      await put(entity.kind as string, entity);
      for (const key of [...(names as string[]), ...(baseKeys as string[])]) {
        if (!keys.has(key)) await put("names", key);
        keys.add(key);
      }
      for (const key of names as string[]) await put("named", { key, id });
      for (const key of baseKeys as string[]) await put("varies", { key, id });
      for (const base of bases as string[]) await put("bases", { id, base });
    }
  }
  for (const file of files.values()) {
    file.end();
    await finished(file);
  }
}

async function* pages(store: Store, name: string): AsyncGenerator<Row[]> {
  for (let after = ""; ; ) {
    const rows = await store.read(statement(name), { after, limit: PAGE });
    yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id as string;
  }
}

/** Writes the rows by bare statements; answers the seconds that the store took, reading of the files left out. */
export async function writeRows(store: Store, folder: string): Promise<number> {
  let ms = 0;
  for (const { name, statement, parameter } of PARTS) {
    let batch: Value[] = [];
    const write = async () => {
      const started = performance.now();
      if (batch.length > 0) await store.write([{ statement, params: { [parameter]: batch } }]);
      ms += performance.now() - started;
      batch = [];
    };
    for await (const line of createInterface({ input: createReadStream(join(folder, name)) })) {
      batch.push(JSON.parse(line) as Value);
      if (batch.length === BATCH) await write();
    }
    await write();
  }
  return ms / 1000;
}
