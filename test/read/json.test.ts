import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { JsonCutter } from "../../ingest/read/json-values.js";
import { fixture, places, readAll, titles, useFiles } from "./reading.js";

const files = useFiles();
const TITLES = ["Lantern: Sparse Routing for Long Documents", "Why Retrieval Hurts", "PebbleNet", "Learning to Wait"];

describe("papers in JSON", () => {
  it.each(["papers.jsonl", "papers.json", "papers-wrapped.data"])(
    "are read whole from %s, fields by their usual names",
    async (name) => {
      const { papers, rejects, error } = await readAll(fixture(name));
      expect(papers.map((paper) => ({ ...paper, abstract: paper.abstract.slice(0, 12) }))).toEqual([
        {
          id: "arxiv:2401.00123",
          title: TITLES[0],
          abstract: "Reading long",
          year: 2024,
          date: "2024",
          venue: "TMLR",
          authors: ["Ada Berg", "Tom\u00e1s Ruiz"],
          url: "https://arxiv.org/abs/2401.00123v2",
          doi: null,
          arxivId: "2401.00123",
          codeUrls: [],
          collections: [],
        },
        {
          id: "doi:10.5555/abc.17",
          title: TITLES[1],
          abstract: "Retrieved pa",
          year: 2023,
          date: "2023-05-04",
          venue: "Proceedings of a Workshop",
          authors: ["Noor Khan", "Eva Lind"],
          url: null,
          doi: "10.5555/abc.17",
          arxivId: null,
          codeUrls: ["https://example.org/why"],
          collections: [],
        },
        {
          id: expect.stringMatching(/^hash:[0-9a-f]{16}$/),
          title: TITLES[2],
          abstract: "We describe ",
          year: 2022,
          date: "2022-03",
          venue: null,
          authors: ["Ines da Silva", "Wei Zhang"],
          url: "https://example.org/pebble",
          doi: null,
          arxivId: null,
          codeUrls: [],
          collections: [],
        },
        {
          id: expect.stringMatching(/^hash:[0-9a-f]{16}$/),
          title: TITLES[3],
          abstract: "",
          year: 2021,
          date: "2021",
          venue: null,
          authors: [],
          url: null,
          doi: null,
          arxivId: null,
          codeUrls: [],
          collections: [],
        },
      ]);
      expect({ rejects, error }).toEqual({ rejects: [], error: undefined });
    },
  );

  it("keep their collections and get the one that is named", async () => {
    const { papers } = await files.read('{"title":"A","collections":["b","a"]}\n', { collection: "mine" });
    expect(papers[0]!.collections).toEqual(["a", "b", "mine"]);
  });

  it("as papergraph itself writes them come back the same", async () => {
    const [paper] = (await readAll(fixture("papers.jsonl"))).papers;
    expect((await files.read(JSON.stringify(paper))).papers).toEqual([paper]);
  });

  it.each([
    ["one object", '{"title":"A"}', ["A"]],
    ["an object over several lines", '{\n "title": "A"\n}', ["A"]],
    ["objects over several lines, one after another", '{\n "title": "A"\n}\n{\n "title": "B"\n}\n', ["A", "B"]],
    ["a list on one line", '[{"title":"A"},{"title":"B"}]', ["A", "B"]],
    ["a list with one element a line", '[\n{"title":"A"},\n{"title":"B"}\n]\n', ["A", "B"]],
    ["an object around a list", '{"total":2,"data":[{"title":"A"},{"title":"B"}]}', ["A", "B"]],
    [
      "an object around a list over several lines",
      '{\n "results": [\n  {"title": "A"}\n ],\n "next": {"page": [1, "]"]}\n}',
      ["A"],
    ],
    [
      "several objects around lists, as of pages of an API",
      '{"data":[{"title":"A"}]}\n{"data":[{"title":"B"}]}\n',
      ["A", "B"],
    ],
    ["lines that end in carriage return and line feed", '{"title":"A"}\r\n{"title":"B"}\r\n', ["A", "B"]],
    ["lines without an end at the last", '{"title":"A"}\n{"title":"B"}', ["A", "B"]],
    ["a byte order mark, also where files were joined", '\ufeff{"title":"A"}\n\ufeff{"title":"B"}\n', ["A", "B"]],
    ["a record that has a field called data", '{"title":"A","data":[{"title":"no"}]}', ["A"]],
    ["brackets and quotes within texts", '[{"title":"A ]} \\" {[ \\\\"},{"title":"B"}]', ['A ]} " {[ \\', "B"]],
  ])("are read from %s", async (_, content, expected) => {
    const outcome = await files.read(content);
    expect(titles(outcome)).toEqual(expected);
    expect({ rejects: outcome.rejects, error: outcome.error }).toEqual({ rejects: [], error: undefined });
  });

  it("have the line at which they start", async () => {
    expect((await files.read('[\n\n{"title":\n"A"},\n  {"title":"B"}]')).lines).toEqual([3, 5]);
    expect((await files.read('\n{"title":"A"}\n\n{"title":"B"}\n')).lines).toEqual([2, 4]);
  });
});

describe("a broken record", () => {
  const good = '{"id":"a","title":"A","authors":[{"name":"X"}]}';
  const last = '{"id":"z","title":"Z","authors":[{"name":"Y"}]}';
  const BROKEN: [string, string][] = [
    ["misses a quote", '{"id":"b,"title":"B","authors":[{"name":"X"}]}'],
    ["misses the quote of its last text", '{"id":"b","title":"B","authors":[{"name":"X}]}'],
    ["misses a comma", '{"id":"b" "title":"B"}'],
    ["misses a bracket", '{"id":"b","title":"B","authors":[{"name":"X"}'],
    ["has a bracket too many", '{"id":"b","title":"B"}}'],
    ["has a word that is no value", '{"id":"b","title":nothing}'],
    ["is no object", '"just text"'],
    ["has no title", '{"id":"b","name":"B"}'],
    ["is null", "null"],
  ];

  it.each(BROKEN)("that %s is rejected, and no other: lines", async (_, record) => {
    const outcome = await files.read(`${good}\n${record}\n${last}\n`);
    expect(titles(outcome)).toEqual(["A", "Z"]);
    expect(places(outcome)).toEqual([[2, "RECORD_MALFORMED"]]);
  });

  it.each(BROKEN.filter(([what]) => !what.includes("bracket")))(
    "that %s is rejected, and no other: list",
    async (_, record) => {
      for (const content of [
        `[${good},\n${record},\n${last}]`,
        `{"papers": [\n${good},${record},${last}]}`,
        `[${good},${record},${last}]`,
      ]) {
        const outcome = await files.read(content);
        expect(titles(outcome)).toEqual(["A", "Z"]);
        expect(outcome.rejects.length).toBeGreaterThanOrEqual(1);
        expect(new Set(outcome.rejects.map((reject) => reject.code))).toEqual(new Set(["RECORD_MALFORMED"]));
      }
    },
  );

  it("that misses a bracket costs no other in a list; in an object around it the file counts as cut", async () => {
    const record = '{"id":"b","title":"B","authors":[{"name":"X"}';
    const list = await files.read(`[${good},\n${record},\n${last},${good}]`);
    expect([titles(list), places(list)]).toEqual([["A", "Z", "A"], [[2, "RECORD_MALFORMED"]]]);
    const within = await files.read(`{"papers":[${good},${record},${last}]}`);
    expect(within.error).toMatchObject({ code: "FILE_TRUNCATED" });
  });

  it("that has a bracket too many is read, and the bracket told", async () => {
    const outcome = await files.read(`[${good},{"id":"b","title":"B"}},${last}]`);
    expect([titles(outcome), places(outcome)]).toEqual([["A", "B", "Z"], [[1, "RECORD_MALFORMED"]]]);
  });

  it("shows where it is and what it says", async () => {
    const path = await files.write('{"title":"A"}\n{"name":"B","year":1}\n');
    expect((await readAll(path)).rejects).toEqual([
      {
        kind: "reject",
        file: path,
        line: 2,
        code: "RECORD_MALFORMED",
        reason: expect.stringMatching(/^no title; the object has name, year; a title is read from title, papertitle/),
        excerpt: '{"name":"B","year":1}',
      },
    ]);
  });

  it("at the end, where the file is cut, is told; so is a list that is never closed", async () => {
    const within = await files.read('[{"title":"A"},{"title":"B"');
    expect([titles(within), places(within), within.error]).toEqual([["A"], [[1, "RECORD_MALFORMED"]], undefined]);
    const between = await files.read('[{"title":"A"},\n{"title":"B"},\n');
    expect([titles(between), places(between)]).toEqual([["A", "B"], []]);
    expect(between.error).toMatchObject({ code: "FILE_TRUNCATED", details: { line: 2 } });
  });
});

describe("cutting JSON into values", () => {
  it("gives the same whatever the size of the pieces that it is fed", () => {
    const bytes = readFileSync(fixture("papers-wrapped.data"));
    const cut = (size: number) => {
      const cutter = new JsonCutter();
      const values = [];
      for (let at = 0; at < bytes.length; at += size) values.push(...cutter.push(bytes.subarray(at, at + size)));
      return [...values, ...cutter.end().values].map((value) => JSON.parse(value.bytes.toString("utf8")));
    };
    const whole = JSON.parse(bytes.toString("utf8")).papers;
    for (const size of [1, 2, 3, 7, 64, 1_000, 100_000]) expect(cut(size)).toEqual(whole);
  });
});
