import { textOf } from "./values.js";

/** `['Marx, Karl', "O'Neil, Pat"]`: a list as Python prints it, found in tables. */
const PRINTED_LIST = /^\[\s*['"].*['"]\s*\]$/s;
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$/u;

function splitPrinted(text: string): string[] {
  return [...text.matchAll(/'((?:[^'\\]|\\.|'(?!\s*[,\]]))*)'|"((?:[^"\\]|\\.)*)"/gs)].map((found) =>
    (found[1] ?? found[2] ?? "").replace(/\\(.)/g, "$1"),
  );
}

/** `Smith, J., Jones, A. B.`: last names and initials in turn belong together. */
function joinInitials(parts: readonly string[]): readonly string[] {
  const paired =
    parts.length > 1 && parts.length % 2 === 0 && parts.every((part, at) => at % 2 === 0 || INITIALS.test(part));
  if (!paired) return parts;
  return parts.flatMap((part, at) => (at % 2 === 0 ? [`${part}, ${parts[at + 1]}`] : []));
}

/** The names in a text that lists authors: by semicolon, `|`, `and`, else comma. Names stay as they are written. */
export function splitAuthors(text: string): string[] {
  const whole = text.replace(/[^\S\n]+/g, " ").trim();
  if (whole.length < 100_000 && PRINTED_LIST.test(whole)) return splitPrinted(whole);
  if (/[;|\n]/.test(whole)) return tidy(whole.split(/[;|\n]/));
  const joined = whole.split(/ (?:and|&) /);
  // BibTeX: `Last, First and Last, First`. In a sentence (`A, B, and C`) the commas separate people.
  const reversed =
    joined.length > 1 && joined.every((part) => /^[^,]+,[^,]+$/.test(part)) && !/,\s*(?:and|&)\s/.test(whole);
  if (reversed) return tidy(joined);
  const parts = tidy(joined.flatMap((part) => part.split(",")));
  // One comma and no more words than a person has: `Marx, Karl`.
  if (joined.length === 1 && parts.length === 2 && parts.every((part) => !part.includes(" ")))
    return [parts.join(", ")];
  return [...joinInitials(parts)];
}

const tidy = (parts: readonly string[]): string[] => parts.map((part) => part.trim()).filter((part) => part !== "");

/** Authors as sources have them: a list of names, of objects with a name or with given and family name, or one text. */
export function authorsOf(value: unknown): string[] {
  if (typeof value === "string") return splitAuthors(value);
  if (!Array.isArray(value)) return value !== null && typeof value === "object" ? tidy([nameOf(value)]) : [];
  return tidy(value.map(nameOf));
}

function nameOf(author: unknown): string {
  if (author === null || typeof author !== "object" || Array.isArray(author)) return textOf(author) ?? "";
  const outer = author as Record<string, unknown>;
  const parts = outer.author !== null && typeof outer.author === "object" ? (outer.author as typeof outer) : outer;
  const pick = (...names: string[]) => names.map((name) => textOf(parts[name])).find((text) => text !== undefined);
  const whole = pick("name", "fullname", "full_name", "fullName", "display_name", "displayName", "literal");
  if (whole !== undefined) return whole;
  const given = pick("given", "first", "first_name", "firstName", "given_name", "forename");
  const family = pick("family", "last", "last_name", "lastName", "family_name", "surname");
  return [given, family].filter((part) => part !== undefined).join(" ");
}
