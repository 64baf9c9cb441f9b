import { malformed } from "../reader.js";
import { textOfElement } from "../text/element-text.js";
import { readable } from "../text/readable.js";
import { childrenOf, type Element, find } from "../xml/element.js";
import type { XmlFormat } from "../xml/xml-reader.js";

const SITE = "https://aclanthology.org/";

const textAt = (element: Element | undefined, path: string): string => {
  const found = element && find(element, path);
  return found ? textOfElement(found).trim() : "";
};
const nameOf = (author: Element): string => {
  const parts = ["first", "last"].map((name) => textAt(author, name)).filter((part) => part !== "");
  return parts.length > 0 ? parts.join(" ") : textOfElement(author).trim();
};

/** The XML of the ACL Anthology. Year, month and venue stand in the `meta` of the volume before its papers. */
export const aclAnthology: XmlFormat = {
  name: "acl-anthology",
  recognise: (root, head) =>
    (root === "collection" || root === "volume") && /<(?:paper|meta|frontmatter)[\s>]/.test(head),
  records: ["paper", "meta"],
  around: ["volume"],
  open: () => {
    let meta: Element | undefined;
    return (element) => {
      if (element.name === "volume") meta = undefined;
      if (element.name === "meta") meta = element;
      if (element.name !== "paper") return undefined;
      const title = readable(textAt(element, "title"));
      if (title === "") return malformed("no title in this paper");
      const year = textAt(element, "year") || textAt(meta, "year");
      const url = textAt(element, "url");
      const isOwn = url !== "" && !/^https?:/i.test(url);
      const code = childrenOf(element, "pwccode").map(({ attributes }) => attributes.url ?? "");
      return {
        title,
        abstract: readable(textAt(element, "abstract")),
        year,
        date: `${textAt(element, "month") || textAt(meta, "month")} ${year}`,
        authors: childrenOf(element, "author").map(nameOf),
        venue: readable(
          textAt(element, "booktitle") ||
            textAt(element, "journal") ||
            textAt(meta, "booktitle") ||
            textAt(meta, "journal-title"),
        ),
        doi: textAt(element, "doi"),
        ...(isOwn ? { id: `acl:${url}`, url: `${SITE}${url}` } : { url }),
        codeUrls: code,
        source: "acl-anthology",
      };
    };
  },
};
