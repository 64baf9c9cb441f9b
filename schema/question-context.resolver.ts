import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { PapergraphError } from "../src/errors.js";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { checkAtLeast, checkTextLength } from "./check.js";
import type { Context } from "./context.js";
import { PaperWhere } from "./paper.input.js";
import { QuestionContext } from "./question-context.type.js";
import { retrieve } from "./retrieve/retrieve.js";

const DEFAULT_TOKENS = 1_000;

@Resolver(() => QuestionContext)
export class QuestionContextResolver {
  @Query(() => QuestionContext, {
    description:
      "Evidence for a question: finds the entities that it names, goes to the papers that say most of them, and quotes " +
      "their sentences with sources, within a budget. For a question that names none, by its words.",
  })
  async context(
    @Ctx() context: Context,
    @Arg("question", () => String, { description: "A question, such as: How does LoRA compare with fine-tuning?" })
    question: string,
    @Arg("maxTokens", () => Int, {
      nullable: true,
      defaultValue: DEFAULT_TOKENS,
      description: `The tokens that \`text\` may have, 1 to ${LIMITS.contextTokens}; \`tokens\` says how they are counted.`,
    })
    maxTokens: number | null,
    @Arg("where", () => PaperWhere, { nullable: true, description: "Only papers like these; without it, all." })
    where: PaperWhere | null,
  ): Promise<QuestionContext> {
    checkTextLength("question", question);
    checkBounds(where ?? {});
    const found = await retrieve(context, question, where ?? {}, budget(maxTokens ?? DEFAULT_TOKENS));
    const { text, tokens, named, groups, sources, truncatedBy } = found;
    const marks = new Map(sources.map((paper, i) => [paper, i + 1]));
    return {
      ...{ text, tokens, names: named, truncatedBy, truncated: truncatedBy.length > 0 },
      groups: groups.map(({ entity, sentences }) => ({
        entity,
        evidence: sentences.map(({ paper, role, text, start, end }) => ({
          ...{ mark: marks.get(paper), paper, role, text, start, end },
        })),
      })),
      sources: sources.map((paper, i) => ({ mark: i + 1, paper })),
    };
  }
}

function budget(maxTokens: number): number {
  checkAtLeast("maxTokens", maxTokens, 1);
  const allowed = LIMITS.contextTokens;
  if (maxTokens <= allowed) return maxTokens;
  const message = `\`maxTokens\` is ${maxTokens}; at most ${allowed} are allowed. Ask a narrower question.`;
  throw new PapergraphError("LIMIT_EXCEEDED", message, { got: maxTokens, allowed });
}
