import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { PapergraphError } from "../src/errors.js";
import { LIMITS } from "../src/limits.js";
import { Connection, type Edge } from "./connection/connection.js";
import { AFTER, FIRST, pageRequest } from "./connection/page-args.js";
import { type Context, query } from "./context.js";
import { type Decision, DecisionConnection } from "./curation.type.js";
import { contentIn, decisionOf, holding } from "./load/decisions.js";

interface Row {
  readonly id: string;
  readonly content: string;
  readonly appliedAt: string;
}

@Resolver(() => DecisionConnection)
export class ChangesResolver {
  @Query(() => DecisionConnection, {
    description: "What curators decided, undone or not, in the order in which this graph took it.",
  })
  changes(
    @Ctx() context: Context,
    @Arg("since", () => String, {
      nullable: true,
      description: "Only what the graph took at or after this time, ISO: 2026-11-24 or 2026-11-24T09:30:00Z.",
    })
    since: string | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    const from = since === null || since === undefined ? "" : instantOf(since);
    const request = pageRequest({ first, after }, "changes", "string");
    const holds = holding(context);
    return new Connection<Row, Edge<Decision>>({
      request,
      rows: () => {
        const { key: at, id } = request.after ?? { key: "", id: "" };
        return context.read(query("curate/list-changes", { since: from, at, id, limit: request.size + 1 }));
      },
      place: ({ appliedAt, id }) => ({ key: appliedAt, id }),
      edge: (row, cursor) => {
        return { cursor, node: decisionOf({ decision: contentIn(row), appliedAt: row.appliedAt }, holds) };
      },
      count: async () => {
        const [row] = await context.read<{ decisions: number }>(query("curate/count-changes", { since: from }));
        return row?.decisions ?? 0;
      },
    });
  }
}

/** The time as the graph writes it, so that texts compare as times do. */
function instantOf(text: string): string {
  const isInstant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const time = isInstant ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  const message = `\`since\` is ${JSON.stringify(text)}; it must be a date or a time with its zone, such as 2026-11-24T09:30:00Z.`;
  throw new PapergraphError("BAD_ARGUMENT", message, { got: text });
}
