import { latexToText } from "../text/latex.js";

/** Splits at a separator that stands outside of braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "\\") at++;
    else if (letter === "{") depth++;
    else if (letter === "}") depth--;
    else if (depth === 0) {
      separator.lastIndex = at;
      const found = separator.exec(text);
      if (!found) continue;
      parts.push(text.slice(from, at));
      from = at + found[0].length;
      at = from - 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** The names of an author field: separated by `and`, braces hold one name together; `others` is no one. */
export function authorsOfEntry(field: string): string[] {
  return splitOutside(field.replace(/\s+/g, " ").trim(), / and /y)
    .map((name) => nameOf(name.trim()))
    .filter((name) => name !== "" && !/^(?:others|et al\.?)$/i.test(name));
}

/** `Last, First` and `von Last, Jr., First` as one says them: First von Last, Jr. */
function nameOf(name: string): string {
  // BibLaTeX's long form: `family=Berg, given=Ada`.
  const named = Object.fromEntries(
    [...name.matchAll(/(?:^|,\s*)(family|given|prefix|suffix)="?([^,"]*)"?/g)].map(([, key, value]) => [key, value]),
  );
  const parts =
    named.family === undefined
      ? splitOutside(name, /,\s*/y)
      : [[named.prefix, named.family].filter(Boolean).join(" "), named.suffix ?? "", named.given ?? ""].filter(
          (part) => part !== "",
        );
  const read = parts.map((part) => latexToText(part, "document").trim()).filter((part) => part !== "");
  if (read.length === 2) return `${read[1]} ${read[0]}`;
  if (read.length === 3) return `${read[2]} ${read[0]}, ${read[1]}`;
  return read.join(" ");
}
