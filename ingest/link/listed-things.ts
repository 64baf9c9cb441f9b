import { normalForm, readableForm } from "../../src/text/normal-form.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import type { ListedName } from "./resolve-name.js";
import { isShort } from "./same-thing.js";

/** One thing that is known by name. */
export interface ListedThing {
  readonly name: string;
  readonly kind: Kind;
  /** How often papers write its long names; weighs what an ambiguous name may mean. */
  readonly uses: number;
  /** Its other names, of which the first with several words is its long form. */
  readonly aliases: readonly string[];
}

/** A thing that papers name this many times more often than all others of the same short name has it to itself. */
const DOMINANT = 10;
/** With fewer uses nothing dominates. */
const ENOUGH = 10;

/** Known things by the normal forms of their names. A short name with two long forms in use is ambiguous. */
export class ListedThings {
  readonly #byKey = new Map<string, { readonly uses: number; readonly listed: ListedName }[]>();

  constructor(things: Iterable<ListedThing>) {
    for (const { name, kind, uses, aliases } of things) {
      const keys = [...new Set([name, ...aliases].map(normalForm))];
      const longForm = [name, ...aliases].find((one) => !isShort(one) && readableForm(one).includes("-"));
      const listed: ListedName = {
        name,
        kind,
        ambiguous: false,
        keys,
        ...(longForm === undefined ? {} : { longForm }),
      };
      for (const key of keys) {
        const same = this.#byKey.get(key);
        if (same) same.push({ uses, listed });
        else this.#byKey.set(key, [{ uses, listed }]);
      }
    }
  }

  lookUp(key: string): ListedName | undefined {
    const things = this.#byKey.get(key);
    if (things === undefined || things.length < 2) return things?.[0]?.listed;
    const [first, second] = [...things].sort((a, b) => b.uses - a.uses);
    if (!first || !second) return first?.listed;
    const others = things.reduce((sum, { uses }) => sum + uses, 0) - first.uses;
    if (first.uses >= ENOUGH && first.uses >= DOMINANT * others) return first.listed;
    return { ...first.listed, ambiguous: true, all: things.map(({ listed }) => listed) };
  }
}

/** One line of the file: name, first letters of the kind, uses, other names, parted by tabs. */
export const formatThing = ({ name, kind, uses, aliases }: ListedThing): string =>
  [name, kind.slice(0, 2), uses, ...aliases].join("\t");

export function parseThing(line: string): ListedThing {
  const [name = "", kind = "", uses = "", ...aliases] = line.split("\t");
  return { name, kind: KINDS.find((one) => one.startsWith(kind)) ?? "METHOD", uses: Number(uses), aliases };
}
