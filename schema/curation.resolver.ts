import { Arg, Args, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { PapergraphError } from "../src/errors.js";
import { NO_EXTRAS } from "../src/store/filter/paper-queries.js";
import { readingsOf } from "../src/text/readings.js";
import type { Kind } from "../src/vocabulary.js";
import { checkListLength } from "./check.js";
import { type Context, query } from "./context.js";
import { Decision, Signature } from "./curation.type.js";
import { KindEnum } from "./enums.js";
import { decisionOf, holding, loadDecision } from "./load/decisions.js";
import { loadEntity } from "./load/entities.js";
import { loadPaper } from "./load/papers.js";

const ENTITY = "Id of an entity, such as entity:bert.";
const NAMES = { nullable: true, description: "Only what is read under these names; without them, under any." };

/** Decisions of curators. Each needs the admin token; it is kept, and what it concerns is settled, before the answer. */
@Resolver(() => Decision)
export class CurationResolver {
  @Mutation(() => Decision, { description: "Makes one entity part of another; its id then leads there." })
  async mergeEntities(
    @Ctx() context: Context,
    @Arg("entity", () => ID, { description: ENTITY }) entity: string,
    @Arg("into", () => ID, { description: ENTITY }) into: string,
    @Args(() => Signature) signature: Signature,
  ) {
    const curator = context.curator();
    const [from, target] = [await entityId(context, entity), await entityId(context, into)];
    if (from === target) throw wrong(`${entity} and ${into} are one entity already`);
    return taken(context, await curator.decide({ op: "merge", entity: from, into: target, ...signature }));
  }

  @Mutation(() => Decision, { description: "Makes a part of what papers read as an entity another entity." })
  async splitEntity(
    @Ctx() context: Context,
    @Arg("entity", () => ID, { description: ENTITY }) entity: string,
    @Arg("into", () => String, { description: "Id or name of the other entity, which may be new." }) into: string,
    @Arg("names", () => [String], NAMES) names: string[] | null,
    @Arg("papers", () => [ID], {
      nullable: true,
      description: "Only what these papers read, such as arxiv:1810.04805; without them, all papers.",
    })
    papers: string[] | null,
    @Args(() => Signature) signature: Signature,
  ) {
    const curator = context.curator();
    checkListLength("names", names ?? []);
    checkListLength("papers", papers ?? []);
    const content = { op: "split", entity: await entityId(context, entity), into, ...signature };
    const ids = await Promise.all((papers ?? []).map((id) => paperId(context, id)));
    return taken(context, await curator.decide({ ...content, names: names ?? [], papers: ids }));
  }

  @Mutation(() => Decision, { description: "Shows an entity under another name. Its id stays." })
  async renameEntity(
    @Ctx() context: Context,
    @Arg("entity", () => ID, { description: ENTITY }) entity: string,
    @Arg("name", () => String, { description: "The name to show." }) name: string,
    @Args(() => Signature) signature: Signature,
  ) {
    const curator = context.curator();
    const id = await entityId(context, entity);
    return taken(context, await curator.decide({ op: "rename", entity: id, name, ...signature }));
  }

  @Mutation(() => Decision, { description: "Gives an entity another kind." })
  async retypeEntity(
    @Ctx() context: Context,
    @Arg("entity", () => ID, { description: ENTITY }) entity: string,
    @Arg("kind", () => KindEnum, { description: "What it is." }) kind: Kind,
    @Args(() => Signature) signature: Signature,
  ) {
    const curator = context.curator();
    const id = await entityId(context, entity);
    return taken(context, await curator.decide({ op: "retype", entity: id, kind, ...signature }));
  }

  @Mutation(() => Decision, {
    description: "Gives an entity one more name; what papers read under it then belongs to the entity.",
  })
  async addAlias(
    @Ctx() context: Context,
    @Arg("entity", () => ID, { description: ENTITY }) entity: string,
    @Arg("name", () => String, { description: "The further name." }) name: string,
    @Args(() => Signature) signature: Signature,
  ) {
    const curator = context.curator();
    const id = await entityId(context, entity);
    return taken(context, await curator.decide({ op: "addAlias", entity: id, name, ...signature }));
  }

  @Mutation(() => Decision, { description: "Says that a paper does not mention an entity that it is linked to." })
  async rejectMention(
    @Ctx() context: Context,
    @Arg("paper", () => ID, { description: "Id of a paper, such as arxiv:1810.04805." }) paper: string,
    @Arg("entity", () => ID, { description: ENTITY }) entity: string,
    @Args(() => Signature) signature: Signature,
  ) {
    const curator = context.curator();
    const [id, of] = [await paperId(context, paper), await entityId(context, entity)];
    type Row = Parameters<typeof readingsOf>[0];
    const rows = await context.read<Row>(query("curate/get-readings", { paper: id, entity: of }));
    const names = rows.flatMap((row) => readingsOf(row).map(({ readName }) => readName));
    if (names.length === 0) throw wrong(`${paper} is not linked to ${entity}`);
    return taken(context, await curator.decide({ op: "rejectMention", paper: id, names, ...signature }));
  }

  @Mutation(() => Decision, { description: "Says that a name names no method, model or dataset, in no paper." })
  async rejectName(
    @Ctx() context: Context,
    @Arg("name", () => String, { description: "The name, such as table; its spellings are meant too." }) name: string,
    @Args(() => Signature) signature: Signature,
  ) {
    return taken(context, await context.curator().decide({ op: "rejectName", name, ...signature }));
  }

  @Mutation(() => Decision, { description: "Takes a decision back, also one that took another back." })
  async undoDecision(
    @Ctx() context: Context,
    @Arg("decision", () => ID, { description: "Id of a decision, such as curation:0123456789abcdef." })
    decision: string,
    @Args(() => Signature) signature: Signature,
  ) {
    const curator = context.curator();
    if (!(await loadDecision(context, decision))) throw wrong(`${decision} is no decision; \`changes\` lists them`);
    if (!(await holding(context)(decision))) throw wrong(`${decision} is undone already`);
    return taken(context, await curator.decide({ op: "undo", decision, ...signature }));
  }
}

type Taken = Awaited<ReturnType<ReturnType<Context["curator"]>["decide"]>>;
const taken = (context: Context, applied: Taken): Decision => decisionOf(applied, holding(context));

async function entityId(context: Context, id: string): Promise<string> {
  const entity = await loadEntity(context, id);
  if (!entity) throw wrong(`${id} is no entity of this graph`);
  return entity.id;
}

async function paperId(context: Context, id: string): Promise<string> {
  const paper = await loadPaper(context, id, NO_EXTRAS);
  if (!paper) throw wrong(`${id} is no paper of this graph`);
  return paper.id;
}

const wrong = (why: string): PapergraphError => new PapergraphError("BAD_ARGUMENT", `Not decided: ${why}.`);
