import { beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { checkGraph } from "../../ingest/check/check-graph.js";
import { applyDecisions } from "../../ingest/curate/apply-decisions.js";
import { dump, fingerprint } from "../../ingest/load/fingerprint.js";
import { remove } from "../../ingest/remove.js";
import { type Decision, parseDecision } from "../../src/curation/decision.js";
import type { Store } from "../../src/store/store.js";
import { entitiesOf, linksOf, lists, load, type Reads } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";

const PAPERS: Readonly<Record<string, Reads>> = {
  p1: ["Alpha Net / MODEL / INTRODUCES", "Foo Bench / DATASET"],
  p2: ["AlphaNetwork / MODEL", "Foo Bench / DATASET"],
  p3: ["SAM = Segment Anything Model / MODEL / INTRODUCES", "Foo Bench / DATASET", "Table / METHOD"],
  p4: ["SAM / MODEL", "Table / METHOD", "Alpha Net / MODEL"],
  p5: ["Alpha Net / MODEL", "AlphaNetwork / MODEL / COMPARES", "Alpha-2 / METHOD"],
};

let seconds = 0;
const decide = (record: Readonly<Record<string, unknown>>): Decision => {
  seconds += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString();
  return parseDecision({ author: "Ada", reason: "because", at, ...record });
};
const undo = (decision: Decision): Decision => decide({ op: "undo", decision: decision.id });

const MERGE = decide({ op: "merge", entity: "entity:alphanetwork", into: "entity:alpha-net" });
const SPLIT_NAME = decide({ op: "split", entity: "entity:segment-anything-model", names: ["SAM"], into: "Sharp SAM" });
const SPLIT_PAPER = decide({ op: "split", entity: "entity:foo-bench", papers: ["p2"], into: "Foo Bench Two" });
const RENAME = decide({ op: "rename", entity: "entity:alpha-net", name: "AlphaNet" });
const RETYPE = decide({ op: "retype", entity: "entity:alpha-2", kind: "MODEL" });
const ALIAS = decide({ op: "addAlias", entity: "entity:alpha-net", name: "Alpha-2" });
const REJECT_NAME = decide({ op: "rejectName", name: "table" });
const REJECT_MENTION = decide({ op: "rejectMention", paper: "p4", names: ["Alpha Net"] });

interface Case {
  readonly name: string;
  readonly decisions: readonly Decision[];
  /** What differs from the graph without decisions; null: not there. */
  readonly entities: Readonly<Record<string, string | null>>;
  readonly links?: Readonly<Record<string, string[]>>;
}

const CASES: Case[] = [
  {
    name: "merged entities are one",
    decisions: [MERGE],
    entities: { alphanetwork: null, "alpha-net": "MODEL Alpha Net (AlphaNetwork) 4" },
    links: { p5: ["USES alpha-2", "USES alpha-net"] },
  },
  {
    name: "a name that is split off is an entity of its own",
    decisions: [SPLIT_NAME],
    entities: {
      "segment-anything-model": "MODEL SAM (Segment Anything Model) 1",
      "sharp-sam": "MODEL Sharp SAM (SAM) 1",
    },
  },
  {
    name: "papers are split off",
    decisions: [SPLIT_PAPER],
    entities: { "foo-bench": "DATASET Foo Bench 2", "foo-bench-two": "DATASET Foo Bench Two (Foo Bench) 1" },
  },
  {
    name: "a renamed entity keeps its id and its other names",
    decisions: [RENAME],
    entities: { "alpha-net": "MODEL AlphaNet 3" },
  },
  {
    name: "a retyped entity has the kind",
    decisions: [RETYPE],
    entities: { "alpha-2": "MODEL Alpha-2 1" },
  },
  {
    name: "what papers read under an alias is of the entity",
    decisions: [ALIAS],
    entities: { "alpha-2": null, "alpha-net": "MODEL Alpha Net (Alpha-2) 3" },
  },
  { name: "a rejected name is nothing", decisions: [REJECT_NAME], entities: { table: null } },
  {
    name: "a mention is rejected in one paper",
    decisions: [REJECT_MENTION],
    entities: { "alpha-net": "MODEL Alpha Net 2" },
    links: { p4: ["USES segment-anything-model", "USES table"] },
  },
  {
    name: "a later decision finds what the earlier ones made",
    decisions: [MERGE, decide({ op: "retype", entity: "entity:alphanetwork", kind: "METHOD" })],
    entities: { alphanetwork: null, "alpha-net": "METHOD Alpha Net (AlphaNetwork) 4" },
  },
  { name: "what is undone was never decided", decisions: [MERGE, RENAME, undo(MERGE), undo(RENAME)], entities: {} },
  {
    name: "an undo can be undone",
    decisions: (() => {
      const first = undo(RETYPE);
      return [RETYPE, first, undo(first)];
    })(),
    entities: { "alpha-2": "MODEL Alpha-2 1" },
  },
];

/** The graphs of the engine that ran first, for the other to make too. */
const prints = new Map<string, string>();

eachStore((engine, open) => {
  let store: Store;
  const lookUp = lists([]);
  const curate = (decisions: readonly Decision[]) => applyDecisions(store, lookUp, decisions, { now: "2026-02-01" });
  const withoutDecisions = async () => {
    const lines: string[] = [];
    for await (const line of dump(store)) if (!line.startsWith("decision ")) lines.push(line);
    return lines;
  };
  beforeEach(async () => {
    store ??= await open();
    await wipe(store);
  });

  describe("decisions of curators", () => {
    it.each(CASES)("$name", async ({ name, decisions, entities, links = {} }) => {
      await load(store, PAPERS);
      const before = await entitiesOf(store);
      await curate(decisions);
      const expected = Object.entries({ ...before, ...entities }).filter(([, entity]) => entity !== null);
      expect(await entitiesOf(store)).toEqual(Object.fromEntries(expected));
      expect(await linksOf(store)).toMatchObject(links);
      // The papers of this table have no text for their mentions to stand in.
      expect((await checkGraph(store)).findings.filter(({ fault }) => fault !== "span")).toEqual([]);
      const whole = await fingerprint(store);
      expect(prints.get(name) ?? whole).toBe(whole);
      prints.set(name, whole);
      await curate(decisions);
      expect(await fingerprint(store)).toBe(whole);
      await wipe(store);
      await curate(decisions);
      await load(store, PAPERS);
      expect(await fingerprint(store)).toBe(whole);
    });

    it("that are all undone leave the graph as it was", async () => {
      await load(store, PAPERS);
      const before = await withoutDecisions();
      const decisions = [MERGE, SPLIT_NAME, SPLIT_PAPER, RENAME, RETYPE, ALIAS, REJECT_NAME, REJECT_MENTION];
      await curate(decisions);
      expect(await withoutDecisions()).not.toEqual(before);
      await curate(decisions.map(undo));
      expect(await withoutDecisions()).toEqual(before);
    });

    it("hold for papers that are read anew and go with those that are removed", async () => {
      await load(store, PAPERS);
      await curate([REJECT_NAME, REJECT_MENTION, MERGE]);
      await load(store, { p4: ["SAM / MODEL", "Table / METHOD", "Alpha Net / METHOD / INTRODUCES"] });
      expect((await linksOf(store)).p4).toEqual(["USES segment-anything-model"]);
      await remove(store, lookUp, { ids: ["p3", "p4"] });
      const removed = await fingerprint(store);
      await wipe(store);
      await curate([REJECT_NAME, REJECT_MENTION, MERGE]);
      const { p1, p2, p5 } = PAPERS;
      await load(store, { p1: p1!, p2: p2!, p5: p5! });
      expect(await fingerprint(store)).toBe(removed);
    });

    it("and papers give one graph, in whatever order and parts they come", async () => {
      const first = undo(RENAME);
      const decisions = [MERGE, SPLIT_NAME, SPLIT_PAPER, RENAME, first, RETYPE, ALIAS, REJECT_NAME, REJECT_MENTION];
      const all = [...decisions, undo(first), undo(ALIAS)];
      await load(store, PAPERS);
      await curate(all);
      const whole = await fingerprint(store);
      type Step = { readonly paper: string } | { readonly decision: Decision };
      const steps: Step[] = [
        ...Object.keys(PAPERS).map((paper) => ({ paper })),
        ...all.map((decision) => ({ decision })),
      ];
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(steps, { minLength: steps.length }), async (order) => {
          await wipe(store);
          for (const step of order) {
            if ("decision" in step) await curate([step.decision]);
            else await load(store, { [step.paper]: PAPERS[step.paper]! });
          }
          expect(await fingerprint(store)).toBe(whole);
        }),
        { numRuns: engine === "embedded" ? 15 : 3, seed: 20261124 },
      );
    });
  });
});
