import { LIMITS } from "../../src/limits.js";
import { asksNothing, type PaperFilter } from "../../src/store/filter/filter.js";
import { listFoundPapers, NO_EXTRAS } from "../../src/store/filter/paper-queries.js";
import type { TextIndex } from "../../src/store/store.js";
import { checkTextLength } from "../check.js";
import type { Context } from "../context.js";
import { once } from "../once.js";
import { withCurrentIds } from "./entities.js";

/** The ids that a text search found, best first. */
export interface Found {
  readonly ids: readonly string[];
  /** Whether there are more. */
  readonly truncated: boolean;
}

/** A search of papers that runs when it is first asked for, and once. */
export const findPapers = (context: Context, text: string): (() => Promise<Found>) => lazyFind(context, "papers", text);

/** A search of entities that runs when it is first asked for, and once. */
export const findEntities = (context: Context, text: string): (() => Promise<Found>) =>
  lazyFind(context, "entities", text);

/** What a search of papers found in a part of the corpus, still best first. */
export async function onlyIn(context: Context, filter: PaperFilter, search: () => Promise<Found>): Promise<Found> {
  const found = await search();
  if (asksNothing(filter) || found.ids.length === 0) return found;
  const page = { after: undefined, limit: found.ids.length };
  const rows = await withCurrentIds(context, filter, (papers) =>
    context.read<{ id: string }>(listFoundPapers(found.ids, papers, page, NO_EXTRAS)),
  );
  return { ids: rows.map(({ id }) => id), truncated: found.truncated };
}

function lazyFind(context: Context, index: TextIndex, text: string): () => Promise<Found> {
  checkTextLength("search", text);
  return once(() => find(context, index, text));
}

async function find({ store, signal }: Context, index: TextIndex, text: string): Promise<Found> {
  const hits = await store.searchText(index, text, LIMITS.searchHits + 1, signal ? { signal } : {});
  return { ids: hits.slice(0, LIMITS.searchHits).map(({ id }) => id), truncated: hits.length > LIMITS.searchHits };
}
