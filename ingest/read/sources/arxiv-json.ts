import { splitAuthors } from "../authors.js";
import { malformed } from "../reader.js";
import { readable } from "../text/readable.js";
import { type JsonObject, type JsonSource, objectsAt, textAt } from "./json-source.js";

/** Authors in parts, `[last, first, suffix]`, else as one text. */
function authorsOf(paper: JsonObject): string[] {
  const parsed = paper.authors_parsed;
  if (!Array.isArray(parsed) || parsed.length === 0) return splitAuthors(readable(textAt(paper, "authors")));
  return parsed.filter(Array.isArray).map(([last, first, suffix]) =>
    [first, last, suffix]
      .filter((part) => typeof part === "string" && part.trim() !== "")
      .map((part) => readable(part as string))
      .join(" "),
  );
}

/** A line of arXiv's metadata snapshot. */
export const arxivJson: JsonSource = {
  name: "arxiv-json",
  matches: (paper) => "authors_parsed" in paper || ("submitter" in paper && "categories" in paper),
  record(paper) {
    const title = readable(textAt(paper, "title"));
    if (title === "") return malformed("no title in this record of arXiv");
    const id = textAt(paper, "id");
    return {
      arxivId: id,
      title,
      abstract: readable(textAt(paper, "abstract")),
      date: textAt(objectsAt(paper, "versions")[0] ?? {}, "created"),
      authors: authorsOf(paper),
      venue: readable(textAt(paper, "journal-ref")),
      doi: textAt(paper, "doi").split(/\s+/)[0] ?? "",
      url: `https://arxiv.org/abs/${id}`,
      source: "arxiv",
    };
  },
};
