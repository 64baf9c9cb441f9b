import { dump } from "../../../ingest/load/fingerprint.js";
import type { Store } from "../../../src/store/store.js";

type Fields = Record<string, unknown>;

/** Everything that the graph holds, as the fingerprint sees it: nothing is left out but bookkeeping. */
export interface Dumped {
  readonly papers: Fields[];
  readonly links: Fields[];
  readonly entities: Fields[];
  readonly results: Fields[];
}

export async function dumped(store: Store): Promise<Dumped> {
  const all = { paper: [] as Fields[], link: [] as Fields[], entity: [] as Fields[], result: [] as Fields[] };
  for await (const line of dump(store)) {
    const at = line.indexOf(" [");
    const rows = all[line.slice(0, at) as keyof typeof all];
    rows.push(Object.fromEntries(JSON.parse(line.slice(at + 1))));
  }
  return { papers: all.paper, links: all.link, entities: all.entity, results: all.result };
}
