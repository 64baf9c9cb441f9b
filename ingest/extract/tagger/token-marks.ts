import { acronymPairsOf, type Document } from "../document.js";
import type { HashTable } from "../statistics/hash-table.js";
import { findListedNames, findNames, LISTED } from "../statistics/name-list.js";

/** For each token what the lists say of the name it lies in: flags, beginning or inside, written with a capital or not. */
export const listMarks = (document: Document, list: HashTable): Int32Array => {
  const marks = new Int32Array(document.words.length);
  const kinds = LISTED.METHOD | LISTED.MODEL | LISTED.DATASET | LISTED.ESTABLISHED | LISTED.GENERAL;
  for (const wanted of [LISTED.TASK, kinds])
    for (const { from, to, flags } of findListedNames(document, list, wanted)) {
      let capital = 0;
      for (let j = from; j < to; j++) if (document.words[j]!.capitals > 0) capital = 1;
      for (let j = from; j < to; j++)
        marks[j] = 1 + (j > from ? 1 : 0) + 2 * capital + 4 * flags + 256 * Math.min(to - from, 3);
    }
  return marks;
};

const LONGEST_CORPUS_NAME = 5;

/**
 * For each token what the corpus knows of the longest name that it lies in: beginning or inside, how common the name
 * is, how often it has a capital, what it stands before.
 */
export const corpusMarks = (document: Document, table: HashTable): Int32Array => {
  const marks = new Int32Array(document.words.length);
  for (const { from, to, row } of findNames(document, table, LONGEST_CORPUS_NAME)) {
    const common = Math.min(3, table.byte(row, 0) >> 4);
    const capital = table.byte(row, 2) >> 6;
    let head = 0;
    for (let h = 1; h <= 4; h++)
      if (table.byte(row, 2 + h) > Math.max(25, head ? table.byte(row, 2 + head) : 0)) head = h;
    for (let j = from; j < to; j++)
      marks[j] = 1 + (j > from ? 1 : 0) + 2 * (to - from > 1 ? 1 : 0) + 4 * common + 16 * capital + 64 * head;
  }
  return marks;
};

/** For each token whether it is a short form that the paper spells out (1), or begins (2) or goes on (3) a long form. */
export const acronymMarks = (document: Document): Uint8Array => {
  const marks = new Uint8Array(document.words.length);
  const { starts, ends } = document;
  for (const { short, long } of acronymPairsOf(document)) {
    for (const [range, first, rest] of [
      [long, 2, 3],
      [short, 1, 1],
    ] as const) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (starts[middle]! < range.start) low = middle + 1;
        else high = middle;
      }
      for (let i = low; i < ends.length && ends[i]! <= range.end; i++) marks[i] = i === low ? first : rest;
    }
  }
  return marks;
};
