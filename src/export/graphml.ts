import { unpackSpans } from "../text/spans.js";
import { type ExportFormat, type Provenance, RIGHTS } from "./format.js";
import type { GraphPart } from "./graph-part.js";
import type { EntityRow, LinkRow, PaperRow } from "./rows.js";
import { escapeXml, nameToken } from "./xml.js";

type Value = string | number | readonly string[] | null | undefined;
type Keys = Readonly<Record<string, "string" | "long" | "double">>;

/** Attributes of nodes. Lists are texts, since GraphML has none: items between `; `. */
const NODE_KEYS = {
  // Not `id`: that is what readers call the node's own.
  identifier: "string",
  label: "string",
  kind: "string",
  abstract: "string",
  year: "long",
  date: "string",
  venue: "string",
  authors: "string",
  url: "string",
  doi: "string",
  arxivId: "string",
  codeUrls: "string",
  collections: "string",
  extractorVersion: "string",
  aliases: "string",
  paperCount: "long",
  firstYear: "long",
} as const satisfies Keys;

const EDGE_KEYS = {
  role: "string",
  confidence: "double",
  places: "string",
  readName: "string",
  readKind: "string",
  readAcronym: "string",
} as const satisfies Keys;

/** GraphML: papers and entities as nodes (`kind` tells them apart), what papers mention and VARIANT_OF as directed edges. */
export const graphml: ExportFormat = {
  name: "graphml",
  isFolder: false,
  files: (part, provenance) => [{ name: "graph.graphml", text: () => document(part, provenance) }],
};

async function* document(part: GraphPart, provenance: Provenance): AsyncGenerator<string> {
  yield head(provenance);
  for await (const paper of part.papers()) yield node(paperValues(paper));
  for await (const entity of part.entities()) yield node(entityValues(entity));
  for await (const link of part.links()) yield edge(link.paper, link.entity, linkValues(link));
  for await (const { id, bases } of part.entities())
    for (const base of bases) yield edge(id, base, { role: "VARIANT_OF" });
  yield "  </graph>\n</graphml>\n";
}

function head({ madeBy, extractors, where }: Provenance): string {
  const made = `Made by ${madeBy}; read by extractor ${extractors.join(", ") || "none"}.`;
  const part = where === undefined ? "The whole graph." : `The papers that pass ${where}.`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <desc>${escapeXml(`${made} ${part} ${RIGHTS}`)}</desc>
${keys("node", NODE_KEYS)}${keys("edge", EDGE_KEYS)}  <graph id="papergraph" edgedefault="directed">
`;
}

const keys = (of: "node" | "edge", types: Keys): string =>
  Object.entries(types)
    .map(([name, type]) => `  <key id="${of}.${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join("");

const paperValues = ({ title, id, words: _, contentHash: __, ...paper }: PaperRow) => ({
  ...paper,
  identifier: id,
  label: title,
  kind: "PAPER",
});

const entityValues = ({ id, kind, name, aliases, paperCount, firstYear }: EntityRow) => ({
  ...{ identifier: id, label: name, kind, aliases, paperCount, firstYear },
});

const linkValues = ({ role, confidence, spans, readName, readKind, readAcronym }: LinkRow) => ({
  ...{ role, confidence, readName, readKind, readAcronym },
  places: unpackSpans(spans ?? []).map(({ field, start, end }) => `${field}:${start}-${end}`),
});

const node = (values: { readonly identifier: string } & Partial<Record<keyof typeof NODE_KEYS, Value>>): string =>
  `    <node id="${nameToken(values.identifier)}">${data("node", NODE_KEYS, values)}</node>\n`;

const edge = (from: string, to: string, values: Partial<Record<keyof typeof EDGE_KEYS, Value>>): string =>
  `    <edge source="${nameToken(from)}" target="${nameToken(to)}">${data("edge", EDGE_KEYS, values)}</edge>\n`;

/** The values that are known, in the order of the keys. */
const data = (of: "node" | "edge", types: Keys, values: Readonly<Record<string, Value>>): string =>
  Object.keys(types)
    .map((name) => [name, textOf(values[name])] as const)
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `<data key="${of}.${name}">${escapeXml(text)}</data>`)
    .join("");

const textOf = (value: Value): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? value.join("; ") : String(value);
