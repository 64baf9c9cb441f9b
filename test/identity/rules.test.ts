import { describe, expect, it } from "@jest/globals";
import { identify } from "../../ingest/identify.js";
import { originOf } from "../../ingest/identify-record.js";
import { groupRecords } from "../../ingest/identity/group.js";
import { familyName, titleKey } from "../../ingest/identity/keys.js";
import { mergeRecords } from "../../ingest/identity/merge.js";
import type { PaperRecord } from "../../ingest/identity/paper-record.js";
import type { Paper } from "../../ingest/paper.js";
import type { RawRecord } from "../../ingest/read/reader.js";

const recordOf = (source: string, raw: RawRecord): PaperRecord => {
  const paper = identify(raw);
  if ("code" in paper) throw new Error(paper.reason);
  return { paper, origin: originOf(raw, paper, source) };
};
const TITLE = "Lantern: Sparse Routing for Long Documents";
const of = (raw: RawRecord): RawRecord => ({ title: TITLE, year: 2024, authors: ["Ada Berg"], ...raw });

describe("records of one paper", () => {
  it.each<[string, RawRecord, RawRecord, boolean]>([
    ["one DOI", { title: "A", doi: "10.5555/X" }, { title: "B", doi: "https://doi.org/10.5555/x" }, true],
    [
      "one arXiv id, of two versions",
      { title: "A", arxivId: "2401.00123v1" },
      { title: "B", id: "arXiv:2401.00123v3" },
      true,
    ],
    [
      "arXiv's DOI and its id",
      { title: "A", doi: "10.48550/arXiv.2401.00123" },
      { title: "B", arxivId: "2401.00123" },
      true,
    ],
    [
      "an id beside its own",
      { title: "A", doi: "10.5555/x", otherIds: ["pmid:7"] },
      { title: "B", id: "pmid:7" },
      true,
    ],
    [
      "an address that holds the id of a site",
      { title: "A", url: "https://openreview.net/forum?id=abcDEF" },
      { title: "B", id: "openreview:abcDEF" },
      true,
    ],
    ["title, author and year", of({ doi: "10.5555/x" }), of({ authors: ["Berg, A."] }), true],
    ["title, author and the year beside", of({ arxivId: "2312.00001", year: 2023 }), of({ doi: "10.5555/x" }), true],
    [
      "title in other letters",
      of({ title: "LANTERN -- sparse routing, for long documents." }),
      of({ doi: "10.5555/x" }),
      true,
    ],
    ["title and author, years apart", of({ year: 2020 }), of({ doi: "10.5555/x" }), false],
    ["title and year, another author", of({ authors: ["Wei Zhang"] }), of({ doi: "10.5555/x" }), false],
    ["title, author and year, but two DOIs", of({ doi: "10.5555/a" }), of({ doi: "10.5555/b" }), false],
    ["title, author and year, but two arXiv ids", of({ arxivId: "2401.00001" }), of({ arxivId: "2401.00002" }), false],
    ["title alone", { title: TITLE, doi: "10.5555/x" }, { title: TITLE, year: 2024 }, false],
    [
      "a title of many papers",
      of({ title: "Editorial: the year", doi: "10.5555/x" }),
      of({ title: "Editorial: the year" }),
      false,
    ],
  ])("have %s", (_, a, b, same) => {
    expect(groupRecords([recordOf("crossref", a), recordOf("bibtex", b)])).toHaveLength(same ? 1 : 2);
  });

  it("are joined over a third one", () => {
    const a = recordOf("dblp", { title: "A", doi: "10.5555/x" });
    const b = recordOf("arxiv", { title: "B", arxivId: "2401.00123" });
    const bridge = recordOf("openalex", { title: "C", doi: "10.5555/x", arxivId: "2401.00123" });
    expect(groupRecords([a, b])).toHaveLength(2);
    expect(groupRecords([a, b, bridge])).toHaveLength(1);
  });
});

describe("the family name", () => {
  it.each([
    ["Ada Berg", "berg"],
    ["Berg, Ada", "berg"],
    ["Berg A.", "berg"],
    ["Berg AB", "berg"],
    ["Jos van der Meer", "meer"],
    ["van der Meer, Jos", "meer"],
    ["Martin Luther King, Jr.", "king"],
    ["In\u00eas L\u00f3pez", "lopez"],
    ["\u738b\u4f1f", "\u738b\u4f1f"],
    ["", ""],
  ])("of %j is %j", (author, family) => {
    expect(familyName(author)).toBe(family);
  });
});

describe("title and author", () => {
  const paper = (fields: RawRecord) => recordOf("json", of(fields)).paper;
  it.each<RawRecord>([
    { title: "LoRA" },
    { authors: [] },
    { year: "" },
    { title: "Guest Editorial on Routes" },
    { title: "Erratum" },
  ])("say too little in %j", (fields) => {
    expect(titleKey(paper(fields))).toBeNull();
  });

  it("are enough in scripts of few signs", () => {
    expect(titleKey(paper({ title: "\u4e2d\u6587\u8bba\u6587" }))).toMatch(/^[0-9a-f]{24}$/);
  });
});

describe("a merged paper", () => {
  const long = "We route tokens of long documents by their light, and it is fast.";
  const records = [
    recordOf(
      "bibtex",
      of({ title: "lantern", abstract: long.slice(0, 20), year: 2025, authors: ["Berg, A."], venue: "NeurIPS" }),
    ),
    recordOf(
      "arxiv",
      of({ arxivId: "2401.00123", abstract: long, date: "2024-01-02", codeUrls: ["https://example.org/b"] }),
    ),
    recordOf(
      "crossref",
      of({ doi: "10.5555/x", date: "2024-03", authors: [], venue: "arXiv", codeUrls: ["https://example.org/a"] }),
    ),
  ];
  const expected: Paper = {
    id: "arxiv:2401.00123",
    title: TITLE,
    abstract: long,
    year: 2024,
    date: "2024-01-02",
    venue: "NeurIPS",
    authors: ["Ada Berg"],
    url: null,
    doi: "10.5555/x",
    arxivId: "2401.00123",
    codeUrls: ["https://example.org/a", "https://example.org/b"],
    collections: [],
  };

  it("has each field of the best source, in whatever order the records come", () => {
    const [a, b, c] = records as [PaperRecord, PaperRecord, PaperRecord];
    for (const order of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
      [b, c, a],
    ])
      expect(mergeRecords(order)).toEqual(expected);
  });

  it("of one record is that record", () => {
    expect(mergeRecords([records[1]!])).toEqual(records[1]!.paper);
  });
});
