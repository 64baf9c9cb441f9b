import { statement } from "../../src/store/statements.js";
import type { Params, Statement, Value, Write } from "../../src/store/store.js";
import type { Reading } from "../../src/text/readings.js";
import type { Role } from "../../src/vocabulary.js";

/** A relationship as the statements of cypher/load/link-*.cypher take it and cypher/settle/read-links*.cypher give it. */
export interface LinkRow extends Reading {
  readonly paper: string;
  readonly entity: string;
  /** The readings, where it stands for several: see src/text/readings.ts. */
  readonly joined?: string | null | undefined;
}

/** Rows of one statement; more would hold the event loop and the engine's memory (cypher/README.md). */
export const ROWS_PER_STATEMENT = 1000;

const SET_JOINED = statement("settle/set-joined");
const LINK: Readonly<Record<Role, Statement>> = {
  INTRODUCES: statement("load/link-introduces"),
  EVALUATES: statement("load/link-evaluates"),
  USES: statement("load/link-uses"),
  COMPARES: statement("load/link-compares"),
  MENTIONS: statement("load/link-mentions"),
};

/** The writes of a statement over rows, in parts of ROWS_PER_STATEMENT; none for no rows. */
export function writesOf(statement: Statement, parameter: string, rows: readonly Value[]): Write[] {
  const writes: Write[] = [];
  for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
    const params: Params = { [parameter]: rows.slice(i, i + ROWS_PER_STATEMENT) };
    writes.push({ statement, params });
  }
  return writes;
}

/** The writes that create relationships; a relationship's type cannot be a parameter, so one statement per role. */
export function linkWrites(rows: readonly LinkRow[]): Write[] {
  const roles = Object.keys(LINK) as Role[];
  const joined = rows.flatMap(({ paper, entity, joined }) => (joined ? [{ paper, entity, joined }] : []));
  return [
    ...roles.flatMap((role) =>
      writesOf(
        LINK[role],
        "rows",
        rows.filter((row) => row.role === role).map(({ role: _, joined: __, ...row }) => ({ ...row })),
      ),
    ),
    ...writesOf(SET_JOINED, "rows", joined),
  ];
}
