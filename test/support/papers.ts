import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.js";

/** Three papers as JSON Lines, with something in each that no extractor should miss. */
export const PAPERS = [
  {
    arxivId: "1810.04805",
    title: "BERT: Pre-training of Deep Bidirectional Transformers",
    abstract: "We introduce BERT, a language representation model. We evaluate BERT on the SQuAD dataset.",
    year: 2018,
  },
  {
    arxivId: "1907.11692",
    title: "RoBERTa: A Robustly Optimized Approach",
    abstract: "We propose RoBERTa, a model that improves on BERT. It is evaluated on the SQuAD dataset.",
    year: 2019,
  },
  {
    arxivId: "2005.14165",
    title: "Language Models Are Few-Shot Learners",
    abstract: "We train GPT-3, a language model, and compare it with BERT.",
    year: 2020,
  },
] as const;

export const jsonLines = (records: readonly unknown[]): string =>
  records.map((record) => `${typeof record === "string" ? record : JSON.stringify(record)}\n`).join("");

/** Writes the text to a file of its own and answers its path. */
export const fileOf = (text: string, name = "papers.jsonl"): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
};
