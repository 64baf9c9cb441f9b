/** Control characters, and format characters that only mark direction, breaks or byte order. */
const INVISIBLE = /(?![\s\x85])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const SPACE = /[\s\x85\ufeff]+/g;
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/**
 * The text as papergraph stores it: Unicode NFC, without control characters, every run of white space (line breaks too)
 * one space, trimmed. LaTeX and HTML stay. Spans of mentions point into this text.
 */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize("NFC").replace(INVISIBLE, "").replace(SPACE, " ").trim();
}

/** Half a surrogate pair, which JSON escapes can smuggle in and no UTF-8 can hold. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);
