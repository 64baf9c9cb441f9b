import type { Kind } from "../vocabulary.js";
import { readme } from "./csv-readme.js";
import type { ExportFile, ExportFormat, Provenance } from "./format.js";
import type { GraphPart } from "./graph-part.js";

type Cell = string | number | boolean | readonly (string | number)[] | null | undefined;

/** Between the items of a list. The importer knows no escape for it, so it is a character that no text has. */
const BETWEEN_ITEMS = "\u001f";

const LABEL: Readonly<Record<Kind, string>> = { METHOD: "Method", MODEL: "Model", DATASET: "Dataset" };

/**
 * A folder of CSV files for `neo4j-admin database import`: the graph as it is stored, names included, so that papergraph
 * serves what was imported. Types of columns are in the headers; a README has the command.
 */
export const csv: ExportFormat = {
  name: "csv",
  isFolder: true,
  files: (part, provenance) => [
    table("papers.csv", PAPER_COLUMNS, () => papers(part)),
    table("entities.csv", ENTITY_COLUMNS, () => entities(part)),
    table("names.csv", ["key:ID(Name)", ":LABEL"], () => names(part)),
    table("aliases.csv", ["id:ID(Alias)", ":LABEL"], () => aliases(part)),
    table("records.csv", ["id:ID(Record)", ":LABEL", "content"], () => records(part)),
    table("mentions.csv", MENTION_COLUMNS, () => mentions(part)),
    table("variants.csv", [":START_ID(Entity)", ":END_ID(Entity)", ":TYPE"], () => variants(part)),
    table("named.csv", [":START_ID(Name)", ":END_ID(Entity)", ":TYPE"], () => named(part)),
    table("varies.csv", [":START_ID(Entity)", ":END_ID(Name)", ":TYPE"], () => varies(part)),
    table("benchmarks.csv", ["key:ID(Benchmark)", ":LABEL"], () => benchmarks(part)),
    table("reports.csv", REPORT_COLUMNS, () => reports(part)),
    table("identifies.csv", [":START_ID(Alias)", ":END_ID(Paper)", ":TYPE"], () => identifies(part)),
    table("tells.csv", [":START_ID(Record)", ":END_ID(Paper)", ":TYPE"], () => tells(part)),
    { name: "README.txt", text: () => about(provenance) },
  ],
};

const PAPER_COLUMNS = [
  ...["id:ID(Paper)", ":LABEL", "title", "abstract", "words", "year:long", "date", "venue", "authors:string[]", "url"],
  ...["doi", "arxivId", "codeUrls:string[]", "collections:string[]", "contentHash", "extractorVersion"],
  ...["records:string[]", "titleKey"],
];

async function* papers(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const paper of part.papers()) {
    const { id, title, abstract, words, year, date, venue, authors, url, doi, arxivId } = paper;
    const { codeUrls, collections, contentHash, extractorVersion, records, titleKey } = paper;
    yield [
      ...[id, "Paper", title, abstract, words, year, date, venue, authors, url],
      ...[doi, arxivId, codeUrls, collections, contentHash, extractorVersion, records, titleKey],
    ];
  }
}

const ENTITY_COLUMNS = [
  ...["id:ID(Entity)", ":LABEL", "kind", "name", "aliases:string[]", "words", "paperCount:long", "firstYear:long"],
  ...["unsettled:boolean", "staleBase:boolean"],
];

async function* entities(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const entity of part.entities()) {
    const { id, kind, name, aliases, words, paperCount, firstYear, unsettled, staleBase } = entity;
    const labels = ["Entity", LABEL[kind]];
    yield [id, labels, kind, name, aliases, words, paperCount, firstYear, unsettled, staleBase];
  }
}

async function* names(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const { key } of part.names()) yield [key, "Name"];
}

const MENTION_COLUMNS = [
  ...[":START_ID(Paper)", ":END_ID(Entity)", ":TYPE", "confidence:double", "spans:long[]"],
  ...["readAs", "readName", "readKind", "readAcronym", "joined"],
];

async function* mentions(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const link of part.links()) {
    const { paper, entity, role, confidence, spans, readAs, readName, readKind, readAcronym, joined } = link;
    yield [paper, entity, role, confidence, spans, readAs, readName, readKind, readAcronym, joined];
  }
}

async function* variants(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const { id, bases } of part.entities()) for (const base of bases) yield [id, base, "VARIANT_OF"];
}

async function* named(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const { key, names, formerly } of part.names()) {
    for (const id of names) yield [key, id, "NAMES"];
    for (const id of formerly) yield [key, id, "FORMERLY"];
  }
}

async function* varies(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const { key, variedBy } of part.names()) for (const id of variedBy) yield [id, key, "VARIES"];
}

/** Each once: their names are few beside the results. */
async function* benchmarks(part: GraphPart): AsyncGenerator<Cell[]> {
  const given = new Set<string>();
  for await (const { key } of part.results()) {
    if (given.has(key)) continue;
    given.add(key);
    yield [key, "Benchmark"];
  }
}

const REPORT_COLUMNS = [
  ...[
    ":START_ID(Paper)",
    ":END_ID(Benchmark)",
    ":TYPE",
    "id",
    "dataset",
    "task",
    "split",
    "model",
    "metric",
    "metricName",
  ],
  ...["value:double", "written", "nth:long", "source", "url"],
];

async function* reports(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const result of part.results()) {
    const { paper, key, id, dataset, task, split, model, metric, metricName, value, written, nth, source, url } =
      result;
    const texts = [id, dataset, task, split, model, metric, metricName];
    yield [paper, key, "REPORTS", ...texts, value, written, nth, source, url];
  }
}

/** Each once: only a title leads to several papers. */
async function* aliases(part: GraphPart): AsyncGenerator<Cell[]> {
  const shared = new Set<string>();
  for await (const { id, papers } of part.aliases()) {
    if (shared.has(id)) continue;
    if (papers.length > 1) shared.add(id);
    yield [id, "Alias"];
  }
}

async function* records(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const { id, content } of part.records()) yield [id, "Record", content];
}

async function* identifies(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const { id, paper } of part.aliases()) yield [id, paper, "IDENTIFIES"];
}

async function* tells(part: GraphPart): AsyncGenerator<Cell[]> {
  for await (const { id, paper } of part.records()) yield [id, paper, "TELLS_OF"];
}

async function* about(provenance: Provenance): AsyncGenerator<string> {
  yield readme(provenance);
}

const table = (name: string, columns: readonly string[], rows: () => AsyncIterable<Cell[]>): ExportFile => ({
  name,
  async *text() {
    yield `${columns.join(",")}\n`;
    for await (const row of rows()) yield `${row.map(cellText).join(",")}\n`;
  },
});

/** Nothing at all for what is unknown, quotes around every text: an empty one is a value. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return `"${cell.replaceAll('"', '""')}"`;
  return typeof cell === "object" ? cellText(cell.join(BETWEEN_ITEMS)) : String(cell);
}
