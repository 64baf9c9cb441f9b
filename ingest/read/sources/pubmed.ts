import { malformed, type Problem, type RawRecord } from "../reader.js";
import { textOfElement } from "../text/element-text.js";
import { readable } from "../text/readable.js";
import { childrenOf, type Element, find, findAll } from "../xml/element.js";
import type { XmlFormat } from "../xml/xml-reader.js";
import { withoutStop } from "./titles.js";

const textOf = (element: Element | undefined): string => (element ? textOfElement(element).trim() : "");

/** The sections of an abstract with their labels: `METHODS: We did.` */
function abstractOf(abstract: Element | undefined): string {
  const sections = childrenOf(abstract, "AbstractText").map((section) => {
    const { Label: label } = section.attributes;
    const text = textOf(section);
    return label === undefined || text === "" || label === "UNLABELLED" ? text : `${label}: ${text}`;
  });
  return sections.filter((text) => text !== "").join(" ");
}

/** `2008`, `2008 Dec 19`, or what a `MedlineDate` starts with: `1998 Dec-1999 Jan`. */
function dateOf(date: Element | undefined): string {
  if (!date) return "";
  const parts = ["Year", "Month", "Day"].map((name) => textOf(find(date, name))).filter((part) => part !== "");
  if (parts.length === 0) return textOf(find(date, "MedlineDate")).replace(/(\d)-.*$|([A-Za-z]{3})-.*$/, "$1$2");
  return /^\d+$/.test(parts[1] ?? "") ? parts.join("-") : parts.join(" ");
}

function nameOf(author: Element): string {
  const collective = textOf(find(author, "CollectiveName"));
  const given = textOf(find(author, "ForeName")) || textOf(find(author, "Initials"));
  return (
    collective || [given, textOf(find(author, "LastName")), textOf(find(author, "Suffix"))].filter(Boolean).join(" ")
  );
}

/** A translated title stands in brackets. */
const titleOf = (title: Element | undefined): string =>
  withoutStop(readable(textOf(title)).replace(/^\[(.*)\]\.?$/s, "$1"));

const idOf = (ids: readonly Element[], kind: string): string =>
  textOf(ids.find(({ attributes }) => attributes.IdType === kind || attributes.EIdType === kind));

/** What articles and books have in common; `root` holds the article's own ids, not those of its references. */
function recordOf(root: Element, article: Element, ids: readonly Element[]): RawRecord | Problem {
  const title = titleOf(find(article, "ArticleTitle")) || titleOf(find(article, "VernacularTitle"));
  const book = titleOf(find(article, "Book/BookTitle"));
  if (title === "" && book === "") return malformed("no title in this record");
  const others = [...childrenOf(root, "OtherAbstract"), ...childrenOf(article, "OtherAbstract")];
  const english = others.find(({ attributes }) => (attributes.Language ?? "eng") === "eng");
  const published = find(article, "Journal/JournalIssue/PubDate") ?? find(article, "Book/PubDate");
  const lists = [...childrenOf(article, "AuthorList"), ...childrenOf(find(article, "Book"), "AuthorList")];
  const authors = lists.find(({ attributes }) => attributes.Type !== "editors");
  const issued = dateOf(published);
  const online = dateOf(find(article, "ArticleDate"));
  const pmid = textOf(find(root, "PMID"));
  return {
    ...(pmid === "" ? {} : { id: `pmid:${pmid}`, url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }),
    title: title || book,
    abstract: readable(abstractOf(find(article, "Abstract")) || abstractOf(english)),
    year: issued.slice(0, 4),
    date: online.startsWith(issued) && online !== "" ? online : issued || online,
    authors: childrenOf(authors, "Author").map(nameOf),
    venue: readable(textOf(find(article, "Journal/Title")) || (title === "" ? "" : book)),
    doi: idOf(ids, "doi"),
    source: "pubmed",
  };
}

/** PubMed's XML: articles, and books with their chapters. */
export const pubmed: XmlFormat = {
  name: "pubmed",
  recognise: (root) => /^Pubmed(?:Article|BookArticle)(?:Set)?$|^MedlineCitation(?:Set)?$/.test(root),
  records: ["PubmedArticle", "PubmedBookArticle"],
  open: () => (element) => {
    const citation = find(element, "MedlineCitation") ?? find(element, "BookDocument");
    if (!citation) return malformed("no citation in this record");
    const article = find(citation, "Article") ?? citation;
    const ids = [
      ...childrenOf(article, "ELocationID").filter(({ attributes }) => attributes.ValidYN !== "N"),
      ...childrenOf(find(element, "PubmedData/ArticleIdList"), "ArticleId"),
      ...childrenOf(find(element, "PubmedBookData/ArticleIdList"), "ArticleId"),
      ...findAll(citation, "ArticleIdList").flatMap((list) => childrenOf(list, "ArticleId")),
    ];
    return recordOf(citation, article, ids);
  },
};
