import { malformed, type RawRecord } from "../reader.js";
import { readable } from "../text/readable.js";
import { isObject, type JsonObject, type JsonSource, objectsAt, textAt } from "./json-source.js";

const SHA = /^[0-9a-f]{40}$/;

/** Ids that Semantic Scholar has of others; the graph API and the bulk files write their names differently. */
function externalIds(paper: JsonObject): Readonly<Record<string, string>> {
  const ids = paper.externalIds ?? paper.externalids;
  if (!isObject(ids)) return {};
  return Object.fromEntries(Object.keys(ids).map((name) => [name.toLowerCase(), textAt(ids, name)]));
}

function idsOf(paper: JsonObject): Pick<RawRecord, "id" | "otherIds"> {
  const ids = externalIds(paper);
  const sha = textAt(paper, "paperId") || textAt(paper, "paperid");
  const corpus = textAt(paper, "corpusId") || textAt(paper, "corpusid") || (ids.corpusid ?? "");
  const named = (name: string, prefix: string) => (ids[name] ? [`${prefix}:${ids[name]}`] : []);
  const own = [...(SHA.test(sha) ? [`s2:${sha}`] : []), ...(corpus === "" ? [] : [`s2:${corpus}`])];
  const others = [...own, ...named("acl", "acl"), ...named("dblp", "dblp"), ...named("pubmed", "pmid")];
  return { ...(own[0] === undefined ? {} : { id: own[0] }), otherIds: others };
}

/** Papers of Semantic Scholar: of the graph API (single, batch, search, bulk search) and of the bulk files. */
export const semanticScholar: JsonSource = {
  name: "semantic-scholar",
  matches: (paper) =>
    SHA.test(textAt(paper, "paperId")) ||
    /^\d+$/.test(textAt(paper, "corpusid")) ||
    ("externalIds" in paper && "title" in paper),
  record(paper) {
    const title = readable(textAt(paper, "title"));
    if (title === "") {
      return malformed(
        "no title in this paper of Semantic Scholar; ask its API for fields=title,abstract,year,authors,externalIds",
      );
    }
    const ids = externalIds(paper);
    return {
      ...idsOf(paper),
      title,
      abstract: readable(textAt(paper, "abstract")),
      year: textAt(paper, "year"),
      date: textAt(paper, "publicationDate") || textAt(paper, "publicationdate"),
      authors: objectsAt(paper, "authors").map((author) => textAt(author, "name")),
      venue: readable(
        textAt(paper, "venue") || textAt(paper, "publicationVenue.name") || textAt(paper, "journal.name"),
      ),
      doi: ids.doi ?? "",
      arxivId: ids.arxiv ?? "",
      url: textAt(paper, "url"),
    };
  },
};
