import { KINDS } from "../../src/vocabulary.js";
import type { Document } from "../extract/document.js";
import { beginOf, insideOf, OUTSIDE } from "../extract/tagger/labels.js";
import type { GoldEntity } from "./gold.js";

/** Label of a token about which the gold says nothing. */
export const UNKNOWN = -1;

/**
 * The gold of a paper as labels of its tokens. Of surfaces that overlap the longer one counts. Tokens of optional
 * entities are unknown, and so are tokens that a surface covers only in part.
 */
export const goldLabels = (document: Document, entities: readonly GoldEntity[]): Int8Array => {
  const labels = new Int8Array(document.words.length).fill(OUTSIDE);
  const startsAt = new Map<number, number>();
  const endsAt = new Map<number, number>();
  for (let i = 0; i < document.words.length; i++) {
    startsAt.set(document.starts[i]!, i);
    endsAt.set(document.ends[i]!, i + 1);
  }
  const places = entities
    .flatMap((entity) =>
      entity.surfaces.flatMap((surface) =>
        occurrences(document.text, surface).map((start) => ({ start, end: start + surface.length, entity })),
      ),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: { start: number; end: number }[] = [];
  for (const { start, end, entity } of places) {
    if (taken.some((other) => start < other.end && other.start < end)) continue;
    taken.push({ start, end });
    const from = startsAt.get(start);
    const to = endsAt.get(end);
    if (from === undefined || to === undefined || to <= from) {
      document.starts.forEach((at, i) => {
        if (at < end && document.ends[i]! > start) labels[i] = UNKNOWN;
      });
      continue;
    }
    const kind = KINDS.indexOf(entity.type);
    for (let i = from; i < to; i++) labels[i] = entity.optional ? UNKNOWN : i === from ? beginOf(kind) : insideOf(kind);
  }
  return labels;
};

const WORD = /[\p{L}\p{N}]/u;

/** Where a surface stands in a text as whole words. */
export const occurrences = (text: string, surface: string): number[] => {
  const found: number[] = [];
  if (surface === "") return found;
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
    const before = text[at - 1];
    const after = text[at + surface.length];
    if (before !== undefined && WORD.test(before) && WORD.test(surface[0]!)) continue;
    if (after !== undefined && WORD.test(after) && WORD.test(surface[surface.length - 1]!)) continue;
    found.push(at);
  }
  return found;
};
