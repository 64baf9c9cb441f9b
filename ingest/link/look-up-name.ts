import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packageRoot } from "../../src/package-root.js";
import { ListedThings, parseThing } from "./listed-things.js";
import type { ListedName } from "./resolve-name.js";

const FILE = "ingest/link/data/things.tsv.gz";

let things: ListedThings | undefined;

/** What the shipped list of things knows of a normal form; undefined for a name that it has not. Read at the first call. */
export function lookUpName(key: string): ListedName | undefined {
  things ??= new ListedThings(
    gunzipSync(readFileSync(join(packageRoot, FILE)))
      .toString("utf8")
      .split("\n")
      .filter(Boolean)
      .map(parseThing),
  );
  return things.lookUp(key);
}
