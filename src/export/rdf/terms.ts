/** The vocabularies that prefixes stand for. */
export const PREFIXES = {
  schema: "http://schema.org/",
  pg: "urn:papergraph:vocabulary:",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** What a value of a property is: an IRI or a node, a list in order, or a literal of a type. */
export type Range = "text" | "iri" | "date" | "integer" | "double" | "texts in order";

interface Term {
  /** With prefix. */
  readonly iri: string;
  readonly range: Range;
  /** Of our own terms, what it means. */
  readonly about?: string;
  /** The property of schema.org that it makes narrower. */
  readonly narrows?: string;
}

const schema = (name: string, range: Range = "text"): Term => ({ iri: `schema:${name}`, range });
const own = (name: string, range: Range, about: string, narrows?: string): Term => ({
  ...{ iri: `pg:${name}`, range, about },
  ...(narrows === undefined ? {} : { narrows: `schema:${narrows}` }),
});

/** Every property of an export, by the name that JSON-LD gives it. schema.org has most; roles and confidence are our own. */
export const TERMS = {
  name: schema("name"),
  identifier: schema("identifier"),
  abstract: schema("abstract"),
  datePublished: schema("datePublished", "date"),
  author: schema("author", "iri"),
  isPartOf: schema("isPartOf", "iri"),
  url: schema("url", "iri"),
  sameAs: schema("sameAs", "iri"),
  subjectOf: schema("subjectOf", "iri"),
  codeRepository: schema("codeRepository", "iri"),
  alternateName: schema("alternateName"),
  about: schema("about", "iri"),
  mentions: schema("mentions", "iri"),
  creator: schema("creator", "iri"),
  softwareVersion: schema("softwareVersion"),
  description: schema("description"),
  copyrightNotice: schema("copyrightNotice"),
  label: { iri: "rdfs:label", range: "text" },
  comment: { iri: "rdfs:comment", range: "text" },
  subPropertyOf: { iri: "rdfs:subPropertyOf", range: "iri" },
  subClassOf: { iri: "rdfs:subClassOf", range: "iri" },

  introduces: own("introduces", "iri", "The paper presents it.", "mentions"),
  evaluates: own("evaluates", "iri", "The paper experiments on it, or studies it as its subject.", "mentions"),
  uses: own("uses", "iri", "A component or basis of what the paper does.", "mentions"),
  compares: own("compares", "iri", "A baseline that the paper compares with.", "mentions"),
  names: own("names", "iri", "Named as background.", "mentions"),
  mention: own("mention", "iri", "A mention of the paper, with what was read and how sure that is."),
  entity: own("entity", "iri", "What a mention is of."),
  role: own("role", "iri", "In which role: one of introduces, evaluates, uses, compares and names."),
  confidence: own("confidence", "double", "0 to 1: how sure the extractor is."),
  acronym: own("acronym", "text", "The short form that the paper joins to the name."),
  place: own("place", "text", "Field, start and end in UTF-16 code units of title or abstract: abstract:12-16."),
  authorList: own("authorList", "texts in order", "The names of the authors in their order."),
  collection: own("collection", "text", "A collection that the paper was put into."),
  extractorVersion: own("extractorVersion", "text", "What read the paper."),
  variantOf: own("variantOf", "iri", "A version, size or part of another entity."),
  paperCount: own("paperCount", "integer", "How many of the exported papers mention it."),
  firstYear: own("firstYear", "integer", "The year of the first of them."),
} as const satisfies Record<string, Term>;

export type TermName = keyof typeof TERMS;

/** Our own classes, and the classes of schema.org that they make narrower. */
export const CLASSES = {
  Method: { narrows: "schema:DefinedTerm", about: "A technique, algorithm or framework." },
  Model: { narrows: "schema:SoftwareApplication", about: "A trained model or family of models." },
  Dataset: { narrows: "schema:Dataset", about: "A dataset or benchmark." },
  Mention: { narrows: "rdfs:Resource", about: "One entity in one paper." },
} as const;
