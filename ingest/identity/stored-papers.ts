import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import type { Origin } from "../identify-record.js";
import type { Papers } from "../load/first-load.js";
import type { Paper } from "../paper.js";
import { idsOf, titleKey } from "./keys.js";
import { keyOfMark, type PaperRecord } from "./paper-record.js";

const FIND_PAPERS = statement("identity/find-papers");
const GET_PAPERS = statement("identity/get-papers");
const GET_IDS_BY_ALIAS = statement("paper/get-ids-by-alias");

/** Ids of one statement: more would hold the engine. */
const IDS_PER_READ = 1000;
const TITLE = "title:";

/** Under which ids and titles a paper may be found: ids as they are, titles as `title:` and their key. */
export const lookUpKeys = (record: PaperRecord): string[] => {
  const title = titleKey(record.paper);
  return title === null ? idsOf(record) : [...idsOf(record), TITLE + title];
};

/** A paper that was found, with the marks of the records that it was made from; null where an older version made it. */
export interface FoundPaper {
  readonly id: string;
  readonly records: readonly string[] | null;
}

/** The papers of the store that have one of these keys. */
export async function findPapers(store: Papers, keys: readonly string[]): Promise<Map<string, FoundPaper>> {
  const found = new Map<string, FoundPaper>();
  for (let from = 0; from < keys.length; from += IDS_PER_READ) {
    const aliases = keys.slice(from, from + IDS_PER_READ);
    const under = (prefix: string) =>
      aliases.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
    const ids = aliases.filter((id) => !/^(?:arxiv|doi|title):/.test(id));
    const params = { ids, aliases, arxivIds: under("arxiv:"), dois: under("doi:"), titleKeys: under(TITLE) };
    for (const row of await store.read<FoundPaper & Record<string, unknown>>(FIND_PAPERS, params))
      found.set(row.id, row);
  }
  return found;
}

/** The ids of the papers that are known under these ids beside their own. */
export async function findAliased(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  const without = (id: string, prefix: string) => (id.startsWith(prefix) ? id.slice(prefix.length) : "");
  const rows = ids.map((id) => ({ asked: id, arxivId: without(id, "arxiv:"), doi: without(id, "doi:") }));
  const found = new Map<string, string>();
  for (let from = 0; from < rows.length; from += IDS_PER_READ) {
    const params = { rows: rows.slice(from, from + IDS_PER_READ) };
    for (const { asked, id } of await store.read<{ asked: string; id: string }>(GET_IDS_BY_ALIAS, params))
      found.set(asked, id);
  }
  return found;
}

/** A record as the store has it. */
export interface StoredRecord extends PaperRecord {
  readonly mark: string;
}

export interface StoredPaper {
  readonly paper: Paper;
  readonly records: readonly StoredRecord[];
}

interface Row extends Paper {
  readonly records: string[] | null;
  readonly aliases: string[];
  readonly contents: string[];
}

/** What a Record node holds. */
interface Content {
  readonly mark: string;
  readonly source: string;
  readonly otherIds: readonly string[];
  readonly paper: Omit<Paper, "collections">;
}

/** These papers with their records. */
export async function getPapers(store: Papers, ids: readonly string[]): Promise<StoredPaper[]> {
  const papers: StoredPaper[] = [];
  for (let from = 0; from < ids.length; from += IDS_PER_READ) {
    const rows = await store.read<Row & Record<string, unknown>>(GET_PAPERS, {
      ids: ids.slice(from, from + IDS_PER_READ),
    });
    papers.push(...rows.map(storedPaper));
  }
  return papers;
}

function storedPaper({ records, aliases, contents, ...paper }: Row): StoredPaper {
  if (contents.length > 0) return { paper, records: contents.map(fromContent) };
  const mark = records?.[0] ?? `- unknown ${paper.id}`;
  const key = keyOfMark(mark);
  const ids = aliases.filter((id) => !id.startsWith(TITLE));
  if (paper.doi !== null) ids.push(`doi:${paper.doi}`);
  const otherIds = [...new Set(ids)].filter((id) => id !== paper.id).sort();
  return { paper, records: [{ mark, paper, origin: { source: key.split(" ")[0] ?? "", key, otherIds } }] };
}

function fromContent(text: string): StoredRecord {
  const { mark, source, otherIds, paper } = JSON.parse(text) as Content;
  const origin: Origin = { source, key: keyOfMark(mark), otherIds };
  return { mark, origin, paper: { ...paper, collections: [] } };
}

/** What the store keeps of a record of a paper that has several. */
export function contentOf({ origin, paper }: PaperRecord, mark: string): string {
  const { collections, reading, results, ...own } = paper;
  const content: Content = { mark, source: origin.source, otherIds: origin.otherIds, paper: own };
  return JSON.stringify(content);
}
