import type { Applied } from "../../src/curation/curator.js";
import type { Decision as Content } from "../../src/curation/decision.js";
import { type Context, query } from "../context.js";
import type { Decision } from "../curation.type.js";
import { once } from "../once.js";

const PAGE = 1000;

interface Row {
  readonly id: string;
  readonly content: string;
}

/** A decision as the schema shows it; whether it holds is looked up when it is selected. */
export function decisionOf({ decision, appliedAt }: Applied, holds: (id: string) => Promise<boolean>) {
  const { id, op, author, reason, at } = decision;
  const said: Partial<Record<string, unknown>> = decision;
  const own = {
    entity: said.entity ?? null,
    into: said.into ?? null,
    name: said.name ?? null,
    kind: said.kind ?? null,
    decision: said.decision ?? null,
    names: said.names ?? [],
    papers: said.papers ?? (said.paper === undefined ? [] : [said.paper]),
  };
  return { id, op, author, reason, at, appliedAt, ...own, holds: () => holds(id) } as unknown as Decision;
}

export const contentIn = ({ id, content }: Row): Content => ({ id, ...JSON.parse(content) }) as Content;

/** Whether no decision that holds undoes the one with the id; all undoing ones are read once. */
export function holding(context: Context): (id: string) => Promise<boolean> {
  const undos = once(async () => {
    const byTarget = new Map<string, string[]>();
    for (let after = ""; ; ) {
      const rows = await context.read<Row>(query("curate/list-undos", { after, limit: PAGE }));
      for (const row of rows) {
        const { id, decision } = contentIn(row) as Content & { readonly decision: string };
        byTarget.set(decision, [...(byTarget.get(decision) ?? []), id]);
      }
      if (rows.length < PAGE) return byTarget;
      after = rows.at(-1)?.id ?? "";
    }
  });
  return async (id) => {
    const byTarget = await undos();
    const holds = (one: string): boolean => !(byTarget.get(one) ?? []).some(holds);
    return holds(id);
  };
}

/** The decision with this id, or undefined. */
export async function loadDecision(context: Context, id: string): Promise<Content | undefined> {
  const [row] = await context.read<Row>(query("curate/get-decisions", { ids: [id] }));
  return row && contentIn(row);
}
