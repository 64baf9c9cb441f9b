import { ACCENTS, LETTERS, SETS_ARGUMENT, SETS_REST, SIGNS, SPACES, WORDS } from "./latex-commands.js";
import { formulaText } from "./latex-math.js";
import { argumentAt, commandAt, formulaAt, groupAt } from "./latex-pieces.js";
import { script } from "./scripts.js";

const MAX_DEPTH = 20;

/** `document`: all of it is LaTeX, as in BibTeX. `traces`: text in which LaTeX may have been left, as in abstracts. */
export type Latex = "document" | "traces";

const QUOTED = /``([^`]{1,500}?)''/g;

/**
 * The text without LaTeX: accents and signs as Unicode, formulas on one line where that can be, type setting gone. What
 * is not known stays as it is written. Text that has traces only is changed where a trace is found: a brace, a dollar or
 * a tilde alone is none.
 */
export function latexToText(text: string, kind: Latex, depth = 0): string {
  if (!(kind === "document" ? /[\\${}~]|--|``|''/ : /[\\${]|\S~|``/).test(text) || depth > MAX_DEPTH) return text;
  const quoted = text.replace(QUOTED, '"$1"');
  if (quoted !== text) return latexToText(quoted, kind, depth + 1);
  let out = "";
  let at = 0;
  for (let stop = nextStop(text, at); stop < text.length; stop = nextStop(text, at)) {
    out += text.slice(at, stop);
    const piece = pieceAt(text, stop, kind, depth);
    out += piece?.text ?? text[stop];
    at = piece?.end ?? stop + 1;
  }
  return out + text.slice(at);
}

function nextStop(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    switch (text[at]) {
      case "\\":
      case "$":
      case "{":
      case "}":
      case "~":
      case "`":
      case "'":
      case "-":
        return at;
    }
  }
  return text.length;
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

function pieceAt(text: string, at: number, kind: Latex, depth: number): Piece | undefined {
  const formula = formulaAt(text, at);
  if (formula) {
    const inner = formulaText(formula.inner);
    return inner === undefined
      ? { text: text.slice(at, formula.end), end: formula.end }
      : { text: inner, end: formula.end };
  }
  switch (text[at]) {
    case "\\":
      return commandPiece(text, at, kind, depth);
    case "{":
      return groupPiece(text, at, kind, depth);
    case "}":
      return kind === "document" ? { text: "", end: at + 1 } : undefined;
    case "~":
      return isTie(text, at, kind) ? { text: " ", end: at + 1 } : undefined;
    default:
      return kind === "document" ? signPiece(text, at) : undefined;
  }
}

/** A tilde is a space within LaTeX; elsewhere where it joins a word to what follows: `Fig.~1`, not `~5` or `/~home`. */
const isTie = (text: string, at: number, kind: Latex): boolean =>
  kind === "document" || (/[\p{L}\p{N}.,)]/u.test(text[at - 1] ?? "") && /[\p{L}\p{N}\\$(]/u.test(text[at + 1] ?? ""));

/** Quotes and dashes that are written with several characters. */
function signPiece(text: string, at: number): Piece | undefined {
  if (text.startsWith("``", at) || text.startsWith("''", at)) return { text: '"', end: at + 2 };
  const dashes = /^-+/.exec(text.slice(at, at + 5))?.[0].length ?? 0;
  if (dashes === 2 || dashes === 3) return { text: dashes === 2 ? "\u2013" : "\u2014", end: at + dashes };
  return { text: text.slice(at, at + Math.max(1, dashes)), end: at + Math.max(1, dashes) };
}

/** What braces guard the capitals of: `{SPOK}`, `{Ki(z)}`. */
const GUARDED = /^(?=.*\p{Lu})[\p{L}\p{N}][^\s{}|,;:=]{0,60}$/u;

const isWordy = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

/** Braces: all of them go in LaTeX; in other text those around a command, or around a part of a word (`{T}est`). */
function groupPiece(text: string, at: number, kind: Latex, depth: number): Piece | undefined {
  const group = groupAt(text, at);
  if (!group) return kind === "document" ? { text: "", end: at + 1 } : undefined;
  const { inner, end } = group;
  const part = /^[\p{L}\p{N}-]{1,50}$/u.test(inner) && (isWordy(text[at - 1]) || isWordy(text[end]));
  const guarded = part || GUARDED.test(inner) || (inner === "," && isWordy(text[end]));
  if (kind === "traces" && !guarded && !/^\s*\\/.test(inner)) return undefined;
  const read = latexToText(inner, kind, depth + 1);
  if (kind === "traces" && /^\s*\\/.test(read)) return { text: text.slice(at, end), end };
  return { text: /^\s*\\[a-z]+\s/.test(inner) ? read.trimStart() : read, end };
}

function commandPiece(text: string, at: number, kind: Latex, depth: number): Piece | undefined {
  const command = commandAt(text, at);
  if (!command) return undefined;
  const { name, end } = command;
  if (ACCENTS.has(name)) return accentPiece(text, at, name, end, kind);
  if (/^[%&_#${}]$/.test(name)) return { text: name, end };
  if (name === "\\") {
    const breaks = kind === "document" || /^(?:\s|$)/.test(text.slice(end, end + 1));
    return { text: breaks ? " " : "\\\\", end };
  }
  if (name === "," || name === ";" || name === ":" || /^\s$/.test(name)) return { text: " ", end };
  if (name === "-" || name === "/" || name === "!") return { text: "", end };
  const known = LETTERS.get(name) ?? SIGNS.get(name) ?? (WORDS.has(name) ? name : undefined);
  if (known !== undefined)
    return { text: known, end: afterCommand(text, end, kind === "document" || name.length <= 2) };
  if (SPACES.has(name)) return { text: " ", end: afterCommand(text, end) };
  if (SETS_REST.has(name)) return { text: "", end: afterCommand(text, end) };
  return argumentPiece(text, name, end, kind, depth);
}

/** A command ends with its name; an empty group or a space after it belongs to it. */
function afterCommand(text: string, end: number, eatsSpace = true): number {
  if (text.startsWith("{}", end)) return end + 2;
  return eatsSpace && /^[ \n]$/.test(text[end] ?? "") ? end + 1 : end;
}

/** `\textbf{E}vent` Event, `\href{...}{here}` here, `\cite{key}` [key]; an unknown command stays with its argument. */
function argumentPiece(text: string, name: string, end: number, kind: Latex, depth: number): Piece | undefined {
  const isCitation = /^[cC]ite[a-z]*$/.test(name);
  const optional = isCitation ? /^\s?(?:\[[^\]]{0,200}\]){0,2}/.exec(text.slice(end, end + 500))![0].length : 0;
  const spaced = SETS_ARGUMENT.has(name) && /^\s/.test(text.slice(end, end + 1)) ? 1 : 0;
  const first = groupAt(text, end + optional + spaced);
  if (!first) return undefined;
  const read = (inner: string) => latexToText(inner, kind, depth + 1);
  const piece = (inner: string, to: number): Piece => ({ text: inner, end: to });
  if (isCitation) return piece(`[${first.inner.replaceAll(/\s*,\s*/g, ", ")}]`, first.end);
  if (name === "ensuremath") return piece(formulaText(first.inner) ?? first.inner, first.end);
  if (SETS_ARGUMENT.has(name)) return piece(read(first.inner), first.end);
  if (name === "textsuperscript") return piece(script(read(first.inner), "up"), first.end);
  if (name === "textsubscript") return piece(script(read(first.inner), "down"), first.end);
  const second = name === "href" || name === "textcolor" ? groupAt(text, first.end) : undefined;
  return second ? piece(read(second.inner), second.end) : piece(`\\${name}${text.slice(end, first.end)}`, first.end);
}

/** `\"u`, `\"{u}`, `\'\i`, `\c{c}`, `\v s`: where Unicode has the letter. Escaped quotes (`it\'s`, `\"so\"`) are no accents. */
function accentPiece(text: string, at: number, name: string, end: number, kind: Latex): Piece | undefined {
  const after = text.slice(end, end + 300);
  const isSign = !/[a-zA-Z]/.test(name);
  if (!isSign && !/^(?:\{|\s+\p{L}|\s*\\)/u.test(after)) return undefined;
  if (kind === "traces" && name === "'" && isWordy(text[at - 1]) && /^(?:s|t|d|m|re|ve|ll)(?!\p{L})/u.test(after))
    return undefined;
  if (kind === "traces" && name === '"' && /^[^"\\{]*\\"(?![\p{L}{])/u.test(after)) return undefined;
  const argument = argumentAt(text, end);
  if (!argument) return undefined;
  const base = argument.inner.trim().replace(/^\\([ij])$/, "$1");
  if (base === "" && isSign) return { text: name, end: argument.end };
  if (!/^\p{L}{1,2}$/u.test(base) || (name === '"' && !/^[aeiouy]/i.test(base))) return undefined;
  const letters = `${base[0]}${ACCENTS.get(name)}${base.slice(1)}`.normalize("NFC");
  return letters.length > base.length && name !== "t" ? undefined : { text: letters, end: argument.end };
}
