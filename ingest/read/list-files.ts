import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { PapergraphError } from "../../src/errors.js";

/**
 * The files that the arguments of a command mean: folders with all that is below them, sorted, hidden files left out;
 * `-` (standard input) kept. Throws FILE_NOT_FOUND for a path that is not there, and for a folder without files.
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (path === "-") files.push(path);
    else if ((await kindOf(path)) === "folder") files.push(...(await filesIn(path)));
    else files.push(path);
  }
  return [...new Set(files)];
}

async function kindOf(path: string): Promise<"folder" | "file"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (cause) {
    const why =
      (cause as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file or folder" : "it may not be read";
    throw new PapergraphError("FILE_NOT_FOUND", `${path}: ${why}; check the path`, { file: path }, { cause });
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  await collect(folder, files, new Set());
  if (files.length === 0) {
    throw new PapergraphError("FILE_NOT_FOUND", `${folder}: the folder has no files to read`, { file: folder });
  }
  return files.sort();
}

/** `seen` has the real paths of the folders above and before: a link back into one ends there. */
async function collect(folder: string, files: string[], seen: Set<string>): Promise<void> {
  const real = await realpath(folder);
  if (seen.has(real)) return;
  seen.add(real);
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) await collect(path, files, seen);
    else if (found?.isFile()) files.push(path);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith("."));
  } catch (cause) {
    throw new PapergraphError(
      "FILE_NOT_FOUND",
      `${folder}: the folder may not be read; check its permissions`,
      { file: folder },
      { cause },
    );
  }
}
