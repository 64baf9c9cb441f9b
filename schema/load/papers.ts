import { getPapers, type PaperExtras } from "../../src/store/filter/paper-queries.js";
import { type Context, query } from "../context.js";
import type { Paper } from "../paper.type.js";
import { groupBy, idsOf } from "./batches.js";
import { type Mention, type MentionRow, mentionsOf } from "./mention.js";
import { type PaperRow, paperOf } from "./paper-row.js";

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** The paper with this id, or known under it beside its own, with what the client selects of it. */
export async function loadPaper(context: Context, id: string, extras: PaperExtras): Promise<Paper | null> {
  const paper = await loadOwn(context, id, extras);
  if (paper) return paper;
  const known = await context.batches.load("paper/get-ids-by-alias", null, { id }, async (keys) => {
    const rows = query("paper/get-ids-by-alias", { rows: keys.map(({ id }) => aliasRow(id)) });
    return new Map((await context.read<{ asked: string; id: string }>(rows)).map(({ asked, id }) => [asked, id]));
  });
  return known === undefined ? null : loadOwn(context, known, extras);
}

/** An id with the property that it would be of: the arXiv id without version, the DOI in lower case. */
function aliasRow(id: string): { asked: string; arxivId: string; doi: string } {
  const [, arxivId = ""] = /^arxiv:(.*?)(?:v\d+)?$/i.exec(id) ?? [];
  const [, doi = ""] = /^doi:(.*)$/i.exec(id) ?? [];
  return { asked: id, arxivId, doi: doi.toLowerCase() };
}

async function loadOwn(context: Context, id: string, extras: PaperExtras): Promise<Paper | null> {
  const paper = await context.batches.load("paper", extras, { id }, async (keys) => {
    const rows = await context.read<PaperRow>(getPapers(idsOf(keys), extras));
    return byId(rows.map((row) => paperOf(row, extras.mentions)));
  });
  return paper ?? null;
}

/** The abstract of a paper, fetched now unless it was fetched along. */
export async function loadAbstract(context: Context, paper: Paper): Promise<string> {
  if (paper.abstract != null) return paper.abstract;
  const found = await context.batches.load("paper/get-abstracts", null, paper, async (keys) => {
    const name = "paper/get-abstracts";
    return byId(await context.read<{ id: string; abstract: string | null }>(query(name, { ids: idsOf(keys) })));
  });
  return found?.abstract ?? "";
}

/** What a paper mentions as it was fetched along for the fields that the client selects of it. */
export const loadSelected = async (context: Context, paper: Paper): Promise<readonly Mention[]> =>
  paper.mentions?.list ?? loadMentions(context, paper);

/** All that a paper mentions, in order; an abstract holds few, so they are fetched whole and paged here. */
export async function loadMentions(context: Context, paper: Paper): Promise<readonly Mention[]> {
  if (paper.mentions?.isWhole) return paper.mentions.list;
  const found = await context.batches.load("paper/get-mentions", null, paper, async (keys) => {
    type Row = MentionRow & { readonly paper: string };
    const rows = await context.read<Row>(query("paper/get-mentions", { ids: idsOf(keys) }));
    const groups = groupBy(rows, (row) => row.paper);
    return new Map([...groups].map(([id, group]) => [id, mentionsOf(group)]));
  });
  return found ?? [];
}
