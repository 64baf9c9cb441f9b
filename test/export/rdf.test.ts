import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import jsonld from "jsonld";
import { DataFactory, Parser, type Quad, Store as Quads, Writer } from "n3";
import { arxivIri, doiIri, idIri, webIri } from "../../src/export/rdf/iri.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";
import { exportedText } from "./support/exporting.js";
import { BROKEN_TEXT, loadRead, NASTY, NASTY_GRAPH } from "./support/graphs.js";

const SCHEMA = "http://schema.org/";
const PG = "urn:papergraph:vocabulary:";

/** Refuses any address: an export needs no context from the network. */
const documentLoader = async (url: string): Promise<never> => {
  throw new Error(`asked for ${url}`);
};

const canonical = (quads: string): Promise<string> =>
  jsonld.canonize(quads as never, { inputFormat: "application/n-quads", format: "application/n-quads" });

const toNQuads = (quads: Quad[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const writer = new Writer({ format: "N-Quads" });
    writer.addQuads(quads);
    writer.end((error, text) => (error ? reject(error) : resolve(text)));
  });

eachStore((_engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => wipe(store));

  const turtle = async (where?: PaperFilter): Promise<Quad[]> =>
    new Parser({ format: "text/turtle" }).parse(await exportedText(store, "turtle", where));
  const jsonLd = async (where?: PaperFilter): Promise<string> => {
    const document = JSON.parse(await exportedText(store, "jsonld", where));
    // `safe` refuses what would be dropped in silence; its types do not know it yet.
    const options = { documentLoader, format: "application/n-quads", safe: true } as const;
    return (await jsonld.toRDF(document, options as object)) as string;
  };

  describe("an export as RDF", () => {
    it.each<[string, PaperFilter | undefined]>([
      ["the whole graph", undefined],
      ["a part", { collections: ["mine"] }],
      ["nothing", { ids: [] }],
    ])("says the same in Turtle and in JSON-LD: %s", async (_name, where) => {
      await loadRead(store, [...NASTY_GRAPH, BROKEN_TEXT]);
      expect(await canonical(await toNQuads(await turtle(where)))).toBe(await canonical(await jsonLd(where)));
    });

    it("has the texts as they are", async () => {
      await loadRead(store, NASTY_GRAPH);
      const quads = new Quads(await turtle());
      const { paper } = NASTY_GRAPH[0]!;
      const values = (iri: string) => quads.getObjects(idIri(paper.id), iri, null).map(({ value }) => value);
      expect({
        name: values(`${SCHEMA}name`),
        abstract: values(`${SCHEMA}abstract`),
        identifier: values(`${SCHEMA}identifier`),
        collections: values(`${PG}collection`).sort(),
        mentions: values(`${SCHEMA}mentions`).length,
      }).toEqual({
        name: [paper.title],
        abstract: [paper.abstract],
        identifier: [paper.id],
        collections: [...paper.collections],
        mentions: NASTY.length,
      });
      const names = quads.getObjects(null, `${SCHEMA}name`, null).map(({ value }) => value);
      expect(names).toEqual(expect.arrayContaining([...NASTY, ...paper.authors]));
    });

    it("keeps the order of the authors", async () => {
      await loadRead(store, NASTY_GRAPH.slice(0, 1));
      const quads = new Quads(await turtle());
      const { paper } = NASTY_GRAPH[0]!;
      const [head] = quads.getObjects(idIri(paper.id), `${PG}authorList`, null);
      const lists = quads.extractLists();
      expect(lists[head!.value]?.map(({ value }) => value)).toEqual(paper.authors);
    });

    it("types things by schema.org and by its own vocabulary, which it explains", async () => {
      await loadRead(store, NASTY_GRAPH);
      const quads = new Quads(await turtle());
      const type = DataFactory.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
      const count = (iri: string) => quads.getSubjects(type, iri, null).length;
      expect({
        papers: count(`${SCHEMA}ScholarlyArticle`),
        models: count(`${PG}Model`) === count(`${SCHEMA}SoftwareApplication`) - 1,
      }).toEqual({ papers: NASTY_GRAPH.length, models: true });
      const own = new Set(
        quads
          .getQuads(null, null, null, null)
          .flatMap(({ predicate, object }) =>
            [predicate, object].map(({ value }) => value).filter((value) => value.startsWith(PG)),
          ),
      );
      const explained = quads.getSubjects("http://www.w3.org/2000/01/rdf-schema#comment", null, null);
      expect([...own].filter((iri) => !explained.some(({ value }) => value === iri))).toEqual([]);
    });

    it("says where it is from", async () => {
      const quads = new Quads(await turtle());
      const [notice] = quads.getObjects("urn:papergraph:export", `${SCHEMA}copyrightNotice`, null);
      const [version] = quads.getObjects(null, `${SCHEMA}softwareVersion`, null);
      expect([notice?.value, version?.value]).toEqual([expect.stringContaining("belong to their authors"), "0.0.0"]);
    });
  });
});

describe("IRIs", () => {
  it.each([
    [idIri("arxiv:2001.00001"), "urn:papergraph:arxiv:2001.00001"],
    [idIri("doi:10.1/a<b> c"), "urn:papergraph:doi:10.1/a%3Cb%3E%20c"],
    [idIri("entity:\u00e9%41"), "urn:papergraph:entity:%C3%A9%2541"],
    [doiIri("10.1002/(sici)1<2::aid>3.0.co;2-#"), "https://doi.org/10.1002/(sici)1%3C2::aid%3E3.0.co%3B2-%23"],
    [arxivIri("math/0211159"), "https://arxiv.org/abs/math/0211159"],
    [
      webIri('https://example.org/a?b=[c]&d="e"|{f}%zz%20'),
      "https://example.org/a?b=%5Bc%5D&d=%22e%22%7C%7Bf%7D%25zz%20",
    ],
    [webIri("http://[::1]:80/x"), "http://[::1]:80/x"],
    [webIri("javascript:alert(1)"), undefined],
    [webIri("not an address"), undefined],
  ])("%j", (got, expected) => {
    expect(got).toBe(expected);
  });
});
