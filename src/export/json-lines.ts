import { type Reading, readingsOf } from "../text/readings.js";
import { resultFields } from "../text/result-fields.js";
import { unpackSpans } from "../text/spans.js";
import { type ExportFormat, type Provenance, RIGHTS } from "./format.js";
import type { GraphPart } from "./graph-part.js";
import type { LinkRow, PaperRow } from "./rows.js";

/**
 * JSON Lines: a paper a line, in the shape that `ingest` reads, with what was read in it. `ingest` takes the mentions as
 * they are when the same version of the extractor reads the line, and comes to the same graph. Each line says where it is
 * from, since lines are taken apart; `entity` is what the whole corpus says and is not read back.
 */
export const jsonLines: ExportFormat = {
  name: "jsonl",
  isFolder: false,
  files: (part, provenance) => [{ name: "papers.jsonl", text: () => lines(part, provenance) }],
};

async function* lines(part: GraphPart, { madeBy }: Provenance): AsyncGenerator<string> {
  for await (const { paper, links, results } of part.papersWithAll()) {
    const reported = results.length === 0 ? {} : { results: results.map(resultFields) };
    const provenance = { madeBy, rights: RIGHTS };
    const record = { ...paperOf(paper), mentions: links.flatMap(mentionsOf), ...reported, provenance };
    yield `${JSON.stringify(record)}\n`;
  }
}

/** The fields that the reader takes; unknown and empty ones are left out. */
function paperOf(paper: PaperRow) {
  const { id, title, abstract, year, date, venue, authors, url, doi, arxivId, codeUrls, collections } = paper;
  const { extractorVersion } = paper;
  const fields = { id, title, abstract, year, date, venue, authors, url, doi, arxivId, codeUrls, collections };
  return { ...withoutEmpty(fields), extractorVersion: extractorVersion ?? "" };
}

const withoutEmpty = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value != null && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** One for each reading: several names of a paper may be one thing for the whole corpus. */
const mentionsOf = (link: LinkRow) => readingsOf(link).map((reading) => mentionOf(link.entity, reading));

const mentionOf = (entity: string, { role, confidence, spans, readAs, readName, readKind, readAcronym }: Reading) => ({
  entity,
  name: readName,
  ...(readAcronym === "" ? {} : { acronym: readAcronym }),
  kind: readKind,
  role,
  confidence,
  spans: unpackSpans(spans),
  readAs,
});
