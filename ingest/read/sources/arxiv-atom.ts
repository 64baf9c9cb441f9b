import { malformed } from "../reader.js";
import { textOfElement } from "../text/element-text.js";
import { readable } from "../text/readable.js";
import { childrenOf, type Element, find } from "../xml/element.js";
import type { XmlFormat } from "../xml/xml-reader.js";

const textAt = (entry: Element, path: string): string => {
  const found = find(entry, path);
  return found ? textOfElement(found).trim() : "";
};

/** What the arXiv API answers: an Atom feed with an entry a paper. An entry that tells an error is no paper. */
export const arxivAtom: XmlFormat = {
  name: "arxiv-atom",
  recognise: (root) => root === "feed" || root === "entry",
  records: ["entry"],
  open: () => (entry) => {
    const id = textAt(entry, "id");
    if (/\/api\/errors/.test(id))
      return malformed(`the API told an error: ${textAt(entry, "summary") || "no reason given"}`);
    const title = readable(textAt(entry, "title"));
    if (title === "") return malformed("no title in this entry");
    return {
      id,
      title,
      abstract: readable(textAt(entry, "summary")),
      date: textAt(entry, "published") || textAt(entry, "updated"),
      authors: childrenOf(entry, "author").map((author) => textAt(author, "name")),
      venue: readable(textAt(entry, "journal_ref")),
      doi: textAt(entry, "doi"),
      url: id,
      source: "arxiv",
    };
  },
};
