const STOP = new Set(["a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "via", "with"]);

/**
 * Whether two long forms of one acronym, as readable forms, are spellings of each other: the same words up to endings,
 * slips of the pen and order, or all words of one in the other (low-rank adaptation of language models). Self- and
 * semi-supervised learning are not.
 */
export function isSameLongForm(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  if (few.join("") === many.join("")) return true;
  const left = [...many];
  let common = 0;
  for (const word of few) {
    const at = left.findIndex((other) => isSameWord(word, other));
    if (at >= 0) left.splice(at, 1);
    else if (!spellOut(word, left)) continue;
    common++;
  }
  return common === few.length && common >= 2;
}

/** Takes the words that a short form stands for away: "neural ODE" is "neural ordinary differential equation". */
function spellOut(short: string, words: string[]): boolean {
  if (!/^[a-z]{2,5}$/.test(short)) return false;
  for (let at = 0; at + short.length <= words.length; at++) {
    const initials = words.slice(at, at + short.length).map((word) => word[0]);
    if (initials.join("") !== short) continue;
    words.splice(at, short.length);
    return true;
  }
  return false;
}

const wordsOf = (form: string): string[] => form.split("-").filter((word) => word && !STOP.has(word));

const ENDING = /(?:ations?|ative|ively|ional|ments?|ing|ed|ive|ion|ity|ly|al|er|or|es|s|e)$/;

function isSameWord(a: string, b: string): boolean {
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
