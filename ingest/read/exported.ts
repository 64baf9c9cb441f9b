import { z } from "zod";
import { metricOf } from "../../src/text/metric.js";
import { normalForm } from "../../src/text/normal-form.js";
import { KINDS, ROLES, type Span } from "../../src/vocabulary.js";
import type { Paper } from "../paper.js";
import { LIMITS } from "./limits.js";
import { malformed, type Problem } from "./reader.js";

/** Without control characters (line breaks among them) and halves of surrogate pairs, as all text in the graph. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !/[\p{Cc}\p{Surrogate}]/u.test(value), "not as papergraph writes text");

const filled = (longest: number) => text(longest).min(1);
const optional = (longest: number) => filled(longest).nullable().default(null);
const list = (most: number, longest: number) => z.array(filled(longest)).max(most).default([]);
const address = filled(LIMITS.url).refine(
  (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
  "not a web address",
);
const named = filled(LIMITS.mentionName).refine((name) => normalForm(name) !== "", "not a name");

const SPAN = z.object({ field: z.enum(["title", "abstract"]), start: z.int().min(0), end: z.int().min(1) });

const MENTION = z.object({
  name: named,
  acronym: named.optional(),
  kind: z.enum(KINDS),
  role: z.enum(ROLES),
  confidence: z.number().min(0).max(1),
  spans: z.array(SPAN).max(LIMITS.abstract),
  readAs: filled(LIMITS.mentionName).regex(/^entity:\S+$/u),
});

const RESULT = z.object({
  dataset: named,
  task: text(LIMITS.mentionName).optional(),
  split: text(LIMITS.mentionName).optional(),
  model: text(LIMITS.mentionName).optional(),
  metric: filled(LIMITS.mentionName).refine((name) => metricOf(name).metric !== "", "not a metric"),
  value: z.number(),
  written: text(LIMITS.mentionName),
  nth: z.int().min(1).optional(),
  source: text(LIMITS.mentionName),
  url: text(LIMITS.url).optional(),
});

const EXPORTED = z.object({
  id: filled(LIMITS.url).regex(/^(?!entity:)\S+$/u),
  title: filled(LIMITS.title),
  abstract: text(LIMITS.abstract).default(""),
  year: z.int().min(0).max(9999).nullable().default(null),
  date: z.union([z.literal(""), z.iso.date(), z.string().regex(/^\d{4}(-\d{2})?$/)]).default(""),
  venue: optional(LIMITS.venue),
  authors: list(LIMITS.authors, LIMITS.author),
  url: address.nullable().default(null),
  doi: optional(LIMITS.url),
  arxivId: optional(LIMITS.id),
  codeUrls: z.array(address).max(LIMITS.codeUrls).default([]),
  collections: list(LIMITS.codeUrls, LIMITS.venue),
  extractorVersion: filled(LIMITS.id),
  mentions: z.array(MENTION).max(LIMITS.mentions),
  results: z.array(RESULT).max(LIMITS.results).optional(),
});

/**
 * The paper in a record that `papergraph export` wrote: everything as it is, with what was read in it. Such a record says
 * which version of the extractor read its `mentions`. Undefined for any other record, the problem for one that is not right.
 */
export function exportedPaper(value: unknown): Paper | Problem | undefined {
  const fields = value as { extractorVersion?: unknown; mentions?: unknown } | null;
  if (typeof fields?.extractorVersion !== "string" || !Array.isArray(fields.mentions)) return undefined;
  const { success, data, error } = EXPORTED.safeParse(value);
  if (!success) return malformed(`not as an export of papergraph: ${reasonOf(error)}`);
  const { extractorVersion, mentions, collections, results, ...own } = data;
  const links = mentions.map(({ name, acronym, kind, ...link }) => ({
    ...link,
    readName: name,
    readKind: kind,
    readAcronym: acronym ?? "",
  }));
  const seen = new Set<string>();
  for (const [i, { readAs, spans }] of links.entries()) {
    const wrong = seen.has(readAs) ? "its readAs is that of another one" : wrongSpan(spans, own);
    if (wrong) return malformed(`mentions.${i}: ${wrong}`);
    seen.add(readAs);
  }
  const reported = results ? { results } : {};
  return { ...own, ...reported, collections: [...new Set(collections)].sort(), reading: { extractorVersion, links } };
}

const reasonOf = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, 2)
    .map(({ path, message }) => `${path.join(".")}: ${message}`)
    .join("; ");

/** What is wrong with the places of a mention: they are in order, apart, within the text, and cut no character. */
function wrongSpan(spans: readonly Span[], paper: Readonly<Record<Span["field"], string>>): string | undefined {
  let before: Span | undefined;
  for (const span of spans) {
    const { field, start, end } = span;
    const length = paper[field].length;
    if (start >= end || end > length) return `${field} ${start} to ${end}, where the ${field} is 0 to ${length}`;
    if (cutsCharacter(paper[field], start) || cutsCharacter(paper[field], end))
      return `${field} ${start} to ${end} cuts a character`;
    const isInOrder = before?.field === field ? start >= before.end : field === "abstract" || before === undefined;
    if (!isInOrder) return `${field} ${start} to ${end} is not after the place before it`;
    before = span;
  }
  return undefined;
}

/** Whether a place is within a surrogate pair. */
const cutsCharacter = (text: string, at: number): boolean =>
  at > 0 && /[\ud800-\udbff]/.test(text[at - 1] as string) && /[\udc00-\udfff]/.test(text[at] ?? "");
