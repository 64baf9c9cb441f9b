import { createReadStream } from "node:fs";
import { PapergraphError } from "../../src/errors.js";
import { gunzip, isGzip } from "./gunzip.js";
import { HEAD_BYTES } from "./limits.js";
import { splitLines } from "./lines.js";
import type { Source } from "./reader.js";
import { decode, requireText } from "./utf8.js";

type Bytes = AsyncIterator<Buffer>;

async function* bytesOf(path: string, onBytes?: (count: number) => void): AsyncGenerator<Buffer> {
  try {
    const stream: AsyncIterable<Buffer> = path === "-" ? process.stdin : createReadStream(path);
    for await (const chunk of stream) {
      onBytes?.(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw new PapergraphError("FILE_NOT_FOUND", whyUnreadable(error), {}, { cause: error });
  }
}

function whyUnreadable(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
      return "there is no such file; check the path";
    case "EISDIR":
      return "this is a folder, not a file";
    case "EACCES":
    case "EPERM":
      return "the file may not be read; check its permissions";
    default:
      return "the file cannot be read; check the disk and the path";
  }
}

/** Reads ahead, at least `size` bytes where there are as many; a failure is kept, for when the bytes before it are used. */
async function peek(bytes: Bytes, size: number): Promise<{ head: Buffer; failure?: unknown; done: boolean }> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    while (length < size) {
      const { value, done } = await bytes.next();
      if (done) return { head: Buffer.concat(parts), done: true };
      parts.push(value);
      length += value.length;
    }
    return { head: Buffer.concat(parts), done: false };
  } catch (failure) {
    return { head: Buffer.concat(parts), failure, done: true };
  }
}

async function* resume(peeked: Awaited<ReturnType<typeof peek>>, bytes: Bytes): AsyncGenerator<Buffer> {
  try {
    if (peeked.head.length > 0) yield peeked.head;
    if (peeked.failure !== undefined) throw peeked.failure;
    while (!peeked.done) {
      const { value, done } = await bytes.next();
      if (done) return;
      yield value;
    }
  } finally {
    await bytes.return?.();
  }
}

/**
 * Opens a file, or standard input for `-`; gzip is recognised by its first bytes and unpacked. Throws FILE_NOT_FOUND,
 * FILE_BINARY, FILE_EMPTY, or ENCODING_INVALID for UTF-16; a cut gzip throws FILE_TRUNCATED once all before it was read.
 */
export async function openSource(path: string, onBytes?: (count: number) => void): Promise<Source> {
  const stored = bytesOf(path, onBytes);
  const start = await peek(stored, 2);
  if (start.failure !== undefined) throw start.failure;
  const bytes = isGzip(start.head) ? gunzip(resume(start, stored)) : resume(start, stored);
  const peeked = await peek(bytes, HEAD_BYTES);
  try {
    requireText(peeked.head.subarray(0, HEAD_BYTES));
    if (peeked.head.length === 0 && peeked.failure !== undefined) throw peeked.failure;
    if (peeked.head.toString("latin1", 0, 3) === "\u00ef\u00bb\u00bf") peeked.head = peeked.head.subarray(3);
    const head = decode(peeked.head.subarray(0, HEAD_BYTES)).text;
    if (peeked.done && peeked.failure === undefined && peeked.head.toString("utf8").trim() === "") {
      throw new PapergraphError("FILE_EMPTY", "the file is empty; give one with at least one paper");
    }
    const chunks = () => resume(peeked, bytes);
    return { head, chunks, lines: () => splitLines(chunks(), head.includes("\r") && !head.includes("\n")) };
  } catch (error) {
    await bytes.return(undefined);
    throw error;
  }
}
