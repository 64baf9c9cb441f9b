import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { acronymPairs } from "../../ingest/extract/acronyms.js";

const pairs = (text: string): string[] =>
  acronymPairs(text).map(
    ({ short, long }) => `${text.slice(short.start, short.end)} = ${text.slice(long.start, long.end)}`,
  );

describe("acronymPairs", () => {
  it.each<[string, string, string[]]>([
    ["the short form in brackets", "We study in-context learning (ICL).", ["ICL = in-context learning"]],
    [
      "the long form in brackets",
      "BERT (bidirectional encoder representations from transformers) is old.",
      ["BERT = bidirectional encoder representations from transformers"],
    ],
    [
      "plurals",
      "Large Language Models (LLMs) and Kolmogorov-Arnold Networks (KANs)",
      ["LLMs = Large Language Models", "KANs = Kolmogorov-Arnold Networks"],
    ],
    [
      "mixed case",
      "chain-of-thought (CoT), low-rank adaptation (LoRA), eXtreme Gradient Boosting (XGBoost)",
      ["CoT = chain-of-thought", "LoRA = low-rank adaptation", "XGBoost = eXtreme Gradient Boosting"],
    ],
    [
      "digits",
      "3D Gaussian Splatting (3DGS) and image-to-video (I2V)",
      ["3DGS = 3D Gaussian Splatting", "I2V = image-to-video"],
    ],
    [
      "letters inside of words",
      "PAL (Polite and empAthetic counseLing agent) helps",
      ["PAL = Polite and empAthetic counseLing agent"],
    ],
    [
      "hyphens",
      "Graph-based Retrieval Augmented Generation (G-RAG)",
      ["G-RAG = Graph-based Retrieval Augmented Generation"],
    ],
    [
      "a title that spells its name out",
      "ICLR: In-Context Learning of Representations",
      ["ICLR = In-Context Learning of Representations"],
    ],
    ["words", "We call it SAM, short for Segment Anything Model, here.", ["SAM = Segment Anything Model"]],
    ["words the other way", "the Segment Anything Model, abbreviated as SAM, is", ["SAM = Segment Anything Model"]],
    [
      "hints in the bracket",
      "in-context learning (i.e., ICL) and Conditional Random Fields (CRFs, for short)",
      ["ICL = in-context learning", "CRFs = Conditional Random Fields"],
    ],
    ["quotes", '"In-Context Learning" ("ICL")', ["ICL = In-Context Learning"]],
    ["markup", "<b>F</b>ast <b>B</b>oosting (FB)", ["FB = F</b>ast <b>B</b>oosting"]],
    ["square brackets", "Direct Preference Optimization [DPO]", ["DPO = Direct Preference Optimization"]],
    ["no pair where letters do not fit", "strong baselines (BERT, GPT) and our model (Foo)", []],
    ["no pair over the end of a sentence", "We like Deep. Preference Optimization (DPO) is used", []],
    ["nothing", "", []],
  ])("%s", (_name, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it("has offsets within the text, short and long apart, whatever the text", () => {
    const piece = fc.constantFrom(
      "Deep ",
      "Net ",
      "(DN)",
      "(",
      ")",
      "DN: ",
      "\\textbf{",
      "}",
      "<b>",
      "\u{1F600}",
      "\u6a21",
      ", called ABC ",
      "short for ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        for (const { short, long } of acronymPairs(text)) {
          expect(short.start).toBeLessThan(short.end);
          expect(long.start).toBeLessThan(long.end);
          expect(Math.max(short.end, long.end)).toBeLessThanOrEqual(text.length);
          expect(short.end <= long.start || long.end <= short.start).toBe(true);
        }
      }),
    );
  });
});
