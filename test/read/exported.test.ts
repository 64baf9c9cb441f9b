import { describe, expect, it } from "@jest/globals";
import { places, useFiles } from "./reading.js";

const mention = {
  entity: "entity:bert",
  name: "BERT",
  acronym: "BRT",
  kind: "MODEL",
  role: "USES",
  confidence: 0.9,
  spans: [
    { field: "title", start: 0, end: 4 },
    { field: "abstract", start: 8, end: 12 },
  ],
  readAs: "entity:bert",
};

const record = {
  id: "doi:10.1/x",
  title: "BERT &amp; more",
  abstract: "We call BERT \u{1f600} $\\beta$.",
  year: 2020,
  date: "2020-02-01",
  venue: "Some venue",
  authors: ["Doe; Jane"],
  url: "https://example.org/x",
  doi: "10.1/x",
  arxivId: "2002.00001",
  codeUrls: ["https://example.org/code"],
  collections: ["b", "a"],
  extractorVersion: "test-1",
  mentions: [mention],
};

describe("a record that was exported", () => {
  const files = useFiles();
  const readOne = (value: unknown, options = {}) => files.read(JSON.stringify(value), options);

  it("is the paper as it was, with what was read in it", async () => {
    const { papers, rejects } = await readOne(record);
    const { extractorVersion, mentions: _, ...own } = record;
    const { entity: __, name, acronym, kind, ...link } = mention;
    const reading = {
      extractorVersion,
      links: [{ ...link, readName: name, readAcronym: acronym, readKind: kind }],
    };
    expect({ papers, rejects }).toEqual({ papers: [{ ...own, collections: ["a", "b"], reading }], rejects: [] });
  });

  it("needs no more than id, title, version and mentions", async () => {
    const { papers } = await readOne({ id: "x1", title: "T", extractorVersion: "v", mentions: [] });
    expect(papers).toEqual([
      {
        ...{ id: "x1", title: "T", abstract: "", year: null, date: "", venue: null, authors: [], url: null, doi: null },
        ...{ arxivId: null, codeUrls: [], collections: [], reading: { extractorVersion: "v", links: [] } },
      },
    ]);
  });

  it("comes into one more collection where that is asked for", async () => {
    const { papers } = await readOne(record, { collection: "aa" });
    expect(papers[0]?.collections).toEqual(["a", "aa", "b"]);
  });

  it.each([
    ["without a version", { ...record, extractorVersion: undefined }],
    ["with mentions that are no list", { ...record, mentions: "many" }],
  ])("%s is a paper of any source", async (_name, value) => {
    const { papers } = await readOne(value);
    expect(papers).toMatchObject([{ id: "arxiv:2002.00001" }]);
    expect(papers[0]).not.toHaveProperty("reading");
  });

  const withMention = (change: object) => ({ ...record, mentions: [{ ...mention, ...change }] });
  const withSpans = (...spans: (readonly [string, number, number])[]) =>
    withMention({ spans: spans.map(([field, start, end]) => ({ field, start, end })) });

  it.each([
    ["no id", { ...record, id: undefined }, /id: /],
    ["an id of an entity", { ...record, id: "entity:bert" }, /id: /],
    ["no title", { ...record, title: "" }, /title: /],
    ["a line break in a text", { ...record, abstract: "We call BERT\n." }, /abstract: not as papergraph writes text/],
    ["half a surrogate pair", { ...record, venue: "\ud800" }, /venue: not as papergraph writes text/],
    ["a title above the limit", { ...record, title: "x".repeat(2_001) }, /title: /],
    ["a date that is none", { ...record, date: "2020-02-31" }, /date: /],
    ["an address that is none", { ...record, url: "javascript:alert(1)" }, /url: not a web address/],
    ["a name that is none", withMention({ name: "-" }), /mentions\.0\.name: not a name/],
    ["an unknown kind", withMention({ kind: "Model" }), /mentions\.0\.kind: /],
    ["an unknown role", withMention({ role: "LIKES" }), /mentions\.0\.role: /],
    ["a confidence above 1", withMention({ confidence: 1.1 }), /mentions\.0\.confidence: /],
    ["an id that is no entity's", withMention({ readAs: "bert" }), /mentions\.0\.readAs: /],
    ["two mentions under one id", { ...record, mentions: [mention, mention] }, /mentions\.1: its readAs is that of/],
    ["a span of no field", withSpans(["body", 0, 1]), /mentions\.0\.spans\.0\.field: /],
    ["a span before the text", withSpans(["title", -1, 1]), /spans\.0\.start: /],
    ["a span that ends beyond the text", withSpans(["title", 0, 16]), /mentions\.0: title 0 to 16, where .* 0 to 15/],
    ["an empty span", withSpans(["title", 3, 3]), /mentions\.0: title 3 to 3/],
    ["a half of a character", withSpans(["abstract", 13, 14]), /mentions\.0: abstract 13 to 14 cuts a character/],
    ["spans that overlap", withSpans(["title", 0, 4], ["title", 3, 5]), /title 3 to 5 is not after/],
    ["spans in wrong order", withSpans(["abstract", 0, 4], ["title", 0, 4]), /title 0 to 4 is not after/],
    ["a span in the middle of a code point", withSpans(["title", 0.5, 2]), /spans\.0\.start: /],
  ])("with %s is rejected with the place", async (_name, value, reason) => {
    const outcome = await readOne(value);
    expect({ papers: outcome.papers, places: places(outcome) }).toEqual({
      papers: [],
      places: [[1, "RECORD_MALFORMED"]],
    });
    expect(outcome.rejects[0]?.reason).toMatch(reason);
  });
});
