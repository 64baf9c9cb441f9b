import { afterAll, describe, expect, it } from "@jest/globals";
import { createExtractor } from "../../ingest/extract/create-extractor.js";
import { createPool } from "../../ingest/extract/pool.js";
import { PAPERS } from "../support/papers.js";

const extractor = createExtractor();
const papers = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const { title, abstract } = PAPERS[i % PAPERS.length]!;
    return { id: `p${i}`, title, abstract: `${abstract} Our model Made-${i} is better.` };
  });

describe("the extractor's pool", () => {
  const pools = { one: createPool({ jobs: 1, local: extractor }), three: createPool({ jobs: 3, local: extractor }) };
  afterAll(() => Promise.all(Object.values(pools).map((pool) => pool.close())));

  it.each(["one", "three"] as const)(
    "answers as the extractor does, with %s thread(s), few papers or many",
    async (name) => {
      for (const count of [0, 2, 260]) {
        const texts = papers(count);
        expect(await pools[name].extract(texts)).toEqual(texts.map((paper) => extractor.extract(paper)));
      }
    },
  );

  it("takes calls that overlap", async () => {
    const calls = [papers(30), papers(90), papers(1)];
    const found = await Promise.all(calls.map((texts) => pools.three.extract(texts)));
    expect(found).toEqual(calls.map((texts) => texts.map((paper) => extractor.extract(paper))));
  });
});
