import { statement } from "../../src/store/statements.js";
import type { Row, Statement, Store } from "../../src/store/store.js";
import { BatchLoader } from "../batch-loader.js";
import { emptyReport, type IngestTools } from "../ingest.js";
import { writesOf } from "../load/link-rows.js";
import { writeAndSettle } from "../load/write-and-settle.js";
import type { Paper } from "../paper.js";
import { type EntityFault, faultsOf, type Recount } from "./check-entity.js";
import { type PaperFault, paperFaultsOf, type StoredLink, type StoredPaper } from "./check-paper.js";
import { checkResults, mendResults, type ResultFault } from "./check-results.js";

const RECOUNT_ENTITIES = statement("check/recount-entities");
const MARK_ENTITIES = statement("check/mark-entities");
const LIST_PAPERS = statement("dump/list-papers");
const LIST_LINKS = statement("dump/list-links");
const LIST_LOOSE_NAMES = statement("dump/list-loose-names");
const DELETE_ORPHAN_NAMES = statement("settle/delete-orphan-names");

const PAGE = 500;
/** Examples of each fault that the report repeats. */
const EXAMPLES = 5;

export type Fault = EntityFault | PaperFault | ResultFault | "loose name";

export interface Finding {
  readonly fault: Fault;
  count: number;
  /** The first of them, each a sentence. */
  readonly examples: string[];
}

export interface CheckReport {
  papers: number;
  links: number;
  results: number;
  entities: number;
  readonly findings: Finding[];
}

export interface CheckOptions {
  /** Mends what it finds: marks entities for settling and settles, reads papers anew, deletes loose names. */
  readonly repair?: IngestTools | undefined;
  readonly onProgress?: ((unit: "entities" | "papers", done: number) => void) | undefined;
}

/**
 * Compares all that the graph keeps for speed with a recount: counts and years of entities, names, relationships of each
 * paper, places of mentions. Nothing is found in a graph that papergraph alone has written.
 */
export async function checkGraph(store: Store, options: CheckOptions = {}): Promise<CheckReport> {
  const report: CheckReport = { papers: 0, links: 0, results: 0, entities: 0, findings: [] };
  const { repair } = options;
  if (!repair) {
    await checkAll(store, options, report);
    return report;
  }
  const loader = new BatchLoader(store, repair, { reExtract: true }, emptyReport(), () => {});
  await writeAndSettle(store, repair.lookUp, { onSettled: () => {} }, async () => {
    await checkAll(store, options, report, loader);
    await loader.end();
  });
  return report;
}

async function checkAll(store: Store, options: CheckOptions, report: CheckReport, loader?: BatchLoader): Promise<void> {
  await checkEntities(store, options, report);
  await checkPapers(store, options, report, loader);
  for (;;) {
    const rows = await store.read<{ key: string }>(LIST_LOOSE_NAMES, { limit: PAGE });
    for (const { key } of rows) note(report, "loose name", `${key} names nothing`);
    if (!options.repair || rows.length === 0) return;
    const keys = rows.map(({ key }) => key);
    await store.write(writesOf(DELETE_ORPHAN_NAMES, "keys", keys));
  }
}

async function checkEntities(store: Store, options: CheckOptions, report: CheckReport): Promise<void> {
  for await (const page of pages<Recount & Row>(store, RECOUNT_ENTITIES)) {
    const wrong: string[] = [];
    for (const entity of page) {
      const faults = faultsOf(entity);
      for (const { fault, detail } of faults) note(report, fault, detail);
      if (faults.length > 0) wrong.push(entity.id);
    }
    report.entities += page.length;
    if (options.repair && wrong.length > 0) await store.write(writesOf(MARK_ENTITIES, "ids", wrong));
    options.onProgress?.("entities", report.entities);
  }
}

async function checkPapers(
  store: Store,
  options: CheckOptions,
  report: CheckReport,
  loader: BatchLoader | undefined,
): Promise<void> {
  for await (const page of pages<StoredPaper & Paper & Row>(store, LIST_PAPERS)) {
    const links = await store.read<StoredLink>(LIST_LINKS, { ids: page.map(({ id }) => id) });
    const byPaper = new Map<string, StoredLink[]>(page.map(({ id }) => [id, []]));
    for (const link of links) byPaper.get(link.paper)?.push(link);
    for (const paper of page) {
      const faults = paperFaultsOf(paper, byPaper.get(paper.id) ?? []);
      for (const { fault, detail } of faults) note(report, fault, detail);
      if (faults.length > 0) await loader?.add(paper);
    }
    const results = await checkResults(
      store,
      page.map(({ id }) => id),
    );
    for (const { fault, detail } of results.faults) note(report, fault, detail);
    if (loader) await mendResults(store, results);
    report.papers += page.length;
    report.links += links.length;
    report.results += results.results;
    options.onProgress?.("papers", report.papers);
  }
}

function note(report: CheckReport, fault: Fault, example: string): void {
  let finding = report.findings.find((one) => one.fault === fault);
  if (!finding) {
    finding = { fault, count: 0, examples: [] };
    report.findings.push(finding);
  }
  finding.count += 1;
  if (finding.examples.length < EXAMPLES) finding.examples.push(example);
}

async function* pages<T extends Row>(store: Store, list: Statement): AsyncGenerator<T[]> {
  for (let after = ""; ; ) {
    const rows = await store.read<T>(list, { after, limit: PAGE });
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id as string;
  }
}
