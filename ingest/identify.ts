import { createHash } from "node:crypto";
import { arxivIdOf, arxivMonth } from "./arxiv-id.js";
import { doiOf } from "./doi.js";
import type { Paper } from "./paper.js";
import { dateFrom } from "./paper-date.js";
import { clean, hasLoneSurrogate } from "./read/clean.js";
import { LIMITS } from "./read/limits.js";
import { malformed, type Problem, type RawRecord } from "./read/reader.js";

/**
 * The paper of a record: text cleaned, dates and addresses brought to one form, and an id that is the same on every
 * machine. The id is the arXiv id, else the DOI, else the id that the record has in its source, else a hash of title and
 * year. Answers the problem where the record is above a limit or has no title.
 */
export function identify(raw: RawRecord, collection?: string): Paper | Problem {
  const title = clean(raw.title ?? "");
  const abstract = clean(raw.abstract ?? "");
  const authors = (raw.authors ?? []).map(clean).filter((name) => name !== "");
  const venue = clean(raw.venue ?? "");
  const codeUrls = [...new Set((raw.codeUrls ?? []).map(addressOf).filter((url) => url !== null))];
  const problem = problemOf({ title, abstract, authors, venue, codeUrls });
  if (problem) return problem;

  const arxivId = [raw.arxivId, raw.doi, raw.url, raw.id].map(arxivIdOf).find((id) => id !== null) ?? null;
  const doi = [raw.doi, raw.url, raw.id].map(doiOf).find((found) => found !== null) ?? null;
  const stated = dateFrom(raw.date);
  const statedYear = dateFrom(raw.year).slice(0, 4);
  const date = stated || dateFrom(raw.year) || (arxivId === null ? "" : arxivMonth(arxivId));
  const year = statedYear || date.slice(0, 4);
  const collections = [...(raw.collections ?? []), collection ?? ""].map(clean).filter((name) => name !== "");
  return {
    id: idOf({ title, year, arxivId, doi, given: clean(raw.id ?? "") }),
    title,
    abstract,
    year: year === "" ? null : Number(year),
    date,
    venue: venue === "" ? null : venue,
    authors,
    url: addressOf(raw.url ?? ""),
    doi,
    arxivId,
    codeUrls,
    collections: [...new Set(collections)].sort(),
  };
}

interface Known {
  readonly title: string;
  readonly year: string;
  readonly arxivId: string | null;
  readonly doi: string | null;
  readonly given: string;
}

function idOf({ title, year, arxivId, doi, given }: Known): string {
  if (arxivId !== null) return `arxiv:${arxivId}`;
  if (doi !== null) return `doi:${doi}`;
  if (isKeepable(given)) return given;
  const folded = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const hash = createHash("sha256").update(`${folded || title}\n${year}`);
  return `hash:${hash.digest("hex").slice(0, 16)}`;
}

/**
 * Whether an id of the source is used as it is. A bare number counts rows of one file and would make different papers
 * one; `arxiv:`, `doi:`, `hash:` and `entity:` are papergraph's own and must be right to be believed.
 */
export function isKeepable(given: string): boolean {
  if (/^hash:[0-9a-f]{16}$/.test(given)) return true;
  if (/^(?:arxiv|doi|hash|entity):/i.test(given) || given.length > LIMITS.id) return false;
  return /\p{L}/u.test(given) && /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(given);
}

/** An http(s) address, or null; one without scheme gets https. */
function addressOf(text: string): string | null {
  const given = text.trim();
  if (given === "" || given.length > LIMITS.url || /\s/.test(given)) return null;
  const whole = /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#:]|$)/i.test(given) ? `https://${given}` : given;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return null;
  return clean(whole);
}

interface Texts {
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly venue: string;
  readonly codeUrls: readonly string[];
}

function problemOf({ title, abstract, authors, venue, codeUrls }: Texts): Problem | undefined {
  if (title === "") return malformed("no title");
  const sizes: readonly (readonly [string, number, number])[] = [
    ["title", title.length, LIMITS.title],
    ["abstract", abstract.length, LIMITS.abstract],
    ["venue", venue.length, LIMITS.venue],
    ["longest author name", authors.reduce((most, name) => Math.max(most, name.length), 0), LIMITS.author],
  ];
  for (const [name, size, limit] of sizes) {
    if (size > limit)
      return { code: "RECORD_TOO_LONG", reason: `the ${name} has ${size} characters; allowed are ${limit}` };
  }
  if (authors.length > LIMITS.authors) {
    return { code: "RECORD_TOO_LONG", reason: `${authors.length} authors; allowed are ${LIMITS.authors}` };
  }
  if (codeUrls.length > LIMITS.codeUrls) {
    return { code: "RECORD_TOO_LONG", reason: `${codeUrls.length} addresses of code; allowed are ${LIMITS.codeUrls}` };
  }
  if ([title, abstract, venue, ...authors].some(hasLoneSurrogate)) {
    return { code: "ENCODING_INVALID", reason: "half a surrogate pair (\\ud800 to \\udfff) in the text" };
  }
  return undefined;
}
