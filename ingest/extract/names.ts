import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packageRoot } from "../../src/package-root.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { foldName } from "./name-key.js";
import { PhraseTable } from "./phrase-table.js";
import type { Token } from "./tokens.js";

/**
 * How a surface of the list is recognised in text: in any letters, with a capital, in exactly its letters, in exactly
 * its letters within a sentence of the abstract; too general to count; not at all (kept for linking). Last, what is
 * written like a name and is none: tasks, metrics, fields.
 */
export const MODES = { any: "~", capital: "^", exact: "=", running: "!", general: "?", link: "-", none: "0" } as const;
export type Mode = keyof typeof MODES;

export interface ListedSurface {
  readonly surface: string;
  readonly mode: Mode;
  /** Annotated papers mostly take it for an entity; of others the list alone says so. */
  readonly seen?: boolean;
}

/** One thing of the list, with everything that it is called. */
export interface NameEntry {
  readonly name: string;
  readonly kind: Kind;
  readonly surfaces: readonly ListedSurface[];
}

/** A listed name in a text: tokens `from` to `to`, exclusive. */
export interface NameMatch {
  readonly from: number;
  readonly to: number;
  /** What it may be, the likeliest first. */
  readonly entries: readonly NameEntry[];
  /** See ListedSurface. */
  readonly seen: boolean;
  /** Known as a thing of its own, as too general, as none. */
  readonly status: "named" | "general" | "none";
}

interface Listed {
  readonly entry: NameEntry;
  readonly letters: string;
  /** Written in one word, so that two words are not it: "onImageNet" is not "on ImageNet". */
  readonly isOneWord: boolean;
  readonly mode: Mode;
  readonly seen: boolean;
}

/** The names that papergraph knows, as found in text. */
export class NameList {
  readonly #lines: readonly string[];
  /** Lines that have a phrase. A line is read when one of its phrases is met: starting must be quick. */
  readonly #table = new PhraseTable<number[]>();
  readonly #listed = new Map<readonly number[], readonly Listed[]>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    lines.forEach((line, at) => {
      for (const surface of recognisedIn(line)) {
        const same = this.#table.get(surface) ?? [];
        if (!same.includes(at)) same.push(at);
        this.#table.set(surface, same);
      }
    });
  }

  /** The listed names in a sentence, at each place the longest. `inTitle`: capitals tell little there. */
  find(text: string, words: readonly Token[], inTitle: boolean): NameMatch[] {
    const held = (lines: readonly number[], from: number, to: number): Listed[] => {
      const surface = text.slice(words[from]!.start, words[to - 1]!.end);
      const begins = inTitle || from === 0;
      return this.#read(lines, surface).filter((listed) => isWrittenAs(surface, listed, begins));
    };
    return this.#table
      .find(words, (lines, from, to) => held(lines, from, to).length > 0)
      .map(({ from, to, value }) => {
        const all = held(value, from, to);
        const status = (["named", "general", "none"] as const).find((one) =>
          all.some(({ mode }) => statusOf(mode) === one),
        );
        const entries = all.filter(({ mode }) => statusOf(mode) === status).map(({ entry }) => entry);
        return {
          from,
          to,
          entries: [...new Set(entries)],
          status: status ?? "none",
          seen: all.some(({ seen }) => seen),
        };
      });
  }

  /** Whether a name is one of a task, a metric, a field, or of something too general. */
  isGeneral(name: string): boolean {
    const lines = this.#table.get(name);
    return lines !== undefined && this.#read(lines, name).every(({ mode }) => statusOf(mode) !== "named");
  }

  /** The recognised surfaces of these lines that are spelled like `surface`. */
  #read(lines: readonly number[], surface: string): readonly Listed[] {
    let listed = this.#listed.get(lines);
    if (!listed) {
      const key = foldName(surface);
      listed = lines
        .map((at) => parseEntry(this.#lines[at]!))
        .flatMap((entry) =>
          entry.surfaces
            .filter((own) => own.mode !== "link" && foldName(own.surface) === key)
            .map((own) => ({
              entry,
              letters: lettersOf(own.surface),
              isOneWord: /^\p{L}+$/u.test(own.surface),
              mode: own.mode,
              seen: own.seen === true,
            })),
        );
      this.#listed.set(lines, listed);
    }
    return listed;
  }
}

const statusOf = (mode: Mode): NameMatch["status"] => (mode === "general" || mode === "none" ? mode : "named");

function isWrittenAs(surface: string, { letters, isOneWord, mode }: Listed, begins: boolean): boolean {
  if (isOneWord && /\s/.test(surface)) return false;
  if (mode === "any" || mode === "general") return true;
  if (mode === "capital")
    return /\p{Lu}/u.test(begins ? surface.slice(1) : surface) || (/\p{Lu}/u.test(surface) && / /.test(surface));
  return lettersOf(surface) === letters && !(mode === "running" && begins);
}

/** The letters and digits of a surface, case kept, a plural s dropped: what two writings must share to be exact. */
export const lettersOf = (surface: string): string =>
  surface
    .replace(/['\u2019]s?$/, "")
    .replace(/[^\p{L}\p{N}+]+/gu, "")
    .replace(/(?<=[^s])s$/, "");

const FILE = "names.tsv.gz";
const modeOf = new Map(Object.entries(MODES).map(([mode, sign]) => [sign as string, mode as Mode]));

const SEEN = "+";

/** One line of the file: name, first letters of the kind, surfaces, each behind the sign of its mode and "+" for seen. */
export const formatEntry = ({ name, kind, surfaces }: NameEntry): string =>
  [
    name,
    kind.slice(0, 2),
    ...surfaces.map(({ surface, mode, seen }) => MODES[mode] + (seen ? SEEN : "") + (surface === name ? "" : surface)),
  ].join("\t");

const parseEntry = (line: string): NameEntry => {
  const [name = "", kind = "", ...surfaces] = line.split("\t");
  return {
    name,
    kind: KINDS.find((known) => known.startsWith(kind)) ?? "METHOD",
    surfaces: surfaces.map((text) => ({
      surface: surfaceIn(text) || name,
      mode: modeOf.get(text[0] ?? "") ?? "link",
      seen: text[1] === SEEN,
    })),
  };
};

const surfaceIn = (text: string): string => text.slice(text[1] === SEEN ? 2 : 1);

function* recognisedIn(line: string): Generator<string> {
  const [name = "", , ...surfaces] = line.split("\t");
  for (const text of surfaces) if (text[0] !== MODES.link) yield surfaceIn(text) || name;
}

const readLines = (): string[] =>
  gunzipSync(readFileSync(join(packageRoot, "ingest/extract/data", FILE)))
    .toString("utf8")
    .split("\n")
    .filter(Boolean);

/** Everything that the shipped list knows as a thing, for linking. */
export const shippedEntries = (): NameEntry[] =>
  readLines()
    .map(parseEntry)
    .filter(({ surfaces }) => surfaces[0]?.mode !== "none");

let shipped: NameList | undefined;

/** The shipped list, read once. */
export function shippedNames(): NameList {
  shipped ??= new NameList(readLines());
  return shipped;
}
