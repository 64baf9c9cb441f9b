import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { PaperFacets } from "./facets.type.js";
import type { Mention } from "./load/mention.js";
import { Node } from "./node.type.js";

@ObjectType("Paper", {
  implements: Node,
  simpleResolvers: true,
  description: "A paper, by what its title and abstract say.",
})
export class Paper implements Node {
  @Field(() => ID, { description: "arxiv:1706.03762, doi:10.18653/v1/n19-1423, or hash:... of title and year." })
  id!: string;

  @Field(() => String, { description: "Its title." })
  title!: string;

  @Field(() => Int, { nullable: true, description: "The year it appeared, such as 2017." })
  year!: number | null;

  @Field(() => String, { description: "The date it appeared, as exact as known: 2017-06-12, 2017-06, 2017 or empty." })
  date!: string;

  @Field(() => String, { nullable: true, description: "Where it appeared, such as NeurIPS." })
  venue!: string | null;

  @Field(() => [String], { description: "Its authors, in order." })
  authors!: string[];

  @Field(() => String, { nullable: true, description: "A page about it." })
  url!: string | null;

  @Field(() => String, { nullable: true, description: "Its DOI, such as 10.18653/v1/n19-1423." })
  doi!: string | null;

  @Field(() => String, { nullable: true, description: "Its arXiv id without a version, such as 1706.03762." })
  arxivId!: string | null;

  @Field(() => [String], { description: "Where its code is." })
  codeUrls!: string[];

  @Field(() => [String], { description: "The collections it was put into, such as sample." })
  collections!: string[];

  /** Only where it was fetched along; the resolver of `abstract` fetches it otherwise. */
  abstract?: string | null;
  /** Only where they were fetched along; unless they are whole, only their names, roles and confidences hold. */
  mentions?: { readonly list: readonly Mention[]; readonly isWhole: boolean };
}

@ObjectType("PaperEdge", { simpleResolvers: true, description: "A paper in a list of papers." })
export class PaperEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => Paper, { description: "The paper." })
  node!: Paper;
}

@ObjectType("PaperConnection", { simpleResolvers: true, description: "A list of papers." })
export class PaperConnection extends connectionFields(
  () => PaperEdge,
  () => Paper,
) {
  @Field(() => PaperFacets, { description: "How many of them have each value: years, venues, kinds, roles, entities." })
  facets!: unknown;

  @Field(() => Boolean, {
    description: "Whether `search` found more than limits.searchHits papers, so that the list holds only the best.",
  })
  truncated!: boolean;
}
