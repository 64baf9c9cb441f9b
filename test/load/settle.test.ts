import { beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fingerprint } from "../../ingest/load/fingerprint.js";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { eachStore } from "../support/each-store.js";
import { wipe } from "../support/wipe.js";
import { entitiesOf, linksOf, lists, load, type Reads } from "./graph-of.js";

const BERT = { name: "BERT", kind: "MODEL", ambiguous: false } as const;
const ICL = { name: "In-Context Learning", kind: "METHOD", ambiguous: false } as const;

interface Case {
  readonly name: string;
  readonly listed?: ReturnType<typeof lists>;
  readonly papers: Readonly<Record<string, Reads>>;
  readonly entities: Record<string, string>;
  readonly links?: Record<string, string[]>;
}

const cases: Case[] = [
  {
    name: "one name is one entity, however it is written",
    papers: { p1: ["In-Context Learning"], p2: ["in context learning"], p3: ["in-context learning"] },
    entities: { "in-context-learning": "METHOD In-Context Learning 3" },
  },
  {
    name: "the kind is voted, and a paper that introduces a thing has more votes",
    papers: { p1: ["Painter / METHOD"], p2: ["Painter / METHOD"], p3: ["Painter / MODEL / INTRODUCES"] },
    entities: { painter: "MODEL Painter 3" },
  },
  {
    name: "a listed alias is read as the canonical name",
    listed: lists([ICL], { ICL: "In-Context Learning" }),
    papers: { p1: ["ICL"], p2: ["in-context learning"] },
    entities: { "in-context-learning": "METHOD In-Context Learning (ICL) 2" },
  },
  {
    name: "a bare acronym joins its only long form, under the long form's id",
    papers: { p1: ["KG-RAG"], p2: ["KG-RAG = Knowledge Graph RAG / METHOD / INTRODUCES"], p3: ["KG-RAG"] },
    entities: { "knowledge-graph-rag": "METHOD KG-RAG (Knowledge Graph RAG) 3" },
  },
  {
    name: "a long form joins a listed acronym, under the acronym's id",
    listed: lists([BERT]),
    papers: { p1: ["BERT / MODEL"], p2: ["BERT = Bidirectional Encoder Representations / MODEL"] },
    entities: { bert: "MODEL BERT (Bidirectional Encoder Representations) 2" },
  },
  {
    name: "spellings of one long form are one entity",
    papers: {
      p1: ["LoRA = Low-Rank Adaptation / METHOD / INTRODUCES"],
      p2: ["LoRA = Low-Rank Adaptation of Language Models"],
      p3: ["LoRA = low-rank adaptation"],
    },
    entities: { "low-rank-adaptation": "METHOD LoRA (Low-Rank Adaptation of Language Models, low-rank adaptation) 3" },
  },
  {
    name: "an ambiguous acronym is read by kind and company, in the paper that has a long form by that",
    papers: {
      p1: ["SAM = Segment Anything Model / MODEL / INTRODUCES", "COCO / DATASET"],
      p2: ["SAM = Sharpness-Aware Minimization / METHOD / INTRODUCES", "SGD", "CIFAR-10 / DATASET"],
      p3: ["SAM / METHOD", "SGD"],
      p4: ["SAM / MODEL", "COCO / DATASET"],
    },
    entities: {
      "cifar-10": "DATASET CIFAR-10 1",
      coco: "DATASET COCO 2",
      "segment-anything-model": "MODEL Segment Anything Model (SAM) 2",
      sgd: "METHOD SGD 2",
      "sharpness-aware-minimization": "METHOD Sharpness-Aware Minimization (SAM) 2",
    },
    links: {
      p1: ["INTRODUCES segment-anything-model", "USES coco"],
      p2: ["INTRODUCES sharpness-aware-minimization", "USES cifar-10", "USES sgd"],
      p3: ["USES sgd", "USES sharpness-aware-minimization"],
      p4: ["USES coco", "USES segment-anything-model"],
    },
  },
  {
    name: "a paper with both names apart has one relationship, of the stronger role",
    papers: {
      p1: ["DPO = Direct Preference Optimization"],
      p2: ["DPO / METHOD / INTRODUCES", "Direct Preference Optimization / METHOD / MENTIONS"],
    },
    entities: { "direct-preference-optimization": "METHOD Direct Preference Optimization (DPO) 2" },
    links: { p1: ["USES direct-preference-optimization"], p2: ["INTRODUCES direct-preference-optimization"] },
  },
  {
    name: "an acronym beside its long form is that, also when others spell out another one",
    papers: {
      p1: ["SAM / METHOD", "Segment Anything Model / MODEL", "SGD", "CIFAR-10 / DATASET"],
      p2: ["SAM = Segment Anything Model / MODEL / INTRODUCES", "COCO / DATASET"],
      p3: ["SAM = Sharpness-Aware Minimization / METHOD / INTRODUCES", "SGD", "CIFAR-10 / DATASET"],
      p4: ["SAM = Sharpness-Aware Minimization / METHOD", "SGD", "CIFAR-10 / DATASET"],
    },
    entities: {
      "cifar-10": "DATASET CIFAR-10 3",
      coco: "DATASET COCO 1",
      "segment-anything-model": "MODEL Segment Anything Model (SAM) 2",
      sgd: "METHOD SGD 3",
      "sharpness-aware-minimization": "METHOD Sharpness-Aware Minimization (SAM) 2",
    },
  },
  {
    name: "variants point to the nearest base that the corpus has",
    papers: {
      p1: ["Llama-2-13b-chat-hf / MODEL", "Llama 2 / MODEL", "GPT-4 / MODEL"],
      p2: ["Llama-2-13b / MODEL", "GPT / MODEL"],
    },
    entities: {
      gpt: "MODEL GPT 1",
      "gpt-4": "MODEL GPT-4 1",
      "llama-2": "MODEL Llama 2 1",
      "llama-2-13b": "MODEL Llama-2-13b 1 < entity:llama-2",
      "llama-2-13b-chat-hf": "MODEL Llama-2-13b-chat-hf 1 < entity:llama-2-13b",
    },
  },
  {
    name: "spellings that differ in a hyphen inside are one entity, under the id that most papers read",
    papers: { p1: ["Bi-LSTM", "BiLSTM"], p2: ["BiLSTM"], p3: ["BiLSTMs"] },
    entities: { bilstm: "METHOD BiLSTM 3" },
    links: { p1: ["USES bilstm"], p2: ["USES bilstm"], p3: ["USES bilstm"] },
  },
  {
    name: "a version of a dataset is a variant, a release of a model is none",
    papers: {
      p1: ["SQuAD / DATASET", "SQuAD 2.0 / DATASET", "DINO / MODEL", "DINOv2 / MODEL"],
      p2: ["squad-1.1 / DATASET"],
    },
    entities: {
      dino: "MODEL DINO 1",
      "dino-v2": "MODEL DINOv2 1",
      squad: "DATASET SQuAD 1",
      "squad-1.1": "DATASET squad-1.1 1 < entity:squad",
      "squad-2.0": "DATASET SQuAD 2.0 1 < entity:squad",
    },
  },
  {
    name: "a dataset is no variant of a method whose acronym its name begins with",
    papers: { p1: ["PST = Pyramidal Shapley Taylor", "PST-900 / DATASET"] },
    entities: {
      "pst-900": "DATASET PST-900 1",
      "pyramidal-shapley-taylor": "METHOD Pyramidal Shapley Taylor (PST) 1",
    },
  },
  {
    name: "a bare listed acronym is read by its paper where other papers have another long form for it",
    listed: lists([ICL], { ICL: "In-Context Learning" }),
    papers: {
      p1: ["ICL = Incremental Class Learning", "rehearsal", "CIFAR-100 / DATASET"],
      p2: ["ICL = Incremental Class Learning", "rehearsal", "iCaRL"],
      p3: ["ICL", "rehearsal", "iCaRL"],
      p4: ["ICL", "GPT-3 / MODEL"],
      p5: ["ICL", "GPT-3 / MODEL"],
    },
    entities: {
      "cifar-100": "DATASET CIFAR-100 1",
      "gpt-3": "MODEL GPT-3 2",
      icarl: "METHOD iCaRL 2",
      "in-context-learning": "METHOD In-Context Learning (ICL) 2",
      "incremental-class-learning": "METHOD Incremental Class Learning (ICL) 3",
      rehearsal: "METHOD rehearsal 3",
    },
  },
];

eachStore((engine, open) => {
  let store: Store;
  beforeEach(async () => {
    store ??= await open();
    await wipe(store);
  });

  describe("settling", () => {
    it.each(cases)("$name", async ({ listed, papers, entities, links }) => {
      await load(store, papers, listed);
      expect(await entitiesOf(store)).toEqual(entities);
      if (links) expect(await linksOf(store)).toEqual(links);
    });

    it.each(cases)("comes to the same graph paper by paper, backwards and again: $name", async (one) => {
      await load(store, one.papers, one.listed);
      const whole = await fingerprint(store);
      await wipe(store);
      const papers = Object.entries(one.papers).reverse();
      for (const [id, reads] of [...papers, ...papers]) await load(store, { [id]: reads }, one.listed);
      expect(await fingerprint(store)).toBe(whole);
    });

    it("undoes what a paper brought when the paper changes", async () => {
      const before = { p1: ["SAM"], p2: ["SAM = Segment Anything Model / MODEL / INTRODUCES"] };
      await load(store, before);
      const expected = await fingerprint(store);
      await load(store, { p2: ["SAM = Sharpness-Aware Minimization", "SAM-13b / MODEL"] });
      await load(store, { p2: [] });
      expect(await entitiesOf(store)).toEqual({ sam: "METHOD SAM 1" });
      await load(store, before);
      expect(await fingerprint(store)).toBe(expected);
    });

    it("keeps an id resolving that was given out before a long form turned up", async () => {
      await load(store, { p1: ["KG-RAG"] });
      await load(store, { p2: ["KG-RAG = Knowledge Graph RAG"] });
      const former = await store.read(statement("settle/read-former"), { ids: ["entity:knowledge-graph-rag"] });
      expect(former).toEqual([{ key: "entity:kg-rag", id: "entity:knowledge-graph-rag" }]);
    });

    it("lets every name that the list has for a thing lead to it", async () => {
      await load(store, { p1: ["In-Context Learning"] }, lists([ICL], { ICL: "In-Context Learning" }));
      const rows = await store.read(statement("settle/list-namesakes"), { keys: ["icl"] });
      expect(rows).toEqual([{ id: "entity:in-context-learning" }]);
    });

    it("is a function of the set of papers, whatever their order", async () => {
      const names = [
        "SAM",
        "SAM = Segment Any Model / MODEL",
        "SAM = Sharp Aware Min",
        "SAM = Segment Anything Model",
        "Segment-Any Model / MODEL",
        "SGD",
        "S-GD = Steep Gradient Descent",
        "COCO / DATASET",
        "SGD-2b",
        "SGD 2.0 / DATASET",
        "MS COCO / DATASET",
      ];
      const listed = lists([{ name: "COCO", kind: "DATASET", ambiguous: false }], { "MS COCO": "COCO", SAM: "COCO" });
      const paper = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 });
      const corpus = fc.array(paper, { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(corpus, fc.infiniteStream(fc.nat()), async (papers, random) => {
          const entries = papers.map((reads, i): [string, Reads] => [`p${i}`, reads]);
          await wipe(store);
          await load(store, Object.fromEntries(entries), listed);
          const whole = await fingerprint(store);
          await wipe(store);
          const shuffled = [...entries].sort(() => ((random.next().value ?? 0) % 2 ? 1 : -1));
          for (const [id, reads] of shuffled) await load(store, { [id]: reads }, listed);
          expect(await fingerprint(store)).toBe(whole);
        }),
        { numRuns: engine === "embedded" ? 25 : 5, seed: 20261124 },
      );
    });
  });
});
