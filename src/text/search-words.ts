/**
 * The words of a text as search sees them: case and accents folded, cut at everything that is not a letter or digit,
 * each once, in order of first appearance. Scripts written without spaces give one word per character.
 */
export function searchWords(text: string): string[] {
  return [...addWords(new Set(), text)];
}

function addWords(words: Set<string>, text: string): Set<string> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, the case that needs no folding
  const isPlain = /^[\x00-\x7f]*$/.test(text);
  const folded = isPlain ? text.toLowerCase() : fold(text);
  for (const word of folded.match(isPlain ? PLAIN_WORD : WORD) ?? [])
    words.add(word.length > LONGEST ? [...word].slice(0, LONGEST).join("") : word);
  return words;
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(LETTERS, (c) => FOLDS[c] ?? c);

/**
 * What is stored as `words` on a paper (title, abstract) or an entity (name, aliases), so that both engines search the
 * same thing: ` first words | other words `. The part before the bar ranks higher; every word stands between spaces.
 */
export function storedWords(head: string, rest: string | readonly string[]): string {
  const words = addWords(new Set(), head);
  const heads = words.size;
  const all = [...addWords(words, typeof rest === "string" ? rest : rest.join(" "))];
  return ` ${[...all.slice(0, heads), "|", ...all.slice(heads)].join(" ")} `;
}

/** Longer runs are no words; Lucene cuts at 255, so a limit below it keeps the engines alike. */
const LONGEST = 64;
const PLAIN_WORD = /[a-z0-9]+/g;
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}])+/gu;
/** Letters that have no decomposition but are typed without their stroke, or as two letters. */
const FOLDS: Readonly<Record<string, string>> = {
  "\u00df": "ss",
  "\u00e6": "ae",
  "\u0153": "oe",
  "\u00f8": "o",
  "\u0111": "d",
  "\u00f0": "d",
  "\u0142": "l",
  "\u00fe": "th",
  "\u0131": "i",
};
const LETTERS = new RegExp(`[${Object.keys(FOLDS).join("")}]`, "g");
