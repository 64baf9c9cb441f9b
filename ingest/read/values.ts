/** The text in a value as sources nest it: a text, a number, the first of a list, or an object that holds its name. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    for (const part of value) {
      if (Array.isArray(part)) continue;
      const text = textOf(part);
      if (text !== undefined) return text;
    }
    return undefined;
  }
  if (value === null || typeof value !== "object") return undefined;
  const parts = value as Record<string, unknown>;
  for (const name of ["name", "title", "display_name", "value", "text", "raw", "url"]) {
    const part = parts[name];
    if (typeof part === "string" && part.trim() !== "") return part;
  }
  return undefined;
}

/** All texts of a list, or the pieces of one text split at `by`. */
export function textsOf(value: unknown, by: RegExp): string[] {
  if (typeof value === "string") return value.split(by).filter((part) => part !== "");
  const list = Array.isArray(value) ? value : [value];
  return list.map(textOf).filter((text) => text !== undefined);
}

/** A date in a value: a text, a number, or `{"date-parts": [[2017, 10, 23]]}`. */
export function dateOf(value: unknown): string | number | undefined {
  if (typeof value === "string" || typeof value === "number") return value;
  const parts = (value as { "date-parts"?: unknown } | null | undefined)?.["date-parts"];
  const first = Array.isArray(parts) ? parts[0] : undefined;
  return Array.isArray(first) && first.length > 0 ? first.slice(0, 3).join("-") : undefined;
}
