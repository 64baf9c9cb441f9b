import { describe, expect, it } from "@jest/globals";
import { readCell } from "../../ingest/results/value.js";
import { isLowerBetter, isShare, metricOf, splitOf } from "../../src/text/metric.js";

describe("a cell of a table of results", () => {
  it.each([
    ["88.5%", 88.5, true],
    ["88.5 %", 88.5, true],
    ["0.675", 0.675, false],
    ["1,234", 1234, false],
    ["1,234,567.5", 1_234_567.5, false],
    ["76,2", 76.2, false],
    ["12.3 \u00b1 0.4", 12.3, false],
    ["12.3+-0.4", 12.3, false],
    ["12.3 +/- 0.4", 12.3, false],
    ["12.3 (0.4)", 12.3, false],
    ["88.5% \u00b1 1.2%", 88.5, true],
    ["-3.5", -3.5, false],
    ["\u22123.5", -3.5, false],
    [".5", 0.5, false],
    ["1e-3", 0.001, false],
    ["220k", 220_000, false],
    ["3.5m", 3_500_000, false],
    ["1.5 B", 1_500_000_000, false],
    [20.9, 20.9, false],
    [0, 0, false],
  ])("%j is a number", (cell, value, isPercent) => {
    expect(readCell(cell)).toEqual({ value, isPercent });
  });

  it.each(["", " ", "-", "\u2013", "N/A", "n.a.", "?", null, undefined])("%j is blank", (cell) => {
    expect(readCell(cell)).toEqual({ blank: true });
  });

  it.each([
    ["76.3/78.2", 'not a number: "76.3/78.2"'],
    [">90", 'not a number: ">90"'],
    ["12 ms", 'not a number: "12 ms"'],
    ["1.234,5", 'not a number: "1.234,5"'],
    [[1], "a value that is a list"],
    [{}, "a value that is object"],
    [true, "a value that is boolean"],
    ["1e999", "a number too large: 1e999"],
  ])("%j is refused with the reason", (cell, reason) => {
    expect(readCell(cell)).toEqual({ reason });
  });
});

describe("a metric", () => {
  it.each([
    ["Accuracy", "accuracy", ""],
    ["accuracy (%)", "accuracy", ""],
    ["Acc.", "accuracy", ""],
    ["% Test Accuracy", "accuracy", "test"],
    ["Dev Accuracy", "accuracy", "validation"],
    ["Accuracy (val)", "accuracy", "validation"],
    ["Top-1 Accuracy", "top 1 accuracy", ""],
    ["top1 acc", "top 1 accuracy", ""],
    ["Acc@1", "acc@1", ""],
    ["F1", "f1", ""],
    ["F1 score", "f1", ""],
    ["F-measure", "f1", ""],
    ["ANS-EM", "ans em", ""],
    ["EM", "exact match", ""],
    ["Word Error Rate (WER)", "wer", ""],
    ["Test WER", "wer", "test"],
    ["Fr\u00e9chet Inception Distance", "fid", ""],
    ["PPL", "perplexity", ""],
    ["Rouge1", "rouge 1", ""],
    ["ROUGE-1", "rouge 1", ""],
    ["mAP@0.5", "map@0.5", ""],
    ["pass@1", "pass@1", ""],
    ["Number of params", "parameters", ""],
    ["Test", "test", ""],
    ["%", "", ""],
  ])("%j is %j on %j", (name, metric, split) => {
    expect(metricOf(name)).toEqual({ metric, split });
  });

  it.each(["accuracy", "top 1 accuracy", "f1", "bleu", "frames per second", "error reduction", "inception score"])(
    "%s is better the higher it is",
    (metric) => {
      expect(isLowerBetter(metric)).toBe(false);
    },
  );

  it.each([
    "top 5 error",
    "wer",
    "perplexity",
    "fid",
    "rmse",
    "mae",
    "parameters",
    "bits per dim",
    "log loss",
    "gflops",
  ])("%s is better the lower it is", (metric) => {
    expect(isLowerBetter(metric)).toBe(true);
  });

  it("is a share of one or not", () => {
    const shares = ["accuracy", "joint f1", "exact match", "bleu 4", "wer", "pass@1", "top 5 error"];
    const others = ["perplexity", "fid", "mean squared error", "mae", "parameters", "score"];
    expect([...shares, ...others].filter(isShare)).toEqual(shares);
  });

  it("is measured on splits of one name", () => {
    expect(["Test", "dev", "val", "validation", "train", "Test-P"].map(splitOf)).toEqual([
      ...["test", "validation", "validation", "validation", "train", "test-p"],
    ]);
  });
});
