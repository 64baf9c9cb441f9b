import { describe, expect, it } from "@jest/globals";
import { ENTITY_FEATURE_NAMES } from "../../ingest/extract/entity/entity-features.js";
import type { Example } from "../../ingest/train/examples.js";
import { groupStart } from "../../ingest/train/group-start.js";
import { renamedExamples } from "../../ingest/train/renamed.js";

const [INTRODUCES, USES] = [0, 2];
/** An example whose name gives feature 100 + n and whose context gives n; its row has n everywhere. */
const example = (n: number, role: number, outcome = 0): Example => ({
  ...{ paper: n, fold: n % 5, outcome, role },
  candidate: { keys: new Set(), surfaces: [], mentions: [] },
  row: new Float32Array(ENTITY_FEATURE_NAMES.length).fill(n),
  words: new Int32Array(),
  roleWords: Int32Array.of(n, 100 + n),
  nameWords: Int32Array.of(100 + n),
});
const examples = [example(1, INTRODUCES), example(2, USES), example(3, USES, 1), example(4, -1)];
const rows = examples.map(({ row }) => row);
const renamed = (introduced: number, others: number) =>
  renamedExamples(examples, rows, { introduced, others, seed: 1 }).map(({ fold, outcome, role, row, words }) => ({
    ...{ fold, outcome, role, words: [...words] },
    tagger: row[groupStart("tagger")],
    prior: row[groupStart("prior")],
    corpus: row[groupStart("corpus")],
  }));

describe("renamed examples of roles", () => {
  it("keep role and context, and take name and what is known of it from an example of the other side", () => {
    const introduced = { fold: 1, outcome: 0, role: INTRODUCES, words: [1, 102], tagger: 1, prior: 2, corpus: 2 };
    const used = { fold: 2, outcome: 0, role: USES, words: [2, 101], tagger: 2, prior: 1, corpus: 1 };
    expect(renamed(2, 1)).toEqual([introduced, introduced, used]);
  });

  it("are none where none are asked for", () => {
    expect(renamed(0, 0)).toEqual([]);
  });

  it("leave the examples as they were", () => {
    renamed(2, 1);
    expect(examples[0]!.row[groupStart("prior")]).toBe(1);
  });
});
