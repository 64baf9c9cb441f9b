import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { seededRandom } from "../../ingest/train/random.js";
import { bytesOf, cutFile, textOfFile } from "./mangled/cut-file.js";
import { mangleRound, readBytes } from "./mangled/round.js";
import { fixture, useFiles } from "./reading.js";

const ROUNDS = 25;
const FIXTURES = [
  "papers.jsonl",
  "papers-wrapped.data",
  "papers.csv",
  "acl-anthology/papers.xml",
  "arxiv-atom/papers.xml",
  "arxiv-json/papers.jsonl",
  "bibtex/papers.bib",
  "csl-json/papers.json",
  "dblp/papers.xml",
  "medline/papers.nbib",
  "oai-pmh/papers.xml",
  "pubmed/articles.xml",
  "ris/papers.ris",
  "semantic-scholar/papers.json",
];

const folder = mkdtempSync(join(tmpdir(), "papergraph-mangled-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** More of it, over real files: `npm run mangle`. */
describe("records of which some are damaged", () => {
  it.each(FIXTURES)("of %s are read, or rejected with line and reason; the others are read as before", async (name) => {
    const path = join(folder, "mangled");
    const bytes = textOfFile(fixture(name));
    const file = cutFile(name, bytes, (await readBytes(bytes, path)).items);
    const whole = await readBytes(bytesOf(file), path);
    for (let seed = 0; seed < ROUNDS; seed++) {
      const next = seededRandom(seed);
      const round = await mangleRound(file, whole, (below) => Math.floor(next() * below), path);
      expect({ seed, faults: round.faults }).toEqual({ seed, faults: [] });
    }
  });
});

describe("records after a broken one", () => {
  const files = useFiles();
  const titlesOf = async (content: string) => (await files.read(content)).papers.map(({ title }) => title);
  const b = { title: "Paper B", abstract: "We see." };
  const c = { title: "Paper C", abstract: "We see." };

  it.each([
    ["JSON Lines whose first line lost its start", `tle": "A", "x": 1}\n${JSON.stringify(b)}\n${JSON.stringify(c)}\n`],
    [
      "a list, when they start with another field",
      `[\n {\n  "title: "A"\n },\n ${pretty({ doi: "10.1/x", ...b })},\n ${pretty(c)}\n]`,
    ],
    ["a list with a bracket too many", `[[${JSON.stringify(b)}, ${JSON.stringify(c)}]`],
    ["a list whose first is without its brace", `[\n "title": "A"},\n ${pretty(b)},\n ${pretty(c)}\n]`],
    [
      "BibTeX whose first entry lost its start",
      `{Some} text},\n}\n@article{b,\n title={Paper B}}\n@article{c,\n title={Paper C}}\n`,
    ],
  ])("are read: %s", async (_, content) => {
    expect(await titlesOf(content)).toEqual(["Paper B", "Paper C"]);
  });

  it.each([
    ["BibTeX", `@article{a,\n title={Paper A}}\nand the rest of an abstract},\n}\n`, 4],
    ["RIS", "TY  - JOUR\nTI  - Paper A\nER  - \nper B\nER  - \n", 4],
  ])("are told where their tags are gone: %s", async (_, content, line) => {
    const { papers, rejects } = await files.read(content);
    expect([papers.map(({ title }) => title), rejects.map((each) => each.line)]).toEqual([["Paper A"], [line]]);
  });
});

function pretty(value: object): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", "\n ");
}
