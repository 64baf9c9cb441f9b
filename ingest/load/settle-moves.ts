import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { joinSpans, packSpans, unpackSpans } from "../../src/text/spans.js";
import { roleStrength } from "../../src/vocabulary.js";
import type { Homes } from "../link/acronym-groups.js";
import { byCode, type Evidence } from "../link/evidence.js";
import { type LinkRow, ROWS_PER_STATEMENT } from "./link-rows.js";
import { bareAcronym, placesOf, readBareMentions } from "./settle-acronyms.js";

const READ_LINKS = statement("settle/read-links");
const READ_LINKS_BETWEEN = statement("settle/read-links-between");

/** Relationships to take away and to make, so that each is at the entity that the corpus says. */
export interface Moves {
  readonly gone: readonly LinkRow[];
  readonly made: readonly LinkRow[];
}

/** Finds the relationships that stand at another entity than their home, and what becomes of them. */
export async function planMoves(store: Store, evidence: readonly Evidence[], homes: Homes): Promise<Moves> {
  const readings = await readBareMentions(store, evidence, homes);
  const homeOf = (readAs: string): string => homes.home.get(readAs) ?? readAs;
  const away = placesOf(
    evidence.filter((row) => {
      const acronym = bareAcronym(row, homes);
      if (acronym === undefined) return homeOf(row.readAs) !== row.entity;
      return [...(readings.get(acronym)?.values() ?? [])].some((meant) => meant !== row.entity);
    }),
  );
  const rows: LinkRow[] = [];
  for (let i = 0; i < away.length; i += ROWS_PER_STATEMENT) {
    const part = away.slice(i, i + ROWS_PER_STATEMENT).map((place) => ({ ...place }));
    rows.push(...(await store.read<LinkRow>(READ_LINKS, { rows: part })));
  }
  const moving = rows
    .map((row) => {
      const acronym = bareAcronym(row, homes);
      const meant = acronym === undefined ? undefined : readings.get(acronym)?.get(row.paper);
      return { row, target: meant ?? homeOf(row.readAs) };
    })
    .filter(({ row, target }) => row.entity !== target)
    .sort((a, b) => byCode(a.row.paper, b.row.paper) || byCode(a.row.readAs, b.row.readAs));
  if (moving.length === 0) return { gone: [], made: [] };
  const standing = await linksBetween(
    store,
    moving.map(({ row, target }) => ({ paper: row.paper, entity: target })),
  );
  const leaving = new Set(moving.map(({ row }) => placeKey(row)));
  const gone = new Map<string, LinkRow>(moving.map(({ row }) => [placeKey(row), row]));
  const made = new Map<string, LinkRow>();
  for (const { row, target } of moving) {
    const link: LinkRow = { ...row, entity: target };
    const key = placeKey(link);
    const before = made.get(key) ?? (leaving.has(key) ? undefined : standing.get(key));
    if (before && !made.has(key)) gone.set(key, before);
    made.set(key, before ? joinLinks(before, link) : link);
  }
  return { gone: [...gone.values()], made: [...made.values()] };
}

const placeKey = ({ paper, entity }: { paper: string; entity: string }): string => `${paper} ${entity}`;

async function linksBetween(store: Store, pairs: readonly { paper: string; entity: string }[]) {
  const standing = new Map<string, LinkRow>();
  for (let i = 0; i < pairs.length; i += ROWS_PER_STATEMENT) {
    const rows = pairs.slice(i, i + ROWS_PER_STATEMENT);
    for (const row of await store.read<LinkRow>(READ_LINKS_BETWEEN, { rows })) standing.set(placeKey(row), row);
  }
  return standing;
}

/** One relationship per paper and entity: the strongest role, the highest confidence, all places. */
function joinLinks(a: LinkRow, b: LinkRow): LinkRow {
  // What the paper reads under the entity's own id says more of it than a bare acronym.
  const [own, other] = b.readAs === b.entity && a.readAs !== a.entity ? [b, a] : [a, b];
  return {
    ...own,
    role: roleStrength(own.role) <= roleStrength(other.role) ? own.role : other.role,
    confidence: Math.max(own.confidence, other.confidence),
    spans: packSpans(joinSpans(unpackSpans(own.spans), unpackSpans(other.spans))),
  };
}
