import { nameInOrder } from "../names.js";
import { malformed } from "../reader.js";
import { withoutStop } from "../sources/titles.js";
import { readable } from "../text/readable.js";
import { type Tags, taggedReader } from "./tagged-reader.js";

const TAG = /^\ufeff?([A-Z]{2,4}) *-(?: (.*)|)$/;
const START = /^\ufeff?(?:PMID|PMC |OWN |STAT|UI {2}) *-/;

/** Long lines go on in the next, so a line break is a space. */
const textOf = (tags: Tags, ...names: string[]): string => readable(tags.first(...names).replace(/\n/g, " "));

/** MEDLINE, as PubMed saves it (`.nbib`): four letters of tag, a dash, and values that go on in indented lines. */
export const medline = taggedReader({
  name: "medline",
  tag: TAG,
  starts: (tag, open) => (tag === "PMID" || tag === "UI") && open.has(tag),
  ends: () => false,
  recognise(head) {
    const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
    return START.test(lines[0] ?? "") && lines.slice(0, 40).filter((line) => TAG.test(line)).length >= 2;
  },
  record(tags) {
    const several = tags.severalRecords("TI");
    if (several) return several;
    const title = withoutStop(textOf(tags, "TI", "BTI", "CTI", "TT").replace(/^\[(.*)\]\.?$/s, "$1"));
    if (title === "") return malformed("no title in this record (TI)");
    const pmid = tags.first("PMID", "UI");
    const doi = [...tags.all("LID"), ...tags.all("AID")].find((id) => /\[doi\]$/.test(id));
    return {
      ...(/^\d+$/.test(pmid) ? { id: `pmid:${pmid}`, url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` } : {}),
      title,
      abstract: tags
        .all("AB", "OAB")
        .map((text) => readable(text.replace(/\n/g, " ")))
        .join(" "),
      year: tags.first("DP").slice(0, 4),
      date: tags.first("DP").replace(/([A-Za-z]{3})-.*$/, "$1") || tags.first("DEP"),
      authors: tags.all("FAU", "AU", "CN").map(nameInOrder),
      venue: textOf(tags, "JT", "TA", "BTI"),
      doi: doi?.replace(/\s*\[doi\]$/, "") ?? "",
      source: "pubmed",
    };
  },
});
