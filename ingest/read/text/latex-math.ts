import {
  DOUBLE_STRUCK,
  LETTERS,
  MATH_ACCENTS,
  SETS_ARGUMENT,
  SETS_REST,
  SIGNS,
  SPACES,
  WORDS,
} from "./latex-commands.js";
import { argumentAt, commandAt, groupAt } from "./latex-pieces.js";
import { scriptInMath } from "./scripts.js";

const MAX_DEPTH = 20;
const SPACED = new Set([",", ";", ":", " ", ">", "\\", "~"]);
const FRACTIONS = new Set(["frac", "dfrac", "tfrac", "nicefrac", "sfrac"]);

/**
 * The formula in Unicode, on one line: `\mathcal{O}(n^2)` O(n²), `\frac{1}{2}` 1/2, `\hat{y}` with its hat. Undefined where
 * it has what a line of text does not show (a matrix, an unknown command): then it is better left as it is.
 */
export function formulaText(formula: string, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  let out = "";
  let at = 0;
  /** Adds a word, apart from letters and digits around it. */
  const word = (text: string): void => {
    out += /[\p{L}\p{N})]$/u.test(out) ? ` ${text}` : text;
    if (/^\s*[\p{L}\p{N}]|^\s*\\[a-zA-Z]/u.test(formula.slice(at, at + 20))) out += " ";
  };
  while (at < formula.length) {
    const letter = formula[at]!;
    if (letter === "\\") {
      const command = commandAt(formula, at);
      if (!command) return undefined;
      at = command.end;
      if (WORDS.has(command.name)) word(command.name);
      else {
        const piece = commandText(formula, command.name, at, depth);
        if (!piece) return undefined;
        const tight = SIGNS.has(command.name) && !/\s$/.test(out.slice(-1));
        out += piece.text;
        at = piece.end + (tight ? spaceAt(formula, piece.end) : 0);
      }
    } else if (letter === "^" || letter === "_") {
      const argument = argumentAt(formula, at + 1);
      const inner = argument && formulaText(argument.inner, depth + 1);
      if (inner === undefined) return undefined;
      out += scriptInMath(inner, letter === "^" ? "up" : "down");
      at = argument!.end;
    } else if (letter === "{") {
      const group = groupAt(formula, at);
      const inner = group && formulaText(group.inner, depth + 1);
      if (inner === undefined) return undefined;
      out += inner;
      at = group!.end;
    } else if (letter === "}" || letter === "&" || letter === "%") {
      return undefined;
    } else {
      out += letter === "~" ? " " : letter;
      at++;
    }
  }
  return out.replace(/\s+/g, " ").trim();
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

/** What a command prints, with its arguments. */
function commandText(formula: string, name: string, end: number, depth: number): Piece | undefined {
  const letter = LETTERS.get(name);
  if (letter !== undefined) return { text: letter, end: end + spaceAt(formula, end) };
  const sign = SIGNS.get(name);
  if (sign !== undefined) return { text: sign, end };
  if (SPACED.has(name) || SPACES.has(name)) return { text: " ", end };
  if (name === "!" || name === "/" || name === "-") return { text: "", end };
  if (/^[{}%$#&_]$/.test(name)) return { text: name, end };
  if (name === "|") return { text: "\u2016", end };
  if (SETS_REST.has(name)) return { text: "", end: end + spaceAt(formula, end) + (formula[end] === "." ? 1 : 0) };

  const first = argumentAt(formula, end);
  if (!first) return undefined;
  if (name === "mathbb" && first.inner in DOUBLE_STRUCK) return { text: DOUBLE_STRUCK[first.inner]!, end: first.end };
  const inner =
    /^(?:text|mbox|hbox)/.test(name) && !/[\\$]/.test(first.inner) ? first.inner : formulaText(first.inner, depth + 1);
  if (inner === undefined) return undefined;
  if (SETS_ARGUMENT.has(name)) return { text: inner, end: first.end };
  const accent = MATH_ACCENTS.get(name);
  if (accent !== undefined) return { text: accented(inner, accent), end: first.end };
  if (name === "sqrt") return { text: `\u221a${bracketed(inner)}`, end: first.end };
  if (!FRACTIONS.has(name)) return undefined;
  const second = argumentAt(formula, first.end);
  const below = second && formulaText(second.inner, depth + 1);
  return below === undefined ? undefined : { text: `${bracketed(inner)}/${bracketed(below)}`, end: second!.end };
}

const spaceAt = (text: string, at: number): number => /^\s*/.exec(text.slice(at, at + 20))![0].length;
const bracketed = (text: string): string => (/^[\p{L}\p{N}\p{M}.]+$/u.test(text) ? text : `(${text})`);
/** An accent stands on one letter; over more it is left out. */
const accented = (text: string, accent: string): string =>
  /^\p{L}$/u.test(text) ? `${text}${accent}`.normalize("NFC") : text;
