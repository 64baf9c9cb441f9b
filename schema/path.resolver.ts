import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { PapergraphError } from "../src/errors.js";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { checkAtLeast } from "./check.js";
import { FIRST, pageSize } from "./connection/page-args.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { loadEntity } from "./load/entities.js";
import { PaperWhere } from "./paper.input.js";
import { Paper } from "./paper.type.js";
import { type Path, PathHop, PathResult } from "./path.type.js";
import type { Way } from "./paths/best-paths.js";
import { type End, type FoundPaths, findPaths, loadEnd } from "./paths/find-paths.js";
import { hopPapers } from "./paths/hop-papers.js";
import { paperExtras } from "./selects.js";

const END = "such as arxiv:1706.03762 or entity:in-context-learning.";

@Resolver(() => PathHop)
export class PathResolver {
  @Query(() => PathResult, {
    nullable: true,
    description:
      "How two papers or entities are connected: several of the shortest paths over entities that papers mention " +
      "together, with these papers; null when there is no such paper or entity.",
  })
  async paths(
    @Ctx() context: Context,
    @Arg("from", () => ID, { description: `The id of a paper or entity, ${END}` }) from: string,
    @Arg("to", () => ID, { description: `The id of another, ${END}` }) to: string,
    @Arg("maxHops", () => Int, {
      nullable: true,
      defaultValue: 4,
      description: `The longest path that is looked for, 1 to ${LIMITS.pathHops}.`,
    })
    maxHops: number | null,
    @Arg("where", () => PaperWhere, {
      nullable: true,
      description: "Only papers like these are on hops, the ends themselves aside; without it, all.",
    })
    where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 5, description: FIRST }) first: number | null,
  ) {
    const demand = { papers: where ?? {}, maxHops: hops(maxHops ?? 4), first: pageSize(first ?? 5) };
    checkBounds(demand.papers);
    const [start, end] = await Promise.all([loadEnd(context, from), loadEnd(context, to)]);
    if (!start || !end) return null;
    const found = await findPaths(context, start, end, demand);
    const { length, totalCount, truncatedBy, leftOut } = found;
    return {
      ...{ length, totalCount, truncatedBy, leftOut, truncated: truncatedBy.length > 0 },
      paths: () => Promise.all(found.ways.map((way) => pathOf(context, way, found, [start, end]))),
    };
  }

  @FieldResolver(() => [Paper], { description: "The newest of these papers." })
  papers(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Root() { from, to, where }: PathHop,
    @Arg("first", () => Int, { nullable: true, defaultValue: 3, description: FIRST }) first: number | null,
  ): Promise<Paper[]> {
    const size = pageSize(first ?? 3);
    const own = [from, to].find((end): end is Paper => !("kind" in end));
    if (own) return Promise.resolve([own]);
    const { abstract } = paperExtras(info, []);
    return hopPapers(context, [from as Entity, to as Entity], where, size, abstract);
  }
}

function hops(maxHops: number): number {
  checkAtLeast("maxHops", maxHops, 1);
  const allowed = LIMITS.pathHops;
  if (maxHops <= allowed) return maxHops;
  const message = `\`maxHops\` is ${maxHops}; at most ${allowed} are allowed. Longer paths say little.`;
  throw new PapergraphError("LIMIT_EXCEEDED", message, { got: maxHops, allowed });
}

async function pathOf(context: Context, way: Way, { papers }: FoundPaths, ends: readonly End[]): Promise<Path> {
  const known = new Map(ends.map((end) => [end.id, end]));
  const nodes = await Promise.all(
    way.nodes.map(async (id) => (known.get(id) ?? (await loadEntity(context, id))) as End),
  );
  const hops = way.hops.map((paperCount, i) => ({
    from: nodes[i] as End,
    to: nodes[i + 1] as End,
    paperCount,
    where: papers,
  }));
  return { nodes, hops };
}
