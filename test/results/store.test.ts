import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { checkGraph } from "../../ingest/check/check-graph.js";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { applyDecisions } from "../../ingest/curate/apply-decisions.js";
import { type IngestTools, ingest } from "../../ingest/ingest.js";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { dump, fingerprint } from "../../ingest/load/fingerprint.js";
import { reExtract } from "../../ingest/re-extract.js";
import { remove } from "../../ingest/remove.js";
import { importResults } from "../../ingest/results/import-results.js";
import { listResults } from "../../ingest/results/list-results.js";
import { parseDecision } from "../../src/curation/decision.js";
import { LIMITS } from "../../src/limits.js";
import type { Store } from "../../src/store/store.js";
import { ask } from "../graphql/support/ask.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";
import { fileOf, jsonLines, PAPERS } from "../support/papers.js";
import { wipe } from "../support/wipe.js";

const BERT = "arxiv:1810.04805";
const ROBERTA = "arxiv:1907.11692";
const row = (paper: string, value: unknown, more: Record<string, unknown> = {}) => {
  return { paper, dataset: "SQuAD", metric: "F1", model: "A", value, ...more };
};
const ON_GLUE = [{ arxivId: "2401.00001", title: "Number one", abstract: "We evaluate it on the GLUE benchmark." }];
const ROWS = [
  row(BERT, 93.2, { split: "test" }),
  row(BERT, "87.4", { metric: "EM", split: "dev" }),
  row("https://arxiv.org/abs/1907.11692v1", "94.6%"),
  row("", 1, { paper_title: "Language models are few-shot learners", metric: "Loss", dataset: "Nowhere Bench" }),
];

eachStore((_engine, open) => {
  let store: Store;
  let tools: IngestTools;
  beforeAll(async () => {
    tools = createIngestTools();
    store = await open();
  });
  afterAll(() => tools.extractor.close());
  beforeEach(async () => {
    await wipe(store);
    await ingestPapers(PAPERS);
  });

  const ingestPapers = (papers: readonly unknown[]) => ingest(store, tools, { files: [fileOf(jsonLines(papers))] });
  const load = (rows: readonly unknown[], options = {}) =>
    importResults(store, { files: [fileOf(jsonLines(rows))], ...options });
  const list = async () => {
    const rows: Record<string, unknown>[] = [];
    for await (const each of listResults(store)) rows.push(each);
    return rows;
  };
  const short = async () =>
    (await list()).map(({ paper, dataset, metric, value }) => `${paper} ${dataset} ${metric} ${value}`).sort();
  const onDataset = async (name = "SQuAD") => {
    const asked = await ask<{ dataset: { results: { nodes: { value: number }[] } } | null }>(
      store,
      `query ($name: String!) { dataset(name: $name) { results(metric: "f1") { nodes { value } } } }`,
      { name },
    );
    return asked.dataset?.results.nodes.map(({ value }) => value);
  };

  const ALL = [
    `${ROBERTA} SQuAD F1 94.6`,
    `${BERT} SQuAD EM 87.4`,
    `${BERT} SQuAD F1 93.2`,
    "arxiv:2005.14165 Nowhere Bench Loss 1",
  ].sort();

  it("keeps results at the papers that report them, found by id, address or title", async () => {
    const report = await load([...ROWS, row("arxiv:2001.00001", 1), row("", 1), row(BERT, "?"), row(BERT, "x")]);
    expect(report).toMatchObject({
      ...{ read: 6, added: 4, changed: 0, unchanged: 0, withoutPaper: 1, ofUnknownPapers: 1, blank: 1, rejected: 1 },
      unknownPapers: { count: 1, first: ["arxiv:2001.00001"] },
      unknownDatasets: { count: 1, first: ["Nowhere Bench"] },
      ambiguousDatasets: { count: 0, first: [] },
      rejects: [{ line: 8, code: "RECORD_MALFORMED", reason: 'A, F1: not a number: "x"' }],
    });
    expect(await short()).toEqual(ALL);
    expect(await onDataset()).toEqual([94.6, 93.2]);
  });

  it("writes nothing the second time, nor in a dry run, and takes a new value in place of the old one", async () => {
    expect(await load(ROWS, { dryRun: true })).toMatchObject({ added: 4 });
    expect(await list()).toEqual([]);
    await load(ROWS);
    const before = await fingerprint(store);
    const version = await store.read(cypher("MATCH (m:Meta {id: 'data'}) RETURN m.version AS version"));
    expect(await load(ROWS)).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
    expect(await store.read(cypher("MATCH (m:Meta {id: 'data'}) RETURN m.version AS version"))).toEqual(version);
    expect(await fingerprint(store)).toBe(before);
    const corrected = [{ ...ROWS[0], value: 93.3 }];
    expect(await load(corrected)).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(await short()).toEqual(ALL.map((text) => text.replace("93.2", "93.3")));
  });

  it("lists them as rows that come to the same graph again", async () => {
    await load(ROWS);
    const before = await fingerprint(store);
    const rows = await list();
    await wipe(store);
    await ingestPapers(PAPERS);
    expect(await fingerprint(store)).not.toBe(before);
    expect(await load(rows)).toMatchObject({ added: 4, rejected: 0 });
    expect(await fingerprint(store)).toBe(before);
  });

  it("keeps them when papers are ingested and extracted anew, changed or not", async () => {
    await load(ROWS);
    const lines = async () => {
      const all: string[] = [];
      for await (const line of dump(store)) if (line.startsWith("result ")) all.push(line);
      return all;
    };
    const before = await lines();
    expect(before).toHaveLength(4);
    await ingestPapers(PAPERS.map((paper) => ({ ...paper, abstract: `${paper.abstract} It is good.` })));
    await reExtract(store, tools, { all: true });
    expect(await lines()).toEqual(before);
    expect(await onDataset()).toEqual([94.6, 93.2]);
  });

  it("deletes them with their paper, and the name that no other paper reports on", async () => {
    await load(ROWS);
    await remove(store, lookUpName, { ids: [BERT, "2005.14165"] });
    expect(await short()).toEqual([`${ROBERTA} SQuAD F1 94.6`]);
    expect(await store.read(cypher("MATCH (b:Benchmark) RETURN b.key AS key"))).toEqual([{ key: "squad" }]);
  });

  it("gives them to the paper that theirs becomes part of", async () => {
    const lantern = { title: "Lantern: Sparse Routing for Long Documents", year: 2024, authors: ["Ada Berg"] };
    await ingestPapers([{ ...lantern, doi: "10.5555/x" }]);
    await load([row("doi:10.5555/x", 50), row("10.5555/x", 51, { model: "B" })]);
    await ingestPapers([{ ...lantern, arxivId: "2401.00123", abstract: "We route." }]);
    const values = (await list()).map(({ paper, value }) => `${paper} ${value}`).sort();
    expect(values).toEqual(["arxiv:2401.00123 50", "arxiv:2401.00123 51"]);
    expect(await load([row("doi:10.5555/x", 50)])).toMatchObject({ added: 0, unchanged: 1 });
  });

  describe("the dataset of a name", () => {
    it("is found when papers mention it later", async () => {
      await load([row(BERT, 1, { dataset: "glue" })]);
      expect(await onDataset("GLUE")).toBeUndefined();
      await ingestPapers(ON_GLUE);
      expect(await onDataset("GLUE")).toEqual([1]);
    });

    it("is the one that a curator says: merged, renamed, retyped, rejected, and back", async () => {
      await ingestPapers(ON_GLUE);
      await load([row(BERT, 1, { dataset: "Old Questions" }), row(ROBERTA, 2)]);
      let second = 0;
      const decide = async (record: Record<string, unknown>) => {
        const at = new Date(Date.UTC(2026, 0, 1, 0, 0, ++second)).toISOString();
        const decision = parseDecision({ author: "Ada", reason: "because", at, ...record });
        await applyDecisions(store, lookUpName, [decision]);
        return decision.id;
      };
      const alias = await decide({ op: "addAlias", entity: "entity:squad", name: "Old Questions" });
      expect(await onDataset()).toEqual([2, 1]);
      await decide({ op: "rename", entity: "entity:squad", name: "Questions of Stanford" });
      expect(await onDataset("Questions of Stanford")).toEqual([2, 1]);
      await decide({ op: "merge", entity: "entity:squad", into: "entity:glue" });
      expect(await onDataset("GLUE")).toEqual([2, 1]);
      await decide({ op: "undo", decision: alias });
      expect(await onDataset("GLUE")).toEqual([2]);
      const rejected = await decide({ op: "rejectName", name: "SQuAD" });
      expect(await onDataset("GLUE")).toEqual([]);
      await decide({ op: "undo", decision: rejected });
      expect(await onDataset("GLUE")).toEqual([2]);
      expect(await short()).toHaveLength(2);
    });
  });

  it("gives the best of more than are read, and says that others are left out", async () => {
    const rows = Array.from({ length: LIMITS.results + 1 }, (_, i) =>
      row(i % 2 ? BERT : ROBERTA, i, { metric: "MAE", model: `M${i}` }),
    );
    await load(rows);
    const asked = `query ($better: Better) { dataset(name: "SQuAD") {
      results(metric: "mae", better: $better, first: 2) { totalCount truncated nodes { value } } } }`;
    const found = async (better: string | null) =>
      (await ask<{ dataset: { results: unknown } }>(store, asked, { better })).dataset.results;
    const list = { totalCount: LIMITS.results, truncated: true };
    expect(await found(null)).toEqual({ ...list, nodes: [{ value: 0 }, { value: 1 }] });
    expect(await found("HIGHER")).toEqual({ ...list, nodes: [{ value: 10_000 }, { value: 9_999 }] });
  }, 120_000);

  it("is checked by doctor --deep, which mends what is kept twice or under another name", async () => {
    await load(ROWS);
    const before = await fingerprint(store);
    expect(await checkGraph(store)).toMatchObject({ results: 4, findings: [] });
    const damages = [
      `MATCH (p:Paper {id: '${BERT}'})-[r:REPORTS]->(b:Benchmark) WHERE r.metric = 'f1' SET r.metric = 'f one'`,
      `MATCH (p:Paper {id: '${ROBERTA}'})-[r:REPORTS]->(b:Benchmark)
       CREATE (p)-[:REPORTS {id: r.id, dataset: r.dataset, task: r.task, split: r.split, model: r.model, metric: r.metric,
                             metricName: r.metricName, value: r.value, written: r.written, nth: r.nth,
                             source: r.source, url: r.url}]->(b)`,
    ];
    await store.write(damages.map((text) => ({ statement: cypher(text), params: {} })));
    const { findings } = await checkGraph(store, { repair: tools });
    expect(Object.fromEntries(findings.map(({ fault, examples }) => [fault, examples]))).toEqual({
      result: [`${BERT} reports F1 on SQuAD, kept as f one on squad`],
      "doubled result": [`${ROBERTA} reports F1 on SQuAD twice`],
    });
    expect(await fingerprint(store)).toBe(before);
    expect((await checkGraph(store)).findings).toEqual([]);
  });
});
