import { unpackSpans } from "../../text/spans.js";
import type { Kind, Role } from "../../vocabulary.js";
import { type Provenance, RIGHTS } from "../format.js";
import type { GraphPart } from "../graph-part.js";
import type { EntityRow, LinkRow, PaperRow } from "../rows.js";
import { arxivIri, doiIri, idIri, webIri } from "./iri.js";
import { CLASSES, TERMS, type TermName } from "./terms.js";

/** A value of a property; an IRI where the term says so. */
export type RdfValue = string | number | RdfNode;

/** A thing with its properties, as JSON-LD writes it; without `id` it has no name. Empty lists stand for nothing. */
export type RdfNode = { readonly id?: string; readonly type?: string | readonly string[] } & {
  readonly [Name in TermName]?: RdfValue | readonly RdfValue[] | undefined;
};

const ROLE_TERMS = {
  INTRODUCES: "introduces",
  EVALUATES: "evaluates",
  USES: "uses",
  COMPARES: "compares",
  MENTIONS: "names",
} as const satisfies Record<Role, TermName>;

const CLASS: Readonly<Record<Kind, keyof typeof CLASSES>> = { METHOD: "Method", MODEL: "Model", DATASET: "Dataset" };

/** What a paper is about, and not only mentions. */
const isAbout = ({ role }: LinkRow): boolean => role === "INTRODUCES" || role === "EVALUATES";

/** All things of an export: what it is and where it is from, our own vocabulary, the papers, the entities. */
export async function* nodes(part: GraphPart, provenance: Provenance): AsyncGenerator<RdfNode> {
  yield exportNode(provenance);
  yield* vocabulary();
  for await (const { paper, links } of part.papersWithLinks()) yield paperNode(paper, links);
  for await (const entity of part.entities()) yield entityNode(entity);
}

function exportNode({ madeBy, extractors, where }: Provenance): RdfNode {
  const [name = "", version = ""] = madeBy.split(" ");
  return {
    id: "urn:papergraph:export",
    type: "schema:Dataset",
    name: "An export of papergraph",
    description: where === undefined ? "The whole graph." : `The papers that pass ${where}, and what they mention.`,
    creator: { type: "schema:SoftwareApplication", name, softwareVersion: version },
    extractorVersion: extractors,
    copyrightNotice: RIGHTS,
  };
}

function* vocabulary(): Generator<RdfNode> {
  for (const [name, { narrows, about }] of Object.entries(CLASSES))
    yield { id: `pg:${name}`, type: "rdfs:Class", label: name, comment: about, subClassOf: narrows };
  for (const term of Object.values(TERMS)) {
    if (!("about" in term)) continue;
    const { iri, about } = term;
    const narrows = "narrows" in term ? { subPropertyOf: term.narrows } : {};
    yield { id: iri, type: "rdf:Property", label: iri.slice("pg:".length), comment: about, ...narrows };
  }
}

function paperNode(paper: PaperRow, links: readonly LinkRow[]): RdfNode {
  const { id, title, abstract, date, venue, authors, url, doi, arxivId, codeUrls, collections } = paper;
  const found = (wanted: (link: LinkRow) => boolean) => links.filter(wanted).map(({ entity }) => idIri(entity));
  const roles = Object.entries(ROLE_TERMS).map(([role, term]) => [term, found((link) => link.role === role)]);
  return {
    id: idIri(id),
    type: "schema:ScholarlyArticle",
    identifier: id,
    name: title,
    abstract: abstract || undefined,
    datePublished: date || undefined,
    author: (authors ?? []).map((name) => ({ type: "schema:Person", name })),
    authorList: authors ?? [],
    isPartOf: venue === null ? undefined : { type: "schema:CreativeWork", name: venue },
    url: url === null ? undefined : webIri(url),
    sameAs: [...(arxivId === null ? [] : [arxivIri(arxivId)]), ...(doi === null ? [] : [doiIri(doi)])],
    subjectOf: (codeUrls ?? []).flatMap((code) => {
      const codeRepository = webIri(code);
      return codeRepository === undefined ? [] : { type: "schema:SoftwareSourceCode", codeRepository };
    }),
    collection: collections ?? [],
    extractorVersion: paper.extractorVersion ?? undefined,
    about: found(isAbout),
    mentions: found(() => true),
    ...Object.fromEntries(roles),
    mention: links.map(mentionNode),
  };
}

const mentionNode = ({ entity, role, confidence, spans, readName, readAcronym }: LinkRow): RdfNode => ({
  type: "pg:Mention",
  entity: idIri(entity),
  role: TERMS[ROLE_TERMS[role]].iri,
  confidence,
  name: readName,
  acronym: readAcronym || undefined,
  place: unpackSpans(spans ?? []).map(({ field, start, end }) => `${field}:${start}-${end}`),
});

function entityNode({ id, kind, name, aliases, paperCount, firstYear, bases }: EntityRow): RdfNode {
  const own = CLASS[kind];
  return {
    id: idIri(id),
    type: [CLASSES[own].narrows, `pg:${own}`],
    identifier: id,
    name,
    alternateName: aliases ?? [],
    variantOf: bases.map(idIri),
    paperCount,
    firstYear: firstYear ?? undefined,
  };
}
