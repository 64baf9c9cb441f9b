import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { ingest } from "../../ingest/ingest.js";
import { readable } from "../../schema/retrieve/sources.js";
import { packageRoot } from "../../src/package-root.js";
import type { Store } from "../../src/store/store.js";
import { countTokens } from "../../src/text/count-tokens.js";
import { eachStore } from "../support/each-store.js";
import { ask, fails, failsOutOfTime, listening } from "./support/ask.js";

const CONTEXT = `query ($question: String!, $maxTokens: Int, $where: PaperWhere) {
  context(question: $question, maxTokens: $maxTokens, where: $where) {
    text tokens truncated truncatedBy
    names { name entities { id } }
    groups { entity { id name } evidence { mark role text start end paper { id abstract year } } }
    sources { mark paper { id title year } }
  }
}`;

interface Answer {
  readonly context: {
    readonly text: string;
    readonly tokens: number;
    readonly truncated: boolean;
    readonly truncatedBy: string[];
    readonly names: { name: string; entities: { id: string }[] }[];
    readonly groups: {
      entity: { id: string; name: string } | null;
      evidence: {
        mark: number;
        text: string;
        start: number;
        end: number;
        paper: { id: string; abstract: string; year: number };
      }[];
    }[];
    readonly sources: { mark: number; paper: { id: string; title: string; year: number } }[];
  };
}

/** Ten questions about the sample corpus, each with the papers of which one should be cited first. */
const QUESTIONS: readonly (readonly [question: string, ...first: string[]])[] = [
  ["What is LoRA?", "arxiv:2106.09685"],
  ["Who introduced the Transformer?", "arxiv:1706.03762"],
  ["How does BERT perform on GLUE and SQuAD?", "arxiv:1810.04805", "arxiv:1910.01108", "arxiv:1907.11692"],
  ["Does in-context learning implement gradient descent?", "arxiv:2310.08540", "arxiv:2212.10559", "arxiv:2212.07677"],
  ["What is KG-RAG?", "arxiv:2311.17330"],
  ["Why do residual networks help on ImageNet?", "arxiv:1512.03385"],
  ["How do diffusion models compare with GANs?", "arxiv:1406.2661", "arxiv:2006.11239"],
  ["Does chain-of-thought prompting improve results on GSM8K?", "arxiv:2203.11171", "arxiv:2201.11903"],
  ["What is direct preference optimization?", "arxiv:2305.18290"],
  ["How can the KV cache be made smaller for long contexts?", "arxiv:2406.18139", "arxiv:2410.01805"],
];
/** Its paper is read as one that uses the Transformer, and others study it. */
const MISSED = ["Who introduced the Transformer?"];

const RUNS = { embedded: 150, neo4j: 15 };
/** The answers of the engine that ran first, for the other to give too. */
const answers = new Map<string, unknown>();

eachStore((engine, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const tools = createIngestTools();
    try {
      await ingest(store, tools, { files: [join(packageRoot, "ingest", "sample", "papers.jsonl")] });
    } finally {
      await tools.extractor.close();
    }
  }, 120_000);

  const contextOf = async (question: string, more: Record<string, unknown> = {}) =>
    (await ask<Answer>(store, CONTEXT, { question, ...more })).context;

  it("cites the right paper first for nine of ten questions", async () => {
    const found = await Promise.all(QUESTIONS.map(([question]) => contextOf(question)));
    const wrong = QUESTIONS.filter(([, ...first], i) => !first.includes(found[i]!.sources[0]?.paper.id ?? ""));
    expect(wrong.map(([question]) => question)).toEqual(MISSED);
  });

  it.each(QUESTIONS)("answers %s from abstracts, word for word, as any other engine does", async (question) => {
    const found = await contextOf(question, { maxTokens: 800 });
    const evidence = found.groups.flatMap((group) => group.evidence);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { text, start, end, paper, mark } of evidence) {
      expect(text).toBe(paper.abstract.slice(start, end));
      expect(found.text).toContain(`- ${text} [${mark}]\n`);
      expect(found.sources[mark - 1]?.paper.id).toBe(paper.id);
    }
    expect(new Set(evidence.map(({ paper, start }) => `${paper.id} ${start}`)).size).toBe(evidence.length);
    if (answers.has(question)) expect(found).toEqual(answers.get(question));
    else answers.set(question, found);
  });

  it("never has more tokens than it may have", async () => {
    const questions = fc.constantFrom(...QUESTIONS.map(([question]) => question));
    const budgets = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 16_000 }));
    await fc.assert(
      fc.asyncProperty(questions, budgets, async (question, maxTokens) => {
        const { text, tokens, groups, truncated } = await contextOf(question, { maxTokens });
        expect(tokens).toBe(countTokens(text));
        expect(tokens).toBeLessThanOrEqual(maxTokens);
        if (groups.length === 0) expect([text, truncated]).toEqual(["", true]);
      }),
      { numRuns: RUNS[engine], seed: 5 },
    );
  });

  it("is text with headings, marks and sources", async () => {
    const { text, truncatedBy } = await contextOf("What is KG-RAG?");
    const [sentence] = (await contextOf("What is KG-RAG?")).groups[0]!.evidence;
    const source = "[1] Biomedical knowledge graph-optimized prompt generation for large language models (2023). ";
    expect(text).toBe(`KG-RAG (method)\n- ${sentence!.text} [1]\n\nSources\n${source}arxiv:2311.17330`);
    expect(truncatedBy).toEqual([]);
    expect((await contextOf("What is KG-RAG?", { maxTokens: 40 })).truncatedBy).toEqual(["maxTokens"]);
  });

  it("finds the names in a question: the longest, the ambiguous with all they may mean, none in what only asks", async () => {
    const { names } = await contextOf("Is SAM, or what is in it, like in-context learning with BERT-large's LoRA?");
    expect(names.map(({ name, entities }) => [name, entities.map(({ id }) => id)])).toEqual([
      ["SAM", ["entity:segment-anything-model", "entity:sharpness-aware-minimization"]],
      ["in-context learning", ["entity:in-context-learning"]],
      ["BERT-large", ["entity:bert-large"]],
      ["LoRA", ["entity:low-rank-adaptation"]],
    ]);
  });

  it("takes evidence from a part of the corpus only", async () => {
    const { groups } = await contextOf("How does BERT work?", { where: { years: { from: 2020 } } });
    const years = groups.flatMap(({ evidence }) => evidence.map(({ paper }) => paper.year));
    expect(years.length).toBeGreaterThan(0);
    expect(Math.min(...years)).toBeGreaterThanOrEqual(2020);
  });

  it.each(["", "?!", "What is it?", "zzyzx", "\u0000", "a ".repeat(9)])("is empty for %j", async (question) => {
    const none = { text: "", tokens: 0, truncated: false, truncatedBy: [], names: [], groups: [], sources: [] };
    expect(await contextOf(question)).toEqual(none);
  });

  it.each([
    [{ question: "x".repeat(1001) }, { code: "LIMIT_EXCEEDED", got: 1001, allowed: 1000 }],
    [
      { question: "x", maxTokens: 16_001 },
      { code: "LIMIT_EXCEEDED", got: 16_001, allowed: 16_000 },
    ],
    [
      { question: "x", maxTokens: 0 },
      { code: "BAD_ARGUMENT", got: 0, allowed: "at least 1" },
    ],
  ])("refuses case %#", async (variables, error) => {
    expect(await fails(store, CONTEXT, variables)).toEqual([error]);
  });

  it("is stopped when the time is up", async () => {
    expect(await failsOutOfTime(store, CONTEXT, { question: "What is LoRA?" })).toEqual(["TIMEOUT"]);
  });

  it("takes few statements, however many entities and papers it reads", async () => {
    const heard = listening(store);
    await ask(heard.store, "query ($q: String!) { context(question: $q) { text } }", { q: QUESTIONS[2]![0] });
    const statements = ["name/resolve", "entity/list-variants", "context/list-papers", "paper/get-mentioning"];
    expect(heard.read).toEqual(statements);
  });
});

describe("the entities of a question", () => {
  const source = (id: string, paperCount: number) => ({ id, paperCount, slot: 0, weight: 1 });

  it("are all read, of those in very many papers the newest", () => {
    const few = [source("a", 5), source("b", 20_000)];
    expect(readable(few)).toEqual({ kept: few, newest: undefined, truncatedBy: [] });
    const many = [source("a", 5), source("b", 20_001)];
    expect(readable(many)).toEqual({ kept: many, newest: 20_000, truncatedBy: ["contextPapersPerEntity"] });
  });

  it("are left out where the rarer ones have spent the papers", () => {
    const all = [source("a", 1), source("b", 20_000), source("c", 20_000), source("d", 20_000)];
    expect(readable(all)).toEqual({ kept: all.slice(0, 3), newest: undefined, truncatedBy: ["contextPapersRead"] });
  });
});

describe("tokens", () => {
  it.each([
    ["", 0],
    ["  \n", 0],
    ["the word", 2],
    ["transformer", 2],
    ["in-context learning", 4],
    ["GPT-3 (2020).", 8],
    ["1234567", 3],
    ["na\u00efve", 5],
    ["\u5b66\u4e60", 2],
  ])("of %j are %i", (text, tokens) => {
    expect(countTokens(text)).toBe(tokens);
  });
});
