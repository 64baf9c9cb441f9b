import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { joinSpans, packSpans, unpackSpans } from "../../src/text/spans.js";
import { type Kind, roleStrength } from "../../src/vocabulary.js";
import type { Homes } from "../link/acronym-groups.js";
import { byCode, type Evidence } from "../link/evidence.js";
import { type BareMention, type Reading, readAcronym } from "../link/read-acronym.js";
import { type LinkRow, ROWS_PER_STATEMENT } from "./link-rows.js";

const READ_LINKS = statement("settle/read-links");
const READ_LINKS_BETWEEN = statement("settle/read-links-between");
const READ_COMPANY = statement("settle/read-company");
const READ_BARE_PAPERS = statement("settle/read-bare-papers");

/** Relationships to take away and to make, so that each is at the entity that the corpus says. */
export interface Moves {
  readonly gone: readonly LinkRow[];
  readonly made: readonly LinkRow[];
}

/** Finds the relationships that stand at another entity than their home, and what becomes of them. */
export async function planMoves(store: Store, evidence: readonly Evidence[], homes: Homes): Promise<Moves> {
  const places = placesOf(evidence);
  const readings = await readBareMentions(store, evidence, homes);
  const away = places.filter(({ entity, readAs }) =>
    homes.ambiguous.has(readAs)
      ? [...(readings.get(readAs)?.values() ?? [])].some((home) => home !== entity)
      : (homes.home.get(readAs) ?? readAs) !== entity,
  );
  const rows = await store.read<LinkRow>(READ_LINKS, { rows: away });
  const moving = rows
    .map((row) => ({
      row,
      target: readings.get(row.readAs)?.get(row.paper) ?? homes.home.get(row.readAs) ?? row.readAs,
    }))
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

interface Place {
  readonly entity: string;
  readonly readAs: string;
}

function placesOf(evidence: readonly Evidence[]): { entity: string; readAs: string }[] {
  const places = new Map<string, { entity: string; readAs: string }>();
  for (const { entity, readAs } of evidence) places.set(`${entity} ${readAs}`, { entity, readAs });
  return [...places.values()].sort((a, b) => byCode(a.entity, b.entity) || byCode(a.readAs, b.readAs));
}

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

/** For each ambiguous bare acronym: paper id to the entity that it means there. */
async function readBareMentions(store: Store, evidence: readonly Evidence[], homes: Homes) {
  const meant = new Map<string, Map<string, string>>();
  const places = placesOf(evidence);
  for (const [bare, longForms] of homes.ambiguous) {
    const bares = places.filter(({ readAs }) => readAs === bare);
    if (bares.length === 0) continue;
    const spelled = places.filter(({ readAs }) => readAs !== bare && longForms.includes(readAs));
    const readings = await readingsOf(store, longForms, spelled, evidence);
    const papers = new Map<string, string>();
    meant.set(bare, papers);
    const mentions = await store.read<BareMention & { paper: string }>(READ_BARE_PAPERS, { rows: bares });
    for (const mention of mentions) {
      const reading = readAcronym(mention, readings);
      papers.set(mention.paper, homes.home.get(reading) ?? reading);
    }
  }
  return meant;
}

async function readingsOf(
  store: Store,
  longForms: readonly string[],
  spelled: readonly Place[],
  evidence: readonly Evidence[],
): Promise<Reading[]> {
  interface CompanyRow {
    readonly candidate: string;
    readonly readAs: string;
    readonly papers: number;
  }
  const rows = await store.read<CompanyRow>(READ_COMPANY, { rows: spelled.map((place) => ({ ...place })) });
  return longForms.map((id) => {
    const own = evidence.filter((row) => row.readAs === id);
    const kinds = new Map<Kind, number>();
    for (const row of own) kinds.set(row.readKind, (kinds.get(row.readKind) ?? 0) + row.papers);
    const company = new Map<string, number>();
    for (const row of rows)
      if (row.candidate === id && row.readAs !== id)
        company.set(row.readAs, (company.get(row.readAs) ?? 0) + row.papers);
    return { id, papers: own.reduce((sum, row) => sum + row.papers, 0), kinds, company };
  });
}
