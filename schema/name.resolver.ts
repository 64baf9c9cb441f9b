import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { checkListLength, checkTextLength } from "./check.js";
import type { Context } from "./context.js";
import { KindEnum } from "./enums.js";
import { loadNamed } from "./load/names.js";
import { NameResolution } from "./name.type.js";

@Resolver(() => NameResolution)
export class NameResolver {
  @Query(() => [NameResolution], {
    description:
      "The entities that bear each of these names, whatever their case and spelling; in the order of the names.",
  })
  async resolveNames(
    @Ctx() context: Context,
    @Arg("names", () => [String], { description: `Names, such as ICL or BERT; at most ${LIMITS.listLength}.` })
    names: string[],
    @Arg("kinds", () => [KindEnum], { nullable: true, description: "Only entities of these kinds; without it, all." })
    kinds: Kind[] | null,
  ): Promise<NameResolution[]> {
    checkListLength("names", names);
    for (const name of names) checkTextLength("names", name);
    return Promise.all(names.map(async (name) => resolution(name, await loadNamed(context, name, kinds ?? KINDS))));
  }
}

function resolution(name: string, candidates: NameResolution["candidates"]): NameResolution {
  const status = candidates.length === 0 ? "NONE" : candidates.length === 1 ? "DIRECT" : "AMBIGUOUS";
  return { name, status, entity: status === "DIRECT" ? (candidates[0] ?? null) : null, candidates };
}
