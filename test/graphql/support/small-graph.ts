import type { Role, Span } from "../../../src/vocabulary.js";
import type { TestGraph, TestPaper } from "./load-graph.js";

/** `spans` finds every place of a surface in title and abstract, as an extractor would. */
function spansOf({ title, abstract }: Pick<TestPaper, "title" | "abstract">, surface: string): Span[] {
  const places = (field: Span["field"], text: string): Span[] =>
    [...text.matchAll(new RegExp(surface, "g"))].map((match) => ({
      field,
      start: match.index,
      end: match.index + surface.length,
    }));
  return [...places("title", title), ...places("abstract", abstract)];
}

type Said = readonly [entity: string, role: Role, confidence: number, surface: string];

const paper = (
  id: string,
  date: string,
  venue: string | null,
  title: string,
  abstract: string,
  said: readonly Said[],
): TestPaper => ({
  ...{ id, date, venue, title, abstract },
  collections: id.startsWith("arxiv:") ? ["preprints"] : [],
  mentions: said.map(([entity, role, confidence, surface]) => ({
    entity,
    role,
    confidence,
    spans: spansOf({ title, abstract }, surface),
  })),
});

/** Six papers of the field, in our own words; small enough to know every answer by heart. */
export const SMALL: TestGraph = {
  entities: [
    { id: "entity:transformer", kind: "METHOD", name: "Transformer", aliases: [] },
    { id: "entity:segment-anything-model", kind: "MODEL", name: "Segment Anything Model", aliases: ["SAM"] },
    {
      id: "entity:sharpness-aware-minimization",
      kind: "METHOD",
      name: "Sharpness-Aware Minimization",
      aliases: ["SAM"],
    },
    { id: "entity:bert", kind: "MODEL", name: "BERT", aliases: ["Bidirectional Encoder Representations"] },
    { id: "entity:bert-base", kind: "MODEL", name: "BERT-base", aliases: [] },
    { id: "entity:bert-large", kind: "MODEL", name: "BERT-large", aliases: [] },
    { id: "entity:glue", kind: "DATASET", name: "GLUE", aliases: [] },
    { id: "entity:imagenet", kind: "DATASET", name: "ImageNet", aliases: [] },
  ],
  papers: [
    paper(
      "arxiv:1706.03762",
      "2017-06-12",
      "NeurIPS",
      "Attention alone",
      "We present the Transformer. It needs no recurrence.",
      [["entity:transformer", "INTRODUCES", 0.99, "Transformer"]],
    ),
    paper(
      "arxiv:1810.04805",
      "2018-10-11",
      "NAACL",
      "BERT reads both ways",
      "We build BERT on the Transformer. On GLUE, BERT leads. BERT-large and BERT-base are compared.",
      [
        ["entity:bert", "INTRODUCES", 0.98, "BERT"],
        ["entity:transformer", "USES", 0.9, "Transformer"],
        ["entity:glue", "EVALUATES", 0.95, "GLUE"],
        ["entity:bert-base", "COMPARES", 0.7, "BERT-base"],
        ["entity:bert-large", "COMPARES", 0.7, "BERT-large"],
      ],
    ),
    paper("doi:10.1/sam", "2020-10", "ICLR", "Flat minima", "SAM seeks flat minima. ImageNet results improve.", [
      ["entity:sharpness-aware-minimization", "INTRODUCES", 0.97, "SAM"],
      ["entity:imagenet", "EVALUATES", 0.9, "ImageNet"],
    ]),
    paper("arxiv:2304.02643", "2023-04-05", "ICCV", "Segmenting all", "SAM segments anything with a Transformer.", [
      ["entity:segment-anything-model", "INTRODUCES", 0.97, "SAM"],
      ["entity:transformer", "USES", 0.8, "Transformer"],
    ]),
    paper(
      "arxiv:2010.11929",
      "2020",
      "ICLR",
      "Images as words",
      "A Transformer reads ImageNet patches as BERT reads words.",
      [
        ["entity:transformer", "USES", 0.9, "Transformer"],
        ["entity:imagenet", "EVALUATES", 0.9, "ImageNet"],
        ["entity:bert", "MENTIONS", 0.6, "BERT"],
      ],
    ),
    paper("hash:undated", "", null, "A note", "GLUE is said to be solved by BERT.", [
      ["entity:glue", "EVALUATES", 0.8, "GLUE"],
      ["entity:bert", "EVALUATES", 0.8, "BERT"],
    ]),
  ],
  variants: [
    ["entity:bert-base", "entity:bert"],
    ["entity:bert-large", "entity:bert"],
  ],
  former: [
    ["entity:sam", "entity:segment-anything-model"],
    ["entity:bidirectional-bert", "entity:bert"],
  ],
};
