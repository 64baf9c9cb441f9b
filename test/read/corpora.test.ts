import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readAll, shared, texts } from "./reading.js";

/** The data that this project was started from lies beside the checkout where it is developed, and nowhere else. */
const present = existsSync(shared("seed/papers-page.txt"));
const maybe = present ? describe : describe.skip;

maybe("the corpora beside the checkout (left out where ../shared is missing)", () => {
  it("give from the seed page exactly its 95 titles and abstracts", async () => {
    const lines = readFileSync(shared("seed/seed_papers.jsonl"), "utf8").trim().split("\n");
    const expected = lines.map((line) => JSON.parse(line) as { title: string; abstract: string });
    const outcome = await readAll(shared("seed/papers-page.txt"));
    expect(texts(outcome)).toEqual(expected.map(({ title, abstract }) => ({ title, abstract })));
    expect({ count: outcome.papers.length, rejects: outcome.rejects, error: outcome.error }).toEqual({
      count: 95,
      rejects: [],
      error: undefined,
    });
  });

  it.each([
    ["seed/seed_papers.jsonl", 95],
    ["gold/train_papers.jsonl", 4_000],
  ])("keep the ids of %s", async (name, count) => {
    const lines = readFileSync(shared(name), "utf8").trim().split("\n");
    const { papers, rejects, error } = await readAll(shared(name));
    expect(papers.map((paper) => paper.id)).toEqual(lines.map((line) => JSON.parse(line).id));
    expect([papers.length, rejects, error]).toEqual([count, [], undefined]);
  });

  it("are read whole when packed", async () => {
    const { papers, rejects, error } = await readAll(shared("corpora/abstracts-5k.jsonl.gz"));
    expect([papers.length, new Set(papers.map((paper) => paper.id)).size, rejects, error]).toEqual([
      5_000,
      5_000,
      [],
      undefined,
    ]);
  });
});
