import type { Element } from "../xml/element.js";
import { scriptInMath } from "./scripts.js";

const MAX_DEPTH = 40;
/** Signs that are there for readers of formulas only: function application, invisible times, separator, plus. */
const INVISIBLE = /[\u2061-\u2064\u200b]/g;

/** The formula of a MathML element on one line: `x²`, `a/b`, `∑_(i=1)ⁿ`. */
export const mathText = (math: Element): string => textOf(math, 0).replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

function textOf(node: Element | string, depth: number): string {
  if (typeof node === "string") return node.trim();
  if (depth > MAX_DEPTH) return "";
  const parts = node.children
    .filter((child) => typeof child !== "string" || child.trim() !== "")
    .map((child) => (typeof child !== "string" && /^annotation/.test(child.name) ? "" : textOf(child, depth + 1)));
  const [base = "", second = "", third = ""] = parts;
  switch (node.name) {
    case "msup":
    case "mover":
      return base + (isAccent(second) ? "" : scriptInMath(second, "up"));
    case "msub":
    case "munder":
      return base + scriptInMath(second, "down");
    case "msubsup":
    case "munderover":
      return base + scriptInMath(second, "down") + scriptInMath(third, "up");
    case "mfrac":
      return `${bracketed(base)}/${bracketed(second)}`;
    case "msqrt":
      return `\u221a${bracketed(parts.join(""))}`;
    case "mroot":
      return `${scriptInMath(second, "up")}\u221a${bracketed(base)}`;
    case "mfenced":
      return fenced(node, parts);
    case "mtable":
    case "matrix":
      return `[${parts.join("; ")}]`;
    case "mtr":
    case "matrixrow":
      return parts.join(", ");
    case "mspace":
    case "sep":
      return " ";
    case "mtext":
      return node.children.map((child) => (typeof child === "string" ? child : textOf(child, depth + 1))).join("");
    case "apply":
      return parts.filter((part) => part !== "").join(" ");
    default:
      return parts.length === 0 ? nameOf(node) : parts.join("");
  }
}

function fenced({ attributes }: Element, parts: readonly string[]): string {
  const { open = "(", close = ")", separators = "," } = attributes;
  const signs = [...separators.replace(/\s/g, "")];
  const inner = parts.map((part, at) => (at === 0 ? part : (signs[at - 1] ?? signs.at(-1) ?? "") + part));
  return open + inner.join("") + close;
}

/** Empty elements that stand for a sign. */
const nameOf = ({ name }: Element): string =>
  ({ infinity: "\u221e", pi: "\u03c0", in: "\u2208", complexes: "\u2102" })[name] ?? "";

const isAccent = (text: string): boolean => /^[\u00af\u02c6\u02dc^~\u2192\u00a8.\u203e]$/.test(text);
const bracketed = (text: string): string => (/^[\p{L}\p{N}\p{M}.]*$/u.test(text) ? text : `(${text})`);
