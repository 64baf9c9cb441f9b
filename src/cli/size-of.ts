import { stat } from "node:fs/promises";
import { listFiles } from "../../ingest/read/read-papers.js";

/** Bytes of all files together; undefined when one of them is standard input, whose end is not known. */
export const sizeOf = async (paths: readonly string[]): Promise<number | undefined> => {
  const files = await listFiles(paths);
  if (files.includes("-")) return undefined;
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
};
