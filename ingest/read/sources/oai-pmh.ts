import { splitAuthors } from "../authors.js";
import { nameInOrder } from "../names.js";
import { malformed, type Problem, type RawRecord } from "../reader.js";
import { textOfElement } from "../text/element-text.js";
import { readable } from "../text/readable.js";
import { childrenOf, type Element, elementsOf, find } from "../xml/element.js";
import type { XmlFormat } from "../xml/xml-reader.js";

const textsOf = (element: Element | undefined, name: string): string[] =>
  childrenOf(element, name)
    .map((child) => textOfElement(child).trim())
    .filter((text) => text !== "");
const textOf = (element: Element | undefined, name: string): string => textsOf(element, name)[0] ?? "";

/** arXiv's own formats: `arXiv` has authors in parts, `arXivRaw` as one text and its versions. */
function fromArxiv(data: Element): RawRecord {
  const parts = childrenOf(find(data, "authors"), "author");
  const authors =
    parts.length > 0
      ? parts.map((author) =>
          ["forenames", "keyname", "suffix"]
            .map((name) => textOf(author, name))
            .filter(Boolean)
            .join(" "),
        )
      : splitAuthors(textOf(data, "authors"));
  const version = childrenOf(data, "version")[0];
  return {
    arxivId: textOf(data, "id"),
    title: textOf(data, "title"),
    abstract: textOf(data, "abstract"),
    date: textOf(data, "created") || textOf(version, "date"),
    authors: authors.map(readable),
    venue: textOf(data, "journal-ref"),
    doi: textOf(data, "doi"),
    url: `https://arxiv.org/abs/${textOf(data, "id")}`,
    source: "arxiv",
  };
}

/** Dublin Core: the identifiers hold addresses, a DOI and how to cite it; the descriptions the abstract and comments. */
function fromDublinCore(data: Element): RawRecord {
  const identifiers = textsOf(data, "identifier");
  const addresses = identifiers.filter((text) => /^https?:/i.test(text));
  const doi = identifiers.find((text) => /^doi:|doi\.org\/10\.|^10\.\d{4,9}\//i.test(text));
  const venue = identifiers.find(
    (text) => text !== doi && !addresses.includes(text) && /\s/.test(text) && /\d{4}/.test(text),
  );
  const abstracts = textsOf(data, "description").filter((text) => !/^Comment:/.test(text));
  return {
    title: textOf(data, "title"),
    abstract: abstracts.reduce((longest, text) => (text.length > longest.length ? text : longest), ""),
    date: textOf(data, "date"),
    authors: textsOf(data, "creator").map(nameInOrder),
    venue: textOf(data, "source") || (venue ?? ""),
    ...(doi === undefined ? {} : { doi }),
    url: addresses[0] ?? "",
  };
}

function recordOf(record: Element): RawRecord | Problem {
  const header = find(record, "header");
  const identifier = textOf(header, "identifier");
  if (header?.attributes.status === "deleted") return malformed(`the record ${identifier} is marked as deleted`);
  const data = elementsOf(find(record, "metadata") ?? record).find(({ name }) => name !== "header" && name !== "about");
  if (data === undefined) return malformed("no metadata in this record");
  if (data.name === "arXiv" || data.name === "arXivRaw") return finish(fromArxiv(data), identifier);
  if (data.name === "dc") return finish(fromDublinCore(data), identifier);
  return malformed(`metadata of the format ${data.name}; allowed are oai_dc, arXiv and arXivRaw`);
}

function finish(record: RawRecord, identifier: string): RawRecord | Problem {
  if (record.title === undefined || record.title === "") return malformed("no title in this record");
  const isArxiv = /^oai:arxiv\.org:/i.test(identifier);
  return {
    ...record,
    ...(identifier === "" ? {} : { id: identifier }),
    title: readable(record.title),
    abstract: readable(record.abstract ?? ""),
    venue: readable(record.venue ?? ""),
    ...(isArxiv ? { source: "arxiv" } : {}),
  };
}

/** What an OAI-PMH server answers (arXiv's among them): records in Dublin Core or in arXiv's own formats. */
export const oaiPmh: XmlFormat = {
  name: "oai-pmh",
  recognise: (root, head) =>
    /^(?:OAI-PMH|ListRecords|GetRecord)$/.test(root) ||
    (root === "record" && /<header[\s>]|oai_dc|arxiv\.org\/OAI/i.test(head)),
  records: ["record", "error"],
  open: () => (element) =>
    element.name === "error"
      ? malformed(`the server told an error: ${element.attributes.code ?? ""} ${textOfElement(element).trim()}`)
      : recordOf(element),
};
