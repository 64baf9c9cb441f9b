import { describe, expect, it } from "@jest/globals";
import { evidenceOf } from "../../schema/evidence.js";
import type { Span } from "../../src/vocabulary.js";

const TITLE = "Is BERT deep? A study";
const ABSTRACT = "We study BERT. It reads text, e.g. books.\nBERT and BERT-large win.";
const title = (start: number, end: number): Span => ({ field: "title", start, end });
const abstract = (start: number, end: number): Span => ({ field: "abstract", start, end });

describe("evidence", () => {
  const FIRST = { field: "abstract", text: "We study BERT.", start: 0, end: 14 };
  const LAST = { field: "abstract", text: "BERT and BERT-large win.", start: 42, end: 66 };

  it.each<[string, Span[], object[]]>([
    ["nothing of no places", [], []],
    [
      "the whole title, be it of several sentences",
      [title(3, 7)],
      [{ field: "title", text: TITLE, start: 0, end: 21, highlights: [{ start: 3, end: 7 }] }],
    ],
    ["the sentence of a place", [abstract(9, 13)], [{ ...FIRST, highlights: [{ start: 9, end: 13 }] }]],
    [
      "a sentence once with all its places, in order",
      [abstract(51, 61), abstract(42, 46)],
      [
        {
          ...LAST,
          highlights: [
            { start: 0, end: 4 },
            { start: 9, end: 19 },
          ],
        },
      ],
    ],
    [
      "title first, then the sentences in order",
      [abstract(42, 46), title(3, 7), abstract(9, 13)],
      [
        { field: "title", text: TITLE, start: 0, end: 21, highlights: [{ start: 3, end: 7 }] },
        { ...FIRST, highlights: [{ start: 9, end: 13 }] },
        { ...LAST, highlights: [{ start: 0, end: 4 }] },
      ],
    ],
    [
      "both sentences where a place lies across their border",
      [abstract(9, 17)],
      [
        {
          field: "abstract",
          text: "We study BERT. It reads text, e.g. books.",
          start: 0,
          end: 41,
          highlights: [{ start: 9, end: 17 }],
        },
      ],
    ],
    ["nothing of places that the texts do not have", [abstract(60, 99), abstract(-1, 3), title(7, 7), title(9, 5)], []],
  ])("gives %s", (_what, spans, expected) => {
    expect(evidenceOf(TITLE, ABSTRACT, spans)).toEqual(expected);
  });

  it("gives nothing of empty texts", () => {
    expect(evidenceOf("", "", [title(0, 1), abstract(0, 1)])).toEqual([]);
  });
});
