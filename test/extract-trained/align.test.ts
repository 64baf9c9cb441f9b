import { describe, expect, it } from "@jest/globals";
import { readDocument } from "../../ingest/extract/document.js";
import { settleOverlaps } from "../../ingest/extract/entity/decide.js";
import { WordBook } from "../../ingest/extract/word-facts.js";
import { goldLabels, occurrences } from "../../ingest/train/align.js";
import type { GoldEntity } from "../../ingest/train/gold.js";

const gold = (name: string, type: GoldEntity["type"], optional = false): GoldEntity => ({
  name,
  type,
  surfaces: [name],
  optional,
});

const labelled = (abstract: string, entities: GoldEntity[]): string[] => {
  const document = readDocument({ id: "x", title: "", abstract }, new WordBook(undefined));
  const labels = goldLabels(document, entities);
  return document.words.flatMap(({ text }, i) => (labels[i] === 0 ? [] : [`${text} ${labels[i]}`]));
};

describe("the labels of tokens by the gold", () => {
  it.each([
    [
      "We tune Alpha Net on BetaBench.",
      [gold("Alpha Net", "METHOD"), gold("BetaBench", "DATASET")],
      ["Alpha 1", "Net 2", "BetaBench 5"],
    ],
    [
      "Deep Alpha Net beats Alpha Net.",
      [gold("Alpha Net", "MODEL"), gold("Deep Alpha Net", "METHOD")],
      ["Deep 1", "Alpha 2", "Net 2", "Alpha 3", "Net 4"],
    ],
    ["We use dropout here.", [gold("dropout", "METHOD", true)], ["dropout -1"]],
    ["AlphaX is not Alpha.", [gold("Alpha", "MODEL")], ["Alpha 3"]],
  ] as const)("of %s", (text, entities, expected) => {
    expect(labelled(text, [...entities])).toEqual(expected);
  });

  it("finds surfaces only as whole words", () => {
    expect(occurrences("GAN, GANs, BigGAN and (GAN)", "GAN")).toEqual([0, 23]);
  });
});

describe("candidates that overlap", () => {
  const decision = (name: string, confidence: number, ...places: [number, number][]) => ({
    name,
    candidate: { keys: new Set([name]), surfaces: [name], mentions: [] },
    kind: 0,
    confidence,
    mentions: places.map(([from, to]) => ({ from, to, score: 1 })),
  });

  it("are settled for the surest, and keep the places that are left", () => {
    const settled = settleOverlaps(
      [
        decision("contrastive learning", 0.6, [4, 6], [20, 22]),
        decision("graph contrastive learning", 0.9, [3, 6]),
        decision("learning", 0.55, [5, 6]),
      ],
      0.5,
    );
    expect(settled.map(({ name, mentions }) => [name, mentions.map(({ from }) => from)])).toEqual([
      ["graph contrastive learning", [3]],
      ["contrastive learning", [20]],
    ]);
  });

  it("are both told when neither stands", () => {
    expect(settleOverlaps([decision("a b", 0.4, [0, 2]), decision("b", 0.3, [1, 2])], 0.5)).toHaveLength(2);
  });
});
