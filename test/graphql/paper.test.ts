import { beforeAll, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { ask, listening } from "./support/ask.js";
import { loadGraph } from "./support/load-graph.js";
import { SMALL } from "./support/small-graph.js";

eachStore((_engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadGraph(store, SMALL);
  });

  it("gives every field of a paper", async () => {
    const document = `{
      paper(id: "arxiv:1810.04805") {
        __typename id title abstract year date venue authors url doi arxivId codeUrls collections
      }
    }`;
    expect(await ask(store, document)).toEqual({
      paper: {
        __typename: "Paper",
        id: "arxiv:1810.04805",
        title: "BERT reads both ways",
        abstract: "We build BERT on the Transformer. On GLUE, BERT leads. BERT-large and BERT-base are compared.",
        year: 2018,
        date: "2018-10-11",
        venue: "NAACL",
        authors: ["Ada Lovelace"],
        url: null,
        doi: null,
        arxivId: null,
        codeUrls: [],
        collections: ["preprints"],
      },
    });
  });

  it.each(["arxiv:0000.00000", "entity:bert", "", "' OR 1 = 1 //", "\u0000"])(
    "answers null for the id %j",
    async (id) => {
      expect(await ask(store, "query ($id: ID!) { paper(id: $id) { id } }", { id })).toEqual({ paper: null });
    },
  );

  it("lists mentions by strength of role, with the evidence word for word", async () => {
    const document = `{
      paper(id: "arxiv:1810.04805") {
        mentions(first: 3) {
          totalCount
          pageInfo { hasNextPage hasPreviousPage }
          nodes { id }
          edges {
            role confidence
            node { __typename name kind paperCount firstYear }
            spans { field start end }
            evidence { field text start end highlights { start end } }
          }
        }
      }
    }`;
    const abstract = (start: number, text: string, ...highlights: [number, number][]) => ({
      field: "ABSTRACT",
      ...{ text, start, end: start + text.length },
      highlights: highlights.map(([from, to]) => ({ start: from, end: to })),
    });
    expect(await ask(store, document)).toEqual({
      paper: {
        mentions: {
          totalCount: 5,
          pageInfo: { hasNextPage: true, hasPreviousPage: false },
          nodes: [{ id: "entity:bert" }, { id: "entity:glue" }, { id: "entity:transformer" }],
          edges: [
            {
              role: "INTRODUCES",
              confidence: 0.98,
              node: { __typename: "Model", name: "BERT", kind: "MODEL", paperCount: 3, firstYear: 2018 },
              spans: [
                { field: "TITLE", start: 0, end: 4 },
                { field: "ABSTRACT", start: 9, end: 13 },
                { field: "ABSTRACT", start: 43, end: 47 },
                { field: "ABSTRACT", start: 55, end: 59 },
                { field: "ABSTRACT", start: 70, end: 74 },
              ],
              evidence: [
                { field: "TITLE", text: "BERT reads both ways", start: 0, end: 20, highlights: [{ start: 0, end: 4 }] },
                abstract(0, "We build BERT on the Transformer.", [9, 13]),
                abstract(34, "On GLUE, BERT leads.", [9, 13]),
                abstract(55, "BERT-large and BERT-base are compared.", [0, 4], [15, 19]),
              ],
            },
            {
              role: "EVALUATES",
              confidence: 0.95,
              node: { __typename: "Dataset", name: "GLUE", kind: "DATASET", paperCount: 2, firstYear: 2018 },
              spans: [{ field: "ABSTRACT", start: 37, end: 41 }],
              evidence: [abstract(34, "On GLUE, BERT leads.", [3, 7])],
            },
            {
              role: "USES",
              confidence: 0.9,
              node: { __typename: "Method", name: "Transformer", kind: "METHOD", paperCount: 4, firstYear: 2017 },
              spans: [{ field: "ABSTRACT", start: 21, end: 32 }],
              evidence: [abstract(0, "We build BERT on the Transformer.", [21, 32])],
            },
          ],
        },
      },
    });
  });

  it("lists methods, models and datasets apart, also by role", async () => {
    const document = `{
      paper(id: "arxiv:1810.04805") {
        methods { nodes { name } }
        models { totalCount nodes { name } }
        compared: models(role: COMPARES) { totalCount nodes { name } }
        datasets(role: USES) { totalCount nodes { name } }
        mentions(kind: MODEL, role: INTRODUCES) { totalCount nodes { name } }
      }
    }`;
    const names = (...list: string[]) => list.map((name) => ({ name }));
    expect(await ask(store, document)).toEqual({
      paper: {
        methods: { nodes: names("Transformer") },
        models: { totalCount: 3, nodes: names("BERT", "BERT-base", "BERT-large") },
        compared: { totalCount: 2, nodes: names("BERT-base", "BERT-large") },
        datasets: { totalCount: 0, nodes: [] },
        mentions: { totalCount: 1, nodes: names("BERT") },
      },
    });
  });

  it("pages mentions without loss or repeat", async () => {
    const document = `query ($after: String) {
      paper(id: "arxiv:1810.04805") {
        mentions(first: 2, after: $after) { nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } }
      }
    }`;
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const { paper }: MentionPage = await ask(store, document, { after });
      expect(paper.mentions.pageInfo.hasPreviousPage).toBe(after !== null);
      pages.push(paper.mentions.nodes.map(({ name }) => name));
      after = paper.mentions.pageInfo.hasNextPage ? paper.mentions.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual([["BERT", "GLUE"], ["Transformer", "BERT-base"], ["BERT-large"]]);
  });

  it("reads a paper with all it mentions and their evidence in one statement", async () => {
    const heard = listening(store);
    await ask(
      heard.store,
      `{ paper(id: "arxiv:1810.04805") { title ...more } }
       fragment more on Paper { mentions { edges { evidence { text } } } methods { totalCount } models { nodes { id } } }`,
    );
    expect(heard.read).toEqual(["paper/get-mentioning"]);
  });

  it("reads no more than is selected", async () => {
    const heard = listening(store);
    await ask(
      heard.store,
      `query ($no: Boolean = false) {
        paper(id: "arxiv:1810.04805") { title mentions @include(if: $no) { totalCount } abstract @skip(if: true) }
      }`,
    );
    expect(heard.read).toEqual(["paper/get-by-ids"]);
  });
});

interface MentionPage {
  paper: {
    mentions: {
      nodes: { name: string }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
    };
  };
}
