import { statement } from "../../src/store/statements.js";
import type { Store, Write } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import { quotedId, type Reading, readingsOf } from "../../src/text/readings.js";
import { type LinkRow, linkWrites, ROWS_PER_STATEMENT, writesOf } from "../load/link-rows.js";
import { eachReading, readEvidence } from "../load/settle-evidence.js";
import { joinReadings } from "../load/settle-moves.js";
import type { Curations } from "./curations.js";

const LIST_UNSETTLED_NAMED = statement("curate/list-unsettled-named");
const LIST_UNSETTLED_OF_PAPERS = statement("curate/list-unsettled-of-papers");
const SET_WITHHELD = statement("curate/set-withheld");
const READ_LINKS = statement("settle/read-links");
const READ_LINKS_BETWEEN = statement("settle/read-links-between");
const DELETE_LINKS = statement("settle/delete-links");

/** Relationships of one transaction. */
const LINKS_PER_WRITE = 500;

/**
 * Takes what curators rejected out of the relationships of entities that are about to be settled, and keeps it beside
 * them, at (:Withheld), so that it can come back. The entities stay marked: the settling pass then finds the rest.
 */
export async function withholdRejected(store: Store, curations: Curations): Promise<void> {
  const links = new Map<string, LinkRow>();
  for (const link of [...(await ofNames(store, curations)), ...(await ofPapers(store, curations))])
    if (readingsOf(link).some((reading) => curations.rejects(link.paper, reading)))
      links.set(`${link.paper} ${link.entity}`, link);
  const all = [...links.values()];
  for (let i = 0; i < all.length; i += LINKS_PER_WRITE)
    await store.write(withholding(all.slice(i, i + LINKS_PER_WRITE), curations));
}

function withholding(links: readonly LinkRow[], curations: Curations): Write[] {
  const isRejected = (paper: string) => (reading: Reading) => curations.rejects(paper, reading);
  const kept = links.flatMap((link) => {
    const rest = readingsOf(link).filter((reading) => !isRejected(link.paper)(reading));
    return rest.length > 0 ? [joinReadings(link.paper, link.entity, rest)] : [];
  });
  const withheld = links.flatMap((link) =>
    readingsOf(link)
      .filter(isRejected(link.paper))
      .map((reading) => withheldRow(link.paper, reading)),
  );
  const places = links.map(({ paper, entity }) => ({ paper, entity }));
  return [...writesOf(DELETE_LINKS, "rows", places), ...linkWrites(kept), ...writesOf(SET_WITHHELD, "rows", withheld)];
}

/** A reading as (:Paper)-[:WITHHELD]->(:Withheld) keeps it; one node for each id and name. */
function withheldRow(paper: string, { spans, ...reading }: Reading) {
  const name = normalForm(reading.readName);
  return { paper, id: `${reading.readAs} ${name}`, name, reading: { ...reading, spans: [...spans] } };
}

/** Relationships that stand for a name which is rejected everywhere. */
async function ofNames(store: Store, { rejectedNames }: Curations): Promise<LinkRow[]> {
  const names = new Set(rejectedNames);
  const ids = await parts(rejectedNames, (keys) => store.read<{ id: string }>(LIST_UNSETTLED_NAMED, { keys }));
  const evidence = await parts([...new Set(ids.map(({ id }) => id))], (some) => readEvidence(store, some));
  const places = new Map<string, { entity: string; readAs: string; quoted: string }>();
  for (const { entity, readAs, readName } of eachReading(evidence))
    if (names.has(normalForm(readName)))
      places.set(`${entity} ${readAs}`, { entity, readAs, quoted: quotedId(readAs) });
  return parts([...places.values()], (rows) => store.read<LinkRow>(READ_LINKS, { rows }));
}

async function ofPapers(store: Store, { papers }: Curations): Promise<LinkRow[]> {
  type Place = { readonly paper: string; readonly entity: string };
  const places = await parts(papers, (ids) => store.read<Place>(LIST_UNSETTLED_OF_PAPERS, { ids }));
  return parts(places, (rows) => store.read<LinkRow>(READ_LINKS_BETWEEN, { rows }));
}

async function parts<A, B>(all: readonly A[], read: (part: A[]) => Promise<B[]>): Promise<B[]> {
  const found: B[] = [];
  for (let i = 0; i < all.length; i += ROWS_PER_STATEMENT)
    found.push(...(await read(all.slice(i, i + ROWS_PER_STATEMENT))));
  return found;
}
