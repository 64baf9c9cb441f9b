import { LIMITS } from "../limits.js";
import { malformed, type Problem } from "../reader.js";

/** An element cut out of a file, or the start tag of one that stands around records. `line` is where it starts. */
export interface CutElement {
  readonly line: number;
  readonly bytes: Buffer;
  readonly problem?: Problem;
}

const SHOWN = 1_000;
/** A tag, comment mark or declaration is no longer than this; what is, is text. */
const MAX_TAG = 64 * 1024;
const MARKUP = /<!--|<!\[CDATA\[|<\?|<!DOCTYPE|<(\/?)([A-Za-z_][\w.:-]*)(?=[\s>/])/g;
const ENDS: Readonly<Record<string, string>> = { "<!--": "-->", "<![CDATA[": "]]>", "<?": "?>", "<!DOCTYPE": ">" };

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
const countLines = (text: string): number => text.split("\n").length - 1;

/**
 * Cuts the records out of an XML file that need not fit into memory: the elements with one of the names, wherever they
 * stand, and the start tags of those around them. Each is parsed alone, so a broken record costs itself only: where one
 * is not closed before the next begins, it is reported and the next is taken. Bytes are looked at one by one as
 * Latin-1; what they mean is decided when a record is read.
 */
export class ElementCutter {
  readonly #records: ReadonlySet<string>;
  readonly #around: ReadonlySet<string>;
  /** What was read and is not done with; starts in line #line, and with the record that is open. */
  #text = "";
  #line = 1;
  #at = 0;
  #open: string | undefined;
  /** The mark that ends a comment, declaration or CDATA section; nothing before it counts. */
  #until: string | undefined;
  #markAt = 0;
  #root: string | undefined;
  #closed = false;
  #out: CutElement[] = [];

  constructor(records: readonly string[], around: readonly string[]) {
    this.#records = new Set(records);
    this.#around = new Set(around);
  }

  push(chunk: Buffer): CutElement[] {
    this.#text += chunk.toString("latin1");
    this.#scan(false);
    return this.#out.splice(0);
  }

  /** To be called at the end: what is left, and whether the file's own element is never closed. */
  end(): { elements: CutElement[]; open: boolean } {
    this.#scan(true);
    while (this.#isHidden()) {
      this.#ignoreMark();
      this.#scan(true);
    }
    if (this.#until !== undefined) this.#fail(malformed("a comment or declaration is never closed"), SHOWN);
    const cut = this.#open !== undefined;
    if (cut) this.#fail(malformed("the file ends in the middle of this record"));
    return { elements: this.#out.splice(0), open: !cut && this.#root !== undefined && !this.#closed };
  }

  #scan(atEnd: boolean): void {
    while (this.#step(atEnd)) {}
    const done = this.#open === undefined ? this.#at : 0;
    if (done > 0) this.#drop(done);
    if (this.#text.length <= LIMITS.recordBytes) return;
    if (this.#isHidden()) {
      this.#ignoreMark();
      this.#scan(atEnd);
      return;
    }
    this.#fail({ code: "RECORD_TOO_LONG", reason: `a record of more than ${LIMITS.recordBytes} bytes` });
    this.#drop(this.#text.length);
    this.#open = this.#until = undefined;
  }

  /** Whether a comment within the record has no end, and so may hide the records after it. */
  #isHidden(): boolean {
    return this.#open !== undefined && this.#until !== undefined;
  }

  /** Takes the mark that opened the comment for text. */
  #ignoreMark(): void {
    this.#at = this.#markAt + 1;
    this.#until = undefined;
  }

  /** Goes on to the next markup; false when more bytes are needed. */
  #step(atEnd: boolean): boolean {
    if (this.#until !== undefined) return this.#skip();
    MARKUP.lastIndex = this.#at;
    const found = MARKUP.exec(this.#text);
    if (!found) {
      const tail = this.#text.lastIndexOf("<");
      const keeps = !atEnd && tail >= this.#at && this.#text.length - tail < MAX_TAG;
      this.#at = keeps ? tail : this.#text.length;
      return false;
    }
    const [mark, slash, name] = found;
    if (name === undefined) {
      this.#until = ENDS[mark];
      this.#markAt = found.index;
      this.#at = found.index + mark.length;
      return true;
    }
    const end = this.#text.indexOf(">", MARKUP.lastIndex);
    if (end < 0 && !atEnd && this.#text.length - found.index < MAX_TAG) {
      this.#at = found.index;
      return false;
    }
    this.#at = end < 0 ? MARKUP.lastIndex : end + 1;
    if (slash) this.#close(localName(name), found.index);
    else this.#start(localName(name), found.index, this.#text[end - 1] === "/");
    return true;
  }

  #skip(): boolean {
    const end = this.#text.indexOf(this.#until!, this.#at);
    if (end < 0) {
      // The end mark may be split between two chunks.
      this.#at = Math.max(this.#at, this.#text.length - 2);
      return false;
    }
    // A document type may hold declarations in brackets.
    const inner = this.#until === ">" ? this.#text.slice(this.#at, end).indexOf("[") : -1;
    this.#until = inner >= 0 ? "]" : undefined;
    this.#at = inner >= 0 ? this.#at + inner + 1 : end + (this.#until === undefined ? 1 : 0);
    return true;
  }

  #start(name: string, at: number, isEmpty: boolean): void {
    if (this.#records.has(name)) {
      if (this.#open !== undefined) {
        this.#fail(malformed(`<${this.#open}> is not closed before the next <${name}>`), at);
      }
      const rest = this.#at - at;
      this.#drop(at);
      this.#at = rest;
      this.#open = name;
      if (isEmpty) this.#close(name, 0);
    } else if (this.#open === undefined) {
      this.#root ??= name;
      if (this.#around.has(name)) {
        this.#out.push({
          line: this.#line + countLines(this.#text.slice(0, at)),
          bytes: this.#bytes(at, this.#at, isEmpty),
        });
      }
    }
  }

  /** The bytes of a tag, as an element without content. */
  #bytes(from: number, to: number, isEmpty: boolean): Buffer {
    const tag = this.#text.slice(from, to);
    return Buffer.from(isEmpty ? tag : `${tag.slice(0, -1)}/>`, "latin1");
  }

  #close(name: string, at: number): void {
    if (name === this.#root) this.#closed = true;
    if (name !== this.#open) {
      if (this.#open === undefined && this.#records.has(name))
        this.#report(at, malformed(`</${name}> closes what was never opened`));
      return;
    }
    this.#out.push({ line: this.#line, bytes: Buffer.from(this.#text.slice(0, this.#at), "latin1") });
    this.#drop(this.#at);
    this.#open = undefined;
  }

  /** A fault between the records. */
  #report(at: number, problem: Problem): void {
    const bytes = Buffer.from(this.#text.slice(Math.max(0, at - SHOWN / 4), this.#at), "latin1");
    this.#out.push({ line: this.#line + countLines(this.#text.slice(0, at)), bytes, problem });
  }

  #fail(problem: Problem, to = this.#text.length): void {
    const bytes = Buffer.from(this.#text.slice(0, Math.min(to, SHOWN)), "latin1");
    this.#out.push({ line: this.#line, bytes, problem });
    this.#open = undefined;
  }

  #drop(to: number): void {
    this.#line += countLines(this.#text.slice(0, to));
    this.#text = this.#text.slice(to);
    this.#at = Math.max(0, this.#at - to);
    this.#markAt -= to;
  }
}
