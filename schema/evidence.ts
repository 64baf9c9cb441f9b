import { type Range, sentences } from "../src/text/sentences.js";
import type { Span } from "../src/vocabulary.js";
import type { Evidence } from "./evidence.type.js";

/**
 * The sentences in which the spans lie, in order of the text, each once with all its spans. A title is one sentence.
 * Spans outside the texts, which only a damaged graph has, are left out.
 */
export function evidenceOf(title: string, abstract: string, spans: readonly Span[]): Evidence[] {
  const inTitle = spans.filter(({ field }) => field === "title");
  const inAbstract = spans.filter(({ field }) => field === "abstract");
  return [
    ...quote("title", title, inTitle, [{ start: 0, end: title.length }]),
    ...(inAbstract.length > 0 ? quote("abstract", abstract, inAbstract, sentencesOnce(abstract)) : []),
  ];
}

function quote(field: Span["field"], text: string, spans: readonly Span[], ranges: readonly Range[]): Evidence[] {
  const found = new Map<number, Evidence>();
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < 0 || span.end > text.length || span.start >= span.end) continue;
    const touched = ranges.filter(({ start, end }) => start < span.end && end > span.start);
    const start = Math.min(span.start, ...touched.map((range) => range.start));
    const end = Math.max(span.end, ...touched.map((range) => range.end));
    const known = found.get(start);
    const evidence =
      known && known.end >= end ? known : { field, text: text.slice(start, end), start, end, highlights: [] };
    evidence.highlights = [...(known?.highlights ?? []), { start: span.start - start, end: span.end - start }];
    found.set(start, evidence);
  }
  return [...found.values()];
}

/** The abstracts split last: several edges of a page ask for the same one. */
const split = new Map<string, Range[]>();
const KEPT = 100;

function sentencesOnce(text: string): Range[] {
  const known = split.get(text);
  if (known) return known;
  const ranges = sentences(text);
  if (split.size >= KEPT) split.delete(split.keys().next().value as string);
  split.set(text, ranges);
  return ranges;
}
