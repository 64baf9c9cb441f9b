import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import sax from "sax";
import { nameToken } from "../../src/export/xml.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";
import { exportedText } from "./support/exporting.js";
import { BROKEN_TEXT, loadRead, NASTY_GRAPH } from "./support/graphs.js";

interface Item {
  readonly what: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: Record<string, string>;
}

/** Nodes and edges as a strict XML parser reads them; keys must be declared, and values of their type. */
function read(text: string) {
  const types = new Map<string, string>();
  const items: Item[] = [];
  const texts: string[] = [];
  let key: string | undefined;
  let described = "";
  const parser = sax.parser(true, { xmlns: true });
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes, uri }: sax.QualifiedTag) => {
    expect(uri).toBe("http://graphml.graphdrawing.org/xmlns");
    const plain = Object.fromEntries(Object.values(attributes).map((one) => [one.name, one.value]));
    if (name === "key") types.set(plain.id!, plain["attr.type"]!);
    if (name === "node" || name === "edge") items.push({ what: name, attributes: plain, data: {} });
    if (name === "data") key = plain.key!;
    texts.length = 0;
  };
  parser.ontext = (piece) => texts.push(piece);
  parser.onclosetag = (name) => {
    if (name === "desc") described = texts.join("");
    if (name !== "data") return;
    const [value, type] = [texts.join(""), types.get(key!)];
    expect(type).toMatch(/^(string|long|double)$/);
    if (type !== "string") expect(value).toMatch(/^\d+(\.\d+)?$/);
    items.at(-1)!.data[key!.split(".")[1]!] = value;
  };
  parser.write(text).close();
  const nodes = items.filter(({ what }) => what === "node");
  const edges = items.filter(({ what }) => what === "edge");
  return { nodes, edges, described };
}

/** Of edges, their ends by the ids of the graph. */
function edgesOf({ nodes, edges }: ReturnType<typeof read>): string[] {
  const ids = new Map(nodes.map(({ attributes, data }) => [attributes.id, data.identifier]));
  expect(ids.size).toBe(nodes.length);
  return edges.map(({ attributes, data }) => {
    expect([ids.has(attributes.source), ids.has(attributes.target)]).toEqual([true, true]);
    return `${ids.get(attributes.source)} ${data.role} ${ids.get(attributes.target)}`;
  });
}

eachStore((_engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => wipe(store));
  const graph = async (where?: PaperFilter) => read(await exportedText(store, "graphml", where));

  describe("an export as GraphML", () => {
    it("is XML with the texts as they are", async () => {
      await loadRead(store, NASTY_GRAPH);
      const { nodes, described } = await graph();
      const [nasty] = NASTY_GRAPH;
      const found = nodes.find(({ data }) => data.identifier === nasty!.paper.id);
      const { title, abstract, authors, url } = nasty!.paper;
      expect(found?.data).toMatchObject({ label: title, abstract, authors: authors.join("; "), url, kind: "PAPER" });
      expect(nodes.filter(({ attributes }) => !/^[\w.:-]+$/.test(attributes.id!))).toEqual([]);
      expect(described).toMatch(/^Made by papergraph 0\.0\.0; .* belong to their authors/);
    });

    it("replaces what XML cannot hold", async () => {
      await loadRead(store, [BROKEN_TEXT]);
      const { nodes } = await graph();
      expect(nodes.map(({ data }) => data.label)).toEqual(["Line\nbreak\r\n\ttab \ufffd \ufffd end"]);
    });

    it("has what papers mention and what is a variant of what", async () => {
      await loadRead(store, NASTY_GRAPH.slice(1));
      const read = await graph();
      expect(edgesOf(read)).toEqual([
        "arxiv:2001.00001 USES entity:backslash-n-model",
        "arxiv:2001.00001 USES entity:llama-2",
        "hash:0123456789abcdef USES entity:llama-2",
        "hash:0123456789abcdef USES entity:llama-2-13b",
        "entity:llama-2-13b VARIANT_OF entity:llama-2",
      ]);
      expect(read.nodes.map(({ data }) => data.paperCount).filter(Boolean)).toEqual(["1", "2", "1"]);
    });

    it("of a part has the entities of its papers, counted over these", async () => {
      await loadRead(store, NASTY_GRAPH.slice(1));
      const read = await graph({ ids: ["arxiv:2001.00001"] });
      expect(edgesOf(read)).toEqual([
        "arxiv:2001.00001 USES entity:backslash-n-model",
        "arxiv:2001.00001 USES entity:llama-2",
      ]);
      expect(read.nodes.map(({ data }) => data.paperCount).filter(Boolean)).toEqual(["1", "1"]);
    });

    it("of an empty graph is one without nodes", async () => {
      expect(await graph()).toMatchObject({ nodes: [], edges: [] });
    });
  });
});

it.each([
  ["arxiv:2001.00001", "arxiv:2001.00001"],
  ["doi:10.1/a_b", "doi:10.1_2f_a_5f_b"],
  ["x\u{1f600}\u00e9", "x_1f600__e9_"],
])("%j is named %j in XML", (id, name) => {
  expect(nameToken(id)).toBe(name);
});
