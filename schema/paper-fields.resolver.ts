import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { KINDS, type Kind, ROLES, type Role } from "../src/vocabulary.js";
import { AFTER, FIRST, type PageArgs } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { KindEnum, RoleEnum } from "./enums.js";
import { MentionConnection } from "./link.type.js";
import { loadAbstract } from "./load/papers.js";
import { mentionsOfPaper } from "./mention-lists.js";
import { Paper } from "./paper.type.js";

const ROLE = "Only those in this role.";

/** The fields of a paper that lead on from it. `related` has a file of its own. */
@Resolver(() => Paper)
export class PaperFieldsResolver {
  @FieldResolver(() => String, { description: "Its abstract; empty when it is not known." })
  abstract(@Ctx() context: Context, @Root() paper: Paper): Promise<string> {
    return loadAbstract(context, paper);
  }

  @FieldResolver(() => MentionConnection, { description: "The entities that it mentions." })
  mentions(
    @Ctx() context: Context,
    @Root() paper: Paper,
    @Arg("kind", () => KindEnum, { nullable: true, description: "Only those of this kind." }) kind: Kind | null,
    @Arg("role", () => RoleEnum, { nullable: true, description: ROLE }) role: Role | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    return list(context, paper, kind ? [kind] : KINDS, role, { first, after });
  }

  @FieldResolver(() => MentionConnection, { description: "The methods that it mentions." })
  methods(
    @Ctx() context: Context,
    @Root() paper: Paper,
    @Arg("role", () => RoleEnum, { nullable: true, description: ROLE }) role: Role | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    return list(context, paper, ["METHOD"], role, { first, after });
  }

  @FieldResolver(() => MentionConnection, { description: "The models that it mentions." })
  models(
    @Ctx() context: Context,
    @Root() paper: Paper,
    @Arg("role", () => RoleEnum, { nullable: true, description: ROLE }) role: Role | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    return list(context, paper, ["MODEL"], role, { first, after });
  }

  @FieldResolver(() => MentionConnection, { description: "The datasets that it mentions." })
  datasets(
    @Ctx() context: Context,
    @Root() paper: Paper,
    @Arg("role", () => RoleEnum, { nullable: true, description: ROLE }) role: Role | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    return list(context, paper, ["DATASET"], role, { first, after });
  }
}

const list = (context: Context, paper: Paper, kinds: readonly Kind[], role: Role | null, page: PageArgs) =>
  mentionsOfPaper(context, paper, { kinds, roles: role ? [role] : ROLES }, page);
