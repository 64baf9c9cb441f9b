import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { KEEP_CONFIDENCE, type PaperText } from "../../ingest/extract/extractor.js";
import { RuleExtractor } from "../../ingest/extract/rule-extractor.js";

const extractor = new RuleExtractor();

const read = (abstract: string, title = "On a matter of interest"): string[] =>
  extractor
    .extract({ id: "p", title, abstract })
    .filter(({ confidence }) => confidence >= KEEP_CONFIDENCE)
    .map(({ name, type, role }) => `${type} ${role} ${name}`);

/** Everything that must hold of any answer; answers it for more. */
function checked(paper: PaperText) {
  const entities = extractor.extract(paper);
  let last = -1;
  for (const entity of entities) {
    expect(entity.confidence).toBeGreaterThanOrEqual(0);
    expect(entity.confidence).toBeLessThanOrEqual(1);
    expect(entity.spans.length).toBeGreaterThan(0);
    const sliced = entity.spans.map(({ field, start, end }) => paper[field].slice(start, end));
    expect([...new Set(sliced)]).toEqual(entity.surfaces);
    const first = entity.spans[0]!;
    const place = (first.field === "title" ? 0 : paper.title.length + 1) + first.start;
    expect(place).toBeGreaterThanOrEqual(last);
    last = place;
  }
  const spans = entities
    .flatMap((entity) => entity.spans)
    .sort((a, b) => (a.field === b.field ? a.start - b.start : a.field < b.field ? -1 : 1));
  spans.forEach((span, at) => {
    const before = spans[at - 1];
    if (before && before.field === span.field) expect(span.start).toBeGreaterThanOrEqual(before.end);
  });
  return entities;
}

describe("RuleExtractor", () => {
  it.each<[string, string, string[]]>([
    [
      "a model and a dataset that are known",
      "We fine-tune Llama-2-13b on ImageNet.",
      ["MODEL USES Llama-2-13b", "DATASET EVALUATES ImageNet"],
    ],
    [
      "a technique in small letters",
      "The model is compressed by knowledge distillation.",
      ["METHOD USES knowledge distillation"],
    ],
    ["a new method", "We propose QuarkFormer, a framework that folds proteins.", ["METHOD INTRODUCES QuarkFormer"]],
    ["a new dataset", "We introduce ZebraBench, a benchmark for counting stripes.", ["DATASET INTRODUCES ZebraBench"]],
    ["a new model", "We release Zebra-7B, a language model trained on stripes.", ["MODEL INTRODUCES Zebra-7B"]],
    [
      "what is called so",
      "To this end we train a new network, called StripeNet, end to end.",
      ["METHOD INTRODUCES StripeNet"],
    ],
    [
      "an acronym with its long form",
      "We present Stripe Counting Attention (SCA). SCA is fast.",
      ["METHOD INTRODUCES Stripe Counting Attention"],
    ],
    [
      "names in a list share what is said of it",
      "We evaluate on the datasets CIFAR-10, MNIST and ZooTopia.",
      ["DATASET EVALUATES CIFAR-10", "DATASET EVALUATES MNIST", "DATASET EVALUATES ZooTopia"],
    ],
    ["baselines", "Our method outperforms BERT and RoBERTa.", ["MODEL COMPARES BERT", "MODEL COMPARES RoBERTa"]],
    [
      "no general classes, tasks and metrics",
      "Large language models (LLMs) do question answering (QA) with high BLEU and F1 on GPUs.",
      [],
    ],
    [
      "no plain words that are names elsewhere",
      "The model is fast and apt, and we clip the gradients of a compact whisper.",
      [],
    ],
    ["nothing", "", []],
  ])("finds %s", (_name, abstract, expected) => {
    expect(read(abstract)).toEqual(expected);
  });

  it("takes a name from before the colon of the title, with the paper's own word for its kind", () => {
    expect(read("It has many stripes.", "ZebraQA: A Dataset for Questions about Stripes")).toEqual([
      "DATASET INTRODUCES ZebraQA",
    ]);
  });

  it("gives one entity all its places, short and long", () => {
    const paper = {
      id: "p",
      title: "SCA for zebras",
      abstract: "We propose Stripe Counting Attention (SCA). It beats softmax. SCA is small.",
    };
    const [entity] = checked(paper);
    expect(entity).toMatchObject({
      name: "Stripe Counting Attention",
      acronym: "SCA",
      surfaces: ["SCA", "Stripe Counting Attention"],
      spans: [
        { field: "title", start: 0, end: 3 },
        { field: "abstract", start: 11, end: 36 },
        { field: "abstract", start: 38, end: 41 },
        { field: "abstract", start: 62, end: 65 },
      ],
    });
  });

  it.each<[string, string]>([
    ["emoji", "\u{1F600}\u{1F468}\u200D\u{1F469} We propose \u{1F680}Rocket \u{1F600}."],
    ["Chinese", "\u6211\u4eec\u63d0\u51fa\u4e86BERT\u6a21\u578b\u3002\u5b83\u5f88\u597d\u3002"],
    ["only LaTeX", "$\\alpha_{i} = \\frac{1}{2}$ \\textbf{\\emph{}} \\\\ $$x$$"],
    ["half a surrogate pair", "We use \ud83d and BERT\udc00."],
    ["control characters", "BERT\u0000\u0001 and\u2028GPT-4\ufeff"],
    ["a megabyte of one word", "BERT ".repeat(200_000)],
    ["a megabyte of brackets", "(AB) A B ".repeat(110_000)],
    ["a megabyte of letters", "A".repeat(1_000_000)],
  ])("reads %s", (_name, abstract) => {
    checked({ id: "p", title: abstract.slice(0, 300), abstract });
  });

  it("answers spans that slice back to the surfaces, whatever the text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(
        "We propose ",
        "BERT",
        " (RAG)",
        "Retrieval Augmented Generation",
        ". ",
        ", a model",
        "called ",
        "Foo-7B",
        " and ",
        ": ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(piece, { maxLength: 8 }), (abstract, title) => {
        checked({ id: "p", title: title.join(""), abstract: abstract.join("") });
      }),
    );
  });

  it("answers the same again, whatever it has read before", () => {
    const paper = {
      id: "p",
      title: "ZebraNet: Stripes",
      abstract: "We propose ZebraNet, a network. We compare with U-Net on COCO.",
    };
    const once = new RuleExtractor().extract(paper);
    const other = new RuleExtractor();
    other.extract({
      id: "q",
      title: "U-Net",
      abstract: "U-Net is a dataset. We propose COCO (Common Objects in COntext).",
    });
    expect(other.extract(paper)).toEqual(once);
  });
});
