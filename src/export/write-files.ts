import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PapergraphError } from "../errors.js";
import type { ExportFile } from "./format.js";

/** Writes the files into a folder, which is made where it is not there; others in it stay as they are. */
export async function writeFolder(folder: string, files: readonly ExportFile[]): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause) => throwUnwritable(folder, cause));
  for (const file of files) await writeFile(join(folder, file.name), file);
}

/** Writes beside the place and then moves there: a file that is there is whole. */
export async function writeFile(path: string, file: ExportFile): Promise<void> {
  const part = `${path}.part`;
  const out = createWriteStream(part);
  try {
    let fault: unknown;
    out.on("error", (error) => {
      fault = error;
    });
    await pipeline(Readable.from(file.text()), out).catch((error) => {
      throw fault === error ? unwritable(path, error) : error;
    });
    await rename(part, path).catch((cause) => throwUnwritable(path, cause));
  } catch (error) {
    // Where it could not be made there is nothing to take away.
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOENT: "its folder is not there; make it first",
  EACCES: "its folder may not be written; choose another",
  EPERM: "its folder may not be written; choose another",
  EROFS: "its file system is read-only; choose another",
  EISDIR: "this is a folder; name a file",
  ENOTDIR: "a part of the path is a file; name a folder",
  EEXIST: "this is a file; name a folder",
  ENOSPC: "the disk is full; free some space or choose another",
};

function unwritable(path: string, cause: unknown): PapergraphError {
  const reason = (cause as NodeJS.ErrnoException).code ?? "";
  const message = `${path} cannot be written (${reason}): ${ADVICE[reason] ?? "check the disk and the path"}.`;
  return new PapergraphError("FILE_UNWRITABLE", message, { file: path, reason }, { cause });
}

function throwUnwritable(path: string, cause: unknown): never {
  throw unwritable(path, cause);
}
