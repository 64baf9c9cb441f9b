import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import { type Joined, quotedId, type Reading, readingsOf } from "../../src/text/readings.js";
import type { Kind } from "../../src/vocabulary.js";
import type { Homes } from "../link/acronym-groups.js";
import { byCode, type Evidence } from "../link/evidence.js";
import { formOf } from "../link/link-paper.js";
import { acronymReader, type Context } from "../link/read-acronym.js";
import { ROWS_PER_STATEMENT } from "./link-rows.js";

const READ_CONTEXTS = statement("settle/read-contexts");
/** Acronyms whose papers are asked for at the same time: each holds its papers' words in memory. */
const ACRONYMS_AT_ONCE = 4;

/** Relationships of one entity that were read under one id. */
export interface Place {
  readonly entity: string;
  readonly readAs: string;
}

export function placesOf(evidence: readonly Place[]): Place[] {
  const places = new Map<string, Place>();
  for (const { entity, readAs } of evidence) places.set(`${entity} ${readAs}`, { entity, readAs });
  return [...places.values()].sort((a, b) => byCode(a.entity, b.entity) || byCode(a.readAs, b.readAs));
}

type Read = Pick<Evidence, "readAs" | "readName" | "readAcronym">;

/** The ambiguous acronym that a paper reads without its long form; undefined for all else that it reads. */
export function bareAcronym({ readName, readAcronym }: Read, homes: Homes): string | undefined {
  if (readAcronym || homes.ambiguous.size === 0) return undefined;
  const key = normalForm(readName);
  return homes.ambiguous.has(key) ? key : undefined;
}

/** A place as the statements ask for it: `quoted` is how its id stands in the readings of a joined relationship. */
export const quoted = ({ entity, readAs }: Place) => ({ entity, readAs, quoted: quotedId(readAs) });

interface ContextRow extends Read {
  readonly paper: string;
  readonly entity: string;
  readonly readKind: Kind;
  readonly words: string | null;
  readonly company: readonly string[];
}

interface StoredContext extends ContextRow, Joined {
  /** The id that was asked for. */
  readonly asked: string;
  readonly joinedCompany: readonly string[];
}

/** For each ambiguous acronym: paper id to the entity that the acronym means there. */
export async function readBareMentions(store: Store, evidence: readonly Evidence[], homes: Homes) {
  const meant = new Map<string, Map<string, string>>();
  const acronyms = [...homes.ambiguous.keys()];
  for (let i = 0; i < acronyms.length; i += ACRONYMS_AT_ONCE) {
    await Promise.all(
      acronyms.slice(i, i + ACRONYMS_AT_ONCE).map(async (acronym) => {
        const papers = await readAcronym(store, acronym, evidence, homes);
        if (papers) meant.set(acronym, papers);
      }),
    );
  }
  return meant;
}

/** Paper id to the entity that the acronym means there; undefined where no paper has it bare. */
async function readAcronym(store: Store, acronym: string, evidence: readonly Evidence[], homes: Homes) {
  const homeOf = (readAs: string): string => homes.home.get(readAs) ?? readAs;
  const readings = homes.ambiguous.get(acronym) ?? [];
  const bare = evidence.filter((row) => bareAcronym(row, homes) === acronym);
  if (bare.length === 0) return undefined;
  const spelled = evidence.filter(
    (row) => bareAcronym(row, homes) === undefined && readings.some(({ id }) => id === homeOf(row.readAs)),
  );
  const rows = await readContexts(store, placesOf([...bare, ...spelled]));
  const spelledOut = rows.filter((row) => bareAcronym(row, homes) === undefined);
  const read = acronymReader(
    readings.map(({ id, prior }) => {
      const own = spelledOut.filter((row) => homeOf(row.readAs) === id);
      const readAs = new Set([id, ...spelled.map((row) => row.readAs).filter((one) => homeOf(one) === id)]);
      return { id, prior, readAs, form: formOf(id).split("-"), contexts: own.map(toContext) };
    }),
  );
  const mentions = rows.filter((row) => bareAcronym(row, homes) === acronym);
  return new Map(mentions.map((row) => [row.paper, read(toContext(row))]));
}

async function readContexts(store: Store, places: readonly Place[]): Promise<ContextRow[]> {
  const rows: ContextRow[] = [];
  for (let i = 0; i < places.length; i += ROWS_PER_STATEMENT) {
    const part = places.slice(i, i + ROWS_PER_STATEMENT).map(quoted);
    for (const row of await store.read<StoredContext>(READ_CONTEXTS, { rows: part })) {
      const own = row.joined ? readingsOf(row).find(({ readAs }) => readAs === row.asked) : row;
      if (!own) continue;
      const { paper, entity, words } = row;
      const { readAs, readName, readKind, readAcronym } = own;
      const company = [...row.company, ...row.joinedCompany.flatMap(idsIn)];
      rows.push({ paper, entity, words, readAs, readName, readKind, readAcronym, company });
    }
  }
  return rows;
}

const idsIn = (joined: string): string[] => (JSON.parse(joined) as Reading[]).map(({ readAs }) => readAs);

/** What else the paper reads and says. Nothing of it may depend on where other entities stand just now. */
function toContext({ readAs, readKind, words, company }: ContextRow): Context {
  const others = [...new Set(company)].filter((id) => id !== readAs).sort(byCode);
  return { kind: readKind, company: others, words: (words ?? "").split(" ").filter(Boolean) };
}
