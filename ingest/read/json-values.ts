import {
  COLON,
  COMMA,
  END_LIST,
  END_OBJECT,
  ESCAPE,
  FEED,
  isSpace,
  LIST,
  LITERAL,
  matches,
  OBJECT,
  QUOTE,
  STRUCTURE,
  skipPlain,
  skipUnread,
} from "./json-bytes.js";
import { LineStart } from "./json-line-start.js";
import { ENVELOPES, isTitleName, WRAPPERS } from "./json-start.js";
import { LIMITS } from "./limits.js";
import { malformed, type Problem } from "./reader.js";

/** The bytes of one JSON value of a file, or why it could not be cut out. `line` is where it starts. */
export interface JsonValue {
  readonly line: number;
  readonly bytes: Buffer;
  readonly problem?: Problem;
}

/** What came last, white space left out: a whole value, or one of the bytes `{ [ , :`. */
const VALUE = 0;
const SHOWN_BYTES = 400;
const KEY_BYTES = 64;
/** How often a value without an end is searched for others; a file that needs it more often is not worth the time. */
const MAX_REPLAYS = 100;
const MAX_FIRST_KEYS = 50;

/**
 * Cuts the papers out of JSON that need not fit into memory: the elements of a list, of a list within an object
 * (`{"papers": [...]}`, `{"message": {"items": [...]}}`), or objects one after another. It follows brackets, strings and the grammar around them only;
 * JSON.parse reads the cut values. Where a value is broken (text outside of quotes, a line break within them, no end
 * within the size limit), the search goes on for a `{` in the column of the elements before, or whose first key is one of
 * theirs, from the last place that was surely read right. Parsers that stream stop at the first fault; that is why this is not one of them.
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

  /** Where in the captured bytes the last string starts, or -1: what was taken for it may be more than it. */
  #stringFrom = -1;

  /** The first keys of the elements and the column where they start a line: by these the next one is found after a broken one. */
  readonly #firstKeys = new Set<string>();
  #elementColumn: number | undefined;
  /** Whether an element with a title was among them; before, what starts so may be parts of a broken one. */
  #isLearned = false;
  #startColumn: number | undefined;
  #startKey = "";
  readonly #lineStart = new LineStart();
  #lost = false;
  /** What is searched was captured as one value that has no end, so only what has a title is believed. */
  #doubtful = false;
  /** A value was broken; and nothing whole came since, so that brackets that close too much are its rest. */
  #damaged = false;
  #isAfterBroken = false;
  /** Bytes to be read again, after a fault. */
  #again: Buffer | undefined;
  #replays = 0;

  /** `longest`: bytes of one value; a longer one is a problem. */
  constructor(readonly longest: number = LIMITS.recordBytes) {}

  /** The values that end within these bytes. */
  push(chunk: Buffer): JsonValue[] {
    const queue = [chunk];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) queue.unshift(...this.#scan(next));
    return this.#out.splice(0);
  }

  /** To be called at the end: the values left, one that the file cuts off among them; and whether a list is not closed. */
  end(): { values: JsonValue[]; open: boolean } {
    if (this.#scalar) this.#emit(Buffer.alloc(0), 0);
    const open = !this.#capturing && !this.#damaged && this.#stack.length > 0;
    while (this.#isElement() && this.#replays < MAX_REPLAYS) {
      this.#fail(malformed("the file ends in the middle of this record"));
      const again = this.#recover(1);
      this.#doubtful = true;
      this.#out.push(...this.push(again));
    }
    return { values: this.#out, open };
  }

  /** Reads the bytes; after a fault, answers what is to be read next instead of the rest of them. */
  #scan(chunk: Buffer): Buffer[] {
    this.#from = 0;
    for (let at = 0; at < chunk.length; at++) {
      if (this.#inString && !this.#escaped && this.#key === undefined) at = skipPlain(chunk, at);
      else if (this.#lost && !this.#capturing) at = skipUnread(chunk, at);
      const byte = chunk[at];
      if (byte === undefined) break;
      if (this.#inString) this.#string(byte, at, chunk);
      else if (!isSpace(byte)) this.#token(byte, at, chunk);
      else if (this.#scalar) this.#emit(chunk, at);
      if (this.#again) {
        const again = [this.#again, chunk.subarray(at)];
        this.#again = undefined;
        this.#lineStart.forget();
        return again;
      }
      if (byte === FEED) this.#line++;
    }
    if (this.#capturing) this.#keep(chunk, chunk.length);
    this.#lineStart.keep(chunk);
    if (this.#size <= this.longest) return [];
    if (this.#isElement()) this.#fail(this.#tooLong());
    const again = this.#recover(this.#replays < MAX_REPLAYS ? 1 : this.#size);
    this.#doubtful = true;
    return [again];
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
    const key = this.#key;
    this.#key = undefined;
    if (key !== undefined) this.#takeKey(Buffer.from(key).toString("utf8"), at, chunk);
    if (this.#scalar) this.#emit(chunk, at + 1);
  }

  #takeKey(name: string, at: number, chunk: Buffer): void {
    this.#name = name;
    if (!this.#capturing) return;
    if (this.#lost && this.#keys === 0 && !this.#startsElement(name)) {
      this.#keep(chunk, at);
      this.#again = this.#recover(this.#stringFrom);
      return;
    }
    this.#keys++;
    this.#titled ||= isTitleName(name);
    if (this.#keys > 1) return;
    this.#startKey = name;
    if (!this.#lost) this.#learn();
  }

  #forget(): void {
    this.#firstKeys.clear();
    this.#elementColumn = undefined;
    this.#isLearned = false;
  }

  /** What the captured element starts like, for finding the next after a broken one. */
  #learn(): void {
    if (this.#firstKeys.size < MAX_FIRST_KEYS) this.#firstKeys.add(this.#startKey);
    this.#elementColumn ??= this.#startColumn;
  }

  /** Whether an object that starts with this key, after a broken one, is an element and not a part of the broken one. */
  #startsElement(key: string): boolean {
    if (this.#elementColumn !== undefined && this.#startColumn === this.#elementColumn) return true;
    return this.#firstKeys.size === 0 ? this.#elementColumn === undefined : this.#firstKeys.has(key);
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
      this.#stringFrom = this.#size + at - this.#from + 1;
      const keyed = this.#stack.length === this.#elementDepth + 1 && around === OBJECT && this.#last !== COLON;
      this.#key = keyed ? [] : undefined;
    } else if (byte === OBJECT || byte === LIST) {
      if (!fresh || (around === OBJECT && this.#last !== COLON))
        return void this.#broken("a bracket out of place", at, chunk);
      if (byte === LIST && this.#wraps(WRAPPERS)) return void this.#enter();
      if (byte === OBJECT && this.#wraps(ENVELOPES)) return void this.#open(at);
      if (byte === OBJECT && this.#isOnlyLists()) return void this.#openInLists(at, chunk);
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
      if (byte === OBJECT) this.#start(at, byte, chunk);
    } else if (byte === COLON && this.#stack.length === this.#elementDepth)
      this.#broken("a name outside of any record", at, chunk);
    else if (byte === COMMA || byte === COLON) this.#last = byte;
    else if (byte === END_LIST || byte === END_OBJECT) this.#leave(byte, at, chunk);
    else if (this.#stack.length !== this.#elementDepth) this.#around(byte);
    else if (this.#elementDepth === 0 && byte === LIST) this.#enter();
    else if (byte === OBJECT || byte === LIST) this.#start(at, byte, chunk);
    else {
      const fits = this.#elementDepth > 0 && this.#last !== VALUE && (byte === QUOTE || LITERAL.has(byte));
      this.#start(at);
      this.#inString = byte === QUOTE;
      if (!fits) this.#broken("text between the records", at, chunk);
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

  /** Whether what opens here holds the papers, by its name, and the object captured so far is only around it. */
  #wraps(names: ReadonlySet<string>): boolean {
    const outermost = this.#stack.length === this.#elementDepth + 1 && this.#stack[this.#elementDepth - 1] !== LIST;
    return outermost && !this.#lost && !this.#titled && names.has(this.#name);
  }

  /** Captures the object within another one instead of it. */
  #open(at: number): void {
    this.#release();
    this.#elementDepth = this.#stack.length;
    this.#start(at, OBJECT);
  }

  /** Whether what is captured is lists within lists, and nothing in them yet. */
  #isOnlyLists(): boolean {
    return this.#last === LIST && !this.#lost && this.#stack.slice(this.#elementDepth).every((open) => open === LIST);
  }

  /** Captures the object instead of the lists around it: a bracket too many must not hide the records after it. */
  #openInLists(at: number, chunk: Buffer): void {
    this.#release();
    this.#elementDepth = this.#stack.length;
    this.#start(at, OBJECT, chunk);
  }

  #enter(): void {
    this.#release();
    this.#stack.push(LIST);
    this.#elementDepth = this.#stack.length;
    this.#forget();
    this.#last = LIST;
  }

  #leave(byte: number, at: number, chunk: Buffer): void {
    if (this.#isAfterBroken) {
      this.#lost = true;
      return;
    }
    if (!matches(this.#stack.at(-1), byte))
      return void this.#broken("a bracket closes what was never opened", at, chunk);
    this.#stack.pop();
    this.#last = VALUE;
    if (this.#stack.length === 0) this.#elementDepth = 0;
    else if (this.#stack.length < this.#elementDepth)
      this.#elementDepth = this.#stack.at(-1) === LIST ? this.#stack.length : -1;
  }

  #start(at: number, bracket?: number, chunk?: Buffer): void {
    this.#capturing = true;
    this.#scalar = bracket === undefined;
    this.#startLine = this.#line;
    this.#from = at;
    this.#keys = 0;
    this.#name = "";
    this.#titled = false;
    this.#stringFrom = -1;
    if (bracket !== undefined) this.#stack.push(bracket);
    this.#last = bracket ?? COMMA;
    this.#startColumn = chunk && bracket === OBJECT ? this.#lineStart.columnOf(chunk, at) : undefined;
  }

  /** Adds to the captured value what it has of the chunk. */
  #keep(chunk: Buffer, to: number): void {
    this.#parts.push(chunk.subarray(this.#from, to));
    this.#size += to - this.#from;
    this.#from = to;
  }

  #emit(chunk: Buffer, to: number): void {
    this.#keep(chunk, to);
    if (this.#size > this.longest) {
      if (this.#isElement()) this.#fail(this.#tooLong());
    } else if (this.#isElement() && (this.#titled || !this.#doubtful)) {
      this.#out.push({ line: this.#startLine, bytes: Buffer.concat(this.#parts) });
    }
    // Without a title it may be an object within the broken record, so the search goes on.
    if (this.#titled) {
      if (this.#lost) this.#learn();
      this.#lost = this.#doubtful = this.#isAfterBroken = false;
      this.#isLearned = true;
    } else if (!this.#isLearned) this.#forget();
    this.#release();
    this.#last = VALUE;
    // The object that was captured within another one: the rest of that is only around it.
    if (this.#stack.length === this.#elementDepth && this.#stack.at(-1) === OBJECT) this.#elementDepth = -1;
  }

  #broken(what: string, at: number, chunk: Buffer): void {
    if (this.#capturing) this.#keep(chunk, at);
    else this.#startLine = this.#line;
    if (!this.#lost || this.#isElement()) this.#fail(malformed(`not valid JSON: ${what} (line ${this.#line})`));
    this.#again = this.#recover(this.#swallowed() ?? this.#stringFrom);
  }

  /** Where, in a value that is broken, the line of the next element starts that it took in, by its column. */
  #swallowed(): number | undefined {
    if (!this.#capturing || this.#elementColumn === undefined) return undefined;
    const text = Buffer.concat(this.#parts).toString("latin1");
    const found = new RegExp(`\\n[ \\t]{${this.#elementColumn}}\\{`).exec(text);
    return found?.index;
  }

  /** Starts the search for the next element. Answers the captured bytes that it begins with, from an offset. */
  #recover(from: number): Buffer {
    const again = from < 0 ? Buffer.alloc(0) : Buffer.concat(this.#parts).subarray(from);
    for (const byte of again) if (byte === FEED) this.#line--;
    this.#release();
    this.#lost = true;
    this.#damaged = this.#isAfterBroken = true;
    this.#stack.length = Math.max(0, Math.min(this.#stack.length, this.#elementDepth));
    this.#replays += from === 1 ? 1 : 0;
    return again;
  }

  #tooLong(): Problem {
    return { code: "RECORD_TOO_LONG", reason: `a record of more than ${this.longest} bytes` };
  }

  #fail(problem: Problem): void {
    if (this.#doubtful) return;
    const bytes = Buffer.concat(this.#parts.slice(0, 2)).subarray(0, SHOWN_BYTES);
    this.#out.push({ line: this.#startLine, bytes: Buffer.from(bytes), problem });
  }

  #release(): void {
    this.#capturing = this.#scalar = this.#inString = this.#escaped = false;
    this.#key = undefined;
    this.#parts = [];
    this.#size = 0;
  }
}
