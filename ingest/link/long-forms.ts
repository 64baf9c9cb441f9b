const STOP = new Set([
  "a",
  "an",
  "and",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "over",
  "the",
  "through",
  "to",
  "under",
  "using",
  "via",
  "with",
]);

/** Words that a long form may have inside or not: graph convolutional (neural) network. */
const OPTIONAL = new Set(["based", "deep", "language", "learning", "machine", "model", "network", "neural"]);

/**
 * Whether two long forms of one acronym, as readable forms, are spellings of each other: the same words up to endings,
 * slips of the pen and order, or all words of one and more behind (low-rank adaptation of language models). Self- and
 * semi-supervised learning are not, nor are multi-head attention and multi-head self-attention.
 */
export function isSameLongForm(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  if (few.join("") === many.join("")) return true;
  const free = new Set(many.keys());
  for (const word of few) {
    const at = [...free].find((i) => isSameWord(word, many[i] as string));
    const places = at === undefined ? spelledOut(word, many, free) : [at];
    if (places.length === 0) return false;
    for (const place of places) free.delete(place);
  }
  const last = Math.max(...[...many.keys()].filter((i) => !free.has(i)));
  return few.length >= 2 && [...free].every((i) => i > last || OPTIONAL.has(many[i] as string));
}

/**
 * Where the words stand that a short form is made of: "neural ODE" is "neural ordinary differential equation". Small words
 * between them may have given a letter too (SLAM).
 */
function spelledOut(short: string, words: readonly string[], free: ReadonlySet<number>): number[] {
  if (!/^[a-z]{2,5}$/.test(short)) return [];
  for (let from = 0; from < words.length; from++) {
    const places: number[] = [];
    const fits = [...short].every((letter) => {
      const at = from + places.length;
      if (!free.has(at) || words[at]?.[0] !== letter) return places.length > 0 && /[afotw]/.test(letter);
      return places.push(at) > 0;
    });
    if (fits && places.length > 1 && places.length >= short.length - 1) return places;
  }
  return [];
}

const wordsOf = (form: string): string[] => form.split("-").filter((word) => word && !STOP.has(word));

const ENDING = /(?:ations?|ative|ively|ional|ments?|ing|ed|ive|ion|ity|ly|al|er|or|es|s|e)$/;

/** Whether two words differ only in their ending or by a slip of the pen. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 5 && short.replace(ENDING, "") === long.replace(ENDING, "")) return true;
  // privacy and private, physics and physical; but not generalized and generative
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  if (common >= 5 && common * 5 >= long.length * 3) return true;
  if (
    short.length >= 3 &&
    long.startsWith(short) &&
    /^(?:s|es|al|ed|er|ple|works?|ing|ly|d|r)$/.test(long.slice(short.length))
  )
    return true;
  return a[0] === b[0] && isSlip(short, long);
}

/** One letter lost, added, changed or swapped with the next, in words that are long enough to tell. */
function isSlip(short: string, long: string): boolean {
  if (short.length < 5 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = (text: string, skip: number) => text.slice(at + skip);
  if (long.length > short.length) return rest(short, 0) === rest(long, 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, 2) === rest(long, 2);
  return swapped || rest(short, 1) === rest(long, 1);
}
