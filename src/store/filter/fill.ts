import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cypherFolder } from "../statements.js";
import type { Statement } from "../store.js";

/** What stands in a slot: a text in place of the line, or conditions that are added to it. */
export type Slot = string | { readonly and: readonly string[] };

/** A line of a statement file that ends in `// :name` is a slot. As it stands it is the plainest form of the statement. */
const SLOT = /^(.*?)\s*\/\/ :([a-z]+)$/;
const COMMENT = /^\s*\/\//;

interface Line {
  readonly text: string;
  readonly slot: string | undefined;
}

/** Texts that are the same object when they are asked for again, so that what is known of them need not be found again. */
const REMEMBERED = 200;

/** A statement with slots, read once; `fill` gives the statement whose slots are filled. */
export class Template {
  readonly #lines: readonly Line[];
  readonly #filled = new Map<string, Statement>();

  constructor(readonly name: string) {
    this.#lines = readFileSync(join(cypherFolder, `${name}.cypher`), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "" && !COMMENT.test(line))
      .map((line) => {
        const [, text, slot] = SLOT.exec(line) ?? [];
        return { text: text ?? line, slot };
      });
  }

  /** Slots that are not named keep their line; those filled with an empty text are left out. */
  fill(slots: Readonly<Record<string, Slot>>): Statement {
    const lines = this.#lines.map(({ text, slot }) => {
      const filling = slot === undefined ? undefined : slots[slot];
      if (filling === undefined) return text;
      if (typeof filling === "string") return filling;
      return [text, ...filling.and].join(" AND ");
    });
    const text = lines.filter((line) => line !== "").join("\n");
    const known = this.#filled.get(text);
    if (known) return known;
    const made: Statement = Object.freeze({ name: this.name, text });
    if (this.#filled.size < REMEMBERED) this.#filled.set(text, made);
    return made;
  }
}
