import type { Store, Write } from "../../../src/store/store.js";
import { normalForm } from "../../../src/text/normal-form.js";
import { storedWords } from "../../../src/text/search-words.js";
import { packSpans } from "../../../src/text/spans.js";
import { KINDS, type Kind, ROLES, type Role, type Span } from "../../../src/vocabulary.js";
import { cypher } from "../../support/cypher.js";

export interface TestMention {
  readonly entity: string;
  readonly role: Role;
  readonly confidence: number;
  readonly spans: readonly Span[];
}

export interface TestPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  /** `2023-03-15`, `2023` or empty; the year is its beginning. */
  readonly date: string;
  readonly venue: string | null;
  readonly collections: readonly string[];
  readonly mentions: readonly TestMention[];
}

export interface TestEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A graph for tests, written as docs/graph.md says. */
export interface TestGraph {
  readonly papers: readonly TestPaper[];
  readonly entities: readonly TestEntity[];
  /** Pairs of variant and base. */
  readonly variants?: readonly (readonly [string, string])[];
  /** Pairs of an id given out once and the entity that took it over. */
  readonly former?: readonly (readonly [string, string])[];
}

export const yearOf = ({ date }: TestPaper): number | null => (date === "" ? null : Number(date.slice(0, 4)));

export const papersOf = (graph: TestGraph, entity: string): TestPaper[] =>
  graph.papers.filter(({ mentions }) => mentions.some((mention) => mention.entity === entity));

export function firstYearOf(papers: readonly TestPaper[]): number | null {
  const years = papers.map(yearOf).filter((year) => year !== null);
  return years.length === 0 ? null : Math.min(...years);
}

const PAPERS = cypher("UNWIND $rows AS row CREATE (p:Paper {id: row.id}) SET p += row");
const LABELS = { METHOD: "Method", MODEL: "Model", DATASET: "Dataset" } as const;

const ENTITIES = Object.fromEntries(
  KINDS.map((kind) => [
    kind,
    cypher(`UNWIND $rows AS row CREATE (e:Entity:${LABELS[kind]} {id: row.id}) SET e += row`),
  ]),
) as Record<Kind, ReturnType<typeof cypher>>;

const LINKS = Object.fromEntries(
  ROLES.map((role) => [
    role,
    cypher(
      `UNWIND $rows AS row MATCH (p:Paper {id: row.paper}) MATCH (e:Entity {id: row.entity})
       CREATE (p)-[:${role} {confidence: row.confidence, spans: row.spans}]->(e)`,
    ),
  ]),
) as Record<Role, ReturnType<typeof cypher>>;

const VARIANTS = cypher(
  "UNWIND $rows AS row MATCH (v:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (v)-[:VARIANT_OF]->(b)",
);
const NAMES = cypher(
  "UNWIND $rows AS row MERGE (n:Name {key: row.from}) WITH n, row MATCH (e:Entity {id: row.to}) MERGE (n)-[:NAMES]->(e)",
);
const FORMER = cypher(
  "UNWIND $rows AS row MERGE (n:Name {key: row.from}) WITH n, row MATCH (e:Entity {id: row.to}) MERGE (n)-[:FORMERLY]->(e)",
);

const pairs = (list: readonly (readonly [string, string])[]) => list.map(([from, to]) => ({ from, to }));

/** Writes a graph into an empty store. */
export async function loadGraph(store: Store, graph: TestGraph): Promise<void> {
  const names = graph.entities.flatMap(({ id, name, aliases }) =>
    [...new Set([name, ...aliases].map(normalForm))].map((key) => [key, id] as const),
  );
  const writes: Write[] = [
    { statement: PAPERS, params: { rows: graph.papers.map(paperRow) } },
    ...KINDS.map((kind) => ({
      statement: ENTITIES[kind],
      params: {
        rows: graph.entities.filter((entity) => entity.kind === kind).map((entity) => entityRow(graph, entity)),
      },
    })),
    ...ROLES.map((role) => ({ statement: LINKS[role], params: { rows: linkRows(graph, role) } })),
    { statement: VARIANTS, params: { rows: pairs(graph.variants ?? []) } },
    { statement: NAMES, params: { rows: pairs(names) } },
    { statement: FORMER, params: { rows: pairs(graph.former ?? []) } },
  ];
  await store.write(writes.filter(({ params }) => (params.rows as readonly unknown[]).length > 0));
}

const paperRow = (paper: TestPaper) => ({
  id: paper.id,
  title: paper.title,
  abstract: paper.abstract,
  words: storedWords(paper.title, paper.abstract),
  date: paper.date,
  ...(yearOf(paper) === null ? {} : { year: yearOf(paper) }),
  ...(paper.venue === null ? {} : { venue: paper.venue }),
  authors: ["Ada Lovelace"],
  codeUrls: [],
  collections: paper.collections,
  extractorVersion: "test",
});

function entityRow(graph: TestGraph, { id, kind, name, aliases }: TestEntity) {
  const papers = papersOf(graph, id);
  const firstYear = firstYearOf(papers);
  const words = storedWords(name, aliases);
  const row = { id, kind, name, aliases, words, paperCount: papers.length };
  return firstYear === null ? row : { ...row, firstYear };
}

const linkRows = (graph: TestGraph, role: Role) =>
  graph.papers.flatMap((paper) =>
    paper.mentions
      .filter((mention) => mention.role === role)
      .map(({ entity, confidence, spans }) => ({ paper: paper.id, entity, confidence, spans: packSpans(spans) })),
  );
