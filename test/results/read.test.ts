import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { type ReadOptions, type ResultItem, readResults } from "../../ingest/results/read-results.js";
import { packageRoot } from "../../src/package-root.js";
import { fileOf } from "../support/papers.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const read = async (path: string, options?: ReadOptions): Promise<ResultItem[]> => {
  const items: ResultItem[] = [];
  for await (const item of readResults(path, options)) items.push(item);
  return items;
};

/** A result in a line: paper | dataset | split | model | metric = value; a reject as line and reason. */
const line = (item: ResultItem): string => {
  if (item.kind === "blank") return "blank";
  if (item.kind === "reject") return `${item.line} ${item.code} ${item.reason}`;
  const { paper, result } = item;
  const { dataset, split, model, metric, value } = result;
  return [paper.id || paper.url || paper.title, dataset, split, model, `${metric} = ${value}`].join(" | ");
};
const linesOf = async (text: string, options?: ReadOptions) => (await read(fileOf(text, "results"), options)).map(line);

const row = (
  model: string,
  metrics: Record<string, unknown>,
  paper = "https://arxiv.org/abs/1810.04805v2",
  more = {},
) => {
  return { model_name: model, metrics, paper_url: paper, paper_title: "", paper_date: null, ...more };
};
const table = (dataset: string, rows: readonly unknown[], more = {}) => ({ dataset, sota: { rows }, ...more });
const task = (name: string, datasets: readonly unknown[], subtasks: readonly unknown[] = []) => {
  return { task: name, categories: [], datasets, subtasks };
};
const URL = "https://arxiv.org/abs/1810.04805v2";

describe("evaluation tables", () => {
  it("give a result for each metric of each row, of subtasks and parts of datasets too", async () => {
    const parts = [{ subdataset: "Hard", sota: { rows: [row("C", { F1: "70" })] } }];
    const inner = task("Inner", [table("Bar", [row("B", { FID: "3.5" })])]);
    const tables = [
      task("Outer", [table("Foo Bench", [row("A", { F1: "80", EM: "" })], { subdatasets: parts })], [inner]),
    ];
    const expected = [
      `${URL} | Foo Bench |  | A | f1 = 80`,
      "blank",
      `${URL} | Foo Bench | hard | C | f1 = 70`,
      `${URL} | Bar |  | B | fid = 3.5`,
    ];
    expect(await linesOf(JSON.stringify(tables))).toEqual(expected);
    expect(await linesOf(JSON.stringify(tables, null, 2))).toEqual(expected);
    expect(await linesOf(`${JSON.stringify(tables[0])}\n`)).toEqual(expected);
    const packed = join(temporaryFolder(), "tables.json.gz");
    writeFileSync(packed, gzipSync(JSON.stringify(tables)));
    expect((await read(packed)).map(line)).toEqual(expected);
  });

  it("are in percent where all of a share are fractions, and as they are otherwise", async () => {
    const rows = [
      row("A", { F1: "0.675", Accuracy: "0.9", Loss: "0.5" }),
      row("B", { F1: "0.57", Accuracy: "91", Loss: "0.4" }),
    ];
    expect(
      (await linesOf(JSON.stringify(task("T", [table("Foo", rows)])))).map((text) => text.split(" | ").at(-1)),
    ).toEqual([...["f1 = 67.5", "accuracy = 0.9", "loss = 0.5"], ...["f1 = 57", "accuracy = 91", "loss = 0.4"]]);
  });

  it("say where a value is that cannot be read, and go on", async () => {
    const rows = [row("A", { F1: "best" }), row("B", { F1: "80", "%": "1" }), row("", { F1: [1] })];
    expect(
      await linesOf(`\n[\n${JSON.stringify(task("T", [table("Foo", rows), table("", [row("D", { F1: "1" })])]))}]`),
    ).toEqual([
      '3 RECORD_MALFORMED datasets[0].sota: A, F1: not a number: "best"',
      `${URL} | Foo |  | B | f1 = 80`,
      "3 RECORD_MALFORMED datasets[0].sota: B, %: no name of a metric",
      "3 RECORD_MALFORMED datasets[0].sota: no model, F1: a value that is a list",
      "3 RECORD_MALFORMED datasets[1].sota: D, F1: no name of a dataset",
    ]);
  });

  it("keep apart what only differs in its value, and take the same twice for one", async () => {
    const rows = [row("A", { F1: "80" }), row("A", { F1: "81" }), row("A", { F1: "80" })];
    const items = await read(fileOf(JSON.stringify(task("T", [table("Foo", rows)]))));
    const [first, second, third] = items.map((item) => (item.kind === "result" ? item.result.id : ""));
    expect(first).not.toBe(second);
    expect(third).toBe(first);
  });
});

const CARD = `---
license: mit
tags:
- arxiv:1907.11692
- text
model-index:
- name: Robin
  results:
  - task: {type: question-answering, name: Question Answering}
    dataset: {name: Foo Bench, type: foo, config: plain, split: dev}
    metrics:
    - {type: f1, value: 0.912, name: F1}
    - {type: exact_match, value: 85.25}
  - dataset: {type: org/bar, config: default}
    metrics: [{type: wer, value: "12.5", name: Test WER}]
    source: {name: Paper, url: "https://arxiv.org/abs/1810.04805"}
---
# Robin
--- not metadata
`;

describe("model cards", () => {
  it("give the results of their model-index, of the paper of the source or of the tags", async () => {
    const expected = [
      "arxiv:1907.11692 | Foo Bench | plain dev | Robin | f1 = 91.2",
      "arxiv:1907.11692 | Foo Bench | plain dev | Robin | exact match = 85.25",
      "https://arxiv.org/abs/1810.04805 | bar | test | Robin | wer = 12.5",
    ];
    expect(await linesOf(CARD)).toEqual(expected);
  });

  it("leave the paper open where the tags name several, unless it is given", async () => {
    const card = CARD.replace("- text", "- arxiv:2001.00001");
    expect((await linesOf(card))[0]).toBe(" | Foo Bench | plain dev | Robin | f1 = 91.2");
    expect((await linesOf(card, { paper: "arxiv:2001.00001", model: "Wren" }))[0]).toBe(
      "arxiv:2001.00001 | Foo Bench | plain dev | Wren | f1 = 91.2",
    );
  });

  it("have entries of their own below .eval_results", async () => {
    const folder = join(temporaryFolder(), "Robin-7B", ".eval_results");
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "foo.yaml");
    const entries =
      "- dataset: {id: org/foo, task_id: default}\n  value: 20.90\n  notes: with tools\n- dataset: {id: bar}\n  value: x\n";
    writeFileSync(path, entries);
    expect((await read(path, { paper: "arxiv:1907.11692" })).map(line)).toEqual([
      "arxiv:1907.11692 | foo |  | Robin-7B (with tools) | score = 20.9",
      '4 RECORD_MALFORMED Robin-7B, score: not a number: "x"',
    ]);
  });
});

describe("rows", () => {
  it("are results by themselves", async () => {
    const rows = [
      {
        paper: "arxiv:1810.04805",
        dataset: "Foo",
        metric: "Test Accuracy",
        value: 0.5,
        model: "A",
        source: "my notes",
      },
      { paper: "10.1/x", dataset: "Foo", metric: "Accuracy", value: 0.5, written: "0.5" },
      { dataset: "Foo", metric: "Accuracy", value: "" },
    ];
    expect(await linesOf(rows.map((each) => JSON.stringify(each)).join("\n"))).toEqual([
      "arxiv:1810.04805 | Foo | test | A | accuracy = 50",
      "10.1/x | Foo |  |  | accuracy = 0.5",
      "blank",
    ]);
  });
});

describe("a file", () => {
  it.each([
    ["a paper", '{"title": "A", "abstract": "B"}\n', /^1 RECORD_MALFORMED no results: neither/],
    ["a broken line", '{"dataset": "Foo", \n', /^1 RECORD_MALFORMED the file ends in the middle/],
    ["a list of numbers", "[1, 2]", /^1 RECORD_MALFORMED not an object/],
    ["text", "Results are good.\n", /^1 RECORD_MALFORMED not an object/],
    ["broken YAML", "- dataset: {id: foo\n  value: ]\n", /^\d RECORD_MALFORMED not YAML, nor JSON/],
  ])("with %s rejects it with line and reason", async (_what, text, expected) => {
    const [first] = await linesOf(text);
    expect(first).toMatch(expected);
  });

  it.each([
    ["that is not there", () => "nowhere.json", "FILE_NOT_FOUND"],
    ["that is empty", () => fileOf("  \n"), "FILE_EMPTY"],
    ["without a result", () => fileOf('[{"task": "T", "datasets": []}]'), "FILE_EMPTY"],
    [
      "that is cut",
      () => fileOf(`[${JSON.stringify(task("T", [table("Foo", [row("A", { F1: "1" })])]))},`),
      "FILE_TRUNCATED",
    ],
  ])("%s is refused", async (_what, path, code) => {
    await expect(read(path())).rejects.toMatchObject({ code });
  });

  const samples = join(packageRoot, "..", "shared", "data", "formats", "pwc");
  (existsSync(samples) ? it : it.skip)("of Papers with Code is read whole (needs ../shared)", async () => {
    const counts = async (name: string) => {
      const kinds = (await read(join(samples, name))).map(({ kind }) => kind);
      return ["result", "blank", "reject"].map((kind) => kinds.filter((each) => each === kind).length);
    };
    expect(await counts("sota-extractor_hotpotqa.json")).toEqual([426, 0, 0]);
    expect(await counts("sota-extractor_snli.json")).toEqual([188, 4, 0]);
  });
});
