import { LIMITS } from "../limits.js";
import { type Line, malformed, type Problem } from "../reader.js";

/** A record of lines with tags: the values of each tag in their order. */
export interface TaggedRecord {
  readonly line: number;
  readonly text: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly problem?: Problem;
}

export interface TaggedSyntax {
  /** Tag and value of a line; a line that does not fit goes on with the value before. */
  readonly tag: RegExp;
  /** Whether a new record starts here, while one is open. */
  starts(tag: string, open: ReadonlyMap<string, readonly string[]>): boolean;
  /** Whether this tag ends the record. */
  ends(tag: string): boolean;
}

const MAX_TEXT = LIMITS.recordBytes;

/** Gathers the tagged lines of RIS and MEDLINE files into records. Lines before the first tag belong to none. */
export class TaggedRecords {
  readonly #syntax: TaggedSyntax;
  #values = new Map<string, string[]>();
  #lines: string[] = [];
  #last: string[] | undefined;
  #line = 0;
  #size = 0;
  #problem: Problem | undefined;
  /** The first line since the last record that belongs to none. */
  #stray: Line | undefined;

  constructor(syntax: TaggedSyntax) {
    this.#syntax = syntax;
  }

  /** The records that this line ends. */
  push(line: Line): TaggedRecord[] {
    const [, tag, value] = this.#syntax.tag.exec(line.text) ?? [];
    if (tag === undefined && line.problem && this.#values.size === 0) {
      return [{ line: line.number, text: line.text, values: new Map(), problem: line.problem }];
    }
    const before = tag !== undefined && this.#syntax.starts(tag, this.#values) ? this.end() : [];
    if (tag === undefined) this.#goOn(line);
    else if (this.#syntax.ends(tag))
      return [...before, ...(this.#values.size === 0 ? this.#headless(line) : this.end())];
    else this.#add(line, tag, value ?? "");
    return before;
  }

  /** The record that is open, if any. */
  end(): TaggedRecord[] {
    if (this.#values.size === 0) return [];
    const problem = this.#problem;
    const text = this.#lines.join("\n");
    const record = { line: this.#line, text, values: this.#values, ...(problem ? { problem } : {}) };
    this.#values = new Map();
    this.#lines = [];
    this.#last = undefined;
    this.#size = 0;
    this.#problem = undefined;
    return [record];
  }

  /** The end of a record of which nothing else can be read. */
  #headless({ text }: Line): TaggedRecord[] {
    const before = this.#stray;
    this.#stray = undefined;
    if (before === undefined) return [];
    const problem = malformed("the end of a record that has no tags; its lines may be damaged");
    return [{ line: before.number, text: `${before.text}\n${text}`, values: new Map(), problem }];
  }

  #add(line: Line, tag: string, value: string): void {
    if (this.#values.size === 0) this.#line = line.number;
    this.#stray = undefined;
    const list = this.#values.get(tag) ?? [];
    this.#values.set(tag, list);
    this.#last = list;
    if (this.#keep(line)) list.push(value.trim());
  }

  #goOn(line: Line): void {
    if (this.#last === undefined) {
      if (line.text.trim() !== "") this.#stray ??= line;
      return;
    }
    if (this.#keep(line) && this.#last.length > 0 && line.text.trim() !== "") {
      this.#last[this.#last.length - 1] += `\n${line.text.trim()}`;
    }
  }

  /** Whether the line is to be kept: not where the record has grown too long. */
  #keep(line: Line): boolean {
    this.#problem ??= line.problem;
    this.#size += line.text.length;
    if (this.#size > MAX_TEXT) {
      this.#problem ??= { code: "RECORD_TOO_LONG", reason: `a record of more than ${MAX_TEXT} characters` };
      return false;
    }
    this.#lines.push(line.text);
    return true;
  }
}
