import { describe, expect, it } from "@jest/globals";
import { parseColumnMap } from "../../ingest/read/read-papers.js";
import { fixture, places, readAll, texts, titles, useFiles } from "./reading.js";

const files = useFiles();

describe("a table of papers", () => {
  it("is read with quoted commas, quotes and line breaks, columns by their usual names", async () => {
    const { papers, lines, rejects, error } = await readAll(fixture("papers.csv"));
    expect(papers.map(({ codeUrls, collections, arxivId, ...paper }) => paper)).toEqual([
      {
        id: "doi:10.5555/lantern",
        title: "Lantern: Sparse Routing, for Long Documents",
        abstract: 'Reading long documents is "expensive". We present Lantern.',
        year: 2024,
        date: "2024",
        venue: "TMLR",
        authors: ["Berg, A.", "Ruiz, T."],
        url: "https://example.org/lantern",
        doi: "10.5555/lantern",
      },
      {
        id: "b-2",
        title: "PebbleNet",
        abstract: 'It fits into 5" of board space.',
        year: 2022,
        date: "2022",
        venue: null,
        authors: ["Ines da Silva"],
        url: null,
        doi: null,
      },
      {
        id: expect.stringMatching(/^hash:/),
        title: "Why Retrieval Hurts",
        abstract: "",
        year: null,
        date: "",
        venue: null,
        authors: ["Noor Khan", "Eva Lind"],
        url: null,
        doi: null,
      },
    ]);
    expect({ lines, rejects, error }).toEqual({ lines: [2, 5, 6], rejects: [], error: undefined });
  });

  it("is read with tabs, where quotes may be text", async () => {
    expect(texts(await readAll(fixture("papers.tsv")))).toEqual([
      { title: '"Learning to Wait', abstract: 'When should an agent "act"?' },
      { title: "Do Small Models Need Big Teachers?", abstract: "We train students." },
    ]);
  });

  it("is read with semicolons and the hint that Excel writes", async () => {
    const outcome = await readAll(fixture("papers-semicolon.csv"));
    expect([titles(outcome), outcome.lines]).toEqual([
      ["Gossip; Trust", "Learning to Wait"],
      [3, 4],
    ]);
  });

  it.each([
    ["title,abstract", "A,b"],
    ["Paper Title,Abstract Note,Publication Year", "A,b,2020"],
    [" title ; abstract;year", "A;b;2020"],
    ["TI\tAB\tPY", "A\tb\t2020"],
    ['"id","document_title","Summary"', '"x1","A","b"'],
    ["\ufefftitle,abstract", "A,b"],
  ])("is recognised by the header %j", async (header, row) => {
    expect(texts(await files.read(`${header}\n${row}\n`))).toEqual([{ title: "A", abstract: "b" }]);
  });

  it("with one column is read when the format is named", async () => {
    expect(titles(await files.read("title\nA\nB\n", { format: "csv" }))).toEqual(["A", "B"]);
  });

  it.each([
    ["by their names", "title=Headline,abstract=Text,year=When"],
    ["by name or number", "title=2, abstract=Text"],
  ])("has its columns mapped %s", async (_, map) => {
    expect(texts(await readAll(fixture("csv/other-names.csv"), { map: parseColumnMap(map) }))).toEqual([
      { title: "Lantern lights", abstract: "Reading is slow & costly." },
      { title: "Learning to Wait", abstract: "When to act?" },
    ]);
  });

  it("without a header has its columns mapped by number", async () => {
    const { papers } = await files.read("x,A Title,2020\ny,B Title,2021\n", { map: parseColumnMap("title=2,year=3") });
    expect(papers.map(({ title, year }) => [title, year])).toEqual([
      ["A Title", 2020],
      ["B Title", 2021],
    ]);
  });

  it("whose mapped column is missing is refused, naming what it has", async () => {
    const { error } = await readAll(fixture("csv/other-names.csv"), { map: parseColumnMap("title=Heading") });
    expect(error).toMatchObject({ code: "COLUMN_MISSING", message: expect.stringContaining('"Headline"') });
  });

  it.each(["title", "colour=3", "title=", ""])("cannot be mapped by %j", (map) => {
    expect(() => parseColumnMap(map)).toThrow(expect.objectContaining({ code: "BAD_USAGE" }));
  });

  it("without a column for the title is refused, naming what it has", async () => {
    const path = await files.write("id,abstract,year\n1,b,2020\n");
    const { papers, error } = await readAll(path);
    expect([papers, error?.code, error?.details]).toEqual([[], "COLUMN_MISSING", { file: path, line: 1 }]);
    expect(error?.message).toContain('found "id", "abstract", "year"');
  });
});

describe("a broken row", () => {
  const table = (...rows: string[]) => `title,abstract,year\n${rows.join("\n")}\n`;

  it.each([
    ["has too few cells", ["A,a,1999", "B,b", "C,c,2001"], ["A", "C"], [[3, "RECORD_MALFORMED"]]],
    ["has too many cells", ["A,a,1999", "B,b,2000,more", "C,c,2001"], ["A", "C"], [[3, "RECORD_MALFORMED"]]],
    ["has no title", ["A,a,1999", ",b,2000", "C,c,2001"], ["A", "C"], [[3, "RECORD_MALFORMED"]]],
    [
      "misses the quote that closes",
      ['A,"a",1999', 'B,"b,2000', 'C,"c",2001', "D,d,2002"],
      ["A", "C", "D"],
      [[3, "RECORD_MALFORMED"]],
    ],
    [
      "misses the quote that opens",
      ['A,"a",1999', 'B,b, and b",2000', 'C,"c",2001'],
      ["A", "C"],
      [[3, "RECORD_MALFORMED"]],
    ],
    [
      "misses a quote at the end of the file",
      ['A,"a",1999', 'B,"b,2000', "C,c,2001"],
      ["A", "C"],
      [[3, "RECORD_MALFORMED"]],
    ],
  ])("that %s is rejected at its line, and no other", async (_, rows, expected, rejected) => {
    const outcome = await files.read(table(...rows));
    expect([titles(outcome), places(outcome)]).toEqual([expected, rejected]);
  });

  it("is not one that only has empty cells more, or nothing else", async () => {
    const outcome = await files.read(table("A,a,1999,,", ",,", "", "C,c,2001"));
    expect([titles(outcome), places(outcome)]).toEqual([["A", "C"], []]);
  });

  it("with bytes that are not UTF-8 is rejected at the line that has them, also amid quoted lines", async () => {
    const rows = ['A,"one', 'caf\u00e9",1999', "B,b,2000"];
    const outcome = await files.read(Buffer.from(table(...rows), "latin1"));
    expect([titles(outcome), places(outcome)]).toEqual([["B"], [[3, "ENCODING_INVALID"]]]);
  });

  it("whose quote is never closed costs no more than itself in a long table", async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `Paper ${at},text,2000`);
    rows[10] = 'Paper 10,"text,2000';
    const outcome = await files.read(table(...rows));
    expect([outcome.papers.length, places(outcome)]).toEqual([4_999, [[12, "RECORD_MALFORMED"]]]);
  });
});
