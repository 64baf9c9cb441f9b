import { type JsonObject, textAt } from "../read/sources/json-source.js";
import type { SaidResult } from "./result.js";

/** Whether an object is a result by itself, as `papergraph results --list` writes them. */
export const isPlainRow = (object: JsonObject): boolean =>
  typeof object.dataset === "string" && typeof object.metric === "string" && "value" in object;

/** The result in a row; `written` says that `value` compares already. */
export function resultOfRow(row: JsonObject, given: { readonly paper?: string | undefined }): SaidResult {
  const isKept = typeof row.written === "string" && typeof row.value === "number";
  return {
    paper: {
      id: textAt(row, "paper") || (given.paper ?? ""),
      url: textAt(row, "paper_url"),
      title: textAt(row, "paper_title"),
      date: textAt(row, "paper_date"),
    },
    dataset: textAt(row, "dataset"),
    task: textAt(row, "task"),
    split: textAt(row, "split"),
    model: textAt(row, "model"),
    metric: textAt(row, "metric"),
    cell: isKept ? row.written : row.value,
    value: isKept ? (row.value as number) : undefined,
    nth: typeof row.nth === "number" && Number.isSafeInteger(row.nth) ? row.nth : undefined,
    source: textAt(row, "source") || "rows",
    url: textAt(row, "url"),
  };
}
