import { Extensions, Field, Int, ObjectType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import type { PaperFilter } from "../src/store/filter/filter.js";
import { Entity } from "./entity.type.js";
import { Node } from "./node.type.js";
import type { End } from "./paths/find-paths.js";

@ObjectType("PathHop", {
  simpleResolvers: true,
  description:
    "A step of a path: two entities that papers mention together, or a paper and an entity that it mentions.",
})
export class PathHop {
  @Field(() => Node, { description: "Where it leads from." })
  from!: End;

  @Field(() => Node, { description: "Where it leads to." })
  to!: End;

  @Field(() => Int, { description: "How many papers mention both ends; of a paper's own mention, 1." })
  paperCount!: number;

  /** Which papers count: the filter that the path was asked with. */
  where!: PaperFilter;
}

@ObjectType("Path", { simpleResolvers: true, description: "A shortest way between two papers or entities." })
export class Path {
  @Extensions({ listSize: LIMITS.pathHops + 1 })
  @Field(() => [Node], { description: "From one end to the other; all between the ends are entities." })
  nodes!: readonly End[];

  @Extensions({ listSize: LIMITS.pathHops })
  @Field(() => [PathHop], { description: "The steps from each node to the next; none from a node to itself." })
  hops!: readonly PathHop[];
}

@ObjectType("PathResult", {
  simpleResolvers: true,
  description: "The shortest paths between two papers or entities.",
})
export class PathResult {
  @Field(() => Int, {
    nullable: true,
    description: "How many hops the shortest paths have; null when none was found.",
  })
  length!: number | null;

  @Field(() => Int, { description: "How many paths of this length there are." })
  totalCount!: number;

  @Field(() => [Path], {
    description: "The best `first` of them: most papers on all hops together first, then by the ids of their nodes.",
  })
  paths!: unknown;

  @Field(() => Boolean, {
    description: "Whether the search left something out, so that paths may be missing or shorter ones exist.",
  })
  truncated!: boolean;

  @Field(() => [String], {
    description: "The limits of `meta.limits` by which it did: pathPapersPerEntity, pathPapers.",
  })
  truncatedBy!: readonly string[];

  @Extensions({ listSize: LIMITS.maxPageSize })
  @Field(() => [Entity], {
    description:
      `The entities that paths of this length might lead through, but that are in more than ` +
      `${LIMITS.pathPapersPerEntity} papers: the ${LIMITS.maxPageSize} in most papers.`,
  })
  leftOut!: unknown;
}
