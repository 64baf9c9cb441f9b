import { foldLetters, foldMarkup } from "./fold-markup.js";
import { singular } from "./singular.js";

/** Words that say only what sort of thing is named; behind a name that stands without them they are no part of it. */
const HEADS = new Set(
  (
    "dataset datasets corpus corpora benchmark benchmarks model models algorithm algorithms method methods framework " +
    "frameworks architecture architectures network networks optimizer optimiser technique approach toolkit library"
  ).split(" "),
);
/** Events and collections that come every year, so that two digits behind them are a year. */
export const YEARLY =
  /^(?:wmt|iwslt|semeval|conll|trec|clef|aime|ace|voc|ntire|kitti|ilsvrc|duc|tac|dcase|icdar|sighan|lrec)$/;
/** The makers' tiers of one release, which are written before or behind its number. */
const TIER = /^(?:opus|sonnet|haiku|pro|flash|ultra)$/;

/**
 * The words of a name, folded: lower case, without markup, accents, articles, quotation marks, a generic head, an acronym
 * of itself in brackets and a plural at the end; numbers apart from the letters before them.
 *
 *     LLaMA2             llama 2
 *     $\beta$-VAEs       beta vae
 *     YOLOv8n            yolo v8n
 *     WMT'14             wmt 2014
 *     MNIST dataset      mnist
 */
export function nameWords(name: string): string[] {
  let plain = foldMarkup(name.length > LONGEST ? name.slice(0, LONGEST) : name);
  if (plain.endsWith(")")) plain = withoutOwnAcronym(plain);
  if (plain.includes("/")) plain = withoutOwner(plain);
  plain = withoutHead(plain);
  if (/['\u2018\u2019&]/.test(plain)) plain = withoutQuotes(plain);
  const written = split(plain);
  const words: string[] = [];
  for (const word of written) {
    const folded = foldLetters(word);
    if (/\d/.test(folded)) words.push(...splitNumber(folded));
    else words.push(folded);
  }
  const last = words.pop();
  if (last === undefined) return [];
  words.push(singular(last, written.at(-1)));
  if (words.length > 1 && words[0] === "the" && !plain.startsWith("T")) words.shift();
  return words.length > 1 ? ordered(words) : words;
}

/** Names are short; what is longer is no name, and need not be read to its end. */
const LONGEST = 400;

const withoutQuotes = (name: string): string =>
  name
    .replace(/['\u2018\u2019](?=\d\d(?!\d))/gu, " 20")
    .replace(/['\u2019]s?(?![\p{L}\p{N}])/gu, "")
    .replace(/\s&\s/g, " and ");

function split(name: string): string[] {
  if (/^[\w -]*$/.test(name)) return name.split(/[ _-]+/).filter(Boolean);
  return name
    .split(/[^\p{L}\p{M}\p{N}+#*.\u221e]+/u)
    .flatMap((word) => (/[+#*.]/.test(word) ? splitSigns(word) : [word]))
    .filter(Boolean);
}

/** `meta-llama/Llama-2-7b-hf` is Llama-2-7b-hf; ViT-B/16 and CIFAR-10/100 stay. */
const withoutOwner = (name: string): string =>
  name.replace(/^[A-Za-z][A-Za-z_-]*\/(?=[A-Za-z][^/\s]*[-_][^/\s]*$)/, "");

/** `Concept Bottleneck Model (CBM)` is the long form alone. */
function withoutOwnAcronym(name: string): string {
  const match = /^(.*\S)\s*\(\s*([A-Za-z][A-Za-z0-9-]{1,9})\s*\)$/u.exec(name);
  if (!match) return name;
  const [, longForm, acronym] = match as unknown as [string, string, string];
  const letters = acronym
    .replace(/s$/, "")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
  const initials = longForm.toLowerCase().match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? [];
  return initials[0] === letters[0] && isSubsequence(letters, longForm.toLowerCase()) && initials.length >= 2
    ? longForm
    : name;
}

function isSubsequence(letters: string, text: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Signs stay where they make a name another one: C++, C#, UNet++, RRT*; full stops stay between digits. */
function splitSigns(word: string): string[] {
  return word
    .replace(/(?<!\d)\.|\.(?!\d)/g, " ")
    .replace(/[+#*](?=[\p{L}\p{N}])|(?<![\p{L}\p{N}+#*])[+#*]+/gu, " ")
    .split(" ")
    .filter(Boolean);
}

/** The name without its last word, where that is a generic head behind what is plainly a name by itself: BERT model. */
function withoutHead(name: string): string {
  const at = name.lastIndexOf(" ");
  const head = name.slice(at + 1);
  if (at <= 0 || !HEADS.has(head.toLowerCase()) || head === head.toUpperCase()) return name;
  const before = name.slice(0, at).trim().split(/\s+/);
  const last = before.at(-1) ?? "";
  const isName = /\p{L}\p{Lu}|\p{L}\S*\p{N}|^\p{Lu}-\p{Lu}/u.test(last) && !/^\p{Lu}{2}\p{Ll}{4,}$/u.test(last);
  // In a longer name the head belongs to it: Austrian German Multi-Sensor Corpus.
  return isName && before.length < 3 ? name.slice(0, at).trimEnd() : name;
}

/** `llama2` llama 2, `yolov8n` yolo v8n, `mixtral8x7b` mixtral 8x7b; word2vec, conv2d and t5 stay whole. */
function splitNumber(word: string): string[] {
  const match =
    /^(?!(?:de|trans)?conv\d|[dn][ae]v\d)(\p{L}{3,})(v\d+(?:\.\d+)*(?:\p{L}|\+{1,2})?)$/u.exec(word) ??
    /^(\p{L}{2,})(\d+)(v\d+)$/u.exec(word) ??
    /^(?!conv[123]d$)(\p{L}{2,})(\d+(?:\.\d+)*(?:x\d+\p{L}?|\p{L})?)$/u.exec(word);
  return match ? match.slice(1) : [word];
}

/** Years whole, and the parts that are written in either order in one order: `claude opus 4.5` claude 4.5 opus. */
function ordered(words: readonly string[]): string[] {
  const result = [...words];
  for (let i = 1; i < result.length; i++) {
    const [before, word] = [result[i - 1] as string, result[i] as string];
    if (YEARLY.test(before) && /^\d\d$/.test(word)) result[i] = `${word < "50" ? 20 : 19}${word}`;
    else if (i > 1 && TIER.test(before) && /^\d{1,2}(?:\.\d+)?$/.test(word))
      [result[i - 1], result[i]] = [word, before];
  }
  return result;
}
