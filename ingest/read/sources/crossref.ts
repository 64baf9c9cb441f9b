import { malformed, type RawRecord } from "../reader.js";
import { readable } from "../text/readable.js";
import { dateOf } from "../values.js";
import { type JsonObject, type JsonSource, objectsAt, textAt } from "./json-source.js";
import { withSubtitle } from "./titles.js";

/** Types of Crossref that are no single work. */
const WHOLES =
  /^(?:journal|journal-issue|journal-volume|proceedings|proceedings-series|book-series|book-set|report-series|component|grant|peer-review)$/;

export const nameOf = (author: JsonObject): string =>
  textAt(author, "name") ||
  textAt(author, "literal") ||
  ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"]
    .map((part) => textAt(author, part))
    .filter(Boolean)
    .join(" ");

/** The first of these dates that is there, as exact as it is. */
export const dateIn = (object: JsonObject, ...names: string[]): Pick<RawRecord, "date"> => {
  const dates = names.map((name) => dateOf(object[name]) ?? textAt(object, `${name}.raw`));
  const date = dates.find((found) => found !== undefined && found !== "");
  return date === undefined ? {} : { date };
};

/** Works of Crossref, from its API (one, or a list in `message.items`) or its yearly files. Abstracts are in JATS. */
export const crossref: JsonSource = {
  name: "crossref",
  matches: (work) =>
    typeof work.DOI === "string" && ("indexed" in work || "reference-count" in work || Array.isArray(work.title)),
  record(work) {
    const type = textAt(work, "type");
    if (WHOLES.test(type)) return malformed(`${type.replace(/-/g, " ")} in Crossref, not a paper`);
    const title = readable(textAt(work, "title"));
    if (title === "") return malformed("no title in this work of Crossref");
    return {
      title: withSubtitle(title, readable(textAt(work, "subtitle"))),
      abstract: readable(textAt(work, "abstract")),
      ...dateIn(work, "issued", "published", "published-online", "published-print", "created"),
      authors: objectsAt(work, "author").map((author) => readable(nameOf(author))),
      venue: readable(textAt(work, "container-title") || textAt(work, "event.name") || textAt(work, "institution")),
      doi: textAt(work, "DOI"),
      url: textAt(work, "URL"),
    };
  },
};
