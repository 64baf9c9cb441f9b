import { shippedEntries } from "../extract/names.js";
import { ListedThings } from "./listed-things.js";
import type { ListedName } from "./resolve-name.js";

let things: ListedThings | undefined;

/** What the shipped name list knows of a normal form; undefined for a name that it does not have. Read at the first call. */
export function lookUpName(key: string): ListedName | undefined {
  things ??= new ListedThings(
    shippedEntries().map(({ name, kind, surfaces }) => ({
      name,
      kind,
      aliases: surfaces.map(({ surface }) => surface),
    })),
  );
  return things.lookUp(key);
}
