import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of package.json, as an absolute path. The program reads files beside its code (cypher/, the sample
 * corpus, name lists), and runs both from the sources (tests) and from dist/, so the depth is not fixed.
 */
export const packageRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json not found above the program's own files");
    folder = parent;
  }
  return folder;
})();

/** The version of this package. */
export const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string };
