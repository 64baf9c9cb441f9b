import { contentOf, type Decision, intoId } from "../../src/curation/decision.js";
import { statement } from "../../src/store/statements.js";
import type { Store, Write } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import { findAliased } from "../identity/stored-papers.js";
import { byCode } from "../link/evidence.js";
import { keyOf, type LookUpName } from "../link/link-paper.js";
import { ROWS_PER_STATEMENT, writesOf } from "../load/link-rows.js";
import { settle } from "../load/settle.js";

const GET_DECISIONS = statement("curate/get-decisions");
const KEEP_DECISIONS = statement("curate/keep-decisions");
const MARK_NAMED = statement("curate/mark-named");
const MARK_OF_PAPERS = statement("curate/mark-of-papers");
const DOUBT_NAMED = statement("curate/doubt-named");
const DOUBT_OF_PAPERS = statement("curate/doubt-of-papers");

export interface CurateReport {
  /** Decisions that are new to the graph. */
  readonly added: number;
  /** Those that it has already. */
  readonly known: number;
  /** Entities decided anew. */
  readonly settled: number;
}

export interface ApplyOptions {
  /** When they are applied, ISO. */
  readonly now?: string;
  readonly dryRun?: boolean | undefined;
  /** Ends settling between two batches. */
  readonly signal?: AbortSignal | undefined;
  readonly onSettled?: ((settled: number) => void) | undefined;
}

/**
 * Keeps decisions in the graph, in one transaction with the marks of what they concern, and settles that. Decisions that
 * are there already change nothing. A stop anywhere is made good by the next command that settles.
 */
export async function applyDecisions(
  store: Store,
  lookUp: LookUpName,
  decisions: readonly Decision[],
  { now = new Date().toISOString(), dryRun, signal, onSettled }: ApplyOptions = {},
): Promise<CurateReport> {
  const given = new Map(decisions.map((decision) => [decision.id, decision]));
  const known = await knownOf(store, [...given.keys()]);
  const fresh = [...given.values()].filter(({ id }) => !known.has(id));
  const report = { added: fresh.length, known: given.size - fresh.length };
  if (dryRun) return { ...report, settled: 0 };
  if (fresh.length > 0) await store.write(await writesFor(store, fresh, now));
  const settled = await settle(store, lookUp, { signal, onProgress: onSettled });
  return { ...report, settled };
}

/** Those of the decisions that the graph keeps. */
async function knownOf(store: Store, ids: readonly string[]): Promise<Map<string, Decision>> {
  const known = new Map<string, Decision>();
  for (let i = 0; i < ids.length; i += ROWS_PER_STATEMENT) {
    const rows = await store.read<{ id: string; content: string }>(GET_DECISIONS, {
      ids: ids.slice(i, i + ROWS_PER_STATEMENT),
    });
    for (const { id, content } of rows) known.set(id, { id, ...JSON.parse(content) } as Decision);
  }
  return known;
}

async function writesFor(store: Store, fresh: readonly Decision[], appliedAt: string): Promise<Write[]> {
  const undone = await undoneBy(store, fresh);
  const concerned = [...fresh, ...undone];
  const rows = fresh.map((decision) => {
    const { id, op, at, author } = decision;
    return { id, op, at, author, content: JSON.stringify(contentOf(decision)), appliedAt };
  });
  const aliased = await findAliased(store, concerned.flatMap(papersIn));
  const papers = unique(concerned.flatMap(papersIn).map((id) => aliased.get(id) ?? id));
  const rejected = undone.flatMap((decision) => (decision.op === "rejectName" ? [normalForm(decision.name)] : []));
  const doubtful = undone.flatMap((decision) => (decision.op === "rejectMention" ? [decision.paper] : []));
  return [
    ...writesOf(KEEP_DECISIONS, "rows", rows),
    ...writesOf(MARK_NAMED, "keys", unique(concerned.flatMap(namesIn))),
    ...writesOf(MARK_OF_PAPERS, "ids", papers),
    ...writesOf(DOUBT_NAMED, "keys", unique(rejected)),
    ...writesOf(DOUBT_OF_PAPERS, "ids", unique(doubtful.map((id) => aliased.get(id) ?? id))),
  ];
}

/** The decisions that these undo, or whose undoing they undo, and so on. */
async function undoneBy(store: Store, fresh: readonly Decision[]): Promise<Decision[]> {
  const own = new Map(fresh.map((decision) => [decision.id, decision]));
  const found = new Map<string, Decision>();
  for (let next: readonly Decision[] = fresh; next.length > 0; ) {
    const ids = unique(next.flatMap((each) => (each.op === "undo" ? [each.decision] : []))).filter(
      (id) => !found.has(id),
    );
    const known = await knownOf(
      store,
      ids.filter((id) => !own.has(id)),
    );
    next = ids.flatMap((id) => own.get(id) ?? known.get(id) ?? []);
    for (const decision of next) found.set(decision.id, decision);
  }
  return [...found.values()];
}

/** The normal forms of the names by which what a decision concerns is found. */
function namesIn(decision: Decision): string[] {
  switch (decision.op) {
    case "merge":
      return [keyOf(decision.entity), keyOf(decision.into)];
    case "split":
      return [keyOf(decision.entity), keyOf(intoId(decision.into)), ...decision.names.map(normalForm)];
    case "addAlias":
      return [keyOf(decision.entity), normalForm(decision.name)];
    case "rename":
    case "retype":
      return [keyOf(decision.entity)];
    case "rejectName":
      return [normalForm(decision.name)];
    default:
      return [];
  }
}

const papersIn = (decision: Decision): readonly string[] =>
  decision.op === "rejectMention" ? [decision.paper] : decision.op === "split" ? decision.papers : [];

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort(byCode);
