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

/** A statement with slots, read once; `fill` gives the statement whose slots are filled. */
export class Template {
  readonly #lines: readonly Line[];

  constructor(readonly name: string) {
    this.#lines = readFileSync(join(cypherFolder, `${name}.cypher`), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "" && !COMMENT.test(line))
      .map((line) => {
        const [, text, slot] = SLOT.exec(line) ?? [];
        return { text: text ?? line, slot };
      });
  }

  /** Slots that are not named keep their line. */
  fill(slots: Readonly<Record<string, Slot>>): Statement {
    const text = this.#lines.map(({ text, slot }) => {
      const filling = slot === undefined ? undefined : slots[slot];
      if (filling === undefined) return text;
      if (typeof filling === "string") return filling;
      return [text, ...filling.and].join(" AND ");
    });
    return { name: this.name, text: text.join("\n") };
  }
}
