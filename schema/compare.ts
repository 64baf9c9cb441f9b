import type { PaperFilter } from "../src/store/filter/filter.js";
import { listPapers, type PaperExtras } from "../src/store/filter/paper-queries.js";
import type { Kind } from "../src/vocabulary.js";
import { comparisonCsv } from "./compare-csv.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { type LinkEdge, linkEdge } from "./link-edge.js";
import { withCurrentIds } from "./load/entities.js";
import { compareText, type Mention } from "./load/mention.js";
import { type PaperRow, paperOf } from "./load/paper-row.js";
import { loadMentions } from "./load/papers.js";
import { once } from "./once.js";
import { paperOrder } from "./paper.input.js";
import type { Paper } from "./paper.type.js";

export interface ComparisonDemand {
  /** These papers, or the newest of the part. */
  readonly ids: readonly string[] | undefined;
  readonly papers: PaperFilter;
  readonly kinds: readonly Kind[];
  /** Papers and entities at most. */
  readonly size: number;
  readonly rows: number;
  /** Whether abstracts will be needed, for evidence. */
  readonly abstract: boolean;
}

export interface Row {
  readonly entity: Entity;
  readonly papers: number;
  readonly cells: readonly (LinkEdge<Entity> | null)[];
}

/** A table of papers and the entities that they mention; each part is made when it is selected. */
export function comparison(context: Context, demand: ComparisonDemand) {
  const found = once(() => readPapers(context, demand));
  const papers = async (): Promise<Paper[]> => (await found()).slice(0, demand.size);
  const all = once(async () => rowsOf(context, await papers(), demand.kinds));
  const rows = async (): Promise<Row[]> => (await all()).slice(0, demand.rows);
  return {
    papers,
    rows,
    missing: async () => {
      const ids = new Set((await found()).map(({ id }) => id));
      return (demand.ids ?? []).filter((id) => !ids.has(id));
    },
    truncated: async () => (await found()).length > demand.size || (await all()).length > demand.rows,
    csv: async () => comparisonCsv(await papers(), await rows()),
  };
}

/** The papers of the table, and one more where there are more. */
async function readPapers(context: Context, { ids, papers, size, abstract }: ComparisonDemand): Promise<Paper[]> {
  const filter = ids ? { AND: [{ ids }, papers] } : papers;
  const extras: PaperExtras = { abstract, details: true, mentions: "WHOLE" };
  const rows = await withCurrentIds(context, filter, (current) =>
    context.read<PaperRow>(listPapers(current, paperOrder(null), { after: undefined, limit: size + 1 }, extras)),
  );
  const read = rows.map((row) => paperOf(row, extras.mentions));
  if (!ids) return read;
  const byId = new Map(read.map((paper) => [paper.id, paper]));
  return ids.map((id) => byId.get(id)).filter((paper) => paper !== undefined);
}

async function rowsOf(context: Context, papers: readonly Paper[], kinds: readonly Kind[]): Promise<Row[]> {
  const mentions = await Promise.all(papers.map((paper) => loadMentions(context, paper)));
  const entities = new Map(mentions.flat().map(({ entity }) => [entity.id, entity]));
  const said = mentions.map((list) => new Map(list.map((mention) => [mention.entity.id, mention])));
  const cellOf = (paper: Paper, mention: Mention | undefined): LinkEdge<Entity> | null =>
    mention ? linkEdge(context, paper, mention, () => "", mention.entity) : null;
  return [...entities.values()]
    .filter(({ kind }) => kinds.includes(kind))
    .map((entity) => {
      const cells = papers.map((paper, i) => cellOf(paper, said[i]?.get(entity.id)));
      return { entity, papers: cells.filter((cell) => cell !== null).length, cells };
    })
    .sort((a, b) => b.papers - a.papers || compareText(a.entity.id, b.entity.id));
}
