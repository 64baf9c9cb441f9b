import { malformed } from "../reader.js";
import { readable } from "../text/readable.js";
import { dateIn, nameOf } from "./crossref.js";
import { isObject, type JsonSource, objectsAt, textAt } from "./json-source.js";

const TYPES =
  /^(?:article(?:-(?:journal|magazine|newspaper))?|paper-conference|chapter|book|thesis|report|manuscript|webpage|post(?:-weblog)?|dataset|software|speech|entry(?:-(?:dictionary|encyclopedia))?|pamphlet|review(?:-book)?|standard|document|preprint|broadcast|motion_picture|patent|legislation|legal_case|bill|hearing|interview|map|personal_communication|treaty|collection|periodical|event|figure|graphic|classic|performance|regulation|song|musical_score)$/;

/** The item of citation styles, as Zotero and doi.org write it. Its ids are citation keys, so they are not taken. */
export const cslJson: JsonSource = {
  name: "csl-json",
  matches: (item) =>
    TYPES.test(textAt(item, "type")) &&
    ("citation-key" in item ||
      isObject(item.issued) ||
      typeof item["container-title"] === "string" ||
      objectsAt(item, "author").some((author) => "family" in author || "literal" in author)),
  record(item) {
    const title = readable(textAt(item, "title"));
    if (title === "") return malformed("no title in this item");
    const pmid = textAt(item, "PMID");
    return {
      title,
      abstract: readable(textAt(item, "abstract")),
      ...dateIn(item, "issued", "original-date", "submitted"),
      authors: objectsAt(item, "author").map((author) => readable(nameOf(author))),
      venue: readable(textAt(item, "container-title") || textAt(item, "event-title") || textAt(item, "event")),
      doi: textAt(item, "DOI"),
      url: textAt(item, "URL"),
      otherIds: /^\d+$/.test(pmid) ? [`pmid:${pmid}`] : [],
    };
  },
};
