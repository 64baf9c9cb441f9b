import { placeOf } from "./fields.js";

/** Keys under which a JSON object holds a list of papers. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  "papers",
  "data",
  "results",
  "records",
  "items",
  "entries",
  "articles",
  "publications",
  "works",
  "documents",
  "hits",
  "notes",
  "submissions",
  "recommendedPapers",
  "docs",
  "hit",
]);

/** Keys under which the answer of a service holds its content: one paper, or an object with a list of them. */
export const ENVELOPES: ReadonlySet<string> = new Set([
  "message",
  "hits",
  "result",
  "response",
  "citingPaper",
  "citedPaper",
]);

const WRAPPED = new RegExp(`"(?:${[...WRAPPERS].join("|")})"\\s*:\\s*\\[`);

/** The first entry of a BibTeX file may be damaged. */
const BIBTEX = /^\s*@[A-Za-z]+\{[^\s,"]+,\s*$/m;
const OBJECT = /^\s*\{\s*".*\}\s*$/;
const CUT_OBJECT = /^\s*\{\s*"/;

export const isTitleName = (name: string): boolean => placeOf(name)?.field === "title";

const wrapsPapers = (object: object): boolean =>
  Object.entries(object).some(([name, value]) => WRAPPERS.has(name) && Array.isArray(value)) &&
  !Object.keys(object).some(isTitleName);

/**
 * What a text that starts like JSON is: one object a line (`lines`), or values that are to be cut out by their brackets
 * (`values`: a list, an object around a list, objects over several lines). Undefined for a text that is no JSON.
 */
export function startOfJson(head: string): "lines" | "values" | undefined {
  const text = head.trimStart();
  if (followsBroken(text)) return "lines";
  if (text.startsWith("[")) return /^\[\s*(?:[[{"\]\d-]|null|true|false|$)/.test(text) ? "values" : undefined;
  if (!text.startsWith("{") || (!/^\{\s*(?:["}]|$)/.test(text) && BIBTEX.test(text))) return undefined;
  const end = text.indexOf("\n");
  const first = (end < 0 ? text : text.slice(0, end)).trim();
  try {
    const value = JSON.parse(first) as object;
    return wrapsPapers(value) ? "values" : "lines";
  } catch {
    // A first line that opens more than it closes continues on the next; a line that is only broken does not.
    if (end >= 0) return /[{[,]$/.test(first) ? "values" : "lines";
    return WRAPPED.test(text) && !/"title"/.test(text.slice(0, text.search(WRAPPED))) ? "values" : "lines";
  }
}

/** Whether a first line that is broken at its start stands before lines that are an object each. */
function followsBroken(text: string): boolean {
  if (text.startsWith("{")) return false;
  const [first = "", ...lines] = text.split(/\r?\n/, 12).filter((line) => line.trim() !== "");
  // The last of them may be cut.
  const objects = lines.filter((line, at) => (at === lines.length - 1 ? CUT_OBJECT : OBJECT).test(line)).length;
  const isPart = /"\s*[:,}]/.test(first) && (!first.startsWith("[") || /\}\s*$/.test(first));
  return isPart && objects * 2 > lines.length;
}
