import { malformed, type RawRecord } from "../reader.js";
import { readable } from "../text/readable.js";
import { textsOf } from "../values.js";
import { type JsonObject, type JsonSource, objectsAt, textAt } from "./json-source.js";

const PAGE = /paperswithcode\.com\/paper\/([^/?#]+)/;

const idOf = (slug: string): Pick<RawRecord, "id"> => (slug === "" ? {} : { id: `pwc:${slug}` });
/** `NeurIPS 2018 12`: the month is no part of the name; `proceedings-of-the-27th` is none. */
const venueOf = (paper: JsonObject): string => {
  const venue = textAt(paper, "proceeding");
  return /\s|\p{Lu}/u.test(venue) ? venue.replace(/ \d{1,2}$/, "") : "";
};

const isTask = (object: JsonObject): boolean =>
  Array.isArray(object.datasets) && ("categories" in object || "subtasks" in object) && !("title" in object);
const isLink = (object: JsonObject): boolean => "paper_title" in object && "repo_url" in object;

/** A row of `links-between-papers-and-code`: of these only a repository of the authors counts as the paper's code. */
function recordOfLink(row: JsonObject): RawRecord {
  const isOwn = row.is_official === true || row.mentioned_in_paper === true;
  return {
    ...idOf(PAGE.exec(textAt(row, "paper_url"))?.[1] ?? ""),
    title: readable(textAt(row, "paper_title")),
    arxivId: textAt(row, "paper_arxiv_id"),
    url: textAt(row, "paper_url_abs") || textAt(row, "paper_url"),
    codeUrls: isOwn ? [textAt(row, "repo_url")] : [],
    source: `papers-with-code-links ${textAt(row, "repo_url")}`,
  };
}

/** The dumps of Papers with Code: papers with abstracts, links to code; and what its API answered. */
export const papersWithCode: JsonSource = {
  name: "papers-with-code",
  matches: (object) =>
    PAGE.test(textAt(object, "paper_url")) ||
    isTask(object) ||
    isLink(object) ||
    ("url_abs" in object && "arxiv_id" in object),
  record(object) {
    if (isTask(object)) {
      const rows = objectsAt(object, "datasets").length;
      return malformed(
        `results of a task on ${rows} datasets, not a paper: load evaluation tables by \`papergraph results\``,
      );
    }
    if (isLink(object))
      return textAt(object, "paper_title") === "" ? malformed("no title in this row") : recordOfLink(object);
    const title = readable(textAt(object, "title"));
    if (title === "") return malformed("no title in this paper of Papers with Code");
    const slug = PAGE.exec(textAt(object, "paper_url"))?.[1] ?? textAt(object, "id");
    const openreview = textAt(object, "openreview_id");
    return {
      ...idOf(slug),
      title,
      abstract: readable(textAt(object, "abstract")),
      date: textAt(object, "date") || textAt(object, "published"),
      authors: textsOf(object.authors ?? [], /,/),
      venue: venueOf(object),
      arxivId: textAt(object, "arxiv_id"),
      url: textAt(object, "url_abs") || textAt(object, "paper_url"),
      otherIds: openreview === "" ? [] : [`openreview:${openreview}`],
    };
  },
};
