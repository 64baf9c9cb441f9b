/** LaTeX names of the small Greek letters. */
export const GREEK: Readonly<Record<string, string>> = {
  alpha: "\u03b1",
  beta: "\u03b2",
  gamma: "\u03b3",
  delta: "\u03b4",
  epsilon: "\u03b5",
  zeta: "\u03b6",
  eta: "\u03b7",
  theta: "\u03b8",
  iota: "\u03b9",
  kappa: "\u03ba",
  lambda: "\u03bb",
  mu: "\u03bc",
  nu: "\u03bd",
  xi: "\u03be",
  pi: "\u03c0",
  rho: "\u03c1",
  sigma: "\u03c3",
  tau: "\u03c4",
  upsilon: "\u03c5",
  phi: "\u03c6",
  chi: "\u03c7",
  psi: "\u03c8",
  omega: "\u03c9",
};
const GREEK_NAME = new Map(Object.entries(GREEK).map(([name, letter]) => [letter, name]));

/** LaTeX commands that stand for a letter or sign. */
const SIGN: Readonly<Record<string, string>> = {
  infty: "\u221e",
  times: "x",
  ell: "l",
  star: "*",
  ast: "*",
  o: "o",
  O: "O",
  l: "l",
  L: "L",
  i: "i",
  j: "j",
  ss: "ss",
  ae: "ae",
  AE: "AE",
  oe: "oe",
  OE: "OE",
  aa: "a",
  AA: "A",
};

/** Commands that only set type. What any other command is called is kept, since authors name macros after the thing. */
const SETTING =
  /^(?:text[a-z]*|math[a-z]+|emph|underline|boldsymbol|operatorname|ensuremath|mbox|bm|bf|it|sc|tt|rm|sf|sl|em|[a-z]{2}(?:shape|series|family|default)|normalsize|small|xspace|left|right|dagger|ddagger|RNum|,|;|!|:)$/;

const ENTITY: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/**
 * A name without its markup, as one would print it: `\textbf{E}vent` Event, `$\beta$-VAE` with the Greek letter,
 * `M$^2$` M2, `Fr\'echet` Frechet, `M<sup>2</sup>` M2. For display and as the first step of a normal form.
 */
export function foldMarkup(name: string): string {
  if (!/[\\${}^<&~*]/.test(name)) return name;
  return name
    .replace(/<\/?[a-zA-Z][^<>]{0,40}>/g, "")
    .replace(/&([a-z]+);/g, (whole, entity: string) => ENTITY[entity] ?? whole)
    .replace(/\\['`"^~=.]\s*\{?\\?([a-zA-Z])\}?/g, "$1")
    .replace(/\\[vcuHkrdb]\{\\?([a-zA-Z])\}/g, "$1")
    .replace(/\\[()[\]]/g, "")
    .replace(/\\([_&%#$ ])/g, "$1")
    .replace(/\\([a-zA-Z]+|[,;!:])\*?(\s+(?=[\p{L}\p{N}\\{]))?/gu, (_, command: string, space = "") => {
      if (SETTING.test(command)) return "";
      const letter = GREEK[command.replace(/^var(?=[a-z])/, "")];
      return letter ?? SIGN[command] ?? GREEK[command.toLowerCase()]?.toUpperCase() ?? command + space;
    })
    .replace(/~/g, " ")
    .replace(/[\\${}^]/g, "")
    .replace(/\*\*/g, "")
    .replace(/^\*+(.*?)\*+(?=$|\s)/, "$1")
    .trim();
}

/** Letters that Unicode does not take apart. */
const UNCOMPOSED: Readonly<Record<string, string>> = {
  "\u00f8": "o",
  "\u0142": "l",
  "\u0111": "d",
  "\u0131": "i",
  "\u00df": "ss",
  "\u00e6": "ae",
  "\u0153": "oe",
  "\u00d7": "x",
  "\u221e": "infinity",
  "\u03c2": "sigma",
};

/** Lower case without accents, compatibility forms and Greek letters; each Greek letter becomes its name. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, the case that needs no folding
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\u0020-\u007f]/gu, (letter) => GREEK_NAME.get(letter) ?? UNCOMPOSED[letter] ?? letter);
}
