import { PapergraphError } from "../../src/errors.js";
import { bibtex } from "./bibtex/bibtex.js";
import type { ColumnMap } from "./column-map.js";
import { csv, csvMapped } from "./csv.js";
import { json, jsonReader } from "./json.js";
import { jsonLines } from "./json-lines.js";
import { paperPage } from "./paper-page.js";
import type { Reader } from "./reader.js";
import { aclAnthology } from "./sources/acl.js";
import { arxivAtom } from "./sources/arxiv-atom.js";
import { dblp } from "./sources/dblp.js";
import { JSON_SOURCES } from "./sources/json-sources.js";
import { oaiPmh } from "./sources/oai-pmh.js";
import { pubmed } from "./sources/pubmed.js";
import { medline } from "./tagged/medline.js";
import { ris } from "./tagged/ris.js";
import { xmlReader } from "./xml/xml-reader.js";

const XML = [arxivAtom, oaiPmh, aclAnthology, dblp, pubmed].map(xmlReader);

/** All readers, in the order in which they are asked whether a file is theirs: the page last, since any text may be one. */
const READERS: readonly Reader[] = [
  json,
  jsonLines,
  ...JSON_SOURCES.map(jsonReader),
  ...XML,
  bibtex,
  ris,
  medline,
  csv,
  paperPage,
];

/** The names that `--format` takes. */
export const FORMATS: readonly string[] = READERS.map(({ name }) => name);
export type FormatName = string;

/** A table without a known column looks like any text; then the file's name counts, so that the fault is told. */
const TABLE_NAME = /\.(?:csv|tsv|tab)(?:\.gz)?$/i;

/** The reader that `format` names, else the one that recognises the text; a table where columns are mapped. Throws FORMAT_UNKNOWN. */
export function readerFor(head: string, format: string | undefined, path: string, map?: ColumnMap): Reader {
  if (map) {
    if (format === undefined || format === csv.name) return csvMapped(map);
    throw new PapergraphError("BAD_USAGE", `--map is for tables; got format ${format}. Leave one of the two out`);
  }
  const recognises = (each: Reader) => each.recognise(head) || (each === csv && TABLE_NAME.test(path));
  const reader = READERS.find((each) => (format === undefined ? recognises(each) : each.name === format));
  if (reader) return reader;
  const got =
    format === undefined ? "the content is of no format that is read" : `got format ${JSON.stringify(format)}`;
  const advice = format === undefined ? "; name one with --format where it was not recognised" : "";
  throw new PapergraphError("FORMAT_UNKNOWN", `${got}; allowed are ${FORMATS.join(", ")}${advice}`);
}
