import { countPapers } from "../../src/store/filter/paper-queries.js";
import type { Store } from "../../src/store/store.js";
import type { Context } from "../context.js";

/** How long a count is good enough to choose by. */
const GOOD_MS = 60_000;

interface Counted {
  readonly at: number;
  readonly papers: Promise<number>;
}

const counted = new WeakMap<Store, Counted>();

/**
 * About how many papers there are, counted once a minute: for the choice between two ways to the same answer, never for
 * the answer.
 */
export function corpusSize({ store }: Context): Promise<number> {
  const known = counted.get(store);
  if (known && performance.now() - known.at < GOOD_MS) return known.papers;
  // Without the signal of the request: others wait for the same count.
  const { statement, params } = countPapers({});
  const papers = store.read<{ count: number }>(statement, params).then(([row]) => row?.count ?? 0);
  counted.set(store, { at: performance.now(), papers });
  papers.catch(() => counted.delete(store));
  return papers;
}
