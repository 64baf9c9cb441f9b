import { beforeEach, expect, it } from "@jest/globals";
import fc from "fast-check";
import { checkGraph } from "../../ingest/check/check-graph.js";
import { applyDecisions } from "../../ingest/curate/apply-decisions.js";
import { dump } from "../../ingest/load/fingerprint.js";
import { type Decision, parseDecision } from "../../src/curation/decision.js";
import type { Store } from "../../src/store/store.js";
import { lists, load, type Reads } from "../load/graph-of.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";

/** Papers with an acronym of two long forms, spellings, and variants. */
const PAPERS: Readonly<Record<string, Reads>> = {
  p1: ["SAM = Segment Anything Model / MODEL / INTRODUCES", "COCO / DATASET"],
  p2: ["SAM = Sharpness-Aware Minimization / METHOD / INTRODUCES", "SGD", "CIFAR-10 / DATASET"],
  p3: ["SAM / METHOD", "SGD", "Bi-LSTM"],
  p4: ["SAM / MODEL", "COCO / DATASET", "BiLSTM / MODEL"],
  p5: ["Segment Anything Model / MODEL", "SAM / MODEL", "CIFAR / DATASET"],
  p6: ["Llama-2 / MODEL", "Llama-2-13b / MODEL", "SGD / METHOD / COMPARES"],
};
const NAMES = ["SAM", "Segment Anything Model", "Sharpness-Aware Minimization", "SGD", "COCO", "BiLSTM", "Llama-2"];
const FORMS = [
  "sam",
  "segment-anything-model",
  "sharpness-aware-minimization",
  "sgd",
  "bi-lstm",
  "llama-2",
  "none-yet",
];

const name = fc.constantFrom(...NAMES);
const entity = fc.constantFrom(...FORMS).map((form) => `entity:${form}`);
const paper = fc.constantFrom(...Object.keys(PAPERS));
const record = fc.oneof(
  fc.record({ op: fc.constant("merge"), entity, into: entity }),
  fc.record({
    op: fc.constant("split"),
    entity,
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
    papers: fc.uniqueArray(paper, { maxLength: 2 }),
    into: fc.oneof(entity, name, fc.constant("Split Off")),
  }),
  fc.record({ op: fc.constant("rename"), entity, name: fc.oneof(name, fc.constant("Renamed")) }),
  fc.record({ op: fc.constant("retype"), entity, kind: fc.constantFrom("METHOD", "MODEL", "DATASET") }),
  fc.record({ op: fc.constant("addAlias"), entity, name: fc.oneof(name, fc.constant("Alias")) }),
  fc.record({ op: fc.constant("rejectMention"), paper, names: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }) }),
  fc.record({ op: fc.constant("rejectName"), name }),
);
/** Decisions at different times; some are undone, and some of these undos too. */
const decisions = fc.array(fc.tuple(record, fc.constantFrom(0, 0, 1, 2)), { minLength: 1, maxLength: 5 }).map((all) =>
  all.flatMap(([content, undos], i) => {
    const made: Decision[] = [parseDecision({ ...content, ...signed(10 * i) })];
    for (let n = 0; n < undos; n++)
      made.push(parseDecision({ op: "undo", decision: made.at(-1)!.id, ...signed(10 * i + n + 1) }));
    return made;
  }),
);
const signed = (seconds: number) => ({
  author: "Ada",
  reason: "because",
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString(),
});

type Step = { readonly paper: string } | { readonly decision: Decision };

eachStore((engine, open) => {
  let store: Store;
  beforeEach(async () => {
    store ??= await open();
  });
  const curate = (some: readonly Decision[]) => applyDecisions(store, lists([]), some, { now: "2026-02-01" });
  const lines = async () => {
    const all: string[] = [];
    for await (const line of dump(store)) all.push(line);
    return all;
  };

  it("any decisions and papers give one graph, in whatever order and parts they come", async () => {
    const order = decisions.chain((made) => {
      const steps: Step[] = [
        ...Object.keys(PAPERS).map((id) => ({ paper: id })),
        ...made.map((decision) => ({ decision })),
      ];
      return fc.tuple(fc.constant(made), fc.shuffledSubarray(steps, { minLength: steps.length }));
    });
    await fc.assert(
      fc.asyncProperty(order, async ([made, steps]) => {
        await wipe(store);
        await curate(made);
        await load(store, PAPERS);
        const whole = await lines();
        await wipe(store);
        for (const step of steps) {
          if ("decision" in step) await curate([step.decision]);
          else await load(store, { [step.paper]: PAPERS[step.paper]! });
        }
        expect(await lines()).toEqual(whole);
        const { findings } = await checkGraph(store);
        expect(findings.filter(({ fault }) => fault !== "span")).toEqual([]);
      }),
      { numRuns: engine === "embedded" ? 15 : 3, seed: 20261124 },
    );
  }, 600_000);
});
