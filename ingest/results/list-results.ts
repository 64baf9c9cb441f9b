import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { resultFields } from "../../src/text/result-fields.js";
import { byCode } from "../link/evidence.js";
import type { Result } from "./result.js";

const LIST_PAPERS = statement("results/list-papers");
const LIST_OF_PAPERS = statement("results/list-of-papers");

const PAGE = 500;

/** All results of the graph as rows that `papergraph results` reads again, sorted by paper. */
export async function* listResults(store: Store): AsyncGenerator<Record<string, string | number>> {
  for (let after = ""; ; ) {
    const papers = await store.read<{ id: string }>(LIST_PAPERS, { after, limit: PAGE });
    if (papers.length === 0) return;
    const ids = papers.map(({ id }) => id);
    const rows = await store.read<Result & { paper: string } & Record<string, unknown>>(LIST_OF_PAPERS, { ids });
    yield* rows
      .sort((a, b) => byCode(a.paper, b.paper) || byCode(a.id, b.id))
      .map((row) => ({ paper: row.paper, ...resultFields(row) }));
    if (papers.length < PAGE) return;
    after = papers.at(-1)?.id as string;
  }
}
