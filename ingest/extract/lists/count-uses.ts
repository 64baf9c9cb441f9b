import type { Kind } from "../../../src/vocabulary.js";
import { foldName } from "../name-key.js";
import { lettersOf } from "../names.js";
import { PhraseTable } from "../phrase-table.js";
import { type Token, tokens } from "../tokens.js";

/** How a name stands in the text: letters as a list writes them, another mix with a capital, or none. */
export type Writing = "exact" | "capital" | "small";

/** What gold papers say of a name in one way of writing: papers that count it, take it as optional, or leave it out. */
export interface Verdict {
  required: number;
  optional: number;
  none: number;
}

/** What is known of all surfaces with one normal form. */
export interface Uses {
  readonly key: string;
  /** Surfaces as lists and gold write them. */
  readonly surfaces: Set<string>;
  /** How often the corpus writes it in just these characters. */
  readonly written: Map<string, number>;
  readonly letters: Set<string>;
  /** Times in running text of the corpus. */
  readonly corpus: Record<Writing, number>;
  readonly gold: Record<Writing, Verdict>;
  readonly kinds: Map<Kind, number>;
}

export interface GoldPaper {
  readonly title: string;
  readonly abstract: string;
  readonly entities: readonly {
    readonly name: string;
    readonly type: Kind;
    readonly surfaces: readonly string[];
    readonly optional?: boolean;
  }[];
}

const verdict = (): Verdict => ({ required: 0, optional: 0, none: 0 });
const newUses = (key: string): Uses => ({
  key,
  surfaces: new Set(),
  written: new Map(),
  letters: new Set(),
  corpus: { exact: 0, capital: 0, small: 0 },
  gold: { exact: verdict(), capital: verdict(), small: verdict() },
  kinds: new Map(),
});

/** A table of names that counts how texts use them. */
export class UsesTable {
  readonly #table = new PhraseTable<Uses>();

  add(surface: string): void {
    const uses = this.#table.get(surface) ?? newUses(foldName(surface));
    this.#table.set(surface, uses);
    uses.surfaces.add(surface);
    uses.letters.add(lettersOf(surface));
  }

  get(surface: string): Uses | undefined {
    return this.#table.get(surface);
  }

  countText(text: string): void {
    for (const [uses, writing, surface] of this.#find(text)) {
      uses.corpus[writing] += 1;
      const times = uses.written.get(surface);
      if (times !== undefined || uses.written.size < MOST_WRITINGS) uses.written.set(surface, (times ?? 0) + 1);
    }
  }

  /** Counts each name once a paper, by its surest writing there. */
  countGold(paper: GoldPaper): void {
    const best = new Map<Uses, Writing>();
    for (const text of [paper.title, paper.abstract])
      for (const [uses, writing] of this.#find(text)) {
        const before = best.get(uses);
        if (!before || ORDER.indexOf(writing) < ORDER.indexOf(before)) best.set(uses, writing);
      }
    const entityOf = new Map(
      paper.entities.flatMap((entity) =>
        [entity.name, ...entity.surfaces].map((surface) => [foldName(surface), entity] as const),
      ),
    );
    for (const [uses, writing] of best) {
      const entity = entityOf.get(uses.key);
      uses.gold[writing][entity ? (entity.optional ? "optional" : "required") : "none"] += 1;
      if (entity && !entity.optional) uses.kinds.set(entity.type, (uses.kinds.get(entity.type) ?? 0) + 1);
    }
  }

  *#find(text: string): Generator<[Uses, Writing, string]> {
    const words = tokens(text);
    for (const { from, to, value } of this.#table.find(words, () => true))
      yield [value, writingOf(text, words, from, to, value), text.slice(words[from]!.start, words[to - 1]!.end)];
  }
}

const MOST_WRITINGS = 20;
const ORDER: readonly Writing[] = ["exact", "capital", "small"];

function writingOf(text: string, words: readonly Token[], from: number, to: number, uses: Uses): Writing {
  const surface = text.slice(words[from]!.start, words[to - 1]!.end);
  if (!/\p{Lu}/u.test(surface)) return "small";
  const atStart = from === 0 || /^[.!?:]$/.test(words[from - 1]!.text);
  if (atStart && !/\p{Lu}/u.test(surface.slice(1))) return "small"; // the capital is the sentence's
  return uses.letters.has(lettersOf(surface)) ? "exact" : "capital";
}
