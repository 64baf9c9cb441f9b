import type { bibtexParser } from "latex-utensils";
import { excerptOf, type Found, malformed, type Problem, type RawRecord, type Reader, type Source } from "../reader.js";
import { isProblem } from "../record-of.js";
import { EntryCutter, type EntryText, startsEntry } from "./cut-entries.js";
import { recordOfEntry } from "./entry-record.js";

type Parser = typeof bibtexParser;
type Entry = ReturnType<Parser["parse"]>["content"][number];
type Value = Extract<Entry, { internalKey?: string }>["content"][number]["value"];

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Abbreviations that one file may define; and how long one may be, so that they cannot multiply. */
const MAX_STRINGS = 100_000;
const MAX_STRING = 10_000;

/** Entry types that hold no paper. */
const OTHERS: Readonly<Record<string, string>> = {
  set: "a set of other entries",
  proceedings: "a volume of proceedings",
  mvproceedings: "volumes of proceedings",
  collection: "a collection",
  periodical: "an issue of a periodical",
  xdata: "data for other entries",
  bibnote: "a note",
};

/** Reads the entries of one file in turn: each may use the `@string`s before it. */
class Entries {
  readonly #parser: Parser;
  readonly #strings = new Map<string, string>(MONTHS.map((month) => [month, month]));

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  /** What an entry holds; undefined for `@string`, `@comment` and `@preamble`. */
  read({ text, problem }: EntryText): RawRecord | Problem | undefined {
    if (/^@\s*(?:comment|preamble)/i.test(text)) return undefined;
    if (problem) return problem;
    let entry: Entry | undefined;
    try {
      [entry] = this.#parser.parse(withoutEscapedBraces(text)).content;
    } catch (error) {
      return malformed(`not valid BibTeX: ${excerptOf((error as Error).message)}`);
    }
    if (entry === undefined) return malformed("not valid BibTeX: no entry");
    if ("abbreviation" in entry) {
      if (this.#strings.size < MAX_STRINGS)
        this.#strings.set(entry.abbreviation.toLowerCase(), this.#textOf(entry.value));
      return undefined;
    }
    if (!("internalKey" in entry || Array.isArray(entry.content))) return undefined;
    const type = entry.entryType.toLowerCase();
    if (OTHERS[type] !== undefined) return malformed(`${OTHERS[type]}, not a paper`);
    const fields = new Map<string, string>();
    for (const { name, value } of entry.content as { name: string; value: Value }[]) {
      const key = name.toLowerCase();
      if (!fields.has(key)) fields.set(key, this.#textOf(value));
    }
    return recordOfEntry(type, fields);
  }

  #textOf(value: Value): string {
    if (value.kind === "concat")
      return value.content
        .map((part) => this.#textOf(part))
        .join("")
        .slice(0, MAX_STRING);
    if (value.kind !== "abbreviation") return value.content;
    return this.#strings.get(value.content.toLowerCase()) ?? value.content;
  }
}

/** Escaped braces count as braces in BibTeX; as commands they do not, so that one alone breaks nothing. */
const withoutEscapedBraces = (text: string): string =>
  text.replace(/\\([\\{}])/g, (whole, sign: string) =>
    sign === "\\" ? whole : sign === "{" ? "\\lbrace{}" : "\\rbrace{}",
  );

/** BibTeX and BibLaTeX: one entry a paper. latex-utensils parses each alone, so a broken one costs no other. */
export const bibtex: Reader = {
  name: "bibtex",
  recognise: (head) => !/^\s*(?:[[<]|\{\s*["}])/.test(head) && head.split(/[\r\n]+/).some(startsEntry),
  async *read(source: Source): AsyncGenerator<Found> {
    // Loaded when it is needed: it takes a tenth of a second.
    const { bibtexParser } = await import("latex-utensils");
    const entries = new Entries(bibtexParser);
    const cutter = new EntryCutter();
    function* found(cut: readonly EntryText[]): Generator<Found> {
      for (const entry of cut) {
        const read = entries.read(entry);
        const place = { line: entry.line, source: entry.text };
        if (read) yield isProblem(read) ? { ...place, problem: read } : { ...place, record: read };
      }
    }
    let failure: unknown;
    try {
      for await (const line of source.lines()) yield* found(cutter.push(line));
    } catch (error) {
      failure = error;
    }
    yield* found(cutter.end());
    if (failure !== undefined) throw failure;
  },
};
