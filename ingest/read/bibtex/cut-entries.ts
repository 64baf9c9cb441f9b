import { type Line, malformed, type Problem } from "../reader.js";

/** The text of one entry, from its `@` to its last brace. */
export interface EntryText {
  readonly line: number;
  readonly text: string;
  readonly problem?: Problem;
}

/** An entry of more characters is no entry; its parser takes seconds for one of a few million. */
const MAX_ENTRY = 1_200_000;
const START = /^[ \t]*@[ \t]*(?:[A-Za-z]+[ \t]*[{(]\s*[^\s,{}()="]{0,300}\s*,|(?:string|preamble|comment)[ \t]*[{(])/i;
const ANYWHERE = /@\s*[A-Za-z]+\s*[{(]/;

/** What no comment has: a field, `title = {`, on a line of its own or after another one; or the end of an entry alone. */
const FIELD = /(?:^\s*|[}"]\s*,\s*)[A-Za-z][\w-]{0,50}\s*=\s*["{]|^\s*[})]\s*,?\s*$/;

/** Whether a line starts an entry: `@article{key,`. */
export const startsEntry = (line: string): boolean => START.test(line);

/**
 * Cuts the entries out of the lines of a BibTeX file, by their braces. An entry that is not closed before a line that
 * starts the next is reported, and the next is taken; what stands between entries is a comment, as BibTeX has it.
 */
export class EntryCutter {
  #parts: string[] = [];
  #size = 0;
  #line = 0;
  #depth = 0;
  #close = "}";
  #problem: Problem | undefined;
  #strayed = false;

  /** The entries that this line ends. */
  push(line: Line): EntryText[] {
    const out: EntryText[] = [];
    if (this.#parts.length > 0 && startsEntry(line.text)) {
      out.push(this.#end(malformed("the entry is not closed before the next one starts")));
    }
    let rest = line.text;
    while (rest !== "") {
      if (this.#parts.length === 0) {
        const start = ANYWHERE.exec(rest);
        if (!start) {
          if (FIELD.test(rest)) out.push(...this.#stray(line));
          break;
        }
        this.#strayed = false;
        rest = rest.slice(start.index);
        this.#line = line.number;
        this.#close = start[0].endsWith("(") ? ")" : "}";
      }
      const end = this.#follow(rest);
      this.#problem ??= line.problem;
      this.#size += rest.length;
      if (this.#size <= MAX_ENTRY) this.#parts.push(rest.slice(0, end));
      else this.#problem ??= { code: "RECORD_TOO_LONG", reason: `an entry of more than ${MAX_ENTRY} characters` };
      if (end === undefined) break;
      out.push(this.#end());
      rest = rest.slice(end);
    }
    if (line.problem && this.#parts.length === 0 && out.length === 0) {
      out.push({ line: line.number, text: line.text, problem: line.problem });
    }
    return out;
  }

  /** The entry that the end of the file cuts off. */
  end(): EntryText[] {
    return this.#parts.length === 0 ? [] : [this.#end(malformed("the file ends in the middle of this entry"))];
  }

  /** Fields between the entries, told once: the start of their entry is damaged. */
  #stray({ number, text }: Line): EntryText[] {
    if (this.#strayed) return [];
    this.#strayed = true;
    return [{ line: number, text, problem: malformed("fields that belong to no entry; its start may be damaged") }];
  }

  /** Where the entry ends in this text, if it does. */
  #follow(text: string): number | undefined {
    for (let at = 0; at < text.length; at++) {
      const letter = text[at];
      if (letter === "\\") at++;
      else if (letter === "{") this.#depth++;
      else if (letter === "}") this.#depth--;
      else if (letter === "(" && this.#depth === 0 && this.#close === ")") this.#depth = 1;
      else if (letter === ")" && this.#depth === 1 && this.#close === ")") this.#depth = 0;
      else continue;
      if (letter !== "\\" && this.#depth <= 0) return at + 1;
    }
    return undefined;
  }

  #end(problem?: Problem): EntryText {
    const fault = this.#problem ?? problem;
    const entry = { line: this.#line, text: this.#parts.join("\n"), ...(fault ? { problem: fault } : {}) };
    this.#parts = [];
    this.#size = 0;
    this.#depth = 0;
    this.#problem = undefined;
    return entry;
  }
}
