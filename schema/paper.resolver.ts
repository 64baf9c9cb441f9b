import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import type { PaperFilter } from "../src/store/filter/filter.js";
import { AFTER, FIRST } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { withFacets } from "./facets.js";
import { loadPaper } from "./load/papers.js";
import { findPapers } from "./load/search.js";
import { PaperOrderBy, PaperWhere, paperOrder } from "./paper.input.js";
import { Paper, PaperConnection } from "./paper.type.js";
import { foundPapers, orderedPapers } from "./paper-lists.js";
import { paperExtras, TO_NODES } from "./selects.js";

@Resolver(() => Paper)
export class PaperResolver {
  @Query(() => Paper, { nullable: true, description: "The paper with this id; null when there is none." })
  paper(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { description: "Its id, such as arxiv:1706.03762." }) id: string,
  ): Promise<Paper | null> {
    return loadPaper(context, id, paperExtras(info, []));
  }

  @Query(() => PaperConnection, { description: "The papers that pass a filter." })
  papers(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("where", () => PaperWhere, { nullable: true, description: "Which papers; without it, all." })
    where: PaperWhere | null,
    @Arg("search", () => String, {
      nullable: true,
      description:
        "Only papers whose title and abstract hold all of these words; best first unless `orderBy` is given.",
    })
    search: string | null,
    @Arg("orderBy", () => PaperOrderBy, { nullable: true, description: "Their order; newest first without it." })
    orderBy: PaperOrderBy | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    const filter = where ?? {};
    checkBounds(filter);
    const extras = paperExtras(info, ...TO_NODES);
    const page = { first, after };
    if (search == null) {
      const papers = orderedPapers(context, async () => filter, paperOrder(orderBy), page, extras);
      return Object.assign(
        withFacets(papers, async () => filter),
        { truncated: false },
      );
    }
    const hits = findPapers(context, search);
    const ids = async (): Promise<readonly string[]> => (await hits()).ids;
    const found = async (): Promise<PaperFilter> => ({ AND: [filter, { ids: await ids() }] });
    const papers = orderBy
      ? orderedPapers(context, found, paperOrder(orderBy), page, extras)
      : foundPapers(context, ids, filter, page, extras);
    return Object.assign(withFacets(papers, found), { truncated: async () => (await hits()).truncated });
  }
}
