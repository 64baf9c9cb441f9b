/** How deep groups may stand in one another; deeper ones are left as they are. */
const MAX_DEPTH = 50;

/** The text within the braces that open at `at`, and where it ends; undefined where they are never closed. */
export function groupAt(text: string, at: number): { inner: string; end: number } | undefined {
  if (text[at] !== "{") return undefined;
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const letter = text[i];
    if (letter === "\\") i++;
    else if (letter === "{" && ++depth > MAX_DEPTH) return undefined;
    else if (letter === "}" && --depth === 0) return { inner: text.slice(at + 1, i), end: i + 1 };
  }
  return undefined;
}

/** The argument of a command that ends at `at`: a group, a command or one letter; white space before it does not count. */
export function argumentAt(text: string, at: number): { inner: string; end: number } | undefined {
  const from = at + /^\s*/.exec(text.slice(at, at + 10))![0].length;
  if (text[from] === "{") return groupAt(text, from);
  if (text[from] === "\\") {
    const command = commandAt(text, from);
    return command && { inner: text.slice(from, command.end), end: command.end };
  }
  const letter = text.codePointAt(from);
  if (letter === undefined || /[\s}$&^_]/.test(text[from]!)) return undefined;
  const inner = String.fromCodePoint(letter);
  return { inner, end: from + inner.length };
}

/** The command that starts at the backslash at `at`: its name, letters or one sign, and where the name ends. */
export function commandAt(text: string, at: number): { name: string; end: number } | undefined {
  const found = /^\\([a-zA-Z]+\*?|[\s\S])/.exec(text.slice(at, at + 40));
  return found ? { name: found[1]!.replace(/(?<=[a-zA-Z])\*$/, ""), end: at + found[0].length } : undefined;
}

/** A formula may be no longer than this. */
const MAX_FORMULA = 2_000;
const OPENINGS: readonly (readonly [string, string])[] = [
  ["$$", "$$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ["$", "$"],
];

/**
 * The formula that opens at `at`. A dollar sign opens and closes one as pandoc has it (no space within, no digit
 * after), so that `$5 and $10` are prices; what has words but no sign of a formula is none. A backslash always is one.
 */
export function formulaAt(text: string, at: number): { inner: string; end: number } | undefined {
  const opening = OPENINGS.find(([open]) => text.startsWith(open, at));
  if (!opening) return undefined;
  const [open, close] = opening;
  const from = at + open.length;
  for (let i = from; i < Math.min(text.length, from + MAX_FORMULA); i++) {
    if (text.startsWith(close, i)) {
      const inner = text.slice(from, i);
      const end = i + close.length;
      return inner.trim() !== "" && (open !== "$" || isFormula(inner, text[end])) ? { inner, end } : undefined;
    }
    if (text[i] === "\\") i++;
  }
  return undefined;
}

function isFormula(inner: string, after: string | undefined): boolean {
  if (/[\\^_]|^[-+<>=]$/.test(inner)) return true;
  if (/\d/.test(after ?? "")) return false;
  if (/[=<>|]/.test(inner)) return true;
  return !/^\s|\s$/.test(inner) && !/\p{L}{2,}\s|\s\p{L}{2,}/u.test(inner);
}
