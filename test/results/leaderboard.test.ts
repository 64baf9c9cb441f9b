import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { importResults } from "../../ingest/results/import-results.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import { ask, fails, listening } from "../graphql/support/ask.js";
import { passes } from "../graphql/support/brute-force.js";
import { loadGraph, papersOf } from "../graphql/support/load-graph.js";
import { anyPaperFilter, randomGraph } from "../graphql/support/random-graph.js";
import { eachStore } from "../support/each-store.js";
import { fileOf, jsonLines } from "../support/papers.js";

const graph = randomGraph();
const RUNS = { embedded: 150, neo4j: 10 };

interface Row {
  readonly paper: string;
  readonly dataset: string;
  readonly metric: string;
  readonly split: string;
  readonly model: string;
  readonly value: number;
}

/** What each metric is called in the graph, and whether less of it is better. */
const METRICS: Readonly<Record<string, readonly [name: string, lower: boolean]>> = {
  Accuracy: ["accuracy", false],
  "Top-1 Acc.": ["top 1 accuracy", false],
  FID: ["fid", true],
  "Abs. loss": ["abs loss", true],
};

const names = graph.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
const anyRow: fc.Arbitrary<Omit<Row, "model">> = fc.record({
  paper: fc.constantFrom(...graph.papers.map(({ id }) => id)),
  dataset: fc.constantFrom(...names),
  metric: fc.constantFrom(...Object.keys(METRICS)),
  split: fc.constantFrom("", "test", "validation"),
  value: fc.constantFrom(-2.5, -1, 0, 2, 3.5, 4, 1200, 1.0000001, 7.25, 60),
});
/** Of a paper, values of one metric are different: what is equal has an order, but not one that can be told from outside. */
const distinct = fc.uniqueArray(anyRow, {
  minLength: 500,
  maxLength: 500,
  selector: ({ paper, metric, value }) => [paper, metric, value].join(),
});
const rows: Row[] = fc
  .sample(fc.noBias(distinct), { numRuns: 1, seed: 7 })
  .flatMap((sample) => sample.map((row, i) => ({ ...row, model: `Model ${i}` })));

/** The dataset that results under a name belong to: of its bearers the one in most papers. */
function datasetOf(name: string): string | undefined {
  const key = normalForm(name);
  const [first] = graph.entities
    .filter((each) => each.kind === "DATASET" && [each.name, ...each.aliases].some((own) => normalForm(own) === key))
    .map(({ id }) => ({ id, papers: papersOf(graph, id).length }))
    .sort((a, b) => b.papers - a.papers || (a.id < b.id ? -1 : 1));
  return first?.id;
}
const homes = new Map(names.map((name) => [name, datasetOf(name)]));
const datasets = graph.entities.filter(({ kind }) => kind === "DATASET").map(({ id }) => id);
const papers = new Map(graph.papers.map((paper) => [paper.id, paper]));

interface Asked {
  readonly metric: string | null;
  readonly split: string | null;
  readonly better: "HIGHER" | "LOWER" | null;
  readonly where: PaperFilter;
}

/** What the documentation of `results` says. */
function bestOn(dataset: string, { metric, split, better, where }: Asked): Row[] {
  const isLower = (row: Row) => (better ? better === "LOWER" : METRICS[row.metric]![1]);
  const name = (row: Row) => METRICS[row.metric]![0];
  const date = (row: Row) => papers.get(row.paper)!.date || "9999";
  return rows
    .filter((row) => homes.get(row.dataset) === dataset && passes(graph, papers.get(row.paper)!, where))
    .filter((row) => (metric === null || row.metric === metric) && (split === null || row.split === split))
    .sort(
      (a, b) =>
        compare(name(a), name(b)) ||
        (isLower(a) ? a.value - b.value : b.value - a.value) ||
        compare(date(a), date(b)) ||
        compare(a.paper, b.paper),
    );
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const asNode = ({ paper, metric, split, model, value }: Row) => {
  const [name, lower] = METRICS[metric]!;
  return {
    ...{ metricName: metric, metric: name, value, better: lower ? "LOWER" : "HIGHER", paper: { id: paper } },
    ...{ split: split || null, model },
  };
};
const NODE = "metricName metric value better split model paper { id }";
const RESULTS = `query ($id: ID!, $metric: String, $split: String, $better: Better, $where: PaperWhere) {
  dataset(id: $id) { results(metric: $metric, split: $split, better: $better, where: $where, first: 100) {
    totalCount truncated nodes { ${NODE} }
} } }`;

const orNull = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadGraph(store, graph);
    const report = await importResults(store, { files: [fileOf(jsonLines(rows))] });
    expect(report).toMatchObject({ read: 500, added: 500, rejected: 0, ofUnknownPapers: 0 });
  });

  describe("the best on a dataset", () => {
    it("are those that a search through all results finds, in any part of the corpus", async () => {
      const asked = fc.record({
        metric: orNull(Object.keys(METRICS)),
        split: orNull(["test", "validation"]),
        better: orNull(["HIGHER", "LOWER"] as const),
        where: fc.oneof(fc.constant({}), anyPaperFilter),
      });
      const property = fc.asyncProperty(fc.constantFrom(...datasets), asked, async (id, given) => {
        const found = bestOn(id, given);
        expect(await ask(store, RESULTS, { id, ...given })).toEqual({
          dataset: {
            results: { totalCount: found.length, truncated: false, nodes: found.slice(0, 100).map(asNode) },
          },
        });
      });
      await fc.assert(property, { numRuns: RUNS[engine] });
    }, 120_000);

    it("are walked page by page without loss or repeat", async () => {
      const id = datasets.find((each) => bestOn(each, ALL).length > 10)!;
      const document = `query ($id: ID!, $after: String) { dataset(id: $id) { results(first: 7, after: $after) {
        nodes { ${NODE} } pageInfo { hasNextPage endCursor } } } }`;
      type Answer = {
        dataset: { results: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      };
      const nodes: unknown[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { results }: Answer["dataset"] = (await ask<Answer>(store, document, { id, after })).dataset;
        nodes.push(...results.nodes);
        after = results.pageInfo.endCursor;
        more = results.pageInfo.hasNextPage;
      }
      expect(nodes).toEqual(bestOn(id, ALL).map(asNode));
    });

    it("have metrics, those of most results first", async () => {
      const document = `query ($id: ID!, $where: PaperWhere) { dataset(id: $id) { metrics(where: $where) {
        totalCount nodes { metric results papers better best } } } }`;
      for (const id of datasets) {
        for (const where of [{}, { years: { from: 2020 } }]) {
          const nodes = Object.entries(METRICS)
            .map(([written, [metric, lower]]) => {
              const own = bestOn(id, { ...ALL, metric: written, where });
              const counts = { results: own.length, papers: new Set(own.map(({ paper }) => paper)).size };
              return { metric, ...counts, better: lower ? "LOWER" : "HIGHER", best: own[0]?.value };
            })
            .filter(({ results }) => results > 0)
            .sort((a, b) => b.results - a.results || compare(a.metric, b.metric));
          expect(await ask(store, document, { id, where })).toEqual({
            dataset: { metrics: { totalCount: nodes.length, nodes } },
          });
        }
      }
    });

    it("are asked for by any spelling of the metric, which may name the split", async () => {
      const id = homes.get(rows.find(({ dataset, metric }) => metric === "Top-1 Acc." && homes.get(dataset))!.dataset)!;
      const ofSpelling = async (metric: string) =>
        (await ask<{ dataset: unknown }>(store, RESULTS, { id, metric })).dataset;
      expect(await ofSpelling("top 1 accuracy (%)")).toEqual(await ofSpelling("Top-1 Acc."));
      const test = await ask(store, RESULTS, { id, metric: "Top-1 Acc.", split: "test" });
      expect(await ofSpelling("Test Top-1 Accuracy")).toEqual(test.dataset);
    });

    it("are asked for in one go for several datasets", async () => {
      const heard = listening(store);
      const selection = 'results(metric: "FID", first: 3) { totalCount nodes { value } } metrics { totalCount }';
      type Answer = { entities: { nodes: { id: string }[] } };
      const document = `{ entities(where: { kinds: [DATASET] }, first: 25) { nodes { id ... on Dataset { ${selection} } } } }`;
      const { entities } = await ask<Answer>(heard.store, document);
      expect(heard.read.filter((name) => name.startsWith("results/")).sort()).toEqual([
        ...["results/count-metrics", "results/list-keys", "results/list-under-names"],
      ]);
      for (const entity of entities.nodes.slice(0, 4)) {
        const alone = await ask(store, `query ($id: ID!) { dataset(id: $id) { id ${selection} } }`, { id: entity.id });
        expect(alone).toEqual({ dataset: entity });
      }
    });

    it("refuse a page that is too large, a metric that is too long and a cursor of another metric", async () => {
      const id = datasets[0];
      const failed = (args: string) =>
        fails(store, `query ($id: ID!) { dataset(id: $id) { results(${args}) { nodes { value } } } }`, { id });
      expect(await failed("first: 101")).toEqual([{ code: "LIMIT_EXCEEDED", got: 101, allowed: 100 }]);
      expect(await failed(`metric: "${"m".repeat(1001)}"`)).toMatchObject([{ code: "LIMIT_EXCEEDED" }]);
      expect(await failed('after: "x"')).toMatchObject([{ code: "BAD_CURSOR" }]);
    });
  });

  describe("a paper", () => {
    it("reports its results by dataset and metric, page by page", async () => {
      const document = `query ($id: ID!, $metric: String, $after: String) { paper(id: $id) {
        results(metric: $metric, first: 3, after: $after) {
          totalCount nodes { datasetName dataset { id } ${NODE} } pageInfo { hasNextPage endCursor } } } }`;
      for (const { id } of graph.papers.slice(0, 8)) {
        const nodes: { datasetName: string; metric: string }[] = [];
        const own = rows.filter(({ paper }) => paper === id);
        for (let after: string | null = null, more = true; more; ) {
          // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the document
          const { results }: any = (await ask<any>(store, document, { id, after })).paper;
          expect(results.totalCount).toBe(own.length);
          nodes.push(...results.nodes);
          after = results.pageInfo.endCursor;
          more = results.pageInfo.hasNextPage;
        }
        const place = ({ datasetName, metric }: (typeof nodes)[number]) => `${normalForm(datasetName)}\n${metric}`;
        expect(nodes.map(place)).toEqual(nodes.map(place).sort());
        const expected = own.map((row) => {
          const home = homes.get(row.dataset);
          return { datasetName: row.dataset, dataset: home ? { id: home } : null, ...asNode(row) };
        });
        expect(new Set(nodes.map((node) => JSON.stringify(node, KEYS)))).toEqual(
          new Set(expected.map((node) => JSON.stringify(node, KEYS))),
        );
      }
    });
  });
});

const ALL: Asked = { metric: null, split: null, better: null, where: {} };
const KEYS = ["datasetName", "dataset", "id", "metricName", "metric", "value", "better", "split", "model", "paper"];
