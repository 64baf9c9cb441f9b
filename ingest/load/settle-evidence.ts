import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import type { Reading } from "../../src/text/readings.js";
import type { Evidence } from "../link/evidence.js";
import { keyOf } from "../link/link-paper.js";
import type { Moves } from "./settle-moves.js";

const READ_EVIDENCE = statement("settle/read-evidence");

/** What the papers of these entities are linked by, counted; `joined` where a relationship stands for several readings. */
export interface StoredEvidence extends Evidence {
  readonly joined: string | null;
}

export const readEvidence = async (store: Store, ids: readonly string[]): Promise<StoredEvidence[]> =>
  ids.length === 0 ? [] : store.read<StoredEvidence>(READ_EVIDENCE, { ids });

/** Every reading as evidence of its own: by it is decided where each belongs. */
export const eachReading = (evidence: readonly StoredEvidence[]): Evidence[] =>
  evidence.flatMap(({ joined, ...row }) =>
    joined ? (JSON.parse(joined) as Reading[]).map((reading) => evidenceOf(row.entity, reading, row.papers)) : [row],
  );

const evidenceOf = (entity: string, reading: Reading, papers: number): Evidence => {
  const { role, readAs, readName, readKind, readAcronym } = reading;
  return { entity, readAs, readName, readKind, readAcronym, papers, introducing: role === "INTRODUCES" ? papers : 0 };
};

/** The names of each entity that stand only in joined readings: they vote for nothing, but name it. */
export function namesOfJoined(evidence: readonly StoredEvidence[], { gone, made }: Moves): Map<string, Set<string>> {
  const papers = new Map<string, Map<string, number>>();
  const count = (entity: string, joined: string | null | undefined, by: number) => {
    if (!joined) return;
    const counts = papers.get(entity) ?? new Map<string, number>();
    papers.set(entity, counts.set(joined, (counts.get(joined) ?? 0) + by));
  };
  for (const row of evidence) count(row.entity, row.joined, row.papers);
  for (const link of gone) count(link.entity, link.joined, -1);
  for (const link of made) count(link.entity, link.joined, 1);
  const names = new Map<string, Set<string>>();
  for (const [entity, counts] of papers) {
    const readings = [...counts].flatMap(([joined, n]) => (n > 0 ? (JSON.parse(joined) as Reading[]) : []));
    const keys = readings.flatMap(({ readAs, readName, readAcronym }) => {
      return [keyOf(readAs), normalForm(readName), normalForm(readAcronym)];
    });
    names.set(entity, new Set(keys.filter(Boolean)));
  }
  return names;
}

/** The evidence as it is after the moves, a vote for each relationship: by it each entity is decided. */
export function applyMoves(evidence: readonly Evidence[], { gone, made }: Moves): Evidence[] {
  const moved = new Set([...gone, ...made].map(({ entity }) => entity));
  const rows = new Map<string, Evidence>();
  const add = (row: Evidence) => {
    const { entity, readAs, readName, readKind, readAcronym } = row;
    const key = JSON.stringify([entity, readAs, readName, readKind, readAcronym]);
    const sum = rows.get(key);
    const [papers, introducing] = [row.papers + (sum?.papers ?? 0), row.introducing + (sum?.introducing ?? 0)];
    rows.set(key, { ...row, papers, introducing });
  };
  for (const row of evidence) if (moved.has(row.entity)) add(row);
  for (const link of gone) add(evidenceOf(link.entity, link, -1));
  for (const link of made) add(evidenceOf(link.entity, link, 1));
  return [
    ...evidence.filter(({ entity }) => !moved.has(entity)),
    ...[...rows.values()].filter(({ papers }) => papers > 0),
  ];
}
