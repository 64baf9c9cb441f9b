import { stringify } from "csv-stringify/sync";
import type { Row } from "./compare.js";
import type { Paper } from "./paper.type.js";

/**
 * A table of papers and entities as CSV by RFC 4180. Its texts come from anywhere, and spreadsheets run what looks like
 * a formula: such cells begin with an apostrophe.
 */
export async function comparisonCsv(papers: readonly Paper[], rows: readonly Row[]): Promise<string> {
  const head = ["entity", "name", "kind", "papers", ...papers.map(({ id, title }) => `${title} (${id})`)];
  const body = rows.map(async ({ entity, papers: count, cells }) => [
    ...[entity.id, entity.name, entity.kind, String(count)],
    ...(await Promise.all(cells.map(cellText))),
  ]);
  return stringify([head, ...(await Promise.all(body))], {
    record_delimiter: "\r\n",
    escape_formulas: true,
    // By itself it quotes a text only for the whole delimiter; readers take either half for the end of a record.
    quoted_match: /[\r\n]/,
  });
}

/** `USES: We build BERT on the Transformer.` */
async function cellText(cell: Row["cells"][number]): Promise<string> {
  if (!cell) return "";
  const sentences = (await cell.evidence()).map(({ text }) => text);
  return sentences.length === 0 ? cell.role : `${cell.role}: ${sentences.join(" ... ")}`;
}
