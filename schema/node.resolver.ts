import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkListLength } from "./check.js";
import type { Context } from "./context.js";
import { loadEntity } from "./load/entities.js";
import { loadPaper } from "./load/papers.js";
import { Node } from "./node.type.js";
import { paperExtras } from "./selects.js";

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "The paper or entity with this id; null when there is none." })
  node(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { description: "Its id, such as arxiv:1706.03762 or entity:in-context-learning." }) id: string,
  ): Promise<Node | null> {
    return loadNode(context, info, id);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "The papers and entities with these ids, in this order; null where there is none.",
  })
  nodes(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("ids", () => [ID], {
      description: `Their ids, such as arxiv:1706.03762 or entity:in-context-learning; at most ${LIMITS.listLength}.`,
    })
    ids: string[],
  ): Promise<(Node | null)[]> {
    checkListLength("ids", ids);
    return Promise.all(ids.map((id) => loadNode(context, info, id)));
  }
}

const loadNode = (context: Context, info: GraphQLResolveInfo, id: string): Promise<Node | null> =>
  id.startsWith("entity:") ? loadEntity(context, id) : loadPaper(context, id, paperExtras(info, []));
