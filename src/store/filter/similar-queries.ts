import type { Kind } from "../../vocabulary.js";
import { Template } from "./fill.js";
import type { PaperFilter } from "./filter.js";
import { paperCondition } from "./paper-condition.js";
import type { Query } from "./paper-queries.js";
import { Parameters } from "./parameters.js";

const LIST = new Template("entity/list-similar");
const SQUARES = new Template("entity/sum-company-squares");

/** An entity and what it is mentioned together with, and how often. */
export interface Company {
  readonly id: string;
  readonly kind: Kind;
  readonly company: readonly { readonly id: string; readonly together: number }[];
}

/** The entities with most of the same company, `limit` per source. */
export function listSimilar(sources: readonly Company[], papers: PaperFilter, limit: number): Query {
  const parameters = new Parameters();
  const statement = LIST.fill({ where: { and: [paperCondition(papers, parameters)] } });
  const plain = sources.map(({ id, kind, company }) => ({
    ...{ id, kind },
    company: company.map((one) => ({ id: one.id, together: one.together })),
  }));
  return { statement, params: parameters.with({ sources: plain, limit }) };
}

/** An entity whose company is measured for another one, some companions left out. */
export interface Measured {
  readonly id: string;
  readonly owner: string;
  readonly leftOut: readonly string[];
}

/** The squared length of the company of each entity. */
export function sumSquares(entities: readonly Measured[], papers: PaperFilter): Query {
  const parameters = new Parameters();
  const statement = SQUARES.fill({ where: { and: [paperCondition(papers, parameters)] } });
  const sources = entities.map(({ id, owner, leftOut }) => ({ id, owner, leftOut }));
  return { statement, params: parameters.with({ sources }) };
}
