import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Store } from "../../src/store/store.js";
import { storedWords } from "../../src/text/search-words.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";

const HOSTILE = [
  "Robby' WITH true as ignored MATCH (s) DETACH DELETE s; //",
  "'}) DETACH DELETE p //",
  '"}) DETACH DELETE p //',
  "`) DETACH DELETE p //",
  "$id",
  "\\",
  "\\'",
  "/* */ // --",
  "a\u0000b",
  "{id: 'a'}",
  "__proto__",
];
const QUERY_LANGUAGE = [
  "graph*",
  "grap?",
  "graph~",
  "gra~2",
  "*",
  "*:*",
  "id:a",
  "[a TO z]",
  "graph OR deletion",
  "NOT graph",
  "-graph",
  "+graph",
  "graph^9",
  '"graph deletion"',
  "(graph",
  "graph)",
  "/gra.*/",
  "\\",
  "&&",
  "||",
  "!",
  "{}",
  "graph AND",
  "%",
  ".*",
];

eachStore((_engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const papers = [
      { id: "graph", words: storedWords("Graph networks", "We study graphs.") },
      { id: "other", words: storedWords("Language models", "We study text.") },
    ];
    const merge = cypher("UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p.words = row.words");
    await store.write([{ statement: merge, params: { rows: papers } }]);
  });

  describe("a value is never Cypher", () => {
    it.each(HOSTILE)("%j", async (text) => {
      await store.write([
        { statement: cypher("MERGE (e:Entity {id: $id}) SET e.name = $id, e.aliases = [$id]"), params: { id: text } },
      ]);
      const rows = await store.read(cypher("MATCH (e:Entity {id: $id}) RETURN e.name AS name, e.aliases AS aliases"), {
        id: text,
      });
      expect(rows).toEqual([{ name: text, aliases: [text] }]);
      expect(await store.read(cypher("MATCH (p:Paper) RETURN count(p) AS n"))).toEqual([{ n: 2 }]);
    });
  });

  describe("a search is never a query language", () => {
    /** Every word of the query as it stands must occur; so operators are words or nothing. */
    const expected: Record<string, string[]> = {
      "graph~": ["graph"],
      "graph*": ["graph"],
      "-graph": ["graph"],
      "+graph": ["graph"],
      "(graph": ["graph"],
      "graph)": ["graph"],
    };
    it.each(QUERY_LANGUAGE)("%j", async (query) => {
      const hits = await store.searchText("papers", query, 10);
      expect(hits.map(({ id }) => id)).toEqual(expected[query] ?? []);
    });
  });
});
