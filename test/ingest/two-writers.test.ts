import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { checkGraph } from "../../ingest/check/check-graph.js";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { type IngestTools, ingest } from "../../ingest/ingest.js";
import { openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { neo4jSettings } from "../support/each-store.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { refuseUserData, wipe } from "../support/wipe.js";

const settings = neo4jSettings();
const maybe = settings ? describe : describe.skip;

/** The embedded store has one owner: a second process is told STORE_LOCKED. */
maybe("two ingests at once into one Neo4j", () => {
  let stores: Store[];
  let tools: IngestTools;
  beforeAll(async () => {
    tools = createIngestTools();
    stores = [await openStore(settings!), await openStore(settings!)];
    await refuseUserData(stores[0]!);
  });
  afterAll(async () => {
    await wipe(stores[0]!);
    for (const store of stores) await store.close();
    await tools.extractor.close();
  });

  it("end with every paper and exact counts", async () => {
    const [one, two] = stores as [Store, Store];
    const files = [PAPERS.slice(0, -1), PAPERS.slice(1)].map((papers) => fileOf(jsonLines(papers)));
    for (let round = 0; round < 3; round++) {
      await wipe(one);
      await Promise.all([
        ingest(one, tools, { files: [files[0]!], batch: 1 }),
        ingest(two, tools, { files: [files[1]!], batch: 1 }),
      ]);
      const { papers, findings } = await checkGraph(one);
      expect({ round, papers, findings }).toEqual({ round, papers: PAPERS.length, findings: [] });
    }
  });
});
