import type { Element } from "../xml/element.js";
import { formulaText } from "./latex-math.js";
import { mathText } from "./mathml.js";
import { script } from "./scripts.js";

/** What is not part of the running text. */
const HIDDEN = new Set(["script", "style", "annotation", "annotation-xml", "object-id", "graphic", "fn"]);
/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  "p sec div br hr li ul ol list list-item title label disp-formula abstracttext tr td th table h1 h2 h3 h4 h5 h6 dt dd blockquote".split(
    " ",
  ),
);
/** The heading of an abstract says nothing. */
const EMPTY_HEADING = /^\s*(?:abstract|summary|zusammenfassung|r\u00e9sum\u00e9|resumen)\s*[.:]?\s*$/i;

/** The running text in an element: indices and formulas as Unicode, blocks apart, headings with a colon. */
export function textOfElement(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : pieceOf(child))).join("");
}

function pieceOf(element: Element): string {
  const name = element.name.toLowerCase();
  if (HIDDEN.has(name)) return "";
  switch (name) {
    case "math":
      return mathText(element);
    case "sub":
    case "inf":
      return script(textOfElement(element), "down");
    case "sup":
      return script(textOfElement(element), "up");
    case "tex":
    case "tex-math":
      return texText(textOfElement(element));
    case "alternatives":
      return alternativesText(element);
    case "title":
    case "h1":
    case "h2":
    case "h3":
    case "h4":
      return headingText(textOfElement(element));
    default:
      return BLOCKS.has(name) ? ` ${textOfElement(element)} ` : textOfElement(element);
  }
}

function headingText(text: string): string {
  if (EMPTY_HEADING.test(text)) return " ";
  return ` ${text.trim()}${/[.:?!]\s*$/.test(text) ? "" : ":"} `;
}

/** The same formula several times: the MathML, else the TeX, else what there is. */
function alternativesText(element: Element): string {
  const parts = element.children.filter((child): child is Element => typeof child !== "string");
  const best = ["math", "tex-math"].map((name) => parts.find((part) => part.name === name)).find(Boolean);
  return best ? pieceOf(best) : textOfElement(element);
}

/** A formula in TeX, also as the whole document that publishers make of it. */
function texText(tex: string): string {
  const body = /\\begin\{document\}([\s\S]*)\\end\{document\}/.exec(tex)?.[1] ?? tex;
  const formula = body.trim().replace(/^\$+|\$+$/g, "");
  return formulaText(formula) ?? `$${formula}$`;
}
