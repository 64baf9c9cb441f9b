const NORMAL = "0123456789+-=()ni\u2212";
const RAISED =
  "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207c\u207d\u207e\u207f\u2071\u207b";
const LOWERED = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208a\u208b\u208c\u208d\u208e";

const tableOf = (to: string) => new Map([...to].map((letter, at) => [NORMAL[at]!, letter]));
const UP = tableOf(RAISED);
const DOWN = tableOf(LOWERED).set("\u2212", "\u208b");

/** The text in raised or lowered characters of Unicode; undefined where it has other characters than digits and signs. */
export function scriptOf(text: string, place: "up" | "down"): string | undefined {
  const table = place === "up" ? UP : DOWN;
  const letters = [...text.replace(/\s+/g, "")].map((letter) => table.get(letter));
  return letters.length === 0 || letters.includes(undefined) ? undefined : letters.join("");
}

/** The text as an index or power in running text: raised or lowered where Unicode can, else as it is: `1st`, `Tmax`. */
export const script = (text: string, place: "up" | "down"): string => scriptOf(text, place) ?? text;

/** The text as an index or power in a formula: raised or lowered where Unicode can, else with its sign: `x^k`, `x_(i+j)`. */
export function scriptInMath(text: string, place: "up" | "down"): string {
  if (text === "\u2218" || text === "\u2032" || text === "'") return text === "\u2218" ? "\u00b0" : "\u2032";
  const sign = place === "up" ? "^" : "_";
  return scriptOf(text, place) ?? (/^.?[\p{L}\p{N}]*$/su.test(text) ? `${sign}${text}` : `${sign}(${text})`);
}
