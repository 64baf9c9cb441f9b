import type { PaperFilter } from "../store/filter/filter.js";
import { statement } from "../store/statements.js";
import type { Store } from "../store/store.js";
import type { Provenance } from "./format.js";

const LIST_EXTRACTORS = statement("meta/list-extractors");

/** What an export of this store by `madeBy` says of itself. */
export async function provenanceOf(store: Store, madeBy: string, filter: PaperFilter | undefined): Promise<Provenance> {
  const rows = await store.read<{ version: string | null }>(LIST_EXTRACTORS);
  return {
    madeBy,
    extractors: rows.flatMap(({ version }) => version ?? []),
    where: filter && JSON.stringify(filter),
  };
}
