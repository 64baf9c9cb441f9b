import { setImmediate } from "node:timers/promises";
import { createGunzip } from "node:zlib";
import { PapergraphError } from "../../src/errors.js";

/** Small, so that a file packed 1000 to 1 fills no more than 16 MB at a time. */
const STEP_BYTES = 16 * 1024;

export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * The unpacked bytes. A file that is cut or damaged gives all that can be unpacked before FILE_TRUNCATED is thrown;
 * `pipe` and `for await` would throw away what is buffered at that moment, so the bytes are collected by hand.
 */
export async function* gunzip(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacker = createGunzip();
  let ready: Buffer[] = [];
  let failure: Error | undefined;
  let wake = (): void => {};
  unpacker.on("data", (bytes: Buffer) => ready.push(bytes));
  unpacker.on("error", (error) => {
    failure = error;
    wake();
  });
  unpacker.on("end", () => wake());

  const step = async (act: (done: () => void) => void): Promise<Buffer[]> => {
    await new Promise<void>((resolve) => {
      wake = resolve;
      act(resolve);
    });
    while (failure === undefined && unpacker.readableLength > 0) await setImmediate();
    const bytes = ready;
    ready = [];
    return bytes;
  };

  try {
    for await (const chunk of packed) {
      for (let from = 0; from < chunk.length && failure === undefined; from += STEP_BYTES) {
        yield* await step((done) => unpacker.write(chunk.subarray(from, from + STEP_BYTES), () => done()));
      }
      if (failure !== undefined) break;
    }
    if (failure === undefined) yield* await step(() => unpacker.end());
    if (failure !== undefined) {
      const cut = (failure as NodeJS.ErrnoException).code === "Z_BUF_ERROR";
      throw new PapergraphError(
        "FILE_TRUNCATED",
        `the gzip data ${cut ? "ends before its end mark" : "is damaged"}; the records before that were read. ` +
          "Copy or download the file again",
        {},
        { cause: failure },
      );
    }
  } finally {
    unpacker.destroy();
  }
}
