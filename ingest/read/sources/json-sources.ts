import { arxivJson } from "./arxiv-json.js";
import { crossref } from "./crossref.js";
import { cslJson } from "./csl-json.js";
import { dblpJson } from "./dblp-json.js";
import { hfDailyPapers } from "./hf-daily-papers.js";
import type { JsonSource } from "./json-source.js";
import { openAlex } from "./openalex.js";
import { openReview } from "./openreview.js";
import { papersWithCode } from "./papers-with-code.js";
import { semanticScholar } from "./semantic-scholar.js";

/** All sources of JSON that are known, in the order in which they are asked whether an object is theirs. */
export const JSON_SOURCES: readonly JsonSource[] = [
  arxivJson,
  openAlex,
  semanticScholar,
  crossref,
  openReview,
  hfDailyPapers,
  papersWithCode,
  dblpJson,
  cslJson,
];
