import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { readPapers } from "../../ingest/read/read-papers.js";

/** Writes the first papers of a file to another one, as gzipped JSON Lines; answers how many there were. */
export async function cut(from: string, to: string, count: number): Promise<number> {
  let written = 0;
  async function* lines() {
    for await (const item of readPapers(from, {})) {
      if (item.kind !== "paper") continue;
      yield `${JSON.stringify(item.paper)}\n`;
      written += 1;
      if (written === count) return;
    }
  }
  await pipeline(lines, createGzip({ level: 1 }), createWriteStream(to));
  return written;
}
