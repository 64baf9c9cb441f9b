import { seededRandom } from "../../ingest/train/random.js";
import type { Params, Store } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import { storedWords } from "../../src/text/search-words.js";
import { KINDS, type Kind, ROLES, type Role } from "../../src/vocabulary.js";

export interface BenchEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  paperCount: number;
}

export interface BenchPaper {
  readonly id: string;
  readonly date: string;
  /** Numbers of the entities that it uses. */
  readonly uses: readonly number[];
}

export interface BenchGraph {
  readonly papers: readonly BenchPaper[];
  readonly entities: readonly BenchEntity[];
}

/** The share of papers that use the most frequent entity. */
const SUPERNODE = 0.2;
const LINKS_PER_PAPER = 8;
/** Flattens the head of the distribution, so that the second entity is on about 5 % of the papers. */
const SHIFT = 20;

const SENTENCE =
  "We study how a model of this kind behaves when it is given less data than it was made for and more time. ";

/** A graph of the shape that real ones have: frequencies by Zipf, one supernode; the same for the same size. */
export const makeGraph = (size: number, entityCount = 20_000): BenchGraph => {
  const random = seededRandom(20_261_124);
  const entities = Array.from({ length: entityCount }, (_, i): BenchEntity => {
    const kind = KINDS[i % KINDS.length] as Kind;
    const name = `${kind.slice(0, 1)}${kind.slice(1).toLowerCase()} ${i}`;
    return { id: `entity:${name.toLowerCase().replace(" ", "-")}`, kind, name, paperCount: 0 };
  });
  /** A number from 1, low ones more often: the inverse of the distribution function of 1 / (rank + SHIFT). */
  const draw = () =>
    Math.min(entityCount - 1, Math.floor((SHIFT + 1) * ((entityCount + SHIFT) / (SHIFT + 1)) ** random()) - SHIFT);
  const papers = Array.from({ length: size }, (_, i): BenchPaper => {
    const uses = new Set<number>();
    if (random() < SUPERNODE) uses.add(0);
    const links = LINKS_PER_PAPER - 3 + Math.floor(random() * 7);
    while (uses.size < links) uses.add(draw());
    for (const entity of uses) (entities[entity] as BenchEntity).paperCount += 1;
    const day = new Date(Date.UTC(2010, 0, 1 + Math.floor(random() * 5_800)));
    return { id: `hash:${String(i).padStart(6, "0")}`, date: day.toISOString().slice(0, 10), uses: [...uses] };
  });
  return { papers, entities };
};

const statement = (name: string, text: string) => ({ name: `bench/${name}`, text });

const PAPERS = statement("papers", "UNWIND $rows AS row CREATE (p:Paper {id: row.id}) SET p += row");
const links = (role: Role) =>
  statement(
    `links-${role}`,
    `UNWIND $rows AS row MATCH (p:Paper {id: row.paper}) MATCH (e:Entity {id: row.entity})
     CREATE (p)-[:${role} {confidence: 0.9, spans: [1, 0, 8]}]->(e)`,
  );
/** Of 100 links, about as many as abstracts have of each role. */
const ROLE_SHARES: Readonly<Record<Role, number>> = {
  USES: 35,
  EVALUATES: 27,
  INTRODUCES: 25,
  MENTIONS: 7,
  COMPARES: 6,
};
// In two steps: the embedded engine scans for a MERGE that follows a WITH.
const NAMES = statement("names", "UNWIND $rows AS row CREATE (n:Name {key: row.key})");
const NAMED = statement(
  "named",
  "UNWIND $rows AS row MATCH (n:Name {key: row.key}) MATCH (e:Entity {id: row.id}) CREATE (n)-[:NAMES]->(e)",
);
const ENTITY = Object.fromEntries(
  Object.entries({ METHOD: "Method", MODEL: "Model", DATASET: "Dataset" }).map(([kind, label]) => [
    kind,
    statement(label, `UNWIND $rows AS row CREATE (e:Entity:${label} {id: row.id}) SET e += row`),
  ]),
);

const inParts = async (store: Store, text: ReturnType<typeof statement>, rows: readonly Params[], size = 1_000) => {
  for (let i = 0; i < rows.length; i += size) {
    await store.write([{ statement: text, params: { rows: rows.slice(i, i + size) } }]);
  }
};

/** Writes the graph as docs/graph.md has it, into an empty store; its links of five types, or of one alone. */
export const loadGraph = async (
  store: Store,
  { papers, entities }: BenchGraph,
  roles: readonly Role[] = ROLES,
): Promise<void> => {
  for (const [kind, text] of Object.entries(ENTITY)) {
    const rows = entities
      .filter((entity) => entity.kind === kind)
      .map((entity) => ({ ...entity, aliases: [], words: storedWords(entity.name, []), firstYear: 2010 }));
    await inParts(store, text, rows);
  }
  const names = entities.map(({ id, name }) => ({ key: normalForm(name), id }));
  await inParts(store, NAMES, names);
  await inParts(store, NAMED, names);
  const abstract = SENTENCE.repeat(9);
  await inParts(
    store,
    PAPERS,
    papers.map(({ id, date }) => ({
      ...{ id, date, abstract, title: `A paper of ${date} about ${id}`, year: Number(date.slice(0, 4)) },
      ...{ words: storedWords(`A paper about ${id}`, ""), authors: ["Ada Lovelace", "Alan Turing"] },
      ...{ codeUrls: [], collections: ["bench"], extractorVersion: "bench" },
    })),
  );
  const rows = papers.flatMap(({ id, uses }) =>
    uses.map((entity) => ({ paper: id, entity: entities[entity]?.id ?? "" })),
  );
  const random = seededRandom(5);
  const turns = roles.length === 1 ? roles : roles.flatMap((role) => Array<Role>(ROLE_SHARES[role]).fill(role));
  const drawn = rows.map(() => turns[Math.floor(random() * turns.length)]);
  for (const role of roles) {
    const its = rows.filter((_, i) => drawn[i] === role);
    await inParts(store, links(role), its, 2_000);
  }
};
