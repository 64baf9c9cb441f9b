import { malformed, type RawRecord } from "../reader.js";
import { textOfElement } from "../text/element-text.js";
import { readable } from "../text/readable.js";
import { childrenOf, type Element } from "../xml/element.js";
import type { XmlFormat } from "../xml/xml-reader.js";
import { withoutStop } from "./titles.js";

const PAPERS = ["article", "inproceedings", "incollection", "book", "phdthesis", "mastersthesis"];
const OTHERS: Readonly<Record<string, string>> = {
  proceedings: "a volume of proceedings",
  www: "a home page",
  person: "a person",
  data: "a data set",
};

const textsOf = (element: Element, name: string): string[] =>
  childrenOf(element, name)
    .map((child) => textOfElement(child).trim())
    .filter((text) => text !== "");

/** Homonyms have a number: `Wei Zhang 0001`. */
const nameOf = (author: string): string => author.replace(/ \d{4}$/, "");

function recordOf(element: Element): RawRecord {
  const first = (name: string) => textsOf(element, name)[0] ?? "";
  const links = [...textsOf(element, "ee"), ...textsOf(element, "url")].map((link) => link.replace(/\s/g, "_"));
  const doi = links.map(
    (link) =>
      /^https?:\/\/(?:dx\.)?(?:doi\.org|doi\.acm\.org|doi\.ieeecomputersociety\.org)\/(10\..+)$/i.exec(link)?.[1],
  );
  const { key } = element.attributes;
  return {
    ...(key === undefined ? {} : { id: `dblp:${key}` }),
    title: withoutStop(readable(first("title"))),
    year: first("year"),
    authors: textsOf(element, "author").map(nameOf),
    venue: readable(first("journal") || first("booktitle") || first("school")),
    doi: doi.find((found) => found !== undefined) ?? "",
    url: links.find((link) => /^https?:/.test(link)) ?? "",
    otherIds: textsOf(element, "ee").filter((link) => /arxiv\.org/.test(link)),
    source: "dblp",
  };
}

/** The XML of DBLP: the whole dump, or the answer for one person or key. It has no abstracts. */
export const dblp: XmlFormat = {
  name: "dblp",
  recognise: (root, head) =>
    /^dblp(?:person)?$/.test(root) || (PAPERS.includes(root) && /\bkey=["'][\w-]+\//.test(head)),
  records: [...PAPERS, ...Object.keys(OTHERS)],
  open: () => (element) => {
    const other = OTHERS[element.name];
    if (other !== undefined) return malformed(`${other}, not a paper`);
    const record = recordOf(element);
    return record.title === "" ? malformed("no title in this record") : record;
  },
};
