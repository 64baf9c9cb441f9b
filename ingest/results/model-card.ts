import { arxivIdOf } from "../arxiv-id.js";
import { doiOf } from "../doi.js";
import { isObject, type JsonObject, objectsAt, textAt, valueAt } from "../read/sources/json-source.js";
import type { PaperRef, SaidResult } from "./result.js";

/** What the command line or the place of a file says of all its results. */
export interface Given {
  readonly paper?: string | undefined;
  readonly model?: string | undefined;
}

/** Whether an object is the metadata of a model card with results. */
export const isModelCard = (object: JsonObject): boolean => Array.isArray(object["model-index"]);

/** Whether an object is an entry of a file below `.eval_results` of a model. */
export const isEvalResult = (object: JsonObject): boolean =>
  isObject(object.dataset) && "id" in object.dataset && "value" in object && !("metrics" in object);

/** The results in a model card; the paper is that of the result's source, the one given, or the only one of the tags. */
export function resultsOfCard(card: JsonObject, given: Given): SaidResult[] {
  const tagged = tagsOf(card);
  const ofCard = given.paper ?? (tagged.length === 1 ? tagged[0] : undefined);
  return objectsAt(card, "model-index").flatMap((entry) => {
    const model = given.model ?? textAt(entry, "name");
    return objectsAt(entry, "results").flatMap((result) => resultsOfEntry(result, model, ofCard));
  });
}

function resultsOfEntry(result: JsonObject, model: string, ofCard: string | undefined): SaidResult[] {
  const url = textAt(result, "source.url");
  const parts = [textAt(result, "dataset.config"), textAt(result, "dataset.split")];
  // `default` is what a dataset without configurations has.
  const split = parts.filter((part) => part !== "" && part !== "default").join(" ");
  const shared = {
    paper: paperOf(url, ofCard),
    dataset: textAt(result, "dataset.name") || withoutOwner(textAt(result, "dataset.type")),
    task: textAt(result, "task.name") || textAt(result, "task.type"),
    split,
    model,
    source: "model-card",
    url,
  };
  return objectsAt(result, "metrics").map((metric) => ({
    ...shared,
    metric: textAt(metric, "name") || textAt(metric, "type"),
    cell: metric.value,
  }));
}

/** The result of an entry of `.eval_results`: the task is the metric's name there, since a benchmark has one metric. */
export function resultOfEntry(entry: JsonObject, given: Given): SaidResult {
  const url = textAt(entry, "source.url");
  const dataset = textAt(entry, "dataset.id");
  const task = textAt(entry, "dataset.task_id");
  const name = withoutOwner(dataset);
  return {
    paper: paperOf(url, given.paper),
    dataset: name,
    task: task === "default" || task === name ? "" : task,
    split: "",
    model: [given.model ?? "", textAt(entry, "notes") && `(${textAt(entry, "notes")})`].filter(Boolean).join(" "),
    metric: textAt(entry, "metric") || "score",
    cell: valueAt(entry, "value"),
    source: "eval-results",
    url,
  };
}

/** `cais/hle` is hle. */
const withoutOwner = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

/** An address of a paper says it; another one is of logs or a page. */
function paperOf(url: string, otherwise: string | undefined): PaperRef {
  const isPaper = arxivIdOf(url) !== null || doiOf(url) !== null;
  return { id: isPaper ? url : (otherwise ?? ""), url: "", title: "", date: "" };
}

/** The arXiv ids that a card has among its tags. */
function tagsOf({ tags }: JsonObject): string[] {
  const list = Array.isArray(tags) ? tags : [];
  return [...new Set(list.flatMap((tag) => (typeof tag === "string" ? (arxivIdOf(tag) ?? []) : [])))].map(
    (id) => `arxiv:${id}`,
  );
}
