import { isUtf8 } from "node:buffer";
import { PapergraphError } from "../../../src/errors.js";
import type { Found, Problem, RawRecord, Reader, Source } from "../reader.js";
import { isProblem } from "../record-of.js";
import { decode, invalidEncoding } from "../utf8.js";
import { type CutElement, ElementCutter } from "./cut-elements.js";
import { type Element, parseElement } from "./element.js";

/** One XML format. */
export interface XmlFormat {
  /** As `--format` has it. */
  readonly name: string;
  /** Whether a file is of this format, by its outermost element and its first characters. */
  recognise(root: string, head: string): boolean;
  /** Names of the elements that are records, whatever stands around them. */
  readonly records: readonly string[];
  /** Names of elements around records whose attributes matter; they come without content. */
  readonly around?: readonly string[];
  /** Starts a file: answers what reads its records, in their order; undefined for what only gives context. */
  open(): (element: Element) => RawRecord | Problem | undefined;
}

const ENCODING = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.-]+)["']/;

const PROLOG = /^<(?:\?[\s\S]*?\?>|!--[\s\S]*?-->|!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)\s*/i;

/** The outermost element of an XML text: what comes first after declaration, comments and document type. */
export function rootOf(head: string): string | undefined {
  let rest = head.trimStart();
  for (let found = PROLOG.exec(rest); found; found = PROLOG.exec(rest)) rest = rest.slice(found[0].length);
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1];
}

/** Text in UTF-8, else as the declaration says. */
function textOf(bytes: Buffer, declared: string): { text: string; invalid: boolean } {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), invalid: false };
  if (!/^utf-?8$/i.test(declared)) {
    try {
      return { text: new TextDecoder(declared, { fatal: true }).decode(bytes), invalid: false };
    } catch {
      // An encoding that is not known, or is not what the file has.
    }
  }
  return { text: decode(bytes).text, invalid: true };
}

/** The reader of an XML format: it cuts the records out and parses each alone. */
export const xmlReader = (format: XmlFormat): Reader => ({
  name: format.name,
  recognise(head) {
    const root = rootOf(head);
    return root !== undefined && format.recognise(root, head);
  },
  async *read(source: Source): AsyncGenerator<Found> {
    const declared = ENCODING.exec(source.head)?.[1] ?? "utf-8";
    const cutter = new ElementCutter(format.records, format.around ?? []);
    const record = format.open();
    const read = ({ line, bytes, problem }: CutElement): Found | undefined => {
      const { text, invalid } = textOf(bytes, declared);
      if (problem) return { line, source: text, problem };
      if (invalid) return { line, source: text, problem: invalidEncoding(`in the record from line ${line}`) };
      const element = parseElement(text);
      const found = "code" in element ? element : record(element);
      if (found === undefined) return undefined;
      return isProblem(found) ? { line, source: text, problem: found } : { line, source: text, record: found };
    };
    for await (const chunk of source.chunks()) {
      for (const cut of cutter.push(chunk)) {
        const found = read(cut);
        if (found) yield found;
      }
    }
    const { elements, open } = cutter.end();
    for (const cut of elements) {
      const found = read(cut);
      if (found) yield found;
    }
    if (open) {
      throw new PapergraphError(
        "FILE_TRUNCATED",
        "the outermost element is never closed, so the file seems to be cut; the records before that were read",
      );
    }
  },
});
