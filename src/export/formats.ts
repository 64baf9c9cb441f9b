import { csv } from "./csv.js";
import type { ExportFormat } from "./format.js";
import { graphml } from "./graphml.js";
import { jsonLines } from "./json-lines.js";
import { jsonLd } from "./rdf/json-ld.js";
import { turtle } from "./rdf/turtle.js";

/** All output formats, the first one being that of `export` without `--format`. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [jsonLines, csv, graphml, turtle, jsonLd];
