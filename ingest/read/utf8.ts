import { isUtf8 } from "node:buffer";
import { PapergraphError } from "../../src/errors.js";
import type { Problem } from "./reader.js";

const lossy = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of the bytes; not to be kept where `invalidAt` is given, the byte offset of the first that is not UTF-8. */
export function decode(bytes: Buffer): { text: string; invalidAt?: number } {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8") };
  const text = lossy.decode(bytes);
  return { text, invalidAt: Buffer.byteLength(text.slice(0, text.indexOf("\ufffd"))) };
}

export const invalidEncoding = (where: string): Problem => ({
  code: "ENCODING_INVALID",
  reason: `bytes that are not valid UTF-8 (${where}); save the file as UTF-8`,
});

const MAGIC: readonly (readonly [string, string])[] = [
  ["25504446", "a PDF"],
  ["504b0304", "a ZIP archive or an Office document; unpack it or save it as CSV"],
  ["28b52ffd", "packed with zstd; unpack it first"],
  ["425a68", "packed with bzip2; unpack it first"],
  ["fd377a58", "packed with xz; unpack it first"],
  ["1f8b", "packed with gzip twice; unpack it once"],
  ["89504e47", "a PNG image"],
  ["d0cf11e0", "an old Office document; save it as CSV"],
];

const WIDE: readonly (readonly [string, string])[] = [
  ["fffe", "UTF-16"],
  ["feff", "UTF-16"],
  ["0000feff", "UTF-32"],
];

/** Throws when the first bytes of a file show that it is no UTF-8 text. A stray control byte is left to its record. */
export function requireText(head: Buffer): void {
  const start = head.subarray(0, 8).toString("hex");
  const wide = WIDE.find(([mark]) => start.startsWith(mark));
  if (wide) {
    throw new PapergraphError("ENCODING_INVALID", `the file is ${wide[1]} by its byte order mark; save it as UTF-8`);
  }
  const known = MAGIC.find(([mark]) => start.startsWith(mark));
  if (known) throw new PapergraphError("FILE_BINARY", `the file is not text: it is ${known[1]}`);
  let controls = 0;
  for (const byte of head) {
    if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f) controls++;
  }
  if (controls * 50 > head.length) {
    throw new PapergraphError(
      "FILE_BINARY",
      "the file is not text: it is full of control bytes. Allowed are UTF-8 text and gzip of it",
    );
  }
}
