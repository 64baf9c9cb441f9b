import type { Kind } from "../../vocabulary.js";
import { corpusSlots, partSlots } from "./entity-queries.js";
import { Template } from "./fill.js";
import type { EntityFilter, PaperFilter } from "./filter.js";
import type { Query } from "./paper-queries.js";
import { Parameters } from "./parameters.js";
import { type PapersOf, partSlots as papersOfPart } from "./part-slots.js";

const VENUES = new Template("facet/list-venues");
const KINDS_OF_PAPERS = new Template("facet/count-kinds");
const ROLES_OF_PAPERS = new Template("facet/count-roles");
const ENTITIES = new Template("facet/list-entities");
const KINDS = new Template("facet/count-entity-kinds");
const KINDS_IN_PART = new Template("facet/count-entity-kinds-in-part");
const ROLES = new Template("facet/count-entity-roles");
const YEARS = new Template("facet/list-entity-years");
const YEARS_IN_PART = new Template("facet/list-entity-years-in-part");

/** Which papers: those that pass a filter; with `of`, of an entity's papers. */
export interface FacetPapers {
  readonly papers: PaperFilter;
  readonly of?: PapersOf | undefined;
}

/** Which of the entities that papers mention count: all, only one, or all but one; of all kinds, or of some. */
export interface CountedEntities {
  readonly only?: string | undefined;
  readonly butNot?: string | undefined;
  readonly kinds?: readonly Kind[] | undefined;
}

/** Papers by venue, those with most papers first. */
export function facetVenues({ papers, of }: FacetPapers, limit: number): Query {
  const parameters = new Parameters();
  return { statement: VENUES.fill(papersOfPart(papers, parameters, of)), params: parameters.with({ limit }) };
}

/** Papers by the kinds of the entities that they mention. */
export const facetKinds = (papers: FacetPapers, counted: CountedEntities): Query =>
  overEntities(KINDS_OF_PAPERS, papers, counted, {});

/** Papers by the roles in which they mention entities. */
export const facetRoles = (papers: FacetPapers, counted: CountedEntities): Query =>
  overEntities(ROLES_OF_PAPERS, papers, counted, {});

/** Papers by the entities that they mention, those in most papers first. */
export const facetEntities = (papers: FacetPapers, counted: CountedEntities, limit: number): Query =>
  overEntities(ENTITIES, papers, counted, { limit });

function overEntities(
  template: Template,
  { papers, of }: FacetPapers,
  counted: CountedEntities,
  params: { readonly limit?: number },
): Query {
  const parameters = new Parameters();
  const statement = template.fill({
    ...papersOfPart(papers, parameters, of),
    entities: { and: countedConditions(counted, parameters) },
  });
  return { statement, params: parameters.with({ ...params }) };
}

const countedConditions = ({ only, butNot, kinds }: CountedEntities, parameters: Parameters): string[] => [
  ...(only === undefined ? [] : [`e.id = ${parameters.add(only)}`]),
  ...(butNot === undefined ? [] : [`e.id <> ${parameters.add(butNot)}`]),
  ...(kinds ? [`e.kind IN ${parameters.add(kinds)}`] : []),
];

/** Entities by kind. */
export function facetEntityKinds(filter: EntityFilter): Query {
  const parameters = new Parameters();
  const statement = filter.papers
    ? KINDS_IN_PART.fill(partSlots(filter, [], parameters))
    : KINDS.fill(corpusSlots(filter, [], parameters));
  return { statement, params: parameters.with({}) };
}

/** Entities by the roles in which papers mention them; those that no paper mentions have none. */
export function facetEntityRoles(filter: EntityFilter): Query {
  const parameters = new Parameters();
  return { statement: ROLES.fill(partSlots(filter, [], parameters)), params: parameters.with({}) };
}

/** Entities by their first year, the newest years. */
export function facetEntityYears(filter: EntityFilter, limit: number): Query {
  const parameters = new Parameters();
  const statement = filter.papers
    ? YEARS_IN_PART.fill(partSlots(filter, [], parameters))
    : YEARS.fill(corpusSlots(filter, [], parameters));
  return { statement, params: parameters.with({ limit }) };
}
