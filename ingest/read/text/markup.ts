import type { Element } from "../xml/element.js";
import { textOfElement } from "./element-text.js";
import { decodeEntities } from "./entities.js";

/** Tags of HTML, JATS and MathML that titles and abstracts have; any other `<word>` is text. */
const KNOWN = new Set(
  (
    "a b i u s em strong small big sub sup inf p br hr div span li ul ol font tt code pre q cite abbr h1 h2 h3 h4 h5 h6 center sc nobr " +
    "italic bold underline sans-serif monospace roman overline strike title sec list list-item label xref ext-link uri email " +
    "named-content styled-content inline-formula disp-formula inline-graphic graphic tex tex-math alternatives break abstract fn object-id " +
    "table tr td th tbody thead dl dt dd blockquote fixed-case scp annotation annotation-xml semantics " +
    "math mi mn mo ms mtext mrow msup msub msubsup mfrac msqrt mroot mfenced mover munder munderover mtable mtr mtd mspace mstyle mpadded " +
    "mphantom mmultiscripts mprescripts none menclose merror maction"
  ).split(" "),
);
/** Tags that need no end. */
const SINGLE = new Set(["br", "p", "hr", "li", "break", "mspace", "none", "mprescripts", "inline-graphic", "graphic"]);

const TAG = /<(\/?)((?:[a-zA-Z][a-zA-Z0-9]{0,10}:)?([a-zA-Z][a-zA-Z0-9-]{0,20}))((?:\s[^<>]{0,2000}|\/)?)>/g;
const ATTRIBUTE = /([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Tags deeper than this count as if they had been closed at once. */
const MAX_DEPTH = 100;

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Element | string)[];
}

/**
 * The text without tags and character references: `CO<sub>2</sub>` CO₂, `R&amp;D` R&D, `<jats:p>` gone. What is no tag of
 * HTML, JATS or MathML, or has no end tag, stays: `a < b`, `<think>`.
 */
export function markupToText(text: string): string {
  if (!text.includes("<")) return decodeEntities(text);
  const plain = withoutComments(text);
  const paired = pairedNames(plain);
  const root: Open = { name: "", attributes: {}, children: [] };
  const open = [root];
  let from = 0;
  for (const found of plain.matchAll(TAG)) {
    const [whole, slash, , local, rest] = found;
    const name = local!.toLowerCase();
    if (!paired.has(name)) continue;
    addText(open.at(-1)!, plain.slice(from, found.index));
    from = found.index + whole.length;
    if (slash) {
      const at = open.findLastIndex((element) => element.name === name);
      if (at > 0) open.length = at;
      continue;
    }
    const attributes = Object.fromEntries(
      [...rest!.matchAll(ATTRIBUTE)].map(([, key, a, b]) => [key!, decodeEntities(a ?? b ?? "")]),
    );
    const element: Open = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    if (!rest!.endsWith("/") && !SINGLE.has(name) && open.length < MAX_DEPTH) open.push(element);
  }
  addText(open.at(-1)!, plain.slice(from));
  return textOfElement(root);
}

const addText = (element: Open, text: string): void => {
  if (text !== "") element.children.push(decodeEntities(text));
};

function withoutComments(text: string): string {
  let out = "";
  let from = 0;
  for (let at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", from)) {
    const end = text.indexOf("-->", at + 4);
    if (end < 0) break;
    out += text.slice(from, at);
    from = end + 3;
  }
  return out + text.slice(from);
}

/** Known names that have a start and an end tag, or need none. */
function pairedNames(text: string): Set<string> {
  const starts = new Set<string>();
  const ends = new Set<string>();
  for (const [, slash, , local, rest] of text.matchAll(TAG)) {
    const name = local!.toLowerCase();
    if (!KNOWN.has(name)) continue;
    if (!slash) starts.add(name);
    if (slash || SINGLE.has(name) || rest!.endsWith("/")) ends.add(name);
  }
  return new Set([...starts].filter((name) => ends.has(name)));
}
