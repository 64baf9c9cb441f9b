import { describe, expect, it } from "@jest/globals";
import { acronymHomes } from "../../ingest/link/acronym-groups.js";
import { decideEntity } from "../../ingest/link/decide-entity.js";
import type { Evidence } from "../../ingest/link/evidence.js";
import { entityId } from "../../ingest/link/link-paper.js";
import { isSameLongForm } from "../../ingest/link/long-forms.js";
import { bestSpelling } from "../../ingest/link/spelling.js";
import { readableForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import { lists } from "../load/graph-of.js";

/** `12 ABC = Long Form / DATASET`: papers, what they read, kind (METHOD). */
function rows(...lines: string[]): Evidence[] {
  return lines.map((line) => {
    const [what = "", readKind = "METHOD"] = line.split(" / ");
    const [, papers = "", names = ""] = /^(\d+) (.*)$/.exec(what) ?? [];
    const [short, long] = names.split(" = ");
    const readName = long ?? names;
    const readAs = entityId(readableForm(readName));
    const acronym = long === undefined ? "" : (short as string);
    const read = { entity: readAs, readAs, readName, readKind: readKind as Kind, readAcronym: acronym };
    return { ...read, papers: Number(papers), introducing: 0 };
  });
}

const CNN = { name: "convolutional neural network", kind: "METHOD", ambiguous: false } as const;
const BERT = { name: "BERT", kind: "MODEL", ambiguous: false } as const;

describe("where the corpus says that a name belongs", () => {
  it.each([
    [
      "an acronym joins its only long form",
      rows("3 KGR = Knowledge Graph RAG", "9 KGR"),
      { kgr: "knowledge-graph-rag" },
    ],
    ["spellings of one name join the most used", rows("5 BiLSTM", "2 Bi-LSTM"), { "bi-lstm": "bilstm" }],
    ["a rare long form takes no short acronym over that many use", rows("1 CNX = Cable News Exchange", "80 CNX"), {}],
    [
      "long forms that differ in endings and slips are one",
      rows("4 LRA = Low-Rank Adaptation", "1 LRA = low rank adaptaion of models"),
      { lra: "low-rank-adaptation", "low-rank-adaptaion-of-model": "low-rank-adaptation" },
    ],
  ])("%s", (_, evidence, homes) => {
    const found = acronymHomes(evidence, lists([]));
    const flat = [...found.home].map(([id, home]) => [id, home].map((one) => one.replace("entity:", "")));
    const all = [...flat, ...[...found.meaning].map(([key, id]) => [key, id.replace("entity:", "")])];
    expect(Object.fromEntries(all)).toEqual(homes);
  });

  it("keeps a listed acronym from a long form that one paper has", () => {
    const evidence = rows("1 CNN = Cable News Network", "40 convolutional neural network");
    const bare = { ...(evidence[1] as Evidence), readName: "CNN", papers: 900 };
    const found = acronymHomes([...evidence, bare], lists([CNN], { CNN: CNN.name }));
    expect([found.home.size, found.ambiguous.size, found.meaning.get("cnn")]).toEqual([
      0,
      0,
      "entity:convolutional-neural-network",
    ]);
  });

  it("joins no dataset with a listed model of the same acronym", () => {
    const evidence = rows("40 BERT / MODEL", "1 BERT = Bulgarian Early Radio Transcripts / DATASET");
    expect([...acronymHomes(evidence, lists([BERT])).home]).toEqual([]);
  });

  it("does not depend on the order of the evidence", () => {
    const evidence = rows("3 SSL = Self-Supervised Learning", "2 SSL = Semi-Supervised Learning", "7 SSL", "1 SSLs");
    const plain = (from: Evidence[]) =>
      JSON.stringify(Object.values(acronymHomes(from, lists([]))).map((map) => [...map].sort()));
    expect(plain([...evidence].reverse())).toBe(plain(evidence));
  });
});

describe("long forms of one acronym", () => {
  it.each([
    ["low-rank adaptation", "Low-Rank Adaptation of Large Language Models", true],
    ["convolution neural network", "Convolutional Neural Networks", true],
    ["generative adversarial nets", "generative adversarial network", true],
    ["Retrieval-Augmentated Generation", "retrieval-augmented generation", true],
    ["neural ODE", "neural ordinary differential equation", true],
    ["conditional GAN", "conditional generative adversarial network", true],
    ["differential privacy", "differentially private", true],
    ["multiple instance learning", "multi-instance learning", true],
    ["self-supervised learning", "semi-supervised learning", false],
    ["direct preference optimization", "direct policy optimization", false],
    ["generalized linear model", "generative language model", false],
    ["inductive learning", "deductive learning", false],
    ["2D convolution", "3D convolution", false],
    ["contrastive learning", "continual learning", false],
  ])("%s, %s: spellings of each other %s", (a, b, expected) => {
    expect(isSameLongForm(readableForm(a), readableForm(b))).toBe(expected);
    expect(isSameLongForm(readableForm(b), readableForm(a))).toBe(expected);
  });
});

describe("the name that is shown", () => {
  it.each([
    ["the most frequent", { ResNet: 9, Resnet: 2 }, "ResNet"],
    ["the singular where it is in use", { GANs: 9, GAN: 3 }, "GAN"],
    [
      "the plural where hardly anybody writes the singular",
      { "Mixture-of-Experts": 90, "Mixture-of-Expert": 1 },
      "Mixture-of-Experts",
    ],
    ["the plural where nobody writes the singular", { "Natural Questions": 9 }, "Natural Questions"],
    [
      "small letters where the capital only begins a sentence",
      { "Contrastive learning": 5, "contrastive learning": 4 },
      "contrastive learning",
    ],
    ["no word that was cut at the end of a line", { "De- cision Tree": 3, "decision tree": 1 }, "decision tree"],
  ])("is %s", (_, votes, expected) => {
    expect(bestSpelling(new Map(Object.entries(votes)))).toBe(expected);
  });

  it("is the long form where the acronym stands for other things too", () => {
    const evidence = rows("9 SSM = State Space Model", "4 SSM = Signed Similarity Measure", "2 SSM");
    const homes = acronymHomes(evidence, lists([]));
    const own = evidence.slice(0, 1).concat({ ...(evidence[2] as Evidence), entity: "entity:state-space-model" });
    const { name, aliases } = decideEntity("entity:state-space-model", own, lists([]), homes);
    expect([name, aliases]).toEqual(["State Space Model", ["SSM"]]);
  });
});
