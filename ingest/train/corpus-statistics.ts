import { z } from "zod";
import { readDocument } from "../extract/document.js";
import type { HashTable } from "../extract/statistics/hash-table.js";
import { WordBook } from "../extract/word-facts.js";
import { NameCounter } from "./corpus-names.js";
import { buildWordTable } from "./corpus-words.js";
import { jsonLinesOf, malformedLine } from "./json-lines.js";

const corpusPaper = z.object({ title: z.string().nullish(), abstract: z.string().nullish() });

/** Abstracts that the word vectors are learned from; more change little and cost time. */
const TEXTS_FOR_WORDS = 60_000;

/** Statistics of words and of names out of a corpus of abstracts, JSON Lines, gzipped or not. */
export const corpusStatistics = async (
  file: string,
  list: HashTable,
  log: (line: string) => void = () => {},
): Promise<{ words: HashTable; names: HashTable }> => {
  const book = new WordBook(undefined);
  const names = new NameCounter(list);
  const texts: string[][] = [];
  let count = 0;
  for await (const { line, value } of jsonLinesOf(file)) {
    const paper = corpusPaper.safeParse(value);
    if (!paper.success) throw malformedLine(file, line, "is not a paper. Give title and abstract, texts both.");
    const { title, abstract } = paper.data;
    const document = readDocument({ id: "", title: title ?? "", abstract: abstract ?? "" }, book);
    names.see(document);
    if (count % 2 === 0 && texts.length < TEXTS_FOR_WORDS) texts.push(document.words.map(({ lower }) => lower));
    if (++count % 25_000 === 0) log(`${count} abstracts of the corpus read`);
  }
  return { words: buildWordTable(texts), names: names.table() };
};
