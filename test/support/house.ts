import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";

/** A file of the repository, as the rules of the house look at it. */
export interface HouseFile {
  /** From the package root: `src/cli/main.ts`. */
  readonly path: string;
  readonly text: string;
}

const FOLDERS = ["src", "schema", "ingest", "test", "bench", "cypher", "docs", "scripts", ".ci"];

/** Every file that git knows or would add, in the folders of the house and at its root. */
const paths: string[] = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: packageRoot,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "" && (!path.includes("/") || FOLDERS.includes(path.slice(0, path.indexOf("/")))));

/** The files whose path fits, with their text. */
export const houseFiles = (fits: RegExp): HouseFile[] =>
  paths.flatMap((path) => {
    if (!fits.test(path)) return [];
    try {
      return [{ path, text: readFileSync(join(packageRoot, path), "utf8") }];
    } catch {
      // Removed, but still in git's index.
      return [];
    }
  });

/** `path:line` of every line that fits, for a test to compare with an empty list. */
export const linesThatFit = (files: readonly HouseFile[], fits: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, i) => (fits.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
