import type { ExportFormat, Provenance } from "../format.js";
import type { GraphPart } from "../graph-part.js";
import { wellFormed } from "./iri.js";
import { nodes, type RdfNode, type RdfValue } from "./nodes.js";
import { PREFIXES, type Range, TERMS, type TermName } from "./terms.js";

/** Turtle: the same statements as the JSON-LD. */
export const turtle: ExportFormat = {
  name: "turtle",
  isFolder: false,
  files: (part, provenance) => [{ name: "graph.ttl", text: () => document(part, provenance) }],
};

async function* document(part: GraphPart, provenance: Provenance): AsyncGenerator<string> {
  for (const [prefix, iri] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${iri}> .\n`;
  for await (const node of nodes(part, provenance))
    yield `\n${resource(node.id as string)} ${statements(node, " ;\n  ")} .\n`;
}

/** Predicates with their objects. */
function statements(node: RdfNode, between: string): string {
  const types = node.type === undefined ? [] : [node.type].flat();
  const parts = types.length === 0 ? [] : [`a ${types.join(", ")}`];
  for (const [name, value] of Object.entries(node)) {
    if (name === "id" || name === "type" || value === undefined) continue;
    const { iri, range } = TERMS[name as TermName];
    const objects = distinct([value as RdfValue | RdfValue[]].flat(), range).map((one) => object(one, range));
    if (objects.length === 0) continue;
    parts.push(`${iri} ${range === "texts in order" ? `( ${objects.join(" ")} )` : objects.join(", ")}`);
  }
  return parts.join(between);
}

/** A statement holds once, however often it is made. */
const distinct = (values: readonly RdfValue[], range: Range): readonly RdfValue[] =>
  range === "texts in order" ? values : [...new Set(values)];

function object(value: RdfValue, range: Range): string {
  if (typeof value === "object") return `[ ${statements(value, " ; ")} ]`;
  if (range === "iri") return resource(String(value));
  if (range === "date") return `${text(String(value))}^^schema:Date`;
  if (range === "integer") return String(value);
  if (range === "double") return double(Number(value));
  return text(String(value));
}

/** With a prefix as it is, else in angle brackets. */
const resource = (iri: string): string =>
  Object.keys(PREFIXES).some((prefix) => iri.startsWith(`${prefix}:`)) ? iri : `<${iri}>`;

/** JSON's escapes are Turtle's. */
const text = (value: string): string => JSON.stringify(wellFormed(value));

/** In the one form that equal numbers have: `9.5E-1`. */
const double = (value: number): string => value.toExponential(15).replace(/(\d)0*e\+?/, "$1E");
