import { beforeAll, describe, expect, it } from "@jest/globals";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { loadBatch, sortPapers } from "../../ingest/load/load-batch.js";
import { settle } from "../../ingest/load/settle.js";
import type { Store } from "../../src/store/store.js";
import { linksOf, paper, reads } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";
import { type AcronymPaper, readAcronymPapers } from "./read-acronyms.js";

const REQUIRED = 0.85;

/** Loads and settles the papers; answers the entity that each paper's acronym belongs to, by paper. */
async function meantBy(papers: readonly AcronymPaper[], store: Store): Promise<Map<AcronymPaper, string>> {
  const read = papers.map((one) => {
    const { id, acronym, spelled, longForm, kind, title, abstract, company } = one;
    const name = spelled ? `${acronym} = ${longForm}` : acronym;
    // The role tells the acronym from its company.
    const entries = [`${name} / ${kind} / INTRODUCES`, ...company.map((other) => other.split("/").join(" / "))];
    return { one, links: reads(id, entries, lookUpName).links, paper: paper(id, { title, abstract }) };
  });
  const sorted = await sortPapers(
    store,
    read.map((one) => one.paper),
    "test",
  );
  await loadBatch(
    store,
    sorted.map((one, i) => ({ ...one, links: read[i]?.links ?? [] })),
    "test",
  );
  await settle(store, lookUpName);
  const links = await linksOf(store);
  return new Map(read.map(({ one }) => [one, links[one.id]?.find((line) => line.startsWith("INTRODUCES")) ?? ""]));
}

eachStore((_engine, open) => {
  describe.each(["developed", "held-back"] as const)("acronyms in context, the half that was %s", (half) => {
    const papers = readAcronymPapers(half);
    const spelled = papers.filter((one) => one.spelled);
    let meant: Map<AcronymPaper, string>;
    beforeAll(async () => {
      const store = await open();
      await wipe(store);
      meant = await meantBy(papers, store);
    }, 120_000);

    /** The entity of the papers that spell this long form out. */
    const homeOf = ({ acronym, longForm }: AcronymPaper) =>
      meant.get(spelled.find((one) => one.acronym === acronym && one.longForm === longForm) as AcronymPaper);

    it("lead to one entity for each long form", () => {
      const bare = papers.filter((one) => !one.spelled);
      const counts = [...new Set(bare.map(({ acronym }) => acronym))].map((acronym) => {
        const own = bare.filter((one) => one.acronym === acronym);
        const longForms = new Set(own.map(({ longForm }) => longForm)).size;
        return { acronym, longForms, entities: new Set(own.map(homeOf)).size };
      });
      expect(counts.filter(({ longForms, entities }) => longForms !== entities)).toEqual([]);
    });

    it(`are read as the gold says where no paper spells them out, ${REQUIRED * 100} % of them`, () => {
      const bare = papers.filter((one) => !one.spelled);
      const right = bare.filter((one) => meant.get(one) === homeOf(one));
      expect(right.length / bare.length).toBeGreaterThanOrEqual(REQUIRED);
    });
  });
});
