import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { checkGraph } from "../../ingest/check/check-graph.js";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { type IngestTools, ingest } from "../../ingest/ingest.js";
import { fingerprint } from "../../ingest/load/fingerprint.js";
import type { Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { wipe } from "../support/wipe.js";

const BERT = "entity:bert";
const PAPER = "arxiv:2005.14165";

/** What somebody does to the graph by hand, and what is found then. */
const damages: readonly (readonly [what: string, statements: readonly string[], found: Record<string, string[]>])[] = [
  [
    "a count and a year that are not kept",
    [`MATCH (e:Entity {id: '${BERT}'}) SET e.paperCount = 7, e.firstYear = 1999`],
    {
      paperCount: [`${BERT} has paperCount 7, but 3 papers`],
      firstYear: [`${BERT} has firstYear 1999, but its first paper is of 2018`],
    },
  ],
  [
    "a relationship deleted by hand",
    [`MATCH (p:Paper {id: 'arxiv:1907.11692'})-[r]->(e:Entity {id: '${BERT}'}) DELETE r`],
    { paperCount: [`${BERT} has paperCount 3, but 2 papers`] },
  ],
  [
    "a relationship made twice",
    [
      `MATCH (p:Paper {id: '${PAPER}'})-[r]->(e:Entity {id: '${BERT}'})
       CREATE (p)-[:MENTIONS {confidence: 1.0, spans: r.spans, readAs: r.readAs, readName: r.readName, readKind: r.readKind,
                              readAcronym: r.readAcronym}]->(e)`,
    ],
    {
      "doubled relationship": [
        `${BERT} has 4 relationships with 3 papers`,
        `${PAPER} has several relationships with ${BERT}`,
      ],
    },
  ],
  [
    "an entity of another kind than its label",
    [`MATCH (e:Entity {id: '${BERT}'}) SET e.kind = 'DATASET'`],
    { kind: [`${BERT} is of kind DATASET, but has label Model`] },
  ],
  [
    "a name that does not name, and one that names nothing",
    [`MATCH (n:Name {key: 'bert'})-[r:NAMES]->(e:Entity {id: '${BERT}'}) DELETE r`, "CREATE (n:Name {key: 'nobody'})"],
    { name: [`${BERT} cannot be found by its own name`], "loose name": ["bert names nothing", "nobody names nothing"] },
  ],
  [
    "a text cut by hand",
    [`MATCH (p:Paper {id: '${PAPER}'}) SET p.words = 'few'`],
    { words: [`${PAPER} has words for text search that are not those of its text`] },
  ],
  [
    "a place outside the text",
    [`MATCH (p:Paper {id: '${PAPER}'})-[r]->(e:Entity {id: '${BERT}'}) SET r.spans = [1, 5000, 5004]`],
    { span: [`${PAPER} mentions ${BERT} outside its text`] },
  ],
  [
    "an entity that no paper mentions",
    ["CREATE (e:Entity:Method {id: 'entity:none', kind: 'METHOD', name: 'None', words: 'none', paperCount: 0})"],
    {
      "entity without papers": ["entity:none is mentioned by no paper"],
      name: ["entity:none cannot be found by its own name"],
    },
  ],
  [
    "an interrupted command",
    [`MATCH (e:Entity {id: '${BERT}'}) SET e.unsettled = true, e.paperCount = 1`],
    { unsettled: [`${BERT} waits to be settled, for a command was interrupted`] },
  ],
];

eachStore((_engine, open) => {
  let store: Store;
  let tools: IngestTools;
  beforeAll(() => {
    tools = createIngestTools();
  });
  afterAll(() => tools.extractor.close());
  beforeEach(async () => {
    store ??= await open();
    await wipe(store);
    await ingest(store, tools, { files: [fileOf(jsonLines(PAPERS))] });
  });
  const found = async () =>
    Object.fromEntries((await checkGraph(store)).findings.map(({ fault, examples }) => [fault, examples]));

  describe("the check of the graph", () => {
    it("finds nothing in what papergraph has written", async () => {
      const { papers, findings } = await checkGraph(store);
      expect({ papers, findings }).toEqual({ papers: 3, findings: [] });
    });

    it.each(damages)("finds %s", async (_what, statements, expected) => {
      await store.write(statements.map((text) => ({ statement: cypher(text), params: {} })));
      expect(await found()).toEqual(expected);
    });

    it.each(damages.filter(([what]) => what !== "a relationship deleted by hand"))(
      "mends %s",
      async (_what, statements) => {
        const print = await fingerprint(store);
        await store.write(statements.map((text) => ({ statement: cypher(text), params: {} })));
        await checkGraph(store, { repair: tools });
        expect(await found()).toEqual({});
        expect(await fingerprint(store)).toBe(print);
      },
    );
  });
});
