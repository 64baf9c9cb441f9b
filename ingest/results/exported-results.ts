import type { Store } from "../../src/store/store.js";
import type { Paper } from "../paper.js";
import { findReported, refKey } from "./find-papers.js";
import { keepResults } from "./keep-results.js";
import { resultOfRow } from "./plain-row.js";
import { makeResults, type PaperRef, type Result } from "./result.js";
import { Titles } from "./titles.js";

/** Keeps the results that papers of an export bring, at the papers of the graph that these are now. */
export async function keepExported(store: Store, papers: readonly Paper[]): Promise<void> {
  const named: { readonly paper: PaperRef; readonly result: Result }[] = [];
  for (const { id, results = [] } of papers) {
    for (const row of results)
      for (const made of makeResults([resultOfRow(row, { paper: id })])) if ("result" in made) named.push(made);
  }
  if (named.length === 0) return;
  const found = await findReported(
    store,
    new Titles(store),
    named.map(({ paper }) => paper),
  );
  await keepResults(
    store,
    named.flatMap(({ paper, result }) => {
      const id = found.get(refKey(paper));
      return id === undefined ? [] : [{ ...result, paper: id }];
    }),
  );
}
