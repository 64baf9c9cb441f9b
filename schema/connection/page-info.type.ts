import { Field, ObjectType } from "type-graphql";

@ObjectType("PageInfo", { description: "Where a page of a connection begins and ends." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page: ask with `after: endCursor`." })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether this page was asked for with `after`, so that there is more before it.",
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the first edge; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the last edge; null on an empty page." })
  endCursor!: string | null;
}
