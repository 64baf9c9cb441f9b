import { arxivIdOf } from "../../arxiv-id.js";
import { malformed, type Problem, type RawRecord } from "../reader.js";
import { withSubtitle } from "../sources/titles.js";
import { latexToText } from "../text/latex.js";
import { readable } from "../text/readable.js";
import { authorsOfEntry } from "./authors.js";

/** LaTeX becomes text; what LaTeX or HTML is then left was escaped once more by a reference manager. */
const textOf = (value: string | undefined): string =>
  value === undefined ? "" : readable(latexToText(value, "document"));

/** Fields that are no LaTeX, though some programs escape them: `10.1000/a\_b`. */
const plainOf = (value: string | undefined): string =>
  value
    ?.replace(/\\([_%&#~$])/g, "$1")
    .replace(/[{}]/g, "")
    .trim() ?? "";

/** The paper of an entry. Citation keys are no ids: two libraries may give two papers the same one. */
export function recordOfEntry(type: string, fields: ReadonlyMap<string, string>): RawRecord | Problem {
  const first = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value.trim() !== "");
  const isPart = /^(?:inbook|incollection|inproceedings|conference)$/.test(type);
  const own = textOf(first("title"));
  const title = withSubtitle(own || textOf(first("booktitle", "shorttitle")), textOf(first("subtitle"))).trim();
  if (title === "") return malformed("no title in this entry");
  const url = plainOf(first("url", "ee", "howpublished", "biburl"));
  const link = /https?:\/\/[^\s{}]+/.exec(url)?.[0] ?? "";
  const eprint = plainOf(first("eprint", "arxivid"));
  const isArxiv = /arxiv/i.test(first("archiveprefix", "eprinttype") ?? "") || arxivIdOf(eprint) !== null;
  const month = plainOf(first("month"));
  const year = plainOf(first("year"));
  const date = plainOf(first("date"));
  const venues = isPart
    ? ["booktitle", "journal", "journaltitle"]
    : ["journal", "journaltitle", "booktitle", "school", "institution"];
  return {
    title,
    abstract: textOf(first("abstract", "annotation", "annote")),
    year: year || date.slice(0, 4),
    date: date || (month === "" ? year : `${month.replace(/#/g, " ")} ${year}`),
    authors: authorsOfEntry(first("author") ?? (type === "book" ? first("editor") : undefined) ?? ""),
    venue: own === "" ? "" : textOf(first(...venues)),
    doi: plainOf(first("doi")),
    url: link,
    otherIds: otherIds(fields, link),
    ...(isArxiv ? { arxivId: eprint } : {}),
  };
}

/** Ids that entries keep in fields of their own. */
function otherIds(fields: ReadonlyMap<string, string>, link: string): string[] {
  const pmid = plainOf(fields.get("pmid"));
  const acl = /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([\w.-]+?)(?:\.pdf)?\/?$/.exec(
    link,
  )?.[1];
  return [/^\d+$/.test(pmid) ? `pmid:${pmid}` : "", acl === undefined ? "" : `acl:${acl}`].filter((id) => id !== "");
}
