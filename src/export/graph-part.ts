import { entityIds, type PaperFilter, renameEntities } from "../store/filter/filter.js";
import { countInPart, listPaperIds } from "../store/filter/part-queries.js";
import { statement } from "../store/statements.js";
import type { Params, Statement, Store } from "../store/store.js";
import type { AliasRow, EntityRow, LinkRow, NameRow, PaperRow, RecordRow, ResultRow } from "./rows.js";

const GET_PAPERS = statement("export/get-papers");
const GET_LINKS = statement("export/get-links");
const GET_ALIASES = statement("export/get-aliases");
const GET_RECORDS = statement("export/get-records");
const LIST_RESULTS = statement("results/list-of-papers");
const LIST_ENTITY_IDS = statement("export/list-entity-ids");
const GET_ENTITIES = statement("export/get-entities");
const LIST_NAME_KEYS = statement("export/list-name-keys");
const GET_NAMES = statement("export/get-names");
const GET_BY_FORMER_IDS = statement("entity/get-by-former-ids");

/** Fetched at a time: many ids, since each page of them is a scan; fewer rows, since abstracts are long. */
const PAGES = { ids: 10_000, rows: 250 };

/** What was given out so far. */
export interface Counts {
  papers: number;
  links: number;
}

export interface PartOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each page with what was given out so far. */
  readonly onProgress?: ((counts: Counts) => void) | undefined;
  /** Ids and rows fetched at a time. */
  readonly pages?: Readonly<typeof PAGES> | undefined;
}

/**
 * The papers that pass a filter (all, when it asks for nothing) and what they mention, in the order of ids, page by page:
 * at most some thousand ids and a page of rows are held. Counts of entities are those of the part. Lists within a row are
 * sorted, so that both engines give the same. It is no snapshot: nothing should be loaded meanwhile.
 */
export class GraphPart {
  readonly #store: Store;
  /** Undefined for the whole graph. */
  readonly #filter: PaperFilter | undefined;
  readonly #options: PartOptions;
  readonly #size: Readonly<typeof PAGES>;
  readonly counts: Counts = { papers: 0, links: 0 };

  private constructor(store: Store, filter: PaperFilter | undefined, options: PartOptions) {
    this.#store = store;
    this.#filter = filter;
    this.#options = options;
    this.#size = options.pages ?? PAGES;
  }

  /** Ids that entities had once keep their meaning in the filter. */
  static async open(store: Store, filter: PaperFilter | undefined, options: PartOptions = {}): Promise<GraphPart> {
    const ids = filter ? entityIds(filter) : [];
    if (!filter || ids.length === 0) return new GraphPart(store, filter, options);
    const rows = await store.read<{ asked: string; id: string }>(GET_BY_FORMER_IDS, { ids });
    // Of several the first has most papers.
    const current = new Map(rows.reverse().map(({ asked, id }) => [asked, id]));
    const renamed = renameEntities(filter, (id) => current.get(id) ?? id);
    return new GraphPart(store, renamed, options);
  }

  async *papers(): AsyncGenerator<PaperRow> {
    for await (const ids of this.#paperIds()) yield* await this.#papers(ids);
  }

  /** Papers with what each mentions. */
  async *papersWithLinks(): AsyncGenerator<Omit<PaperWithAll, "results">> {
    for await (const ids of this.#paperIds()) yield* joined(await this.#papers(ids), await this.#links(ids), []);
  }

  /** Papers with what each mentions and reports. */
  async *papersWithAll(): AsyncGenerator<PaperWithAll> {
    for await (const ids of this.#paperIds())
      yield* joined(await this.#papers(ids), await this.#links(ids), await this.#results(ids));
  }

  /** What the papers report. */
  async *results(): AsyncGenerator<ResultRow> {
    for await (const ids of this.#paperIds()) yield* await this.#results(ids);
  }

  async *links(): AsyncGenerator<LinkRow> {
    for await (const ids of this.#paperIds()) yield* await this.#links(ids);
  }

  /** What else the papers are called. */
  async *aliases(): AsyncGenerator<AliasRow> {
    for await (const ids of this.#paperIds()) yield* ordered(await this.#read<AliasRow>(GET_ALIASES, { ids }));
  }

  /** What each source says of the papers that have several. */
  async *records(): AsyncGenerator<RecordRow> {
    for await (const ids of this.#paperIds()) yield* ordered(await this.#read<RecordRow>(GET_RECORDS, { ids }));
  }

  /** The entities that the papers mention. */
  async *entities(): AsyncGenerator<EntityRow> {
    for await (const ids of this.#pages((after) => this.#ids(LIST_ENTITY_IDS, after))) {
      const rows = await this.#read<EntityRow>(GET_ENTITIES, { ids });
      const counted = await this.#counted([...ids, ...rows.flatMap(({ bases }) => bases)]);
      const found = inOrder(ids, rows, ({ id }) => id).flatMap((row) => {
        const bases = sorted(row.bases);
        if (!counted) return [{ ...row, bases }];
        const count = counted.get(row.id);
        return count ? [{ ...row, ...count, bases: bases.filter((id) => counted.has(id)) }] : [];
      });
      this.#options.onProgress?.(this.counts);
      yield* found;
    }
  }

  /** The names of these entities. */
  async *names(): AsyncGenerator<NameRow> {
    for await (const keys of this.#pages((after) => this.#ids(LIST_NAME_KEYS, after))) {
      const rows = inOrder(keys, await this.#read<NameRow>(GET_NAMES, { keys }), ({ key }) => key);
      const counted = await this.#counted(
        rows.flatMap(({ names, formerly, variedBy }) => [...names, ...formerly, ...variedBy]),
      );
      const kept = (ids: readonly string[]) => sorted(ids).filter((id) => !counted || counted.has(id));
      for (const { key, names, formerly, variedBy } of rows) {
        const row = { key, names: kept(names), formerly: kept(formerly), variedBy: kept(variedBy) };
        if (row.names.length + row.formerly.length + row.variedBy.length > 0) yield row;
      }
    }
  }

  #paperIds(): AsyncGenerator<string[]> {
    return this.#pages(async (after) => {
      const { statement, params } = listPaperIds(this.#filter ?? {}, after, this.#size.ids);
      return (await this.#read<{ id: string }>(statement, params)).map(({ id }) => id);
    });
  }

  async #papers(ids: readonly string[]): Promise<PaperRow[]> {
    const rows = inOrder(ids, await this.#read<PaperRow>(GET_PAPERS, { ids }), ({ id }) => id);
    this.counts.papers += rows.length;
    this.#options.onProgress?.(this.counts);
    return rows;
  }

  async #links(ids: readonly string[]): Promise<LinkRow[]> {
    const rows = await this.#read<LinkRow>(GET_LINKS, { ids });
    this.counts.links += rows.length;
    return rows.sort((a, b) => compare(a.paper, b.paper) || compare(a.entity, b.entity));
  }

  async #results(ids: readonly string[]): Promise<ResultRow[]> {
    const rows = await this.#read<ResultRow>(LIST_RESULTS, { ids });
    return rows.sort((a, b) => compare(a.paper, b.paper) || compare(a.id, b.id));
  }

  /** Of a part, the counts of those of these entities that it mentions; undefined for the whole graph. */
  async #counted(ids: readonly string[]) {
    if (!this.#filter) return undefined;
    const counts = new Map<string, { paperCount: number; firstYear: number | null }>();
    const distinct = [...new Set(ids)];
    for (let i = 0; i < distinct.length; i += this.#size.rows) {
      const { statement, params } = countInPart(distinct.slice(i, i + this.#size.rows), this.#filter);
      const rows = await this.#read<{ id: string; papers: number; partFirstYear: number | null }>(statement, params);
      for (const { id, papers, partFirstYear } of rows)
        counts.set(id, { paperCount: papers, firstYear: partFirstYear });
    }
    return counts;
  }

  async #ids(list: Statement, after: string): Promise<string[]> {
    return (await this.#read<{ id: string }>(list, { after, limit: this.#size.ids })).map(({ id }) => id);
  }

  /** Ids in the pages in which rows are fetched. */
  async *#pages(list: (after: string) => Promise<string[]>): AsyncGenerator<string[]> {
    const { ids: most, rows } = this.#size;
    for (let after = ""; ; ) {
      const ids = await list(after);
      for (let i = 0; i < ids.length; i += rows) yield ids.slice(i, i + rows);
      if (ids.length < most) return;
      after = ids.at(-1) as string;
    }
  }

  #read<T>(statement: Statement, params: Params): Promise<T[]> {
    this.#options.signal?.throwIfAborted();
    const { signal } = this.#options;
    return this.#store.read<T>(statement, params, signal ? { signal } : {});
  }
}

interface PaperWithAll {
  readonly paper: PaperRow;
  readonly links: readonly LinkRow[];
  readonly results: readonly ResultRow[];
}

function* joined(papers: readonly PaperRow[], links: readonly LinkRow[], results: readonly ResultRow[]) {
  const [linksOf, resultsOf] = [byPaper(links), byPaper(results)];
  for (const paper of papers)
    yield { paper, links: linksOf.get(paper.id) ?? [], results: resultsOf.get(paper.id) ?? [] };
}

function byPaper<T extends { readonly paper: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.paper);
    if (group) group.push(row);
    else groups.set(row.paper, [row]);
  }
  return groups;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (ids: readonly string[]): string[] => [...ids].sort(compare);

const ordered = <T extends { readonly paper: string; readonly id: string }>(rows: T[]): T[] =>
  rows.sort((a, b) => compare(a.paper, b.paper) || compare(a.id, b.id));

/** The rows in the order of their ids; those that went meanwhile are left out. */
function inOrder<T>(ids: readonly string[], rows: readonly T[], idOf: (row: T) => string): T[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
