import { describe, expect, it } from "@jest/globals";
import { formatEntry, type NameEntry, NameList, shippedEntries, shippedNames } from "../../ingest/extract/names.js";
import { tokens } from "../../ingest/extract/tokens.js";

const found = (list: NameList, text: string, inTitle = false): string[] => {
  const words = tokens(text);
  return list
    .find(text, words, inTitle)
    .map(
      ({ from, to, entries, status }) =>
        `${text.slice(words[from]!.start, words[to - 1]!.end)} ${status} ${entries[0]?.name}`,
    );
};

describe("NameList", () => {
  const entries: NameEntry[] = [
    {
      name: "in-context learning",
      kind: "METHOD",
      surfaces: [
        { surface: "in-context learning", mode: "any" },
        { surface: "ICL", mode: "exact" },
      ],
    },
    { name: "Whisper", kind: "MODEL", surfaces: [{ surface: "Whisper", mode: "running" }] },
    { name: "CLIP", kind: "MODEL", surfaces: [{ surface: "CLIP", mode: "exact" }] },
    { name: "Stanford Cars", kind: "DATASET", surfaces: [{ surface: "Stanford Cars", mode: "capital" }] },
    { name: "fine-tuning", kind: "METHOD", surfaces: [{ surface: "fine-tuning", mode: "general" }] },
    { name: "NLP", kind: "METHOD", surfaces: [{ surface: "NLP", mode: "none" }] },
    { name: "context", kind: "METHOD", surfaces: [{ surface: "context", mode: "link" }] },
  ];
  const list = new NameList(entries.map(formatEntry));

  it.each<[string, string, string[]]>([
    [
      "any case, hyphens or not, plurals",
      "In context learnings and In-Context Learning",
      ["In context learnings named in-context learning", "In-Context Learning named in-context learning"],
    ],
    [
      "exact letters, with a plural s",
      "ICL, ICLs but not icl or Icl",
      ["ICL named in-context learning", "ICLs named in-context learning"],
    ],
    ["a capital inside of a sentence", "We use Whisper to whisper", ["Whisper named Whisper"]],
    ["no capital of a sentence", "Whisper to me", []],
    ["no plain word", "we clip it", []],
    ["no part of a name", "OpenCLIP and CLIP-Adapter", []],
    ["names with -based and 's", "CLIP-based, CLIP's", ["CLIP named CLIP", "CLIP named CLIP"]],
    [
      "names in several words with a capital",
      "on Stanford cars and stanford cars",
      ["Stanford cars named Stanford Cars"],
    ],
    [
      "what is too general, and what is no name",
      "fine-tuning for NLP",
      ["fine-tuning general fine-tuning", "NLP none NLP"],
    ],
  ])("finds %s", (_name, text, expected) => {
    expect(found(list, text)).toEqual(expected);
  });

  it("does not trust capitals in titles", () => {
    expect(found(list, "To Whisper with CLIP", true)).toEqual(["CLIP named CLIP"]);
  });
});

describe("the shipped names", () => {
  it("do not take plain words for names", () => {
    const text =
      "We present a simple, fast and robust method, and a complex model of time, space and focus for the task in context.";
    expect(found(shippedNames(), text)).toEqual([]);
  });

  it("are sorted, and have a surface each", () => {
    const entries = shippedEntries();
    expect(entries.length).toBeGreaterThan(30_000);
    expect(entries.filter(({ name, surfaces }) => name.trim() !== name || surfaces.length === 0)).toEqual([]);
  });
});
