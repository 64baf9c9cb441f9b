import { describe, expect, it } from "@jest/globals";
import { fixture, readAll } from "./reading.js";
import { FIRST } from "./sources-first.js";
import { SECOND } from "./sources-second.js";

const FILES = { ...FIRST, ...SECOND };

describe("papers of each format", () => {
  it.each(Object.keys(FILES))("are read whole from %s, what is none is rejected with its reason", async (name) => {
    const { papers, lines, rejects, error } = await readAll(fixture(name));
    const read = papers.map((paper, at) => {
      const { id, title, abstract, date, venue, authors, url, codeUrls } = paper;
      return [lines[at], id, title, abstract, date, venue, authors.join("; "), url, codeUrls.join(" ")];
    });
    const told = rejects.map(({ line, reason }) => [line, reason]);
    expect({ papers: read, rejects: told, error }).toEqual({ ...FILES[name], error: undefined });
  });
});

describe("a format that is named", () => {
  it.each([
    ["openalex", "openalex/works.json", 2],
    ["semantic-scholar", "semantic-scholar/bulk.jsonl", 2],
    ["crossref", "crossref/works.json", 1],
    ["csl-json", "csl-json/papers.json", 2],
    ["bibtex", "bibtex/papers.bib", 3],
    ["pubmed", "pubmed/articles.xml", 3],
  ])("%s reads its files", async (format, name, count) => {
    expect((await readAll(fixture(name), { format })).papers).toHaveLength(count);
  });
});
