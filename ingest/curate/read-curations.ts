import { type Decision, parseDecision } from "../../src/curation/decision.js";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { findAliased } from "../identity/stored-papers.js";
import { Curations } from "./curations.js";

const LIST_CURATIONS = statement("curate/list-decisions");
const PAGE = 1000;

/** All decisions that the graph keeps, undone ones too, by id. */
export async function readDecisions(store: Store): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (let after = ""; ; ) {
    const rows = await store.read<{ id: string; content: string }>(LIST_CURATIONS, { after, limit: PAGE });
    decisions.push(...rows.map(({ content }) => parseDecision(JSON.parse(content))));
    if (rows.length < PAGE) return decisions;
    after = rows.at(-1)?.id ?? "";
  }
}

/** What the graph's curators decided, its papers by the ids that they have now. */
export async function readCurations(store: Store): Promise<Curations> {
  const decisions = await readDecisions(store);
  const papers = decisions.flatMap((decision) => {
    if (decision.op === "rejectMention") return [decision.paper];
    return decision.op === "split" ? decision.papers : [];
  });
  const current = papers.length > 0 ? await findAliased(store, [...new Set(papers)]) : new Map<string, string>();
  return new Curations(decisions, (id) => current.get(id) ?? id);
}
