import { statement } from "../../src/store/statements.js";
import type { Store, Value, Write } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import { storedWords } from "../../src/text/search-words.js";
import { packSpans } from "../../src/text/spans.js";
import type { Kind } from "../../src/vocabulary.js";
import { titleKey } from "../identity/keys.js";
import type { Identity } from "../identity/resolve.js";
import { byCode } from "../link/evidence.js";
import { keyOf, type Link } from "../link/link-paper.js";
import type { Paper } from "../paper.js";
import { contentHash } from "./content-hash.js";
import type { Papers } from "./first-load.js";
import { identityWrites, inheritWrites, leavingWrites } from "./identity-writes.js";
import { type LinkRow, linkWrites, writesOf } from "./link-rows.js";
import type { Written } from "./written.js";

const GET_HASHES = statement("load/get-hashes");
const UPSERT_PAPERS = statement("load/upsert-papers");
const SET_COLLECTIONS = statement("load/set-collections");
const UNLINK_PAPERS = statement("load/unlink-papers");
const RELEASE_WITHHELD = statement("curate/release-papers");
const TOUCH_ENTITIES = statement("load/touch-entities");
const MERGE_NAMES = statement("load/merge-names");
const NAME_ENTITIES = statement("load/name-entities");

/** What a paper needs; `records`: only what its sources say of it is new, and none of that is in the paper. */
export type Need = "new" | "changed" | "records" | "collections" | "nothing";

/** A paper beside what the store has of it. */
export interface Sorted {
  readonly paper: Paper;
  readonly hash: string;
  readonly need: Need;
  /** The collections of the paper in the store and of this one, sorted. */
  readonly collections: readonly string[];
  /** Who it is; undefined where that is not to be changed. */
  readonly identity?: Identity | undefined;
}

interface Stored {
  readonly id: string;
  readonly contentHash: string | null;
  readonly extractorVersion: string | null;
  readonly collections: readonly string[] | null;
  readonly records: readonly string[] | null;
}

/** Compares papers with the store, so that only new and changed ones are extracted. Ids must be distinct. */
export async function sortPapers(
  store: Papers,
  papers: readonly Paper[],
  extractorVersion: string,
  identities: ReadonlyMap<string, Identity> = new Map(),
): Promise<Sorted[]> {
  const rows = await store.read<Stored>(GET_HASHES, { ids: papers.map((paper) => paper.id) });
  const stored = new Map(rows.map((row) => [row.id, row]));
  return papers.map((paper) => {
    const hash = contentHash(paper);
    const before = stored.get(paper.id);
    const identity = identities.get(paper.id);
    const collections = [...new Set([...(before?.collections ?? []), ...paper.collections])].sort(byCode);
    let need: Need = "nothing";
    if (!before) need = "new";
    else if (before.contentHash !== hash || before.extractorVersion !== extractorVersion) need = "changed";
    else if (identity && identity.marks.join("\n") !== (before.records ?? []).join("\n")) need = "records";
    else if (collections.length !== (before.collections ?? []).length) need = "collections";
    return { paper, hash, need, collections, identity };
  });
}

/** A paper to be written, with what it reads. */
export interface Loadable extends Sorted {
  readonly links: readonly Link[];
}

/** A batch as rows, ready to be written: made ahead, while the batch before is being written. */
export interface PreparedBatch {
  readonly papers: readonly Write[];
  readonly entities: ReturnType<typeof entitiesOf>;
  readonly names: ReturnType<typeof namesOf>;
  /** Relationships and what else follows the entities. */
  readonly links: readonly Write[];
}

/** Papers that are `gone` are part of others now. */
export function prepareBatch(
  batch: readonly Loadable[],
  extractorVersion: string,
  gone: readonly string[] = [],
): PreparedBatch {
  const written = batch.filter(({ need }) => need === "new" || need === "changed");
  const sorted = [...written].sort((a, b) => byCode(a.paper.id, b.paper.id));
  const links = sorted.flatMap(({ paper, links }) => links.map((link) => linkRow(paper.id, link)));
  const collected = batch.filter(({ need }) => need === "collections" || need === "records");
  return {
    papers: [
      ...writesOf(
        UPSERT_PAPERS,
        "rows",
        sorted.map((loadable) => paperRow(loadable, extractorVersion)),
      ),
      ...inheritWrites(gone, batch),
      ...leavingWrites(gone),
      // New papers too: where the answer to a write was lost and it runs again, they are linked already.
      ...writesOf(
        UNLINK_PAPERS,
        "ids",
        sorted.map(({ paper }) => paper.id),
      ),
      ...writesOf(
        RELEASE_WITHHELD,
        "ids",
        sorted.filter(({ need }) => need === "changed").map(({ paper }) => paper.id),
      ),
    ],
    entities: entitiesOf(links),
    names: namesOf(links),
    links: [
      ...linkWrites(links),
      ...writesOf(
        SET_COLLECTIONS,
        "rows",
        collected.map(({ paper, collections }) => ({ id: paper.id, collections })),
      ),
      ...identityWrites(batch.filter(({ need }) => need !== "nothing" && need !== "collections")),
    ],
  };
}

/**
 * Writes papers and their links in one transaction: all or none, and safe to run twice. Entities that were touched are
 * marked for settling; their kind, name and count are provisional until then. `before` is what the run has written
 * already, where it may be relied on.
 */
export async function writeBatch(store: Store, batch: PreparedBatch, before?: Written): Promise<void> {
  const entities = batch.entities.filter(({ id }) => !before?.hasEntity(id));
  const names = batch.names.filter((name) => !before?.hasName(name));
  const writes = [...batch.papers, ...namedWrites(entities, names), ...batch.links];
  if (writes.length > 0) await store.write(writes);
  before?.add(entities, names);
}

const namedWrites = (entities: PreparedBatch["entities"], names: PreparedBatch["names"]): Write[] => [
  ...writesOf(TOUCH_ENTITIES, "rows", entities),
  ...writesOf(MERGE_NAMES, "keys", [...new Set(names.map(({ key }) => key))].sort(byCode)),
  ...writesOf(NAME_ENTITIES, "rows", names),
];

/** The writes that make and mark the entities of what papers read, with their names. */
export const entityWrites = (read: readonly Read[]): Write[] => namedWrites(entitiesOf(read), namesOf(read));

/** Both at once. */
export const loadBatch = (store: Store, batch: readonly Loadable[], extractorVersion: string): Promise<void> =>
  writeBatch(store, prepareBatch(batch, extractorVersion));

const linkRow = (paper: string, link: Link): LinkRow => ({
  paper,
  entity: link.readAs,
  role: link.role,
  confidence: link.confidence,
  spans: packSpans(link.spans),
  readAs: link.readAs,
  readName: link.readName,
  readKind: link.readKind,
  readAcronym: link.readAcronym,
});

function paperRow({ paper, hash, collections, identity }: Loadable, extractorVersion: string): Value {
  const { id, title, abstract, year, date, venue, authors, url, doi, arxivId, codeUrls } = paper;
  const words = storedWords(title, abstract);
  const own = { id, title, words, abstract, year, date, venue, authors, url, doi, arxivId, codeUrls };
  const marks = identity ? { records: [...identity.marks], titleKey: titleKey(paper) } : {};
  return { ...own, ...marks, collections, contentHash: hash, extractorVersion };
}

/** What is written of a new entity until the corpus decides. */
export const provisional = (id: string, name: string, kind: Kind) => ({ id, name, kind, words: storedWords(name, []) });

type Read = Pick<LinkRow, "readAs" | "readName" | "readKind" | "readAcronym">;

function entitiesOf(links: readonly Read[]): ReturnType<typeof provisional>[] {
  const rows = new Map<string, ReturnType<typeof provisional>>();
  for (const { readAs, readName, readKind } of links)
    if (!rows.has(readAs)) rows.set(readAs, provisional(readAs, readName, readKind));
  return [...rows.values()].sort((a, b) => byCode(a.id, b.id));
}

/** Every name of an entity in these links: its own, as read, and the acronym. */
function namesOf(links: readonly Read[]): { key: string; id: string }[] {
  const rows = new Map<string, { key: string; id: string }>();
  for (const { readAs, readName, readAcronym } of links)
    for (const key of [keyOf(readAs), normalForm(readName), normalForm(readAcronym)])
      if (key) rows.set(`${key} ${readAs}`, { key, id: readAs });
  return [...rows.values()].sort((a, b) => byCode(a.key, b.key) || byCode(a.id, b.id));
}
