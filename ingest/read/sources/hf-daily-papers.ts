import { arxivIdOf } from "../../arxiv-id.js";
import { malformed } from "../reader.js";
import { readable } from "../text/readable.js";
import { isObject, type JsonObject, type JsonSource, objectsAt, textAt } from "./json-source.js";

/** The list of the day holds the paper within what was said of it; the answer for one paper is the paper itself. */
const paperIn = (entry: JsonObject): JsonObject => (isObject(entry.paper) ? entry.paper : entry);

/** Daily papers of Hugging Face. Their ids are those of arXiv. */
export const hfDailyPapers: JsonSource = {
  name: "hf-daily-papers",
  matches(entry) {
    const paper = paperIn(entry);
    return (
      arxivIdOf(textAt(paper, "id")) !== null && ("summary" in paper || "upvotes" in paper || "discussionId" in paper)
    );
  },
  record(entry) {
    const paper = paperIn(entry);
    const title = readable(textAt(paper, "title") || textAt(entry, "title"));
    if (title === "") return malformed("no title in this daily paper");
    const id = textAt(paper, "id");
    return {
      arxivId: id,
      title,
      abstract: readable(textAt(paper, "summary")),
      date: textAt(paper, "publishedAt"),
      authors: objectsAt(paper, "authors").map((author) => textAt(author, "name") || textAt(author, "user.fullname")),
      url: `https://arxiv.org/abs/${id}`,
      codeUrls: [textAt(paper, "githubRepo")],
    };
  },
};
