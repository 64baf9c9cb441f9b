import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { CATALOGUE } from "../../src/errors.js";
import { fixture, useFiles } from "./reading.js";

const files = useFiles();
const CASES = 200;

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Mangle = (bytes: Buffer, random: (below: number) => number) => Buffer;
const without = (bytes: Buffer, from: number, to: number) =>
  Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
const STRUCTURE = [...Buffer.from('"{}[],:;\t\n')];

const MANGLES: Record<string, Mangle> = {
  truncate: (bytes, random) => bytes.subarray(0, random(bytes.length)),
  flip: (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let times = random(20); times >= 0; times--) copy[random(copy.length)] = random(256);
    return copy;
  },
  drop: (bytes, random) => {
    let at = random(bytes.length);
    const wanted = STRUCTURE[random(STRUCTURE.length)]!;
    while (at < bytes.length && bytes[at] !== wanted) at++;
    return without(bytes, at, at + 1);
  },
  cut: (bytes, random) => {
    const from = random(bytes.length);
    return without(bytes, from, from + random(200));
  },
  insert: (bytes, random) => {
    const at = random(bytes.length);
    const piece = Buffer.from([STRUCTURE[random(STRUCTURE.length)]!, 0x5c, 0x22, 0xc3].slice(0, 1 + random(4)));
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
  repeat: (bytes, random) => {
    const from = random(bytes.length);
    return Buffer.concat([bytes, bytes.subarray(from, from + random(500)), bytes]);
  },
  encode: (bytes, random) => {
    const encodings = ["latin1", "utf16le", "base64", "hex"] as const;
    return Buffer.from(bytes.toString("utf8"), encodings[random(2)]).subarray(random(2));
  },
  pack: (bytes, random) => {
    const packed = gzipSync(bytes);
    if (random(2) === 0) return packed.subarray(0, random(packed.length));
    packed[random(packed.length)] = random(256);
    return packed;
  },
};

const FIXTURES = [
  "page-trending.txt",
  "page-wrapped.txt",
  "papers.jsonl",
  "papers.json",
  "papers-wrapped.data",
  "papers.csv",
  "papers.tsv",
  "acl-anthology/papers.xml",
  "arxiv-atom/papers.xml",
  "arxiv-json/papers.jsonl",
  "bibtex/papers.bib",
  "crossref/works.json",
  "csl-json/papers.json",
  "csv/no-header.tsv",
  "dblp/papers.xml",
  "hf-daily-papers/day.json",
  "medline/papers.nbib",
  "oai-pmh/papers.xml",
  "openalex/works.json",
  "openreview/notes.json",
  "papers-with-code/papers.json",
  "pubmed/articles.xml",
  "ris/papers.ris",
  "semantic-scholar/papers.json",
];

describe.each(FIXTURES)("a mangled %s", (name) => {
  const bytes = readFileSync(fixture(name));

  it.each(Object.keys(MANGLES))(
    "(%s) ends in papers, rejects with line and reason, or a coded error; never a crash",
    async (kind) => {
      for (let seed = 0; seed < CASES / Object.keys(MANGLES).length; seed++) {
        const outcome = await files.read(MANGLES[kind]!(bytes, randomOf(seed * 31 + kind.length)));
        const { papers, rejects, error } = outcome;
        expect(papers.every((paper) => paper.title !== "" && paper.id !== "")).toBe(true);
        expect(papers.every((paper) => !/\ufffd/.test(paper.title + paper.abstract))).toBe(true);
        expect(rejects.every(({ line, code, reason }) => line >= 1 && code in CATALOGUE && reason !== "")).toBe(true);
        if (papers.length + rejects.length === 0) expect(error?.details).toMatchObject({ line: expect.any(Number) });
      }
    },
  );
});

describe("one byte dropped from a record", () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    id: `p-${at}`,
    title: `Paper number ${at}`,
    abstract: `We study "${at}", and more.`,
  }));
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const FORMATS: Record<string, string> = {
    jsonl: many.map((paper) => JSON.stringify(paper)).join("\n"),
    json: JSON.stringify(many),
    "json over lines": JSON.stringify(many, null, 2),
    bibtex: many
      .map(({ id, title, abstract }) => `@article{${id},\n  title = {${title}},\n  abstract = {${abstract}},\n}\n`)
      .join("\n"),
    ris: many.map(({ title, abstract }) => `TY  - JOUR\nTI  - ${title}\nAB  - ${abstract}\nER  - \n`).join("\n"),
    medline: many.map(({ title, abstract }, at) => `PMID- ${at}\nTI  - ${title}\nAB  - ${abstract}\n`).join("\n"),
    "arxiv-atom": `<feed>\n<title>Many of them</title>\n${many
      .map(({ title, abstract }) => `<entry>\n<title>${title}</title>\n<summary>${abstract}</summary>\n</entry>`)
      .join("\n")}\n</feed>\n${" ".repeat(60)}`,
    csv: ["id,title,abstract", ...many.map((paper) => Object.values(paper).map(quote).join(","))].join("\n"),
  };

  it.each(Object.keys(FORMATS))("of %s costs at most that record and its neighbour, and is told", async (name) => {
    const bytes = Buffer.from(FORMATS[name]!);
    const random = randomOf(name.length);
    for (let times = 0; times < 150; times++) {
      const at = 30 + random(bytes.length - 60);
      const { papers, rejects } = await files.read(without(bytes, at, at + 1), {
        format: name.startsWith("json o") ? "json" : (name as "csv"),
      });
      const whole = papers.filter((paper) => many.some(({ title }) => title === paper.title)).length;
      expect(whole).toBeGreaterThanOrEqual(38);
      if (papers.length < 40) expect(rejects.length).toBeGreaterThanOrEqual(1);
    }
  });
});
