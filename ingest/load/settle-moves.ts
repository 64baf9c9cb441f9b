import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { packReadings, type Reading, readingsOf } from "../../src/text/readings.js";
import { joinSpans, packSpans, unpackSpans } from "../../src/text/spans.js";
import { roleStrength } from "../../src/vocabulary.js";
import type { Steering } from "../curate/steering.js";
import type { Homes } from "../link/acronym-groups.js";
import { byCode, type Evidence } from "../link/evidence.js";
import { type LinkRow, ROWS_PER_STATEMENT } from "./link-rows.js";
import { bareAcronym, placesOf, quoted, readBareMentions } from "./settle-acronyms.js";

const READ_LINKS = statement("settle/read-links");
const READ_LINKS_BETWEEN = statement("settle/read-links-between");

/** Relationships to take away and to make, so that each reading is at the entity that the corpus says. */
export interface Moves {
  readonly gone: readonly LinkRow[];
  readonly made: readonly LinkRow[];
}

/**
 * Finds the readings that stand at another entity than their home, and what becomes of the relationships that they leave
 * and come to. No reading is ever lost: what is joined today may be apart when more papers are there.
 */
export async function planMoves(
  store: Store,
  evidence: readonly Evidence[],
  homes: Homes,
  steering: Steering,
): Promise<Moves> {
  const bare = await readBareMentions(store, evidence, homes);
  const homeOf = (readAs: string): string => homes.home.get(readAs) ?? readAs;
  const away = placesOf(
    evidence.filter((row) => {
      const acronym = bareAcronym(row, homes);
      if (steering.hangsOnPaper(row)) return true;
      const meant = acronym === undefined ? [homeOf(row.readAs)] : [...(bare.get(acronym)?.values() ?? [])];
      return meant.some((home) => steering.target(home, row, "") !== row.entity);
    }),
  );
  const targetOf = (paper: string, reading: Reading): string => {
    const acronym = bareAcronym(reading, homes);
    const meant = acronym === undefined ? undefined : bare.get(acronym)?.get(paper);
    return steering.target(meant ?? homeOf(reading.readAs), reading, paper);
  };
  const gone = new Map<string, LinkRow>();
  const coming = new Map<string, { readonly paper: string; readonly entity: string; readonly readings: Reading[] }>();
  const take = (link: LinkRow) => {
    if (gone.has(placeKey(link))) return;
    gone.set(placeKey(link), link);
    for (const reading of readingsOf(link)) {
      const place = { paper: link.paper, entity: targetOf(link.paper, reading) };
      const same = coming.get(placeKey(place));
      if (same) same.readings.push(reading);
      else coming.set(placeKey(place), { ...place, readings: [reading] });
    }
  };
  for (const link of await readParts(store, READ_LINKS, away.map(quoted))) {
    if (readingsOf(link).some((reading) => targetOf(link.paper, reading) !== link.entity)) take(link);
  }
  const places = [...coming.values()].map(({ paper, entity }) => ({ paper, entity }));
  for (const link of await readParts(store, READ_LINKS_BETWEEN, places)) take(link);
  const made = [...coming.values()].map(({ paper, entity, readings }) => joinReadings(paper, entity, readings));
  return { gone: [...gone.values()], made };
}

const placeKey = ({ paper, entity }: { paper: string; entity: string }): string => `${paper} ${entity}`;

async function readParts(
  store: Store,
  list: typeof READ_LINKS,
  rows: readonly { readonly [name: string]: string }[],
): Promise<LinkRow[]> {
  const links: LinkRow[] = [];
  for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
    links.push(...(await store.read<LinkRow>(list, { rows: rows.slice(i, i + ROWS_PER_STATEMENT) })));
  }
  return links;
}

/** One relationship per paper and entity: the strongest role, the highest confidence, all places. */
export function joinReadings(paper: string, entity: string, readings: readonly Reading[]): LinkRow {
  const sorted = [...readings].sort((a, b) => byCode(a.readAs, b.readAs));
  // What the paper reads under the entity's own id says more of it than a bare acronym.
  const own = sorted.find(({ readAs }) => readAs === entity) ?? (sorted[0] as Reading);
  if (sorted.length === 1) return { ...own, paper, entity };
  return {
    ...own,
    ...{ paper, entity },
    role: sorted.map(({ role }) => role).reduce((a, b) => (roleStrength(a) <= roleStrength(b) ? a : b)),
    confidence: Math.max(...sorted.map(({ confidence }) => confidence)),
    spans: packSpans(sorted.map(({ spans }) => unpackSpans(spans)).reduce(joinSpans)),
    joined: packReadings(sorted),
  };
}
