import type { Role } from "../../vocabulary.js";
import type { PaperFilter } from "./filter.js";
import { paperCondition } from "./paper-condition.js";
import { paperStart } from "./paper-start.js";
import type { Parameters } from "./parameters.js";

/** An entity whose papers are meant, and the role in which they mean it. */
export interface PapersOf {
  readonly id: string;
  readonly role: Role | undefined;
}

/** The slots `start` and `where` that bring the papers `p` of a part of the corpus; with `of`, those of an entity. */
export function partSlots(papers: PaperFilter, parameters: Parameters, of?: PapersOf) {
  if (!of) return { start: paperStart(papers, parameters), where: { and: [paperCondition(papers, parameters)] } };
  const start = `MATCH (owner:Entity {id: ${parameters.add(of.id)}})<-[owned]-(p:Paper)`;
  const role = of.role ? [`type(owned) = ${parameters.add(of.role)}`] : [];
  return { start, where: { and: [...role, paperCondition(papers, parameters)] } };
}
