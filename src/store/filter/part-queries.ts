import { listEntities } from "./entity-queries.js";
import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { paperCondition } from "./paper-condition.js";
import type { Query } from "./paper-queries.js";
import { paperStart } from "./paper-start.js";
import { Parameters } from "./parameters.js";

const LIST_PAPER_IDS = new Template("export/list-paper-ids");

/** The ids of the papers that pass a filter, one page in the order of ids. */
export function listPaperIds(filter: PaperFilter, after: string, limit: number): Query {
  const parameters = new Parameters();
  const statement = LIST_PAPER_IDS.fill({
    start: paperStart(filter, parameters),
    where: { and: [paperCondition(filter, parameters)] },
  });
  return { statement, params: parameters.with({ after, limit }) };
}

/** Of these entities those that papers of a part mention, with `papers` and `partFirstYear` counted over these papers. */
export const countInPart = (ids: readonly string[], papers: PaperFilter): Query =>
  listEntities({ ids, papers }, { field: "NAME", direction: "ASC" }, { after: undefined, limit: ids.length });
