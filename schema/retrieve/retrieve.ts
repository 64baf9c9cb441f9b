import { LIMITS } from "../../src/limits.js";
import type { PaperFilter } from "../../src/store/filter/filter.js";
import type { Context } from "../context.js";
import { compareText } from "../load/mention.js";
import type { Paper } from "../paper.type.js";
import { findCandidates } from "./candidates.js";
import { type Filled, fillBudget } from "./fill-budget.js";
import { type Named, readQuestion } from "./question.js";
import { sentencesOf } from "./sentences.js";

/** The evidence for a question, and what of the question was understood. */
export interface Retrieved extends Filled {
  readonly named: readonly Named[];
  readonly truncatedBy: readonly string[];
}

/** Entities in the company of those asked for from which evidence is taken when there is room. */
const MOST_COMPANY = 10;
/** A sentence and its source are hardly shorter; so many tokens to a paper are enough to fill the budget. */
const TOKENS_PER_PAPER = 20;
const MORE_PAPERS = 10;

/**
 * Evidence for a question: finds the entities that it names, the papers that say most of them (its words decide where it
 * names none), and in their abstracts the sentences that say it, the best first, as many as fit.
 */
export async function retrieve(
  context: Context,
  asked: string,
  filter: PaperFilter,
  maxTokens: number,
): Promise<Retrieved> {
  const question = await readQuestion(context, asked);
  const most = Math.min(LIMITS.contextPapers, Math.ceil(maxTokens / TOKENS_PER_PAPER) + MORE_PAPERS);
  const { papers, weights, wordWeights, truncatedBy } = await findCandidates(context, question, filter, most);
  const interest = { weights, wordWeights, company: companyIn(papers, weights) };
  const filled = fillBudget(
    papers.flatMap((paper, place) => sentencesOf(paper, place, interest)),
    maxTokens,
  );
  const more = filled.isFull ? ["maxTokens"] : papers.length === LIMITS.contextPapers ? ["contextPapers"] : [];
  return { ...filled, named: question.named, truncatedBy: [...truncatedBy, ...more] };
}

/** The entities that most of the papers mention besides those asked for, at least two of them. */
function companyIn(papers: readonly Paper[], asked: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map<string, number>();
  if (asked.size === 0) return counts;
  for (const { mentions } of papers) {
    for (const { entity } of mentions?.list ?? []) {
      if (!asked.has(entity.id)) counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1);
    }
  }
  const often = [...counts].filter(([, count]) => count > 1);
  return new Map(often.sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).slice(0, MOST_COMPANY));
}
