import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { searchWords, storedWords } from "../../src/text/search-words.js";

describe("searchWords", () => {
  it.each([
    ["Attention Is All You Need", ["attention", "is", "all", "you", "need"]],
    ["GPT-4o, Llama-2-13b and C++", ["gpt", "4o", "llama", "2", "13b", "and", "c"]],
    ["na\u00efve Na\u00efve NAIVE", ["naive"]],
    ["\ufb01ne-tuning \u00bd \uff27\uff30\uff34", ["fine", "tuning", "1", "2", "gpt"]],
    ["Stra\u00dfe \u00c6ther \u0141ukasz \u00d8rsted", ["strasse", "aether", "lukasz", "orsted"]],
    ["\u4e2d\u6587BERT\u6a21\u578b", ["\u4e2d", "\u6587", "bert", "\u6a21", "\u578b"]],
    ['*:~()" -- \n', []],
    ["", []],
    ["x".repeat(100), ["x".repeat(64)]],
  ])("cuts %j", (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it("cuts its own words no further, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const words = searchWords(text);
        expect(searchWords(words.join(" "))).toEqual(words);
      }),
    );
  });
});

describe("searchWords of plain text", () => {
  it("is the same as beside a text that needs folding", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 200 }), (text) => {
        expect(searchWords(`${text} \u4e2d`)).toEqual([...searchWords(text), "\u4e2d"]);
      }),
    );
  });
});

describe("storedWords", () => {
  it.each([
    ["Deep nets", "Nets that are deep.", " deep nets | that are "],
    ["BERT", ["Bidirectional Encoder", "bert base"], " bert | bidirectional encoder base "],
    ["", "", " | "],
  ])("of %j and %j puts every word between spaces, the first part before the bar", (head, rest, stored) => {
    expect(storedWords(head, rest)).toBe(stored);
  });
});
