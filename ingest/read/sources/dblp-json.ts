import { malformed } from "../reader.js";
import { readable } from "../text/readable.js";
import { textOf } from "../values.js";
import { isObject, type JsonObject, type JsonSource, textAt, valueAt } from "./json-source.js";
import { withoutStop } from "./titles.js";

/** What DBLP's search answers: `{"info": {"title", "authors": {"author": [...]}}}`; a single author is no list. */
export const dblpJson: JsonSource = {
  name: "dblp-json",
  matches: (hit) => isObject(hit.info) && /^[a-z]+\/[\w-]+\//.test(textAt(hit, "info.key")),
  record(hit) {
    const info = hit.info as JsonObject;
    const title = withoutStop(readable(textAt(info, "title")));
    if (title === "") return malformed("no title in this hit of DBLP");
    const authors = valueAt(info, "authors.author");
    return {
      id: `dblp:${textAt(info, "key")}`,
      title,
      year: textAt(info, "year"),
      authors: (Array.isArray(authors) ? authors : [authors])
        .map((author) => (textOf(author) ?? "").replace(/ \d{4}$/, ""))
        .filter((name) => name !== ""),
      venue: readable(textAt(info, "venue")),
      doi: textAt(info, "doi"),
      url: textAt(info, "ee") || textAt(info, "url"),
      source: "dblp",
    };
  },
};
