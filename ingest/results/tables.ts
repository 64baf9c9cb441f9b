import { isObject, type JsonObject, objectsAt, textAt } from "../read/sources/json-source.js";
import type { SaidResult } from "./result.js";

/** Tasks within tasks that are followed; the dumps have three levels. */
const MAX_DEPTH = 20;

/** Whether an object is a task of the evaluation tables of Papers with Code. */
export const isTask = (object: JsonObject): boolean =>
  (Array.isArray(object.datasets) || Array.isArray(object.subtasks)) && !("title" in object);

/** Whether an object is a dataset with its table, as a task holds it. */
export const isTable = (object: JsonObject): boolean => isObject(object.sota) && "dataset" in object;

/** One table: the rows of a dataset in a task, a result for each metric of each row; `place` says where it stands. */
export interface Table {
  readonly place: string;
  readonly results: readonly SaidResult[];
}

/** The tables of a task, of the tasks below it, and of the parts of its datasets. */
export function* tablesOfTask(task: JsonObject, place = "", depth = 0): Generator<Table> {
  const name = textAt(task, "task");
  for (const [i, dataset] of objectsAt(task, "datasets").entries()) {
    yield* tablesOfDataset(dataset, name, `${place}datasets[${i}]`, "");
  }
  if (depth >= MAX_DEPTH) return;
  for (const [i, subtask] of objectsAt(task, "subtasks").entries()) {
    yield* tablesOfTask(subtask, `${place}subtasks[${i}].`, depth + 1);
  }
}

/** The table of a dataset and those of its parts, which are kept as its splits. */
export function* tablesOfDataset(dataset: JsonObject, task: string, place: string, whole: string): Generator<Table> {
  const own = textAt(dataset, "subdataset") || textAt(dataset, "dataset");
  const results = objectsAt(dataset, "sota.rows").flatMap((row) => resultsOfRow(row, whole || own, task, whole && own));
  if (results.length > 0) yield { place: `${place}.sota`, results };
  if (whole !== "") return;
  for (const [i, part] of objectsAt(dataset, "subdatasets").entries()) {
    yield* tablesOfDataset(part, task, `${place}.subdatasets[${i}]`, own);
  }
}

function resultsOfRow(row: JsonObject, dataset: string, task: string, split: string): SaidResult[] {
  const paper = {
    id: "",
    url: textAt(row, "paper_url"),
    title: textAt(row, "paper_title"),
    date: textAt(row, "paper_date"),
  };
  const name = textAt(row, "model_name");
  // Both of a pair are listed as one model.
  const model = row.uses_additional_data === true ? `${name} (additional data)` : name;
  const shared = { paper, dataset, task, split, model, source: "papers-with-code", url: paper.url };
  if (!isObject(row.metrics)) return [];
  return Object.entries(row.metrics).map(([metric, cell]) => ({ ...shared, metric, cell }));
}
