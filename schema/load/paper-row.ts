import type { Paper } from "../paper.type.js";
import { type MentionRow, mentionsOf } from "./mention.js";

/** The columns by which statements give a paper. */
export interface PaperRow {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly date: string;
  readonly venue: string | null;
  readonly authors: readonly string[] | null;
  readonly url: string | null;
  readonly doi: string | null;
  readonly arxivId: string | null;
  readonly codeUrls: readonly string[] | null;
  readonly collections: readonly string[] | null;
  /** Null where it was not asked for. */
  readonly abstract?: string | null;
  readonly mentions?: readonly MentionRow[] | null;
}

export function paperOf(row: PaperRow): Paper {
  const { id, title, year, date, venue, url, doi, arxivId } = row;
  return {
    ...{ id, title, year, date, venue, url, doi, arxivId },
    authors: [...(row.authors ?? [])],
    codeUrls: [...(row.codeUrls ?? [])],
    collections: [...(row.collections ?? [])],
    ...(row.abstract == null ? {} : { abstract: row.abstract }),
    ...(row.mentions ? { mentions: mentionsOf(row.mentions) } : {}),
  };
}
