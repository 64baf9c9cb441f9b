import { describe, expect, it } from "@jest/globals";
import { readDocument } from "../../ingest/extract/document.js";
import { foldName, foldWord, NameHasher } from "../../ingest/extract/name-key.js";
import { buildHashTable } from "../../ingest/extract/statistics/hash-table.js";
import { buildNameList, findListedNames, LISTED } from "../../ingest/extract/statistics/name-list.js";
import { packStatistics, unpackStatistics } from "../../ingest/extract/statistics/statistics.js";
import { packWeights, unpackWeights } from "../../ingest/extract/weights-file.js";
import { WordBook } from "../../ingest/extract/word-facts.js";

const hashOf = (parts: readonly string[]): readonly number[] => {
  const hasher = new NameHasher().reset();
  for (const part of parts) hasher.add(foldWord(part));
  return [hasher.key, hasher.check];
};

describe("the key of a name", () => {
  it.each([
    ["In-Context Learning", "incontextlearning"],
    ["LSTMs", "lstm"],
    ["GNNs", "gnn"],
    ["GAS", "gas"],
    ["Café Bench", "cafebench"],
    ["I$^2$L", "i2l"],
  ])("of %s is %s", (name, key) => {
    expect(foldName(name)).toBe(key);
  });

  it("is hashed alike token by token and whole, with or without the plural s", () => {
    expect(hashOf(["in", "-", "context", "learning"])).toEqual(hashOf(["In-Context", "Learnings"]));
    expect(hashOf(["gpt"])).not.toEqual(hashOf(["gpu"]));
  });
});

describe("a hash table", () => {
  it("finds what was put in, and nothing else, in any order of entries", () => {
    const entries = Array.from({ length: 500 }, (_, i) => [i * 7919, i, [i % 256, 1]] as const);
    const table = buildHashTable(entries, 2);
    expect(table.byte(table.find(7919 * 300, 300), 0)).toBe(300 % 256);
    expect(table.find(7919 * 300, 301)).toBe(-1);
    expect(buildHashTable([...entries].reverse(), 2).bytes).toEqual(table.bytes);
  });

  it("survives being written and read", () => {
    const table = buildHashTable(
      Array.from({ length: 50 }, (_, i) => [i * 104729, i, [i, 2 * i, 3]] as const),
      3,
    );
    const statistics = { words: table, names: table, list: table };
    const again = unpackStatistics(unpackWeights(packWeights(packStatistics(statistics))));
    expect(again.names.keys).toEqual(table.keys);
    expect(again.names.bytes).toEqual(table.bytes);
  });
});

describe("listed names", () => {
  const list = buildNameList([
    ["gradient descent", LISTED.METHOD | LISTED.ESTABLISHED],
    ["stochastic gradient descent", LISTED.METHOD],
    ["GPT-4", LISTED.MODEL],
  ]);
  const find = (abstract: string): string[] => {
    const document = readDocument({ id: "x", title: "", abstract }, new WordBook(undefined));
    return findListedNames(document, list, 255).map(({ from, to }) =>
      document.text.slice(document.starts[from]!, document.ends[to - 1]!),
    );
  };

  it.each([
    ["We use Stochastic Gradient-Descent and GPT-4.", ["Stochastic Gradient-Descent", "GPT-4"]],
    ["Here gradient descents stall, said GPT-4's authors.", ["gradient descents", "GPT-4"]],
    ["The gradient. Descent follows; GPT, 4 things.", []],
  ])("are found in %s", (text, names) => {
    expect(find(text)).toEqual(names);
  });
});
