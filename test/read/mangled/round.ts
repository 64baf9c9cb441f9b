import { writeFile } from "node:fs/promises";
import { type ReadItem, readPapers } from "../../../ingest/read/read-papers.js";
import { CATALOGUE, PapergraphError } from "../../../src/errors.js";
import { bytesOf, type CutFile, lineStarts, type Unit } from "./cut-file.js";
import { MANGLES, type Random } from "./mangles.js";

export interface Reading {
  readonly items: readonly ReadItem[];
  readonly error?: PapergraphError;
}

/** What a file gives; anything but a coded error is thrown. */
export async function readBytes(bytes: Buffer, path: string): Promise<Reading> {
  await writeFile(path, bytes);
  const items: ReadItem[] = [];
  try {
    for await (const item of readPapers(path)) items.push(item);
  } catch (error) {
    if (!(error instanceof PapergraphError)) throw error;
    return { items, error };
  }
  return { items };
}

/** What became of the mangled records; `beside` are whole ones next to them that were rejected with them. */
export interface Round {
  records: number;
  accepted: number;
  rejected: number;
  refused: number;
  beside: number;
  /** Of files whose layout is guessed: what reads otherwise now, mangled or not, without a word. */
  guessed: number;
  /** What must not be: a record lost without a word, another one changed, a reject without a reason. */
  faults: string[];
}

export const noRound = (): Round => ({
  records: 0,
  accepted: 0,
  rejected: 0,
  refused: 0,
  beside: 0,
  guessed: 0,
  faults: [],
});

/** Damages some of the records, never two close to each other, reads the file, and accounts for each record of it. */
export async function mangleRound(file: CutFile, whole: Reading, random: Random, path: string): Promise<Round> {
  const kinds = new Map<number, string>();
  const names = Object.keys(MANGLES);
  const before = byUnit(file, whole.items);
  for (let at = random(Math.min(4, file.units.length)); at < file.units.length; at += 4 + random(3)) {
    if (hasPaper(before[at]!)) kinds.set(at, names[random(names.length)]!);
  }
  const units = file.units.map((unit, at): Unit => {
    const mangle = MANGLES[kinds.get(at) ?? ""];
    if (!mangle) return unit;
    const own = mangle(unit.bytes.subarray(0, unit.own), random);
    return { bytes: Buffer.concat([own, unit.bytes.subarray(unit.own)]), own: own.length };
  });
  const mangled = { ...file, units };
  const bytes = bytesOf(mangled);
  const reading = await readBytes(bytes, path);
  return account(kinds, before, byUnit(mangled, reading.items), reading, {
    isGuessed: file.isGuessed,
    isText: !bytes.includes("\ufffd"),
  });
}

/** The items that start within the lines of each unit. */
function byUnit(file: CutFile, items: readonly ReadItem[]): ReadItem[][] {
  const lines = lineStarts(bytesOf(file));
  let at = file.before.length;
  const ends = file.units.map(({ bytes }) => (at += bytes.length));
  const out: ReadItem[][] = ends.map(() => []);
  for (const item of items) {
    const start = lines[item.line - 1] ?? at;
    const found = ends.findIndex((end) => start < end);
    out[found < 0 ? ends.length - 1 : found]?.push(item);
  }
  return out;
}

const papersOf = (items: readonly ReadItem[]): string[] =>
  items.flatMap((item) => (item.kind === "paper" ? [JSON.stringify(item.paper)] : []));
const hasAll = (items: readonly ReadItem[], wanted: readonly ReadItem[]): boolean => {
  const papers = papersOf(items);
  return papersOf(wanted).every((paper) => papers.includes(paper));
};
const hasPaper = (items: readonly ReadItem[]): boolean => items.some(({ kind }) => kind === "paper");
const isReject = (item: ReadItem): boolean => item.kind === "reject";

function account(
  kinds: ReadonlyMap<number, string>,
  before: readonly (readonly ReadItem[])[],
  after: readonly (readonly ReadItem[])[],
  { items, error }: Reading,
  { isGuessed, isText }: { isGuessed: boolean; isText: boolean },
): Round {
  const round = noRound();
  const fault = (at: number, what: string): void =>
    void round.faults.push(`record ${at + 1} of ${after.length}: ${what}`);
  for (const item of items) {
    if (item.kind === "reject" && !(item.line >= 1 && item.code in CATALOGUE && item.reason !== ""))
      fault(item.line, "a reject without line, code or reason");
    if (
      item.kind === "paper" &&
      (item.paper.title === "" || (isText && /\ufffd/.test(item.paper.title + item.paper.abstract)))
    )
      fault(item.line, "a paper with no title, or with bytes that are no text");
  }
  if (error && typeof error.details.line !== "number") fault(0, "refused without a line");
  round.records = kinds.size;
  // A record that took in those after it, brackets and all, is good JSON; then the list around them is told to be open.
  const isRefused = kinds.has(0) && items.length > 0 && items.every(isReject);
  const isCut = error?.code === "FILE_TRUNCATED";
  // The first record is what the format is recognised by.
  if (items.length === 0 && error && (isGuessed || kinds.has(0) || before.length < 4)) {
    round.refused = kinds.size;
    round.beside = before.length - kinds.size;
    return round;
  }
  for (const [at, found] of after.entries()) {
    const kind = kinds.get(at);
    const near = [at - 1, at, at + 1].flatMap((each) => after[each] ?? []);
    const told = near.some(isReject) || isCut || isRefused;
    if (kind !== undefined) {
      if (found.some(isReject)) round.rejected++;
      else if (found.length > 0) round.accepted++;
      else if (told) round.rejected++;
      else if (isGuessed) round.guessed++;
      else fault(at, `${kind}: lost without a word`);
    } else if (!hasAll(near, before[at]!)) {
      const beside = kinds.has(at - 1) || kinds.has(at + 1);
      if ((beside && told) || isCut) round.beside++;
      else if (isGuessed) round.guessed++;
      else
        fault(
          at,
          `${beside ? "next to a" : "far from any"} mangled record (${kinds.get(at - 1) ?? kinds.get(at + 1)}): ${found.length === 0 ? "lost" : "changed"}`,
        );
    }
  }
  return round;
}
