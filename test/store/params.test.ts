import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Params, Store } from "../../src/store/store.js";
import { cypher } from "../support/cypher.js";
import { eachStore } from "../support/each-store.js";

const ECHO = cypher("RETURN $v AS v");
const MERGE_NESTED = cypher(`
  UNWIND $rows AS row
  MERGE (p:Paper {id: row.id})
  FOREACH (key IN row.names | MERGE (n:Name {key: key}))
`);

/** What the types forbid, as a careless cast would send it. */
const forbidden = (value: unknown): Params => ({ v: value }) as Params;

eachStore((_engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  it.each([
    ["text", "plain"],
    ["no text", ""],
    ["accents, Chinese, emoji and combining marks", "na\u00efve \u4e2d\u6587 \u{1f9e0}\u200d\u{1f52c} e\u0301"],
    ["line breaks, tabs and the null character", "a\nb\tc\r\n\u0000d"],
    ["quotes, backslashes and backticks", `'"\`\\'\\"\\n$v {} // /* */`],
    ["zero", 0],
    ["a negative integer", -42],
    ["the largest exact integer", Number.MAX_SAFE_INTEGER],
    ["a fraction", 0.1],
    ["a tiny number", 5e-324],
    ["a large fraction", 2 ** 52 + 0.5],
    ["true", true],
    ["false", false],
    ["null", null],
    ["an empty list", []],
    ["a list of text", ["a", "", "c"]],
    ["a list of numbers", [1, 2.5, -3]],
    ["lists in a list", [[1, 2], [], [3]]],
    ["maps in a list", [{ a: 1 }, { b: ["x"] }]],
    ["a map in a map", { a: { b: { c: null } } }],
  ])("gives back %s as it was", async (_, value) => {
    expect(await store.read(ECHO, { v: value })).toEqual([{ v: value }]);
  });

  it.each([
    ["text of a megabyte", "\u00e9".repeat(1_000_000)],
    ["a list of ten thousand integers", Array.from({ length: 10_000 }, (_, i) => i)],
    ["a list of text", ["GPT-4", "", "\u4e2d\u6587"]],
    ["a fraction", 0.25],
    ["an integer", 7],
    ["false", false],
    ["an empty list", []],
  ])("stores %s as a property and gives it back as it was", async (_, value) => {
    await store.write([{ statement: cypher("MERGE (p:Paper {id: 'v'}) SET p.v = $v"), params: { v: value } }]);
    expect(await store.read(cypher("MATCH (p:Paper {id: 'v'}) RETURN p.v AS v"))).toEqual([{ v: value }]);
  });

  it("takes a property away by setting null", async () => {
    const set = cypher("MERGE (p:Paper {id: 'v'}) SET p.v = $v");
    await store.write([{ statement: set, params: { v: 1 } }]);
    await store.write([{ statement: set, params: { v: null } }]);
    expect(await store.read(cypher("MATCH (p:Paper {id: 'v'}) RETURN 'v' IN keys(p) AS has"))).toEqual([
      { has: false },
    ]);
  });

  it("computes with integers as integers and with fractions as fractions", async () => {
    const rows = await store.read(cypher("RETURN $a / $b AS whole, toFloat($a) / $b AS exact"), { a: 7, b: 2 });
    expect(rows).toEqual([{ whole: 3, exact: 3.5 }]);
  });

  it("takes an integer parameter for LIMIT and SKIP", async () => {
    const rows = await store.read(cypher("UNWIND range(1, 9) AS i RETURN i ORDER BY i SKIP $s LIMIT $l"), {
      s: 2,
      l: 3,
    });
    expect(rows).toEqual([{ i: 3 }, { i: 4 }, { i: 5 }]);
  });

  describe("refuses, as the engines would not treat it alike,", () => {
    it.each([
      ["NaN", Number.NaN, "$v of test is NaN; a number must be finite."],
      ["infinity", Number.NEGATIVE_INFINITY, "$v of test is -Infinity; a number must be finite."],
      [
        "an integer that is not exact",
        2 ** 60,
        "$v of test is 1152921504606847000; integers are exact only up to 2^53.",
      ],
      ["a bigint", 1n, "$v of test is bigint; allowed: strings, numbers, booleans, null, lists and plain maps."],
      ["a date", new Date(0), "$v of test is a Date; allowed: strings, numbers, booleans, null, lists and plain maps."],
      [
        "bytes",
        new Uint8Array(2),
        "$v of test is a Uint8Array; allowed: strings, numbers, booleans, null, lists and plain maps.",
      ],
      ["a set", new Set(), "$v of test is a Set; allowed: strings, numbers, booleans, null, lists and plain maps."],
      [
        "undefined in a map",
        { a: undefined },
        "$v.a of test is undefined; allowed: strings, numbers, booleans, null, lists and plain maps.",
      ],
      ["a list with null", ["a", null], "$v[1] of test is null; a list holds no null."],
      ["a list of text and numbers", ["a", 1], "$v of test mixes string and number; a list is of one kind."],
      ["a list of maps and lists", [{}, []], "$v of test mixes object and list; a list is of one kind."],
      [
        "NaN deep in rows",
        [{ id: "a", spans: [0, Number.NaN] }],
        "$v[0].spans[1] of test is NaN; a number must be finite.",
      ],
    ])("%s", async (_, value, message) => {
      await expect(store.read(ECHO, forbidden(value))).rejects.toMatchObject({
        code: "INTERNAL",
        message: `Parameter ${message}`,
      });
    });

    it("a parameter that is missing", async () => {
      await expect(store.read(ECHO)).rejects.toMatchObject({ message: "Parameter $v of test is missing." });
      await expect(store.read(ECHO, forbidden(undefined))).rejects.toMatchObject({
        message: "Parameter $v of test is missing.",
      });
    });

    it("a parameter that the statement does not use", async () => {
      await expect(store.read(ECHO, { v: 1, w: 2 })).rejects.toMatchObject({
        message: "Parameter $w of test is not used by the statement.",
      });
    });

    it.each([
      ["a parameter", cypher("MERGE (p:Paper {id: $id})"), { id: null }, "$id"],
      [
        "a field of a row",
        MERGE_NESTED,
        {
          rows: [
            { id: "a", names: [] },
            { id: null, names: [] },
          ],
        },
        "$rows[1].id",
      ],
      ["a field that a row lacks", MERGE_NESTED, { rows: [{ names: [] }] }, "$rows[0].id"],
    ])("a null for MERGE to look for, from %s", async (_, statement, params, place) => {
      await expect(store.write([{ statement, params }])).rejects.toMatchObject({
        code: "INTERNAL",
        message: `${place} of test is null, but MERGE looks for it.`,
      });
    });
  });

  it("merges from lists within rows", async () => {
    await store.write([{ statement: MERGE_NESTED, params: { rows: [{ id: "a", names: ["x", "y"] }] } }]);
    expect(await store.read(cypher("MATCH (n:Name) RETURN n.key AS key ORDER BY key"))).toEqual([
      { key: "x" },
      { key: "y" },
    ]);
  });
});
