import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import {
  facetEntities,
  facetEntityKinds,
  facetEntityRoles,
  facetEntityYears,
  facetKinds,
  facetRoles,
  facetVenues,
} from "../src/store/filter/facet-queries.js";
import { countPapersByYear } from "../src/store/filter/year-queries.js";
import type { Kind } from "../src/vocabulary.js";
import { pageSize } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { KindEnum } from "./enums.js";
import { EntityFacet, Facet } from "./facet.type.js";
import { cut, facetOf, type ValueRow } from "./facets.js";
import { EntityFacets, PaperFacets } from "./facets.type.js";
import { withCurrentEntities, withCurrentIds } from "./load/entities.js";
import { type EntityRow, entityOf } from "./load/entity-row.js";

const FIRST = `How many values at most, 1 to ${LIMITS.maxPageSize}.`;

@Resolver(() => PaperFacets)
export class PaperFacetsResolver {
  @FieldResolver(() => Facet, { description: "By year, the newest first. Papers of unknown year are left out." })
  async years(
    @Ctx() context: Context,
    @Root() { papers, entity }: PaperFacets,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
  ): Promise<Facet> {
    const size = pageSize(first);
    type Row = { readonly year: number; readonly papers: number };
    const rows = await withCurrentIds(context, await papers(), (current) =>
      context.read<Row>(countPapersByYear(current, size + 1, entity)),
    );
    return cut(size, rows, (row) => ({ value: String(row.year), count: row.papers }));
  }

  @FieldResolver(() => Facet, {
    description: "By venue, those with most papers first, then by name. Papers of unknown venue are left out.",
  })
  async venues(
    @Ctx() context: Context,
    @Root() { papers, entity }: PaperFacets,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
  ): Promise<Facet> {
    const size = pageSize(first);
    type Row = { readonly venue: string; readonly papers: number };
    const rows = await withCurrentIds(context, await papers(), (current) =>
      context.read<Row>(facetVenues({ papers: current, of: entity }, size + 1)),
    );
    return cut(size, rows, (row) => ({ value: row.venue, count: row.papers }));
  }

  @FieldResolver(() => Facet, {
    description: "By the kinds of what they mention; of an entity's papers, of what they mention beside it.",
  })
  async kinds(@Ctx() context: Context, @Root() { papers, entity }: PaperFacets): Promise<Facet> {
    const rows = await withCurrentIds(context, await papers(), (current) =>
      context.read<ValueRow>(facetKinds({ papers: current, of: entity }, { butNot: entity?.id })),
    );
    return facetOf(rows);
  }

  @FieldResolver(() => Facet, {
    description: "By the roles in which they mention anything; of an entity's papers, in which they mention it.",
  })
  async roles(@Ctx() context: Context, @Root() { papers, entity }: PaperFacets): Promise<Facet> {
    const rows = await withCurrentIds(context, await papers(), (current) =>
      context.read<ValueRow>(facetRoles({ papers: current, of: entity }, { only: entity?.id })),
    );
    return facetOf(rows);
  }

  @FieldResolver(() => EntityFacet, {
    description: "By the entities that they mention; of an entity's papers, by those that they mention beside it.",
  })
  async entities(
    @Ctx() context: Context,
    @Root() { papers, entity }: PaperFacets,
    @Arg("kind", () => KindEnum, { nullable: true, description: "Only those of this kind." }) kind: Kind | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
  ): Promise<EntityFacet> {
    const size = pageSize(first);
    const counted = { butNot: entity?.id, kinds: kind ? [kind] : undefined };
    const rows = await withCurrentIds(context, await papers(), (current) =>
      context.read<EntityRow & { papers: number }>(facetEntities({ papers: current, of: entity }, counted, size + 1)),
    );
    return cut(size, rows, (row) => ({ entity: entityOf(row), count: row.papers }));
  }
}

@Resolver(() => EntityFacets)
export class EntityFacetsResolver {
  @FieldResolver(() => Facet, { description: "By kind." })
  async kinds(@Ctx() context: Context, @Root() { entities }: EntityFacets): Promise<Facet> {
    const rows = await withCurrentEntities(context, await entities(), (current) =>
      context.read<ValueRow>(facetEntityKinds(current)),
    );
    return facetOf(rows);
  }

  @FieldResolver(() => Facet, {
    description: "By the roles in which papers mention them, counting only those of `where.papers` when it is given.",
  })
  async roles(@Ctx() context: Context, @Root() { entities }: EntityFacets): Promise<Facet> {
    const rows = await withCurrentEntities(context, await entities(), (current) =>
      context.read<ValueRow>(facetEntityRoles(current)),
    );
    return facetOf(rows);
  }

  @FieldResolver(() => Facet, {
    description: "By the year of the first paper that mentions them, of those of `where.papers` when it is given.",
  })
  async firstYears(
    @Ctx() context: Context,
    @Root() { entities }: EntityFacets,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
  ): Promise<Facet> {
    const size = pageSize(first);
    type Row = { readonly year: number; readonly count: number };
    const rows = await withCurrentEntities(context, await entities(), (current) =>
      context.read<Row>(facetEntityYears(current, size + 1)),
    );
    return cut(size, rows, (row) => ({ value: String(row.year), count: row.count }));
  }
}
