import { createHash } from "node:crypto";
import { statement } from "../../src/store/statements.js";
import type { Store } from "../../src/store/store.js";
import { foldLetters } from "../../src/text/fold-markup.js";

const LIST_TITLES = statement("results/list-titles");

const PAGE = 5_000;
/** Titles that are looked up; shorter ones say too little without an author. */
const MIN_LETTERS = 12;

interface Known {
  readonly id: string;
  readonly year: number | null;
}

/**
 * The papers of a graph by their titles, for references without a first author. All titles are read once, when the first one
 * is asked for: as hashes they take some ten megabytes for 100,000 papers, and a file asks for thousands.
 */
export class Titles {
  #known: Promise<ReadonlyMap<string, Known | null>> | undefined;

  constructor(readonly store: Store) {}

  /** The one paper of this title, unless both years are known and more than one apart. */
  async find(title: string, date: string): Promise<string | undefined> {
    const key = keyOf(title);
    if (key === undefined) return undefined;
    this.#known ??= readTitles(this.store);
    const paper = (await this.#known).get(key);
    if (!paper) return undefined;
    const year = Number(/^\d{4}/.exec(date)?.[0] ?? Number.NaN);
    return paper.year !== null && Math.abs(paper.year - year) > 1 ? undefined : paper.id;
  }
}

/** Null for a title that several papers have. */
async function readTitles(store: Store): Promise<ReadonlyMap<string, Known | null>> {
  const known = new Map<string, Known | null>();
  for (let after = ""; ; ) {
    const rows = await store.read<{ id: string; title: string; year: number | null }>(LIST_TITLES, {
      after,
      limit: PAGE,
    });
    for (const { id, title, year } of rows) {
      const key = keyOf(title);
      if (key !== undefined) known.set(key, known.has(key) ? null : { id, year });
    }
    if (rows.length < PAGE) return known;
    after = rows.at(-1)?.id as string;
  }
}

function keyOf(title: string): string | undefined {
  const letters = foldLetters(title).replace(/[^\p{L}\p{N}]+/gu, "");
  return letters.length < MIN_LETTERS
    ? undefined
    : createHash("sha256").update(letters).digest("base64url").slice(0, 16);
}
