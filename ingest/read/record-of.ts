import { arxivIdOf } from "../arxiv-id.js";
import { authorsOf } from "./authors.js";
import { FIELD_NAMES, type Field, placeOf } from "./fields.js";
import { malformed, type Problem, type RawRecord } from "./reader.js";
import { dateOf, textOf, textsOf } from "./values.js";

const SETTERS: { [F in Field]: (value: unknown) => RawRecord[F] } = {
  id: textOf,
  title: textOf,
  abstract: textOf,
  year: dateOf,
  date: dateOf,
  authors: authorsOf,
  venue: textOf,
  doi: textOf,
  arxivId: textOf,
  url: textOf,
  codeUrls: (value) => textsOf(value, /[\s;|]+/),
  collections: (value) => textsOf(value, /[;|]/),
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Names and values of a source (a JSON object, a table row) as a record; of several names for a field the best that is filled. */
export function recordOf(values: Iterable<readonly [string, unknown]>): RawRecord {
  const record: RawRecord = {};
  const ranks = new Map<Field, number>();
  for (const [name, value] of values) {
    const place = placeOf(name);
    if (place === undefined || value === null || (ranks.get(place.field) ?? Number.POSITIVE_INFINITY) <= place.rank)
      continue;
    const read = SETTERS[place.field](value);
    if (isEmpty(read)) continue;
    ranks.set(place.field, place.rank);
    Object.assign(record, { [place.field]: read });
  }
  return record;
}

/** Type setting around words; a formula is left as it is. */
const TYPE_SETTING = /\\(?:emph|text(?:sc|bf|it|tt|rm|sf)?)\s*\{([^{}\\$]*)\}/g;

/** Titles of arXiv and the ACL Anthology come as their authors typed them; elsewhere a backslash may be meant. */
function titleOf({ id, url, arxivId }: RawRecord, title: string): string {
  if (!title.includes("\\") || title.includes("$")) return title;
  const isTypeset = [arxivId, id, url].some(
    (text) => arxivIdOf(text) !== null || /^acl:|^https?:\/\/aclanthology\.org\//i.test(text ?? ""),
  );
  return isTypeset ? title.replace(TYPE_SETTING, "$1") : title;
}

/** A parsed JSON value as a record, or why it is none. */
export function recordOfJson(value: unknown): RawRecord | Problem {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    const got = value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
    const hint = value === null ? "; services answer so for an id that they do not know" : "";
    return malformed(`got ${got} where a paper is expected: a JSON object with at least a title${hint}`);
  }
  const record = recordOf(Object.entries(value));
  if (record.title !== undefined) return { ...record, title: titleOf(record, record.title) };
  const names = Object.keys(value);
  const found = names.length === 0 ? "nothing" : names.slice(0, 12).join(", ") + (names.length > 12 ? ", ..." : "");
  return malformed(`no title; the object has ${found}; a title is read from ${FIELD_NAMES.title.join(", ")}`);
}

export const isProblem = (value: RawRecord | Problem): value is Problem => "code" in value && "reason" in value;
