import { arxivIdOf } from "../../arxiv-id.js";
import { malformed } from "../reader.js";
import { readable } from "../text/readable.js";
import { isObject, type JsonSource, objectsAt, textAt } from "./json-source.js";

const WORK = /openalex\.org\/(?:works\/)?(W\d+)$/i;
const MAX_WORDS = 200_000;

/** The text of an inverted index: each word with the places where it stands. */
export function fromInvertedIndex(index: unknown): string {
  if (!isObject(index)) return "";
  const words: [number, string][] = [];
  for (const [word, places] of Object.entries(index)) {
    if (!Array.isArray(places)) continue;
    for (const place of places) if (Number.isSafeInteger(place) && words.length < MAX_WORDS) words.push([place, word]);
  }
  return words
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(" ");
}

/** Works of OpenAlex, from its API or its snapshot. */
export const openAlex: JsonSource = {
  name: "openalex",
  matches: (work) =>
    WORK.test(textAt(work, "id")) || "abstract_inverted_index" in work || WORK.test(textAt(work, "ids.openalex")),
  record(work) {
    const title = readable(textAt(work, "display_name") || textAt(work, "title"));
    if (title === "") return malformed("no title in this work of OpenAlex (title and display_name are null)");
    const id = WORK.exec(textAt(work, "id") || textAt(work, "ids.openalex"))?.[1];
    const places = objectsAt(work, "locations").map((place) => textAt(place, "landing_page_url"));
    const arxiv = [...places, textAt(work, "doi")].map(arxivIdOf).find((found) => found !== null);
    const pmid = /(\d+)\/?$/.exec(textAt(work, "ids.pmid"))?.[1];
    return {
      ...(id === undefined ? {} : { id: `openalex:${id}` }),
      title,
      abstract: readable(fromInvertedIndex(work.abstract_inverted_index) || textAt(work, "abstract")),
      year: textAt(work, "publication_year"),
      date: textAt(work, "publication_date"),
      authors: objectsAt(work, "authorships").map(
        (one) => textAt(one, "author.display_name") || textAt(one, "raw_author_name"),
      ),
      venue: readable(textAt(work, "primary_location.source.display_name") || textAt(work, "host_venue.display_name")),
      doi: textAt(work, "doi"),
      url: textAt(work, "primary_location.landing_page_url") || textAt(work, "doi") || textAt(work, "id"),
      ...(arxiv ? { arxivId: arxiv } : {}),
      otherIds: pmid === undefined ? [] : [`pmid:${pmid}`],
    };
  },
};
