import { PapergraphError } from "../../src/errors.js";
import { type Block, blocksOf } from "./page/block.js";
import { layOut, type Placed } from "./page/layout.js";
import { isScholarly } from "./page/prose.js";
import type { Found, Line, Reader, Source } from "./reader.js";

/** A page is read in windows of this size, so that a text of any size can be tried. */
const WINDOW_LINES = 4_000;
const WINDOW_CHARS = 4_000_000;

/** Formats that are text and no page: XML and HTML, JSON, a script; or BibTeX, RIS, MEDLINE and EndNote after some lines. */
const OTHER_START = /^\s*(?:<|#!|\{|\[)/;
const OTHER_LINE = /^(?:@\w+\s*\{|TY {1,2}- |PMID- |%0 \w)/m;

/** A table without a header that is known. */
function isTable(head: string): boolean {
  const lines = head.split("\n").filter((line) => line.trim() !== "");
  return lines.filter((line) => line.split("\t").length > 3).length * 2 > lines.length;
}

function found({ title, abstract }: Placed): Found {
  const bad = [title, ...abstract].find((block) => block.problem);
  if (bad?.problem)
    return { line: bad.line, source: bad === title ? bad.text : `${title.text} ${bad.text}`, problem: bad.problem };
  const record = { title: title.text, abstract: abstract.map((block) => block.text).join(" ") };
  return { line: title.line, source: title.text, record };
}

/** Blocks that cannot be read and belong to no paper are told as well. */
function lostOf(blocks: readonly Block[], papers: readonly Placed[]): Found[] {
  const used = new Set(papers.flatMap((paper) => [paper.title, ...paper.abstract]));
  return blocks.flatMap(({ line, text, problem }, at) =>
    problem && !used.has(blocks[at]!) ? [{ line, source: text, problem }] : [],
  );
}

/** The text of a web page that lists papers: title and abstract in turn, with page furniture anywhere between. */
export const paperPage: Reader = {
  name: "page",
  recognise: (head) => !OTHER_START.test(head) && !OTHER_LINE.test(head) && !isTable(head),
  async *read(source: Source): AsyncGenerator<Found> {
    let window: Line[] = [];
    let chars = 0;
    let papers = 0;
    let failure: unknown;

    /** The papers of the window; all but the last, which may go on, unless the page is at its end. */
    const settle = (atEnd: boolean): Found[] => {
      const blocks = blocksOf(window);
      const placed = layOut(blocks);
      if (
        papers === 0 &&
        !placed.some((paper) => isScholarly([paper.title, ...paper.abstract].map((b) => b.text).join(" ")))
      ) {
        placed.length = 0;
      }
      const open = atEnd ? undefined : placed.pop();
      const from = open?.title.line ?? Number.POSITIVE_INFINITY;
      const lost = lostOf(blocks, placed).filter(({ line }) => line < from);
      papers += placed.length;
      window = open ? window.filter(({ number }) => number >= from) : [];
      // A paper as large as the window is given as it is.
      if (open && window.length > WINDOW_LINES / 2) {
        window = [];
        papers++;
        placed.push(open);
      }
      chars = window.reduce((sum, line) => sum + line.text.length, 0);
      return [...placed.map(found), ...lost].sort((a, b) => a.line - b.line);
    };

    try {
      for await (const line of source.lines()) {
        window.push(line);
        chars += line.text.length;
        if (window.length >= WINDOW_LINES || chars >= WINDOW_CHARS) yield* settle(false);
      }
    } catch (error) {
      failure = error;
    }
    yield* settle(true);
    if (failure !== undefined) throw failure;
    if (papers === 0) {
      throw new PapergraphError(
        "PAPERS_NONE",
        "no paper was found on the page; a paper is a title followed by its abstract",
      );
    }
  },
};
