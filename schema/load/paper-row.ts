import type { PaperExtras } from "../../src/store/filter/paper-queries.js";
import type { Paper } from "../paper.type.js";
import { itemsOf, type MentionItem } from "./mention.js";

/** The columns by which statements give a paper. */
export interface PaperRow {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly date: string;
  /** From here on absent or null where it was not asked for. */
  readonly venue?: string | null;
  readonly authors?: readonly string[] | null;
  readonly url?: string | null;
  readonly doi?: string | null;
  readonly arxivId?: string | null;
  readonly codeUrls?: readonly string[] | null;
  readonly collections?: readonly string[] | null;
  readonly abstract?: string | null;
  readonly mentions?: readonly MentionItem[] | null;
}

/** `mentions` says how much of them was asked for. */
export function paperOf(row: PaperRow, mentions: PaperExtras["mentions"] = "NONE"): Paper {
  const { id, title, year, date, venue = null, url = null, doi = null, arxivId = null } = row;
  return {
    ...{ id, title, year, date, venue, url, doi, arxivId },
    authors: [...(row.authors ?? [])],
    codeUrls: [...(row.codeUrls ?? [])],
    collections: [...(row.collections ?? [])],
    ...(row.abstract == null ? {} : { abstract: row.abstract }),
    ...(row.mentions ? { mentions: { list: itemsOf(row.mentions), isWhole: mentions === "WHOLE" } } : {}),
  };
}
