import { isTitleName, WRAPPERS } from "./json-start.js";
import { LIMITS } from "./limits.js";
import { malformed, type Problem } from "./reader.js";

/** The bytes of one JSON value of a file, or why it could not be cut out. `line` is where it starts. */
export interface JsonValue {
  readonly line: number;
  readonly bytes: Buffer;
  readonly problem?: Problem;
}

const QUOTE = 0x22;
const ESCAPE = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const FEED = 0x0a;
const OBJECT = 0x7b;
const END_OBJECT = 0x7d;
const LIST = 0x5b;
const END_LIST = 0x5d;
const LITERAL = new Set(Buffer.from("truefalsn0123456789+-.eE"));
const STRUCTURE = new Set(Buffer.from('{}[],"'));
/** What came last, white space left out: a whole value, or one of the bytes `{ [ , :`. */
const VALUE = 0;
const SHOWN_BYTES = 400;
const KEY_BYTES = 64;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === FEED || byte === 0x0d || byte === 0x09;
const matches = (open: number | undefined, close: number): boolean => open === (close === END_OBJECT ? OBJECT : LIST);

/**
 * Cuts the papers out of JSON that need not fit into memory: the elements of a list, of a list within an object
 * (`{"papers": [...]}`), or objects one after another. It follows brackets, strings and the grammar around them only;
 * JSON.parse reads the cut values. A broken value shows soon (text outside of a string, a line break within one); the
 * search then goes on for a `{` whose first key is that of the elements before. Streaming parsers would stop there.
 */
export class JsonCutter {
  #line = 1;
  #out: JsonValue[] = [];

  /** The open brackets around the current byte. */
  readonly #stack: number[] = [];
  /** How many brackets stand around an element: 0 where objects follow one another, -1 after the list of papers. */
  #elementDepth = 0;
  #inString = false;
  #escaped = false;
  #last = COMMA;

  /** The value being captured: its bytes so far, whether it is a number, text or word, and the keys seen in it. */
  #capturing = false;
  #scalar = false;
  #startLine = 1;
  #parts: Buffer[] = [];
  #size = 0;
  #from = 0;
  #keys = 0;
  #titled = false;
  /** The bytes of the string being read, where it can be a key of the element; and the key read last. */
  #key: number[] | undefined;
  #name = "";

  /** The first key of the elements, by which the next one is found after a broken one. */
  #firstKey: string | undefined;
  #lost = false;
  /** A value was broken: brackets that close too much are its rest. */
  #damaged = false;

  /** The values that end within these bytes. */
  push(chunk: Buffer): JsonValue[] {
    this.#from = 0;
    for (let at = 0; at < chunk.length; at++) {
      if (this.#inString && !this.#escaped && this.#key === undefined) at = skipPlain(chunk, at);
      const byte = chunk[at];
      if (byte === undefined) break;
      if (this.#inString) this.#string(byte, at, chunk);
      else if (!isSpace(byte)) this.#token(byte, at, chunk);
      else if (this.#scalar) this.#emit(chunk, at);
      if (byte === FEED) this.#line++;
    }
    if (this.#capturing) this.#keep(chunk, chunk.length);
    return this.#out.splice(0);
  }

  /** To be called at the end: the value that the file cuts off, if any, and whether a list was never closed. */
  end(): { values: JsonValue[]; open: boolean } {
    if (this.#scalar) this.#emit(Buffer.alloc(0), 0);
    else if (this.#isElement()) this.#fail("the file ends in the middle of this record");
    return { values: this.#out, open: this.#out.length === 0 && !this.#damaged && this.#stack.length > 0 };
  }

  /** Whether an element is being captured; while searching, it is one once its first key is right. */
  #isElement(): boolean {
    return this.#capturing && (!this.#lost || this.#keys > 0);
  }

  #string(byte: number, at: number, chunk: Buffer): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === ESCAPE) this.#escaped = true;
    else if (byte === QUOTE) return void this.#closeString(at, chunk);
    else if (byte === FEED) return void this.#broken("a text is not closed on its line", at, chunk);
    if (this.#key !== undefined && this.#key.length < KEY_BYTES) this.#key.push(byte);
  }

  #closeString(at: number, chunk: Buffer): void {
    this.#inString = false;
    this.#last = VALUE;
    if (this.#key !== undefined) this.#takeKey(Buffer.from(this.#key).toString("utf8"));
    this.#key = undefined;
    if (this.#scalar) this.#emit(chunk, at + 1);
  }

  #takeKey(name: string): void {
    this.#name = name;
    if (!this.#capturing) return;
    if (this.#lost && this.#keys === 0 && name !== (this.#firstKey ?? name)) {
      this.#release();
      this.#stack.length = this.#elementDepth;
      return;
    }
    this.#keys++;
    this.#titled ||= isTitleName(name);
    this.#firstKey ??= name;
  }

  #token(byte: number, at: number, chunk: Buffer): void {
    if (!this.#capturing) return void this.#between(byte, at, chunk);
    if (this.#scalar) {
      if (!STRUCTURE.has(byte)) return;
      this.#emit(chunk, at);
      return void this.#between(byte, at, chunk);
    }
    const around = this.#stack.at(-1);
    const fresh = this.#last !== VALUE;
    if (byte === QUOTE) {
      if (!fresh) return void this.#broken("text follows a value without a comma", at, chunk);
      this.#inString = true;
      const keyed = this.#stack.length === this.#elementDepth + 1 && around === OBJECT && this.#last !== COLON;
      this.#key = keyed ? [] : undefined;
    } else if (byte === OBJECT || byte === LIST) {
      if (!fresh || (around === OBJECT && this.#last !== COLON))
        return void this.#broken("a bracket out of place", at, chunk);
      if (byte === LIST && this.#wraps()) return void this.#enter();
      this.#stack.push(byte);
      this.#last = byte;
    } else if (byte === END_OBJECT || byte === END_LIST) {
      if (!matches(around, byte)) return void this.#broken("brackets that do not match", at, chunk);
      this.#stack.pop();
      this.#last = VALUE;
      if (this.#stack.length === this.#elementDepth) this.#emit(chunk, at + 1);
    } else if (byte === COMMA || byte === COLON) {
      if (fresh) return void this.#broken("a value is missing", at, chunk);
      this.#last = byte;
    } else if (LITERAL.has(byte) && (fresh || at === 0 || LITERAL.has(chunk[at - 1]!))) {
      this.#last = VALUE;
    } else {
      this.#broken("text outside of quotes", at, chunk);
    }
  }

  /** A byte outside of any element. */
  #between(byte: number, at: number, chunk: Buffer): void {
    if (this.#lost) {
      if (byte === OBJECT) this.#start(at, byte);
    } else if (byte === COMMA || byte === COLON) this.#last = byte;
    else if (byte === END_LIST || byte === END_OBJECT) this.#leave(byte, at, chunk);
    else if (this.#stack.length !== this.#elementDepth) this.#around(byte);
    else if (this.#elementDepth === 0 && byte === LIST) this.#enter();
    else if (byte === OBJECT || byte === LIST) this.#start(at, byte);
    else {
      this.#start(at);
      this.#inString = byte === QUOTE;
      if (this.#elementDepth === 0) this.#broken("text between the records", at, chunk);
    }
  }

  /** A byte of the object around a list of papers, after that list; another list may follow. */
  #around(byte: number): void {
    const outermost = this.#stack.length === 1;
    if (byte === QUOTE) {
      this.#inString = true;
      this.#key = outermost && this.#last !== COLON ? [] : undefined;
    } else if (byte === LIST && outermost && WRAPPERS.has(this.#name)) {
      this.#enter();
    } else if (byte === OBJECT || byte === LIST) {
      this.#stack.push(byte);
      this.#last = byte;
    }
  }

  /** Whether the list that opens here holds the papers, and the object captured so far is only around it. */
  #wraps(): boolean {
    const outermost = this.#elementDepth === 0 && this.#stack.length === 1;
    return outermost && !this.#lost && !this.#titled && WRAPPERS.has(this.#name);
  }

  #enter(): void {
    this.#release();
    this.#stack.push(LIST);
    this.#elementDepth = this.#stack.length;
    this.#firstKey = undefined;
    this.#last = LIST;
  }

  #leave(byte: number, at: number, chunk: Buffer): void {
    if (this.#damaged) {
      this.#lost = true;
      return;
    }
    if (!matches(this.#stack.at(-1), byte))
      return void this.#broken("a bracket closes what was never opened", at, chunk);
    this.#stack.pop();
    this.#last = VALUE;
    if (this.#stack.length === 0) this.#elementDepth = 0;
    else if (this.#stack.length < this.#elementDepth) this.#elementDepth = -1;
  }

  #start(at: number, bracket?: number): void {
    this.#capturing = true;
    this.#scalar = bracket === undefined;
    this.#startLine = this.#line;
    this.#from = at;
    this.#keys = 0;
    this.#name = "";
    this.#titled = false;
    if (bracket !== undefined) this.#stack.push(bracket);
    this.#last = bracket ?? COMMA;
  }

  /** Adds to the captured value what it has of the chunk; above the size limit only the start is held. */
  #keep(chunk: Buffer, to: number): void {
    this.#size += to - this.#from;
    this.#parts.push(chunk.subarray(this.#from, to));
    this.#from = 0;
    if (this.#size <= LIMITS.recordBytes) return;
    const start = Buffer.concat(this.#parts.slice(0, 2)).subarray(0, SHOWN_BYTES);
    this.#parts = [Buffer.from(start)];
  }

  #emit(chunk: Buffer, to: number): void {
    this.#keep(chunk, to);
    if (this.#isElement()) {
      const tooLong = this.#size > LIMITS.recordBytes;
      const reason = `a record of ${this.#size} bytes; allowed are ${LIMITS.recordBytes}`;
      const problem: Problem = { code: "RECORD_TOO_LONG", reason };
      this.#out.push({ line: this.#startLine, bytes: Buffer.concat(this.#parts), ...(tooLong ? { problem } : {}) });
      // Without a title it may be an object within the broken record, so the search goes on.
      if (this.#titled) this.#lost = false;
    }
    this.#release();
    this.#last = VALUE;
  }

  #broken(what: string, at: number, chunk: Buffer): void {
    if (this.#capturing) this.#keep(chunk, at);
    else this.#startLine = this.#line;
    if (!this.#lost || this.#isElement()) this.#fail(`not valid JSON: ${what} (line ${this.#line})`);
    this.#release();
    this.#lost = true;
    this.#damaged = true;
    this.#stack.length = Math.max(0, Math.min(this.#stack.length, this.#elementDepth));
    if (chunk[at] === OBJECT) this.#start(at, OBJECT);
  }

  #fail(reason: string): void {
    const bytes = Buffer.concat(this.#parts).subarray(0, SHOWN_BYTES);
    this.#out.push({ line: this.#startLine, bytes, problem: malformed(reason) });
  }

  #release(): void {
    this.#capturing = false;
    this.#scalar = false;
    this.#inString = false;
    this.#escaped = false;
    this.#key = undefined;
    this.#parts = [];
    this.#size = 0;
  }
}

/** The next byte of a string that means something. */
function skipPlain(chunk: Buffer, from: number): number {
  let at = from;
  for (; at < chunk.length; at++) {
    const byte = chunk[at];
    if (byte === QUOTE || byte === ESCAPE || byte === FEED) break;
  }
  return at;
}
