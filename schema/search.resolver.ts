import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Int, Query, Resolver } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { asksNothing, type PaperFilter } from "../src/store/filter/filter.js";
import { countInPart } from "../src/store/filter/part-queries.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { checkTextLength } from "./check.js";
import { FIRST, pageSize } from "./connection/page-args.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { type SearchKind, SearchKindEnum } from "./enums.js";
import { loadEntity, withCurrentIds } from "./load/entities.js";
import { compareText } from "./load/mention.js";
import { loadNamed } from "./load/names.js";
import { loadPaper } from "./load/papers.js";
import { findEntities, findPapers, onlyIn } from "./load/search.js";
import { once } from "./once.js";
import { PaperWhere } from "./paper.input.js";
import type { Paper } from "./paper.type.js";
import { SearchResult } from "./search.type.js";
import { paperExtras } from "./selects.js";

@Resolver(() => SearchResult)
export class SearchResolver {
  @Query(() => SearchResult, { description: "Papers and entities whose text holds every word of a text." })
  search(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("text", () => String, { description: "Words; case and accents do not matter." }) text: string,
    @Arg("kinds", () => [SearchKindEnum], { nullable: true, description: "What to search; without it, everything." })
    kinds: SearchKind[] | null,
    @Arg("where", () => PaperWhere, {
      nullable: true,
      description: "Only papers like these, and entities that they mention, counted by these; without it, all.",
    })
    where: PaperWhere | null,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: LIMITS.defaultPageSize,
      description: `${FIRST} Of papers and of entities.`,
    })
    first: number | null,
  ) {
    checkTextLength("text", text);
    const size = pageSize(first);
    const entityKinds = KINDS.filter((kind) => !kinds || kinds.includes(kind));
    const filter = where ?? {};
    checkBounds(filter);
    const searched = !kinds || kinds.includes("PAPER") ? findPapers(context, text) : async () => NOTHING;
    const ofPapers = once(() => onlyIn(context, filter, searched));
    const ofEntities = entityKinds.length > 0 ? findEntities(context, text) : async () => NOTHING;
    const entities = once(async () => rank(context, text, entityKinds, filter, (await ofEntities()).ids));

    return {
      totals: async () => [
        ...(!kinds || kinds.includes("PAPER") ? [{ kind: "PAPER", count: (await ofPapers()).ids.length }] : []),
        ...(await countKinds(entityKinds, entities)),
      ],
      papers: async () => {
        const extras = paperExtras(info, ["papers"]);
        const { ids } = await ofPapers();
        const papers = await Promise.all(ids.slice(0, size).map((id) => loadPaper(context, id, extras)));
        return papers.filter((paper): paper is Paper => paper !== null);
      },
      entities: async () => (await entities()).slice(0, size),
      truncated: async () => (await ofPapers()).truncated || (await ofEntities()).truncated,
    };
  }
}

const NOTHING = { ids: [] as string[], truncated: false };

/** Those that bear the text as a name first, then those in most papers of the part; none that no paper of it mentions. */
async function rank(
  context: Context,
  text: string,
  kinds: readonly Kind[],
  filter: PaperFilter,
  ids: readonly string[],
): Promise<Entity[]> {
  const [named, found] = await Promise.all([
    kinds.length > 0 ? loadNamed(context, text, kinds) : [],
    Promise.all(ids.map((id) => loadEntity(context, id))),
  ]);
  const exact = new Set(named.map(({ id }) => id));
  const others = found.filter((entity): entity is Entity => entity !== null && !exact.has(entity.id));
  const wanted = others.filter(({ kind }) => kinds.includes(kind));
  const papersOf = await usesIn(context, filter, [...named, ...wanted]);
  const byUse = (a: Entity, b: Entity): number => papersOf(b) - papersOf(a) || compareText(a.id, b.id);
  const ranked = [...[...named].sort(byUse), ...wanted.sort(byUse)];
  return asksNothing(filter) ? ranked : ranked.filter((entity) => papersOf(entity) > 0);
}

/** How many papers of a part mention each of the entities. */
async function usesIn(
  context: Context,
  filter: PaperFilter,
  entities: readonly Entity[],
): Promise<(entity: Entity) => number> {
  if (asksNothing(filter) || entities.length === 0) return ({ paperCount }) => paperCount;
  const ids = entities.map(({ id }) => id);
  const rows = await withCurrentIds(context, filter, (papers) =>
    context.read<{ id: string; papers: number }>(countInPart(ids, papers)),
  );
  const counts = new Map(rows.map(({ id, papers }) => [id, papers]));
  return ({ id }) => counts.get(id) ?? 0;
}

async function countKinds(kinds: readonly Kind[], entities: () => Promise<readonly Entity[]>) {
  if (kinds.length === 0) return [];
  const found = await entities();
  return kinds.map((kind) => ({ kind, count: found.filter((entity) => entity.kind === kind).length }));
}
