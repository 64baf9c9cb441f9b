import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { GoldEntity } from "../../ingest/train/gold.js";
import { type Prediction, score } from "../../ingest/train/score.js";
import { packageRoot } from "../../src/package-root.js";

const entity = (name: string, type: GoldEntity["type"], more: Partial<GoldEntity> = {}): GoldEntity => ({
  name,
  type,
  surfaces: [name],
  role: "USES",
  optional: false,
  ...more,
});

const gold = new Map<string, GoldEntity[]>([
  [
    "a",
    [
      entity("Alpha Net", "METHOD", { surfaces: ["Alpha Nets", "AN"], role: "INTRODUCES" }),
      entity("BetaBench", "DATASET", { role: "EVALUATES" }),
      entity("regularisation", "METHOD", { optional: true }),
      entity("Gamma", "MODEL", { alt_type: "METHOD" }),
    ],
  ],
  ["b", [entity("Delta", "MODEL")]],
  ["c", []],
]);
const predicted = new Map<string, Prediction[]>([
  [
    "a",
    [
      { name: "alpha-net", type: "METHOD", role: "INTRODUCES" },
      { name: "AN", type: "METHOD", role: "USES" },
      { name: "BetaBench", type: "MODEL", role: "EVALUATES" },
      { name: "Regularisation", type: "METHOD", role: "USES" },
      { name: "Gamma", type: "METHOD", role: "INTRODUCES" },
    ],
  ],
  ["c", [{ name: "Epsilon", type: "DATASET", role: "MENTIONS" }]],
]);

describe("the score", () => {
  it("counts an entity once, a repeat as wrong, an optional one not at all, and a wrong kind on both sides", () => {
    const { kinds, untyped, overall, mistakes, roleAccuracy, introduces, kindAccuracy } = score(gold, predicted);
    expect(overall).toMatchObject({ tp: 2, fp: 3, fn: 2 });
    expect(untyped).toMatchObject({ tp: 3, fp: 2, fn: 1 });
    expect(kinds.METHOD).toMatchObject({ tp: 1, fp: 1, fn: 0 });
    expect(introduces).toMatchObject({ tp: 1, fp: 1, fn: 0 });
    expect(roleAccuracy).toBeCloseTo(2 / 3);
    expect(kindAccuracy).toBeCloseTo(2 / 3);
    expect(mistakes.map(({ id, what, name }) => [id, what, name])).toEqual([
      ["a", "repeat", "AN"],
      ["a", "type", "BetaBench"],
      ["b", "missed", "Delta"],
      ["c", "wrong", "Epsilon"],
    ]);
  });

  const tool = join(packageRoot, "..", "shared", "tools", "score.mjs");
  (existsSync(tool) ? it : it.skip)("is the one that the shared scorer gives (skipped without ../shared)", () => {
    const folder = mkdtempSync(join(tmpdir(), "papergraph-score-"));
    try {
      const write = (name: string, rows: ReadonlyMap<string, unknown>): string => {
        const file = join(folder, name);
        writeFileSync(file, [...rows].map(([id, entities]) => JSON.stringify({ id, entities })).join("\n"));
        return file;
      };
      const args = [tool, "--gold", write("gold", gold), "--pred", write("pred", predicted), "--json"];
      const theirs = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
      const ours = score(gold, predicted);
      const pick = ({ tp, fp, fn }: { tp: number; fp: number; fn: number }) => ({ tp, fp, fn });
      expect(pick(ours.overall)).toEqual(pick(theirs.overall));
      expect(pick(ours.untyped)).toEqual(pick(theirs.untyped));
      expect(pick(ours.introduces)).toEqual(pick(theirs.introduces));
      expect(ours.roleAccuracy).toBe(theirs.roleAccuracy);
      for (const kind of ["METHOD", "MODEL", "DATASET"] as const)
        expect(pick(ours.kinds[kind])).toEqual(pick(theirs[kind]));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
