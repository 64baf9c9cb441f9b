import type { Span } from "../vocabulary.js";

/** Spans as the graph stores them: three integers each, field (0 title, 1 abstract), start, end. */
export const packSpans = (spans: readonly Span[]): number[] =>
  spans.flatMap(({ field, start, end }) => [field === "title" ? 0 : 1, start, end]);

/** The reverse of packSpans. */
export function unpackSpans(packed: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 2 < packed.length; i += 3) {
    const field = packed[i] === 0 ? "title" : "abstract";
    spans.push({ field, start: packed[i + 1] as number, end: packed[i + 2] as number });
  }
  return spans;
}

/** Both lists in order, title first; of two that overlap, the one that starts first (then the longer) stays. */
export function joinSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const sorted = [...a, ...b].sort(
    (x, y) => (x.field === y.field ? 0 : x.field === "title" ? -1 : 1) || x.start - y.start || y.end - x.end,
  );
  const kept: Span[] = [];
  for (const span of sorted) {
    const before = kept.at(-1);
    if (!before || before.field !== span.field || span.start >= before.end) kept.push(span);
  }
  return kept;
}
