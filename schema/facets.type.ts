import { ObjectType } from "type-graphql";
import type { EntityFilter, PaperFilter } from "../src/store/filter/filter.js";
import type { PapersOf } from "../src/store/filter/part-slots.js";

/** What the facets of a list of papers count; their fields are in facets.resolver.ts. */
@ObjectType("PaperFacets", {
  description: "How many papers of a list, all pages, have each value. Each is counted only when it is selected.",
})
export class PaperFacets {
  papers!: () => Promise<PaperFilter>;
  /** The entity whose papers these are, and the role in which they mean it. */
  entity?: PapersOf;
}

/** What the facets of a list of entities count; their fields are in facets.resolver.ts. */
@ObjectType("EntityFacets", {
  description: "How many entities of a list, all pages, have each value. Each is counted only when it is selected.",
})
export class EntityFacets {
  entities!: () => Promise<EntityFilter>;
}
