import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { readDocument } from "../extract/document.js";
import type { HashTable } from "../extract/statistics/hash-table.js";
import { WordBook } from "../extract/word-facts.js";
import { NameCounter } from "./corpus-names.js";
import { buildWordTable } from "./corpus-words.js";

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
  const stream = createReadStream(file);
  const lines = createInterface({ input: file.endsWith(".gz") ? stream.pipe(createGunzip()) : stream });
  let count = 0;
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const { title, abstract } = JSON.parse(line) as { title?: string; abstract?: string };
    const document = readDocument({ id: "", title: title ?? "", abstract: abstract ?? "" }, book);
    names.see(document);
    if (count % 2 === 0 && texts.length < TEXTS_FOR_WORDS) texts.push(document.words.map(({ lower }) => lower));
    if (++count % 25_000 === 0) log(`${count} abstracts of the corpus read`);
  }
  return { words: buildWordTable(texts), names: names.table() };
};
