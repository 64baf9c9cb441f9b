import { createHash } from "node:crypto";
import { z } from "zod";
import { PapergraphError } from "../errors.js";
import { normalForm, readableForm } from "../text/normal-form.js";
import { KINDS } from "../vocabulary.js";

/** Characters of a name, of an id and of a reason. */
const NAME = 500;
const REASON = 2_000;
/** Names or papers in one decision. */
const ITEMS = 1_000;

const name = z
  .string()
  .trim()
  .max(NAME)
  .refine((text) => normalForm(text) !== "", "must be a name, with at least one letter or digit");
const entity = z
  .string()
  .trim()
  .max(NAME)
  .refine(
    (id) => id.startsWith("entity:") && normalForm(id.slice("entity:".length)) !== "",
    "must be the id of an entity, such as entity:bert",
  );
const paper = z
  .string()
  .trim()
  .min(1, "must be the id of a paper, such as arxiv:1810.04805")
  .max(NAME)
  .transform((id) => id.replace(/^(arxiv:\d{4}\.\d{4,5})v\d+$/, "$1"));
/** Sorted and each once: their order says nothing. */
const listOf = (item: z.ZodType<string, string>) =>
  z
    .array(item)
    .max(ITEMS)
    .transform((items) => [...new Set(items)].sort());
const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: "must be a date or a time with its zone, such as 2026-11-24T09:30:00Z",
});

/** Who decided, why and when. */
const signed = {
  author: name,
  reason: z.string().trim().min(1, "must say why").max(REASON),
  at: instant.transform((text) => new Date(text).toISOString()),
};

const DECISION = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("merge"), entity, into: entity, ...signed }),
  z
    .strictObject({
      op: z.literal("split"),
      entity,
      names: listOf(name).default([]),
      papers: listOf(paper).default([]),
      into: z.union([entity, name]),
      ...signed,
    })
    .refine(
      ({ names, papers }) => names.length + papers.length > 0,
      "split must say which part: by names, papers or both",
    ),
  z.strictObject({ op: z.literal("rename"), entity, name, ...signed }),
  z.strictObject({ op: z.literal("retype"), entity, kind: z.enum(KINDS), ...signed }),
  z.strictObject({ op: z.literal("addAlias"), entity, name, ...signed }),
  z.strictObject({
    op: z.literal("rejectMention"),
    paper,
    names: listOf(name).pipe(z.array(z.string()).min(1)),
    ...signed,
  }),
  z.strictObject({ op: z.literal("rejectName"), name, ...signed }),
  z.strictObject({ op: z.literal("undo"), decision: z.string().regex(/^curation:[0-9a-f]{16}$/), ...signed }),
]);

type Content = z.output<typeof DECISION>;
/** A curator's decision. Its id is made from all that it says, so that saying it twice is saying it once. */
export type Decision = Content & { readonly id: string };
export type Op = Content["op"];
export const OPS: readonly Op[] = DECISION.options.map((option) => option.shape.op.value);

/** The decision that a record says. Throws DECISION_MALFORMED with what is wrong and what is allowed. */
export function parseDecision(record: unknown): Decision {
  const { id, ...content } = isRecord(record) ? record : {};
  const result = DECISION.safeParse(isRecord(record) ? content : record);
  if (result.success) {
    const decision = withId(result.data);
    if (id === undefined || id === decision.id) return decision;
    const message = `id is ${JSON.stringify(id)}, but what it says makes ${decision.id}. Leave id out.`;
    throw new PapergraphError("DECISION_MALFORMED", `Not a decision: ${message}`);
  }
  const [issue] = result.error.issues;
  const path = issue?.path.join(".") ?? "";
  const message =
    issue?.code === "invalid_union" && path === "op"
      ? `op is ${JSON.stringify((record as { op?: unknown }).op)}; allowed are ${OPS.join(", ")}`
      : `${path === "" ? "" : `${path}: `}${issue?.message ?? "not a decision"}`;
  throw new PapergraphError("DECISION_MALFORMED", `Not a decision: ${message}. See docs/curation.md.`);
}

const isRecord = (record: unknown): record is Record<string, unknown> =>
  typeof record === "object" && record !== null && !Array.isArray(record);

function withId(content: Content): Decision {
  const keys = Object.keys(content).sort() as (keyof Content)[];
  const text = JSON.stringify(keys.map((key) => [key, content[key]]));
  return { id: `curation:${createHash("sha256").update(text).digest("hex").slice(0, 16)}`, ...content };
}

/** What a decision says without its id: as it stands in a file. */
export const contentOf = ({ id: _, ...content }: Decision): Content => content as Content;

/** The id of the entity that `into` of a split names. */
export const intoId = (into: string): string => (into.startsWith("entity:") ? into : `entity:${readableForm(into)}`);
