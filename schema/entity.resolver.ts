import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { PapergraphError } from "../src/errors.js";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import type { EntityFilter } from "../src/store/filter/filter.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { checkAtLeast, checkListLength, checkTextLength } from "./check.js";
import { AFTER, FIRST } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { EntityOrderBy, EntityWhere, entityOrder } from "./entity.input.js";
import { Dataset, Entity, EntityConnection, Method, Model } from "./entity.type.js";
import { filteredEntities } from "./entity-lists.js";
import { loadEntity } from "./load/entities.js";
import { loadNamed } from "./load/names.js";

const BY_NAME =
  "Its name, alias or acronym, whatever its case; of several, the entity in most papers. See resolveNames.";

@Resolver(() => Entity)
export class EntityResolver {
  @Query(() => Entity, {
    nullable: true,
    description: "The entity with this id, also when it has another id by now; null when there is none.",
  })
  entity(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Its id, such as entity:in-context-learning." }) id: string,
  ): Promise<Entity | null> {
    return loadEntity(context, id);
  }

  @Query(() => Method, { nullable: true, description: "The method with this id or name; null when there is none." })
  method(
    @Ctx() context: Context,
    @Arg("id", () => ID, { nullable: true, description: "Its id, such as entity:in-context-learning." })
    id: string | null,
    @Arg("name", () => String, { nullable: true, description: BY_NAME }) name: string | null,
  ): Promise<Entity | null> {
    return loadOfKind(context, "METHOD", id, name);
  }

  @Query(() => Model, { nullable: true, description: "The model with this id or name; null when there is none." })
  model(
    @Ctx() context: Context,
    @Arg("id", () => ID, { nullable: true, description: "Its id, such as entity:bert." }) id: string | null,
    @Arg("name", () => String, { nullable: true, description: BY_NAME }) name: string | null,
  ): Promise<Entity | null> {
    return loadOfKind(context, "MODEL", id, name);
  }

  @Query(() => Dataset, { nullable: true, description: "The dataset with this id or name; null when there is none." })
  dataset(
    @Ctx() context: Context,
    @Arg("id", () => ID, { nullable: true, description: "Its id, such as entity:imagenet." }) id: string | null,
    @Arg("name", () => String, { nullable: true, description: BY_NAME }) name: string | null,
  ): Promise<Entity | null> {
    return loadOfKind(context, "DATASET", id, name);
  }

  @Query(() => EntityConnection, { description: "The entities that pass a filter." })
  entities(
    @Ctx() context: Context,
    @Arg("where", () => EntityWhere, { nullable: true, description: "Which entities; without it, all." })
    where: EntityWhere | null,
    @Arg("orderBy", () => EntityOrderBy, { nullable: true, description: "Their order; most papers first without it." })
    orderBy: EntityOrderBy | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    check(where ?? {});
    const filter = (): Promise<EntityFilter> => resolveNamed(context, where ?? {});
    return filteredEntities(context, filter, entityOrder(orderBy), { first, after });
  }
}

async function loadOfKind(
  context: Context,
  kind: Kind,
  id: string | null | undefined,
  name: string | null | undefined,
): Promise<Entity | null> {
  if ((id == null) === (name == null)) {
    const got = id == null ? "neither" : "both";
    throw new PapergraphError("BAD_ARGUMENT", `Give either \`id\` or \`name\`; got ${got}.`, { got });
  }
  if (name != null) {
    checkTextLength("name", name);
    return (await loadNamed(context, name, [kind]))[0] ?? null;
  }
  const entity = await loadEntity(context, id as string);
  return entity?.kind === kind ? entity : null;
}

function check({ kinds, ids, names, minPapers, papers }: EntityWhere): void {
  checkListLength("where.kinds", kinds ?? []);
  checkListLength("where.ids", ids ?? []);
  checkListLength("where.names", names ?? []);
  for (const name of names ?? []) checkTextLength("where.names", name);
  if (minPapers != null) checkAtLeast("where.minPapers", minPapers, 0);
  if (papers) checkBounds(papers);
}

/** The filter with the ids of the entities that bear its names. */
async function resolveNamed(context: Context, where: EntityWhere): Promise<EntityFilter> {
  const { kinds, ids, names, minPapers, papers } = where;
  if (!names) return { kinds, ids, minPapers, papers };
  const named = await Promise.all(names.map((name) => loadNamed(context, name, kinds ?? KINDS)));
  const bearers = new Set(named.flat().map(({ id }) => id));
  return { kinds, ids: ids ? ids.filter((id) => bearers.has(id)) : [...bearers], minPapers, papers };
}
