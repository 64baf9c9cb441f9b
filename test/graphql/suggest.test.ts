import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { beginsAlmost, mayBeginAlmost } from "../../schema/suggest/one-typo.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Store } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import { searchWords } from "../../src/text/search-words.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { load } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, failsOutOfTime, listening } from "./support/ask.js";
import { passes } from "./support/brute-force.js";
import { loadGraph, papersOf, type TestGraph } from "./support/load-graph.js";
import { anyPaperFilter, randomGraph } from "./support/random-graph.js";
import { SMALL } from "./support/small-graph.js";

const SUGGEST = `query ($prefix: String!, $kinds: [Kind!], $where: PaperWhere, $first: Int) {
  suggest(prefix: $prefix, kinds: $kinds, where: $where, first: $first) {
    suggestions { entity { id } matched paperCount typo } truncated
  }
}`;

interface Answer {
  readonly suggest: {
    readonly suggestions: { entity: { id: string }; matched: string; paperCount: number; typo: boolean }[];
    readonly truncated: boolean;
  };
}

/** Letters inserted, deleted, substituted or swapped with their neighbour, as the textbook counts them. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      }
      rows[i]![j] = least;
    }
  }
  return rows[a.length]![b.length]!;
}

const beginsWithin = (text: string, typed: string, most: number): boolean =>
  Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end)).some(
    (begin) => distance(begin, typed) <= most,
  );

interface Demand {
  readonly prefix: string;
  readonly kinds: readonly Kind[];
  readonly where: PaperFilter;
  readonly first: number;
}

/** What the documentation of `suggest` says, entity by entity. */
function suggestedIn(graph: TestGraph, { prefix, kinds, where, first }: Demand) {
  const typed = searchWords(prefix).join("");
  const rows = graph.entities.flatMap(({ id, kind, name, aliases }) => {
    const papers = papersOf(graph, id).filter((paper) => passes(graph, paper, where)).length;
    const tails = [name, ...aliases].flatMap((one) => searchWords(one).map((_, i, words) => words.slice(i).join("")));
    const bears = [name, ...aliases].some((one) => normalForm(one) !== "" && normalForm(one) === normalForm(prefix));
    const begins = typed !== "" && tails.some((tail) => tail.startsWith(typed));
    const almost = typed.length >= 4 && tails.some((tail) => beginsWithin(tail, typed, 1));
    const tier = bears ? 0 : begins ? 1 : almost ? 2 : 3;
    const passing =
      kinds.includes(kind) && tier < 3 && (papers > 0 || Object.values(where).every((part) => part == null));
    return passing ? [{ id, tier, papers }] : [];
  });
  rows.sort((a, b) => a.tier - b.tier || b.papers - a.papers || (a.id < b.id ? -1 : 1));
  return rows.slice(0, first).map(({ id, tier, papers }) => [id, papers, tier === 2]);
}

const RUNS = { embedded: 200, neo4j: 15 };

eachStore((engine, open) => {
  describe("suggestions from a small graph", () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await loadGraph(store, SMALL);
    });
    const suggest = async (prefix: string, more: Record<string, unknown> = {}) => {
      const { suggest: found } = await ask<Answer>(store, SUGGEST, { prefix, ...more });
      return found.suggestions.map(({ entity, matched, typo }) => `${entity.id} by ${matched}${typo ? " (typo)" : ""}`);
    };

    it.each([
      ["ber", ["entity:bert by BERT", "entity:bert-base by BERT-base", "entity:bert-large by BERT-large"]],
      ["BERT-LAR", ["entity:bert-large by BERT-large"]],
      ["bert lar", ["entity:bert-large by BERT-large"]],
      [
        "bertl",
        ["entity:bert-large by BERT-large", "entity:bert by BERT (typo)", "entity:bert-base by BERT-base (typo)"],
      ],
      ["anything", ["entity:segment-anything-model by Segment Anything Model"]],
      ["enc", ["entity:bert by Bidirectional Encoder Representations"]],
      ["tranfo", ["entity:transformer by Transformer (typo)"]],
      ["trransf", ["entity:transformer by Transformer (typo)"]],
      ["trensf", ["entity:transformer by Transformer (typo)"]],
      ["rtan", ["entity:transformer by Transformer (typo)"]],
      ["tra\u0144s", ["entity:transformer by Transformer"]],
      ["trn", []],
      ["GLUE.", ["entity:glue by GLUE"]],
      ["", []],
      [" ?!", []],
      ["' RETURN 1 //", []],
    ])("for %j are %j", async (prefix, found) => {
      expect(await suggest(prefix)).toEqual(found);
    });

    it("begin with those that bear the text as a name, those used most first", async () => {
      const bearers = ["entity:segment-anything-model by SAM", "entity:sharpness-aware-minimization by SAM"];
      expect(await suggest("sam")).toEqual(bearers);
      expect(await suggest("bert-base")).toEqual(["entity:bert-base by BERT-base"]);
    });

    it("are of the kinds that are asked for, and no more than that many", async () => {
      expect(await suggest("s", { kinds: ["METHOD"] })).toEqual([
        "entity:sharpness-aware-minimization by Sharpness-Aware Minimization",
      ]);
      expect(await suggest("b", { first: 1 })).toEqual(["entity:bert by BERT"]);
    });

    it("are those that a part of the corpus mentions, ranked by it", async () => {
      const where = { years: { in: [2018] } };
      const { suggest: found } = await ask<Answer>(store, SUGGEST, { prefix: "b", where });
      expect(found).toEqual({
        suggestions: ["BERT", "BERT-base", "BERT-large"].map((name) => ({
          ...{ entity: { id: `entity:${name.toLowerCase()}` }, matched: name, paperCount: 1, typo: false },
        })),
        truncated: false,
      });
    });

    it.each([
      [{ prefix: "x".repeat(1001) }, { code: "LIMIT_EXCEEDED", got: 1001, allowed: 1000 }],
      [
        { prefix: "x", first: 0 },
        { code: "BAD_ARGUMENT", got: 0, allowed: "1 to 100" },
      ],
    ])("refuse case %#", async (variables, error) => {
      expect(await fails(store, SUGGEST, variables)).toEqual([error]);
    });

    it("take three statements once the names are read", async () => {
      const heard = listening(store);
      await ask(heard.store, SUGGEST, { prefix: "ber" });
      heard.read.length = 0;
      await ask(heard.store, SUGGEST, { prefix: "ber" });
      expect(heard.read.sort()).toEqual(["entity/get-by-ids", "name/resolve", "suggest/get-stamp"]);
    });

    it("are stopped when the time is up, and the names are read all the same", async () => {
      const { store: fresh } = listening(store);
      expect(await failsOutOfTime(fresh, SUGGEST, { prefix: "glu" })).toEqual(["TIMEOUT"]);
      const { suggest: found } = await ask<Answer>(fresh, SUGGEST, { prefix: "glu" });
      expect(found.suggestions.map(({ entity }) => entity.id)).toEqual(["entity:glue"]);
    });

    it("know the names that came since, once they are settled", async () => {
      expect(await suggest("newco")).toEqual([]);
      await load(store, { "hash:new": ["Newcomer / MODEL"] });
      expect(await suggest("newco")).toEqual(["entity:newcomer by Newcomer"]);
    });
  });

  it("suggestions from a random graph are those that a search by hand finds", async () => {
    const store = await open();
    const graph = randomGraph();
    await loadGraph(store, graph);
    const names = graph.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
    const prefix = fc
      .record({ name: fc.constantFrom(...names), letters: fc.nat(9), swapped: fc.nat(8), typo: fc.boolean() })
      .map(({ name, letters, swapped, typo }) => {
        const typed = name.slice(0, letters);
        return typo ? typed.slice(0, swapped) + typed.slice(swapped + 1) : typed;
      });
    const demands = fc.record({
      prefix,
      kinds: fc.subarray([...KINDS], { minLength: 1 }),
      where: fc.oneof(fc.constant({}), anyPaperFilter),
      first: fc.integer({ min: 1, max: 15 }),
    });
    await fc.assert(
      fc.asyncProperty(demands, async (demand) => {
        const { suggest } = await ask<Answer>(store, SUGGEST, { ...demand });
        const found = suggest.suggestions.map(({ entity, paperCount, typo }) => [entity.id, paperCount, typo]);
        expect(found).toEqual(suggestedIn(graph, demand));
      }),
      { numRuns: RUNS[engine], seed: 11 },
    );
  });
});

describe("one typo", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

  it("is what the textbook counts as one", () => {
    fc.assert(
      fc.property(word, word, (text, typed) => {
        expect(beginsAlmost(`x${text}`, 1, typed)).toBe(beginsWithin(text, typed, 1));
      }),
      { numRuns: 3_000 },
    );
  });

  it("is never ruled out by the first letters of a text that has it", () => {
    fc.assert(
      fc.property(word, word, (text, typed) => {
        if (beginsAlmost(text, 0, typed)) expect(mayBeginAlmost(text.slice(0, 3), typed)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
