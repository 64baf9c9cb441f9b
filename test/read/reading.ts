import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import type { Paper } from "../../ingest/paper.js";
import { type ReadItem, type ReadOptions, readPapers } from "../../ingest/read/read-papers.js";
import { PapergraphError } from "../../src/errors.js";
import { packageRoot } from "../../src/package-root.js";

export const fixture = (name: string): string => join(packageRoot, "test/fixtures/read", name);
export const shared = (name: string): string => join(packageRoot, "../shared/data", name);

export type Reject = Extract<ReadItem, { kind: "reject" }>;

export interface Outcome {
  readonly papers: Paper[];
  readonly rejects: Reject[];
  /** Where each paper starts. */
  readonly lines: number[];
  readonly error: PapergraphError | undefined;
}

/** Reads a file to its end; what it throws at last is part of the outcome. Anything but a PapergraphError fails the test. */
export async function readAll(path: string, options?: ReadOptions): Promise<Outcome> {
  const papers: Paper[] = [];
  const rejects: Reject[] = [];
  const lines: number[] = [];
  let error: PapergraphError | undefined;
  try {
    for await (const item of readPapers(path, options)) {
      if (item.kind === "reject") rejects.push(item);
      else {
        papers.push(item.paper);
        lines.push(item.line);
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof PapergraphError)) throw thrown;
    error = thrown;
  }
  return { papers, rejects, lines, error };
}

/** A folder for the files of one test file, and reading of content from it. */
export function useFiles() {
  let folder = "";
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "papergraph-read-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const write = async (content: string | Buffer): Promise<string> => {
    const path = join(folder, `file-${++count}`);
    await writeFile(path, content);
    return path;
  };
  return {
    write,
    read: async (content: string | Buffer, options?: ReadOptions) => readAll(await write(content), options),
    folder: () => folder,
  };
}

export const titles = ({ papers }: Outcome): string[] => papers.map((paper) => paper.title);
export const texts = ({ papers }: Outcome) => papers.map(({ title, abstract }) => ({ title, abstract }));
/** Rejects as `[line, code]`. */
export const places = ({ rejects }: Outcome) => rejects.map(({ line, code }) => [line, code]);
