import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { fixture, readAll, texts, titles, useFiles } from "./reading.js";

type Text = { title: string; abstract: string };
const PAPERS: Text[] = JSON.parse(readFileSync(fixture("page-papers.json"), "utf8"));
const files = useFiles();

describe("a page of papers", () => {
  it.each([
    ["as the first page of this project: furniture at the top and between", "page-trending.txt"],
    ["without empty lines, with bylines and dates between title and abstract", "page-dense.txt"],
    ["with lines broken at a width, and numbered", "page-wrapped.txt"],
    ["with labels before title and abstract", "page-labelled.txt"],
    ["with titles as headings and links below", "page-headings.txt"],
    ["with abstracts in two paragraphs and furniture of its own", "page-paragraphs.txt"],
  ])("is read whole %s", async (_, name) => {
    const outcome = await readAll(fixture(name));
    expect(texts(outcome)).toEqual(PAPERS);
    expect(outcome.rejects).toEqual([]);
    expect(outcome.error).toBeUndefined();
  });

  it("gives each paper the line of its title", async () => {
    const lines = readFileSync(fixture("page-trending.txt"), "utf8").split("\n");
    const outcome = await readAll(fixture("page-trending.txt"));
    expect(outcome.lines.map((line) => lines[line - 1])).toEqual(PAPERS.map((paper) => paper.title));
  });

  it("without papers is refused with PAPERS_NONE", async () => {
    const { papers, error } = await readAll(fixture("page-none.txt"));
    expect(papers).toEqual([]);
    expect(error).toMatchObject({ code: "PAPERS_NONE", details: { file: fixture("page-none.txt"), line: 1 } });
  });

  it("keeps a title that is longer than its abstract", async () => {
    const long = `A ${"Very ".repeat(60)}Long Title`;
    expect(
      texts(
        await files.read(
          `${long}\n\nWe study short abstracts and their titles.\n\nLearning from Rivers\n\nWe learn from rivers, and it works.\n`,
        ),
      ),
    ).toEqual([
      { title: long, abstract: "We study short abstracts and their titles." },
      { title: "Learning from Rivers", abstract: "We learn from rivers, and it works." },
    ]);
  });

  it("keeps a title of one word between two abstracts", async () => {
    const [first, second] = [PAPERS[0]!, PAPERS[5]!];
    const page = [first.title, first.abstract, "Meerkat", second.abstract].join("\n\n");
    expect(titles(await files.read(page))).toEqual([first.title, "Meerkat"]);
  });

  it("rejects only the paper whose abstract has bytes that are not UTF-8, at that line", async () => {
    const [first, second, third] = [PAPERS[0]!, PAPERS[4]!, PAPERS[7]!];
    const lines = [
      first.title,
      first.abstract,
      second.title,
      `${second.abstract} Caf\u00e9.`,
      third.title,
      third.abstract,
    ];
    const outcome = await files.read(Buffer.from(lines.join("\n\n"), "latin1"));
    expect(titles(outcome)).toEqual([first.title, third.title]);
    expect(outcome.rejects).toMatchObject([{ line: 7, code: "ENCODING_INVALID" }]);
    expect(outcome.rejects[0]!.excerpt).toContain(second.title);
  });

  it("is read in windows however long it is, none lost at their borders", async () => {
    const things = [
      "Maps",
      "Rivers",
      "Proofs",
      "Songs",
      "Engines",
      "Glaciers",
      "Ledgers",
      "Orchards",
      "Signals",
      "Bridges",
    ];
    const names = Array.from({ length: 1_000 }, (_, at) => {
      const [a, b, c] = [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100)].map((digit) => things[digit]);
      return `Learning ${a} from ${b} and ${c}`;
    });
    const abstracts = PAPERS.map((paper) => paper.abstract).filter((abstract) => abstract.length > 150);
    const page = names.map((name, at) => {
      return `${name}\n\nUpvote\n\n${at}\n\n${abstracts[at % abstracts.length]}\n\nView all activity\n\n`;
    });
    expect(titles(await files.read(page.join("")))).toEqual(names);
  });
});

describe("page furniture", () => {
  const FURNITURE = [
    ["Upvote", "24"],
    ["Mar 13"],
    ["Published on 3 May 2024"],
    ["Submitted by", "rhea"],
    ["View all activity"],
    ["Ada Berg, Tom\u00e1s Ruiz, K. Sato", "12 authors"],
    ["https://example.org/papers/12"],
    ["arXiv:2401.00001 [cs.CL]"],
    ["Read more", "PDF", "Code"],
    ["1.2k", "\u00b7", "3 comments", "+7"],
    ["Accepted at ICML 2024"],
    ["2 days ago", "5 min read"],
  ];
  const [first, second] = [PAPERS[0]!, PAPERS[3]!];

  it.each(FURNITURE.map((lines) => [lines.join(" / "), lines] as const))(
    "%s is left out wherever it stands",
    async (_, lines) => {
      const page = [...lines, first.title, ...lines, first.abstract, ...lines, second.title, second.abstract, ...lines];
      expect(texts(await files.read(page.join("\n\n")))).toEqual([first, second]);
      const only = [first.title, ...lines, first.abstract, second.title, second.abstract];
      expect(texts(await files.read(only.join("\n")))).toEqual([first, second]);
    },
  );
});
