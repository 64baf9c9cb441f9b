import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { sentences } from "../../src/text/sentences.js";

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each<[string, string, string[]]>([
    ["nothing in nothing", "", []],
    ["nothing in white space", " \n\t \n", []],
    ["two plain sentences", "We train it. It works well.", ["We train it.", "It works well."]],
    [
      "abbreviations of papers go on",
      "See Fig. 3 and e.g. Foo et al. for more. We stop.",
      ["See Fig. 3 and e.g. Foo et al. for more.", "We stop."],
    ],
    [
      "a comparison goes on",
      "We test BERT vs. GPT-3.5-Turbo. It wins.",
      ["We test BERT vs. GPT-3.5-Turbo.", "It wins."],
    ],
    [
      "versions and numbers are no ends",
      "Since v1.5 of GPT-4.1 it is 3.2 points up. Next.",
      ["Since v1.5 of GPT-4.1 it is 3.2 points up.", "Next."],
    ],
    [
      "an abbreviation may end one",
      "We read news, blogs, etc. However, it fails. It works in vivo. We show that.",
      ["We read news, blogs, etc.", "However, it fails.", "It works in vivo.", "We show that."],
    ],
    [
      "a wrapped line goes on, a blank line ends",
      "One line\nwraps here. Two\n\nThree",
      ["One line\nwraps here.", "Two", "Three"],
    ],
    [
      "a question in quotes ends before a new start",
      'It asks "Who is it?" We answer.',
      ['It asks "Who is it?"', "We answer."],
    ],
    [
      "Chinese full stops",
      "\u6211\u4eec\u63d0\u51fa\u4e00\u4e2a\u6a21\u578b\u3002\u5b83\u5f88\u597d\u3002",
      ["\u6211\u4eec\u63d0\u51fa\u4e00\u4e2a\u6a21\u578b\u3002", "\u5b83\u5f88\u597d\u3002"],
    ],
    [
      "emoji stay whole",
      "Good \u{1F600} model. Next \u{1F468}\u200D\u{1F469}\u200D\u{1F466} one.",
      ["Good \u{1F600} model.", "Next \u{1F468}\u200D\u{1F469}\u200D\u{1F466} one."],
    ],
    ["only LaTeX", "$\\alpha_1 = \\frac{x}{y}$", ["$\\alpha_1 = \\frac{x}{y}$"]],
  ])("%s", (_name, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it("leaves out nothing but white space, and never overlaps, whatever the text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(". ", "e.g. ", "(", ') "', "\n", "\n\n", "We ", "A. ", "3.5", "\u3002"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end } of sentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe("");
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });

  it("reads a megabyte that never ends a sentence", () => {
    expect(sentences("e.g. ".repeat(200_000))).toEqual([{ start: 0, end: 999_999 }]);
  });
});
