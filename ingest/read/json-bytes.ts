export const QUOTE = 0x22;
export const ESCAPE = 0x5c;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const FEED = 0x0a;
export const OBJECT = 0x7b;
export const END_OBJECT = 0x7d;
export const LIST = 0x5b;
export const END_LIST = 0x5d;
/** Bytes of numbers, `true`, `false` and `null`. */
export const LITERAL: ReadonlySet<number> = new Set(Buffer.from("truefalsn0123456789+-.eE"));
export const STRUCTURE: ReadonlySet<number> = new Set(Buffer.from('{}[],"'));

export const isSpace = (byte: number): boolean => byte === 0x20 || byte === FEED || byte === 0x0d || byte === 0x09;

/** What may stand before a record on its line. */
export const isBefore = (byte: number): boolean =>
  byte === COMMA || byte === LIST || byte === 0x20 || byte === 0x0d || byte === 0x09;

/** Whether a closing bracket is that of the open one. */
export const matches = (open: number | undefined, close: number): boolean =>
  open === (close === END_OBJECT ? OBJECT : LIST);

/** The next byte of a string that means something. */
export function skipPlain(chunk: Buffer, from: number): number {
  let at = from;
  for (; at < chunk.length; at++) {
    const byte = chunk[at];
    if (byte === QUOTE || byte === ESCAPE || byte === FEED) break;
  }
  return at;
}

/** The next byte that a search stops at: the start of an object, or a line break to be counted. */
export function skipUnread(chunk: Buffer, from: number): number {
  let at = from;
  while (at < chunk.length && chunk[at] !== OBJECT && chunk[at] !== FEED) at++;
  return at;
}
