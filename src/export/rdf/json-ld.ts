import type { ExportFormat, Provenance } from "../format.js";
import type { GraphPart } from "../graph-part.js";
import { wellFormed } from "./iri.js";
import { nodes } from "./nodes.js";
import { PREFIXES, type Range, TERMS } from "./terms.js";

/** JSON-LD: the same statements as the Turtle, a thing a line, with its context inside. */
export const jsonLd: ExportFormat = {
  name: "jsonld",
  isFolder: false,
  files: (part, provenance) => [{ name: "graph.jsonld", text: () => document(part, provenance) }],
};

async function* document(part: GraphPart, provenance: Provenance): AsyncGenerator<string> {
  let before = `{"@context": ${JSON.stringify(context())},\n"@graph": [\n`;
  for await (const node of nodes(part, provenance)) {
    yield before + JSON.stringify(node, tidy);
    before = ",\n";
  }
  yield "\n]}\n";
}

/** An empty list would say that there is a list, and that it is empty. */
const tidy = (_name: string, value: unknown): unknown => {
  if (typeof value === "string") return wellFormed(value);
  return Array.isArray(value) && value.length === 0 ? undefined : value;
};

const TYPES: Readonly<Record<Range, object>> = {
  text: {},
  iri: { "@type": "@id" },
  date: { "@type": "schema:Date" },
  integer: { "@type": "xsd:integer" },
  double: { "@type": "xsd:double" },
  "texts in order": { "@container": "@list" },
};

const context = () => ({
  "@version": 1.1,
  ...PREFIXES,
  id: "@id",
  type: "@type",
  ...Object.fromEntries(Object.entries(TERMS).map(([name, { iri, range }]) => [name, { "@id": iri, ...TYPES[range] }])),
});
