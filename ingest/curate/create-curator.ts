import type { Applied, Curator } from "../../src/curation/curator.js";
import { parseDecision } from "../../src/curation/decision.js";
import type { Store } from "../../src/store/store.js";
import type { LookUpName } from "../link/link-paper.js";
import { applyDecisions } from "./apply-decisions.js";

/** A curator of the graph in a store, for a server: decisions of several clients wait for each other. */
export function createCurator(store: Store, lookUp: LookUpName): Curator {
  let last: Promise<unknown> = Promise.resolve();
  const take = async (content: Readonly<Record<string, unknown>>): Promise<Applied> => {
    const appliedAt = new Date().toISOString();
    const decision = parseDecision({ ...content, at: appliedAt });
    await applyDecisions(store, lookUp, [decision], { now: appliedAt });
    return { decision, appliedAt };
  };
  return {
    decide(content) {
      const taken = last.then(() => take(content));
      last = taken.catch(() => {});
      return taken;
    },
  };
}
