const GREEK: Readonly<Record<string, string>> = {
  "\u03b1": "alpha",
  "\u03b2": "beta",
  "\u03b3": "gamma",
  "\u03b4": "delta",
  "\u03b5": "epsilon",
  "\u03b6": "zeta",
  "\u03b7": "eta",
  "\u03b8": "theta",
  "\u03b9": "iota",
  "\u03ba": "kappa",
  "\u03bb": "lambda",
  "\u03bc": "mu",
  "\u03bd": "nu",
  "\u03be": "xi",
  "\u03c0": "pi",
  "\u03c1": "rho",
  "\u03c3": "sigma",
  "\u03c4": "tau",
  "\u03c5": "upsilon",
  "\u03c6": "phi",
  "\u03c7": "chi",
  "\u03c8": "psi",
  "\u03c9": "omega",
};

/** The longest key, in code units; longer names are cut, so that a runaway span cannot make a huge index entry. */
const LONGEST = 120;

/**
 * The normal form of a name: what two spellings of one name have in common. It is the key of (:Name) and, after
 * `entity:`, the id of an entity; so it is readable and never depends on anything but the name.
 *
 *     In-Context Learning, in context learning          in-context-learning
 *     Llama 2, Llama-2, LLaMA2                          llama-2
 *     GANs, GAN                                         gan
 *     $\beta$-VAE, \u03b2-VAE                           beta-vae
 *
 * Folded: case, accents, Unicode compatibility forms, Greek letters, LaTeX, separators, a plural at the end, and the
 * missing separator before a version number. The empty string when nothing of the name is a letter or digit.
 */
export function normalForm(name: string): string {
  const words = foldCharacters(foldLatex(name)).split("-").filter(Boolean).map(splitVersion);
  const last = words.length - 1;
  if (last >= 0) words[last] = singular(words[last] as string);
  return words
    .join("-")
    .slice(0, LONGEST)
    .replace(/[-.]+$/, "");
}

/** LaTeX to the text it stands for: `\textbf{X}` X, `$\beta$` beta, `M$^2$` M2. */
function foldLatex(name: string): string {
  if (!/[\\${}^_]/.test(name)) return name;
  return name
    .replace(/\\(?:text|math)[a-z]+\s*\{([^{}]*)\}/g, "$1")
    .replace(/\\([a-zA-Z]+)/g, "$1")
    .replace(/[\\${}^]/g, "");
}

function foldCharacters(name: string): string {
  return name
    .replace(/([A-Z]{2,})(?:'s|s)$/, "$1")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[\u03b1-\u03c9]/g, (letter) => GREEK[letter] ?? letter)
    .replace(/['\u2019]s?(?=$|\W)/g, "")
    .replace(/[^\p{L}\p{N}+#.]+/gu, "-")
    .replace(/(?<!\d)\.|\.(?!\d)/g, "-");
}

/** `llama2` llama-2, `gpt4o` gpt-4o; but word2vec and 3d stay whole. */
const splitVersion = (word: string): string => word.replace(/^(\p{L}{2,})(\d+(?:\.\d+)*\p{L}?)$/u, "$1-$2");

/** The singular of a lower-case English word, as far as a name's last word needs it. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is|as|os)$/.test(word) || /\d/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word !== "series") return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
